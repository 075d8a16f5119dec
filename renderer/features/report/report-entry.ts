import type { z } from 'zod'
import type { reportEntry } from '../../../shared/contract/reports.ts'

export type ReportEntry = z.infer<typeof reportEntry>

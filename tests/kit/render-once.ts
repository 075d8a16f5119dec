import { createHash } from 'node:crypto'
import { renderReport } from '../../electron/workers/report/render-report.ts'
import { assembleReport } from '../../shared/rules/assemble-report.ts'
import { makeReportSource } from './report-source.ts'

/** Run as a process of its own: prints the hash of one report's bytes. */
const { bytes } = await renderReport(assembleReport(makeReportSource()))
process.stdout.write(createHash('sha256').update(bytes).digest('hex'))

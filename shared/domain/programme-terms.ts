import { z } from 'zod'

/**
 * What the contract shares with the schema of a programme, apart from it: building that schema takes a tenth of a
 * command's start, and only who reads a programme file needs it.
 */

export const programmeText = z.string().trim().min(1)
export const bilingual = z.strictObject({ vi: programmeText, en: programmeText })

/** Lines of reporting. Exactly one line is summed per indicator; the others are evidence. */
const sourceLines = ['territorial', 'federation', 'government', 'front', 'advisory', 'other'] as const
export const sourceLine = z.enum(sourceLines)

export const reportKinds = ['periodic', 'interim', 'final', 'thematic'] as const
export const reportKind = z.enum(reportKinds)

import { ORPCError } from '@orpc/client'
import type { ErrorCode } from '../../shared/messages/catalogue.ts'
import { errorTexts } from '../../shared/messages/catalogue.ts'
import { wordParams } from '../../shared/messages/param-words.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'
import { printDays, printInstant } from '../../shared/vietnamese/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { createBugLog } from '../engine/log.ts'
import { systemClock } from '../engine/identity.ts'

export type Trouble = {
  code: ErrorCode
  params: Readonly<Record<string, string | number>>
  /** Of the log entry, for a bug only. */
  reference: string | null
  exitCode: 2 | 3 | 4
}

/** What was typed cannot be meant: wrong usage, not a refusal. */
const usageCodes: ReadonlySet<string> = new Set([
  'call.wrong_input',
  'import.path_not_found',
  'import.wrong_time',
  'period.bad_code',
  'period.bad_day',
  'period.bad_time',
  'period.ends_before_start',
  'period.cut_off_outside',
  'period.due_before_start',
  'backup.not_found',
])

const unexpected = (reference: string): Trouble => ({ code: 'command.unexpected', params: { reference }, reference, exitCode: 4 })

/** Anything thrown, as a person is told it. What nobody expected goes to the log of `directory` with its trace. */
export function toTrouble(error: unknown, directory: string, during: string): Trouble {
  const data = error instanceof ORPCError ? (error.data as { reference?: string; code?: string; params?: Trouble['params'] }) : undefined
  if (data?.reference !== undefined) return unexpected(data.reference)
  const refusal = error instanceof AppError ? error : data
  if (refusal?.code !== undefined && refusal.code in errorTexts) {
    const isUsage = refusal.code.startsWith('command.') || usageCodes.has(refusal.code)
    return { code: refusal.code as ErrorCode, params: refusal.params ?? {}, reference: null, exitCode: isUsage ? 2 : 3 }
  }
  return unexpected(createBugLog(directory, systemClock)(error, during))
}

/** Moments stand in refusals about the clock and about waiting; everything else about time is a day. */
const printMoments = (params: Trouble['params'], language: Language): Trouble['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === 'now' || name === 'last' || name === 'until') && typeof value === 'string' && value.includes('T')
        ? printInstant(value, language)
        : value,
    ]),
  )

export const messageOf = ({ code, params }: Trouble, language: Language): string =>
  fillText(errorTexts[code], language, wordParams(printDays(printMoments(params, language)), language))

/** The one document of a command that ended with 2, 3 or 4. */
export const troubleDocument = (trouble: Trouble, language: Language) => ({
  error: { code: trouble.code, params: trouble.params, message: messageOf(trouble, language), reference: trouble.reference },
})

import { ORPCError } from '@orpc/client'
import { errorTexts, type ErrorCode } from '../../shared/messages/catalogue.ts'
import { connectionTexts } from '../../shared/messages/page.ts'
import { wordParams } from '../../shared/messages/param-words.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'
import { printDays } from '../../shared/vietnamese/dates.ts'
import { NoSession } from './connect.ts'

type Told = { code?: string; params?: Readonly<Record<string, string | number>>; reference?: string }

/** The sentence of the catalogue for anything a call can end with; a person never reads a code or a trace. */
export function describeTrouble(error: unknown, language: Language): string {
  if (error instanceof NoSession || (error instanceof ORPCError && error.status === 401))
    return fillText(connectionTexts.noSession, language)
  const told = error instanceof ORPCError ? ((error.data ?? {}) as Told) : {}
  if (told.reference !== undefined) return fillText(errorTexts['command.unexpected'], language, { reference: told.reference })
  if (told.code !== undefined && Object.hasOwn(errorTexts, told.code))
    return fillText(errorTexts[told.code as ErrorCode], language, wordParams(printDays(told.params ?? {}), language))
  return fillText(connectionTexts.unreachable, language)
}

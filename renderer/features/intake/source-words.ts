import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { KeyedEntry } from './intake-values.ts'

/** Where keyed-in figures come from, in words. */
export function sourceWords({ fileName, toldBy, toldAt }: Pick<KeyedEntry, 'fileName' | 'toldBy' | 'toldAt'>, language: Language): string {
  if (fileName !== null) return fillText(keyedPageTexts.fromPaper, language, { file: fileName })
  return fillText(keyedPageTexts.fromPhone, language, { who: toldBy, at: toldAt === null ? '' : printInstant(toldAt, language) })
}

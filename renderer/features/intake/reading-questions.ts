import type { EncodingChoice } from '../../../shared/domain/layout-mapping.ts'
import type { Language } from '../../../shared/messages/text.ts'
import { formatCount, formatDecimal } from '../../../shared/vietnamese/format-number.ts'
import type { MappingPreview, MappingQuestion } from './intake-values.ts'

/** What alone could be read in two ways; absent where nothing has to be asked. */
export type ReadingQuestions = {
  /** Per encoding the texts that it would change, before and after. */
  encodings?: readonly EncodingChoice[] | undefined
  /** A number as it stands, e.g. `1,234`. */
  number?: { typed: string; groups: string; decimals: string } | undefined
}

const unclear = /^(\d{1,3})[.,](\d{3})$/

/**
 * What must be asked before a table is read: the letters, where the texts of the file as they stand look like an old encoding; the
 * marks in numbers, where a figure could be read in two ways.
 */
export function readingQuestions(
  { encodings }: Pick<MappingQuestion['proposal'], 'encodings'>,
  preview: MappingPreview | undefined,
  language: Language,
): ReadingQuestions {
  const typed = preview?.figures.find(({ state, raw }) => state === 'unreadable' && unclear.test(raw.trim()))?.raw.trim()
  const [, whole = '', rest = ''] = unclear.exec(typed ?? '') ?? []
  return {
    encodings: encodings.length === 0 ? undefined : encodings,
    number:
      typed === undefined
        ? undefined
        : { typed, groups: formatCount(Number(whole + rest), language), decimals: formatDecimal(`${Number(whole)}.${rest}`, language) },
  }
}

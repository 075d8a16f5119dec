import type { PaperFigure } from './intake-values.ts'
import type { KeyedFigure } from '../../../shared/domain/keyed-entry.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { readCount } from '../../../shared/vietnamese/read-count.ts'
import { readCountTyped } from '../../../shared/vietnamese/read-count-typed.ts'

/** What stands in the fields, by field code; a field that is not here is empty. */
export type TypedFigures = Readonly<Record<string, string>>

type Field = Programme['fields'][number]
type Read = { state: KeyedFigure['state']; value: number | null } | 'blank' | 'wrong'

/** One field as typed: a whole number, a word for nil or not applicable, empty, or nothing that has one reading. */
export function readTyped(text: string, { unitOfCount }: Pick<Field, 'unitOfCount'>, language: Language): Read {
  const typed = text.normalize('NFC').trim()
  if (typed === '') return 'blank'
  const count = readCountTyped(typed, language)
  if (count !== undefined) return { state: 'value', value: count }
  const cell = { row: 1, column: 1, kind: 'text', value: typed, numberFormat: 'General', fontName: '' } as const
  const { state, value } = readCount(cell, { unitOfCount }).reading
  return state === 'value' || state === 'nil' || state === 'not_applicable' ? { state, value } : state === 'blank' ? 'blank' : 'wrong'
}

/** What would be sent, in the programme's order, and the fields that have no single reading. */
export function readFigures(
  typed: TypedFigures,
  fields: Programme['fields'],
  language: Language,
): { figures: KeyedFigure[]; wrong: ReadonlySet<string> } {
  const figures: KeyedFigure[] = []
  const wrong = new Set<string>()
  for (const field of fields) {
    const read = readTyped(typed[field.code] ?? '', field, language)
    if (read === 'wrong') wrong.add(field.code)
    else if (read !== 'blank') figures.push({ field: field.code, ...read })
  }
  return { figures, wrong }
}

/** A figure in words. */
export const figureWords = ({ state, value }: Pick<KeyedFigure, 'state' | 'value'>, language: Language): string =>
  state === 'value' ? formatCount(value ?? 0, language) : fillText(keyedPageTexts[state], language)

const typedWords = { nil: keyedPageTexts.nilTyped, not_applicable: keyedPageTexts.notApplicableTyped } as const

/** What a paper's table says as a person would type it; undefined where it has no single reading. */
export function typedOffer({ field, reading: { state, value } }: PaperFigure, language: Language): string | undefined {
  return state === 'value' || state === 'nil' || state === 'not_applicable'
    ? typedOf([{ field, state, value }], language)[field]
    : undefined
}

/** Figures as a person would type them: what was typed is read again as it was. */
export const typedOf = (figures: readonly KeyedFigure[], language: Language): TypedFigures =>
  Object.fromEntries(
    figures.map(({ field, state, value }) => [
      field,
      state === 'value' ? formatCount(value ?? 0, language) : fillText(typedWords[state], language),
    ]),
  )

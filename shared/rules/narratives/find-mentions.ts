import type { Field, Programme, UnitOfCount } from '../../domain/programme.ts'
import { parseDecimal } from '../../vietnamese/format-number.ts'
import { searchFold } from '../../vietnamese/text-key.ts'

/** A number that prose gives for a field or an indicator; `value` is an exact decimal string, places are UTF-16, end exclusive. */
export type Mention = {
  task: string
  of: 'field' | 'indicator'
  code: string
  value: string
  /** The prose speaks of everything, so that less than the figure contradicts it too. */
  whole: boolean
  start: number
  end: number
}

/** What stands beside a number that counts such a thing; folded. */
const unitWords: Readonly<Record<UnitOfCount, readonly string[]>> = {
  person: ['nguoi', 'doan vien', 'cong nhan', 'lao dong', 'can bo'],
  turn: ['luot'],
  union: ['cong doan co so', 'cdcs', 'cong doan'],
  enterprise: ['doanh nghiep'],
  entity: ['doanh nghiep', 'don vi'],
  agreement: ['thoa uoc', 'ban thoa uoc', 'ban'],
  session: ['cuoc', 'buoi'],
  case: ['vu'],
  day: ['ngay'],
}
const wholeWords = /(?:^| )(?:tong so|tong cong|luy ke|toan xa|toan phuong|tat ca)(?: |$)/
/** Words of a label that any sentence has. */
const emptyWords = new Set(['so', 'tong', 'cac', 'cua', 'tai', 'va', 'da', 'duoc', 'o', 'cap', 'dang'])
/** A year, a day, a number of a document or of a clause. */
const notCounted = /(?:nam|ngay|thang|quy|ky|so|dieu|khoan|muc|chi thi|nghi quyet|quyet dinh|ke hoach|phan|lan|thu)$/
const numberShape = /\d+(?:[.,]\d+)*/g

type Label = { of: Mention['of']; code: string; words: readonly string[]; units: readonly string[]; measure: Field['measure'] | null }

/** Labels as sets of folded words, to be found in prose. */
export function mentionLabels({ fields, indicators }: Pick<Programme, 'fields' | 'indicators'>): readonly Label[] {
  const wordsOf = (label: string): string[] => [...new Set(foldWords(label).filter((word) => !emptyWords.has(word)))]
  return [
    ...fields.map(({ code, label, unitOfCount, measure }): Label => ({
      of: 'field',
      code,
      words: wordsOf(label.vi),
      units: unitWords[unitOfCount],
      measure,
    })),
    ...indicators
      .filter(({ form }) => form === 'percent')
      .flatMap(({ code, label, shortLabel }): Label[] =>
        [label.vi, shortLabel.vi].map((text) => ({
          of: 'indicator',
          code,
          words: wordsOf(text).filter((word) => word !== 'ty' && word !== 'le'),
          units: [],
          measure: null,
        })),
      ),
  ].filter(({ words }) => words.length >= 2)
}

const foldWords = (text: string): string[] => searchFold(text).match(/[a-z0-9]+/g) ?? []

/**
 * Numbers in a narrative that are sure to be about one field or one indicator: one number in its clause, its unit word or
 * the percent sign beside it, and nearly all words of one label around it, more than of any other. Everything else is left alone.
 */
export function findMentions(task: string, text: string, labels: readonly Label[]): Mention[] {
  return clausesOf(text).flatMap(({ start, clause }): Mention[] => {
    const numbers = [...clause.matchAll(numberShape)].filter(({ 0: digits, index }) => isCount(clause, index, digits))
    const [number] = numbers
    if (!number || numbers.length > 1) return []
    const [digits, at] = [number[0], number.index]
    const value = parseDecimal(digits)
    const after = searchFold(clause.slice(at + digits.length, at + digits.length + 40)).trimStart()
    const isPercent = after.startsWith('%') || after.startsWith('phan tram')
    if (value === undefined || (!isPercent && value.includes('.'))) return []
    const folded = ` ${foldWords(clause).join(' ')} `
    const label = bestLabel(
      folded,
      labels.filter(({ of, units }) => (isPercent ? of === 'indicator' : of === 'field' && units.some((unit) => after.startsWith(unit)))),
    )
    if (!label) return []
    const whole = isPercent || wholeWords.test(folded)
    // Of a total at the cut-off only what calls itself the total speaks.
    if (label.measure === 'stock' && !whole) return []
    return [{ task, of: label.of, code: label.code, value, whole, start: start + at, end: start + at + digits.length }]
  })
}

/** Not a part of a date, of a fraction, of a document's number; and not a small number, which may count anything. */
function isCount(clause: string, at: number, digits: string): boolean {
  const [before, after] = [clause.slice(0, at), clause.slice(at + digits.length)]
  if (/[-/\p{L}]$/u.test(before) || /^[-/\p{L}]/u.test(after)) return false
  const word = searchFold(before.slice(-20)).trimEnd()
  return !notCounted.test(word) || word.endsWith('tong so')
}

/** Nine tenths of a label's words, all of a short one. */
const enough = (found: number, words: number): boolean => found * 10 >= words * 9

function bestLabel(folded: string, labels: readonly Label[]): Label | undefined {
  const scored = labels
    .map((label) => ({ label, found: label.words.filter((word) => folded.includes(` ${word} `)).length }))
    .filter(({ label, found }) => enough(found, label.words.length))
    .toSorted((a, b) => b.found - a.found)
  const [best, second] = [scored[0], scored.find(({ label }) => label.code !== scored[0]?.label.code)]
  return best && (!second || second.found < best.found) ? best.label : undefined
}

/** Sentences and parts of them between semicolons; a point between digits divides nothing. */
function clausesOf(text: string): { start: number; clause: string }[] {
  return [...text.matchAll(/(?:[^.;\n]|[.](?=\d))+/g)].map((match) => ({ start: match.index, clause: match[0] }))
}

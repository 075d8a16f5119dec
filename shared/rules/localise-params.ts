import type { SubmissionFinding } from '../domain/finding.ts'
import type { Programme } from '../domain/programme.ts'
import { proposalCount } from '../domain/template.ts'
import { unitKindTexts } from '../messages/channel.ts'
import { lineTexts, readingTexts } from '../messages/reconcile.ts'
import type { Language, Text } from '../messages/text.ts'
import { andSoOn } from './signs/sign.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'

type Params = SubmissionFinding['params']

/** Params that stand for a label, a name of a line or a state; texts of units (`raw`, `found`) are never touched. */
const wordParams = ['label', 'otherLabel', 'lineName', 'indicator', 'group', 'expected', 'actual'] as const
/** Several labels, divided by `; `. */
const listParams = ['labels'] as const
const decimalParams = ['rate', 'median'] as const
const momentParams = ['received', 'due'] as const
const smallCounts = ['count', 'figures', 'texts', 'stocks'] as const
const countParams = ['expected', 'actual', 'value', 'before', 'change', 'reported', 'expectedUnits'] as const

/**
 * Params of findings are stored in Vietnamese, as the office's papers have them; gives them in the language of the
 * reader. A label of two meanings, or of another programme, stays as it is.
 */
export function paramLocaliser(programme: Programme, language: Language): (params: Params) => Params {
  if (language === 'vi') return (params) => params
  const words = wordsOf(programme)
  return (params) => {
    const changed: Record<string, string | number> = { ...params }
    for (const name of countParams) if (typeof changed[name] === 'string') changed[name] = regroup(changed[name])
    for (const name of wordParams) {
      const said = params[name]
      const word = typeof said === 'string' ? words.get(said)?.[language] : undefined
      if (word !== undefined) changed[name] = word
    }
    for (const name of listParams)
      if (typeof changed[name] === 'string')
        changed[name] = changed[name]
          .split('; ')
          .map((label) => words.get(label)?.[language] ?? label)
          .join('; ')
    for (const name of decimalParams) if (typeof changed[name] === 'string') changed[name] = swapMarks(changed[name])
    for (const name of momentParams) if (typeof changed[name] === 'string') changed[name] = changed[name].replace(' ngày ', ' on ')
    return changed
  }
}

/** Counts inside a sentence, written as the language writes them: two digits for few in Vietnamese. */
export function printCounts(params: Params, language: Language): Params {
  const printed = smallCounts.flatMap((name): [string, string][] =>
    typeof params[name] === 'number' ? [[name, formatSmallCount(params[name], language)]] : [],
  )
  return printed.length === 0 ? params : { ...params, ...Object.fromEntries(printed) }
}

/** `1.234.567` to `1,234,567`, also inside a range; a date has other groups. */
const regroup = (text: string): string => text.replace(/(?<![\d./])\d{1,3}(?:\.\d{3})+(?![\d./])/g, (count) => count.replaceAll('.', ','))

/** `1.234,5 %` to `1,234.5 %`. */
const swapMarks = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','))

function wordsOf(programme: Programme): ReadonlyMap<string, Text> {
  const all: readonly Text[] = [
    ...[...programme.fields, ...programme.tasks, ...programme.milestones].map(({ label }) => label),
    ...programme.indicators.flatMap(({ label, shortLabel }) => [label, shortLabel]),
    ...programme.monitors.flatMap(({ label, parts }) => [label, ...parts.map((part) => part.label)]),
    ...Object.values(lineTexts),
    ...Object.values(readingTexts),
    ...Object.values(unitKindTexts),
    andSoOn,
    ...Array.from({ length: proposalCount }, (_, index): Text => ({ vi: `Kiến nghị ${index + 1}`, en: `Proposal ${index + 1}` })),
    { vi: 'Ghi chú chung', en: 'General note' },
  ]
  const words = new Map<string, Text>()
  const ambiguous = new Set<string>()
  for (const text of all) {
    const known = words.get(text.vi)
    if (known && known.en !== text.en) ambiguous.add(text.vi)
    words.set(text.vi, text)
  }
  for (const vi of ambiguous) words.delete(vi)
  return words
}

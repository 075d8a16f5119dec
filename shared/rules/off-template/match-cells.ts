import { foldLabel } from './label-words.ts'
import type { Programme } from '../../domain/programme.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import type { FoundColumn, Time } from './column-heads.ts'
import type { FoundTable } from './find-tables.ts'
import { joinMeanings, meaningKey, negations, rateSubject, type Lexicon, type Meaning } from './programme-lexicon.ts'
import type { FoundRow } from './read-rows.ts'

/** One cell that may answer one input. */
export type CellMatch = {
  name: string
  table: FoundTable
  row: FoundRow
  column: FoundColumn
  /** 1 = the sheet calls the cell just what the programme calls the input. */
  score: number
  /** Called just so, and nothing round the cell speaks against it. */
  exact: boolean
  /** Order among the columns of one row: 0 is where such an input belongs. */
  place: number
}

/** How the sheet calls a cell: groups, row, head. Kept with a confirmed mapping. */
export const cellLabel = ({ row, column }: Pick<CellMatch, 'row' | 'column'>): string =>
  [...row.contexts, row.label, column.text].filter((text) => text !== '').join(' › ')

/** Everything that the cells of one table may answer. `known` has the words a person confirmed earlier, by `nameKey`. */
export function matchCells(table: FoundTable, programme: Programme, lexicon: Lexicon, known: ReadonlyMap<string, string>): CellMatch[] {
  const columns = table.columns.filter(({ head }) => head.kind === 'value' && head.time !== 'previous')
  const view: TableView = {
    table,
    programme,
    lexicon,
    known,
    columns,
    values: columns.filter(({ head }) => head.part !== 'percent'),
    hasPairs:
      columns.some(({ head }) => head.part === 'denominator') &&
      columns.some(({ head }) => head.part === 'numerator' || head.part === 'percent' || head.concepts.length > 0),
    caption: firstMeaning(lexicon, table.caption),
    dataRows: table.rows.filter(({ role }) => role !== 'group'),
  }
  return view.dataRows.flatMap((row) => matchRow(view, row))
}

type TableView = {
  table: FoundTable
  programme: Programme
  lexicon: Lexicon
  known: ReadonlyMap<string, string>
  /** Value columns that are not of an earlier span; and those of them that hold counts. */
  columns: readonly FoundColumn[]
  values: readonly FoundColumn[]
  /** Totals stand beside what was done: a row then speaks of two inputs. */
  hasPairs: boolean
  caption: readonly string[]
  dataRows: readonly FoundRow[]
}

const firstMeaning = (lexicon: Lexicon, text: string): readonly string[] =>
  text === '' || text.split(' ').length > 14 ? [] : (lexicon.meaningsOf(text)[0]?.concepts ?? [])

function matchRow(view: TableView, row: FoundRow): CellMatch[] {
  if (row.time === 'previous') return []
  const { lexicon } = view
  const read = lexicon.meaningsOf(row.isRate ? rateSubject(row.label) : row.label)
  const isEmpty = isGeneric(row) || (read.length === 0 && row.time !== null)
  const meanings: readonly Meaning[] = isEmpty ? [{ concepts: [], first: '', doubtful: false }] : read
  const contexts = row.contexts.map((text) => firstMeaning(lexicon, text))
  return meanings.flatMap((meaning) => [
    ...(view.hasPairs ? matchPair(view, row, meaning) : []),
    ...view.values.flatMap((column) => matchCell(view, row, column, meaning, contexts)),
  ])
}

/** A row that stands for all its table: a unit's name, "Cộng", "Số liệu". */
const isGeneric = (row: FoundRow): boolean =>
  row.role === 'total' ||
  /^(?:(?:dang uy|dang bo|ubnd|uy ban nhan dan|toan) )*(?:xa|phuong|x|p)\b|^(?:so lieu|ket qua|so luong|toan (?:xa|phuong|don vi))$/.test(
    foldLabel(row.label),
  )

/** The row names an indicator or its numerator; the heads part it into total and done. */
function matchPair(view: TableView, row: FoundRow, meaning: Meaning): CellMatch[] {
  const { lexicon, programme } = view
  const key = meaningKey(meaning.concepts)
  const codes = lexicon.indicatorsCalled.get(key) ?? []
  const fields = lexicon.inputsCalled.get(key) ?? []
  const indicators = programme.indicators.filter(
    ({ code, numerator }) => codes.includes(code) || (!row.isRate && fields.includes(`fld.${numerator}`)),
  )
  return indicators.flatMap(({ numerator, denominator }) =>
    view.values.flatMap((column): CellMatch[] => {
      const { part, concepts } = column.head
      if (part === null || part === 'percent' || concepts.length > 0) return []
      const name = `fld.${part === 'numerator' ? numerator : denominator}`
      return [
        {
          ...place(view, row, column, name),
          score: 1,
          exact: !meaning.doubtful && indicators.length === 1 && isOwnSpan(row, column, name, view),
        },
      ]
    }),
  )
}

const place = ({ table, lexicon }: TableView, row: FoundRow, column: FoundColumn, name: string): Omit<CellMatch, 'score' | 'exact'> => ({
  name,
  table,
  row,
  column,
  place: placeOf(column.head.time ?? row.time, lexicon.inputs.get(name)?.measure ?? 'flow', column),
})

function placeOf(time: Time | null, measure: 'stock' | 'flow', { head }: FoundColumn): number {
  const span = time === 'cumulative' ? 0 : time === null ? 1 : measure === 'stock' ? 2 : 3
  return span + (head.strange ? 4 : 0) + (head.part === 'numerator' && head.time === null ? 0.25 : 0)
}

/** What happened in the period alone is not what happened since the year began. */
const isOwnSpan = (row: FoundRow, { head }: FoundColumn, name: string, { lexicon }: TableView): boolean =>
  (head.time ?? row.time) !== 'in_period' || lexicon.inputs.get(name)?.measure === 'stock'

function matchCell(
  view: TableView,
  row: FoundRow,
  column: FoundColumn,
  meaning: Meaning,
  contexts: readonly (readonly string[])[],
): CellMatch[] {
  const { lexicon } = view
  const { head } = column
  const own = joinMeanings(meaning.concepts, head.concepts)
  const confirmed = confirmedName(view, row, column)
  if (confirmed !== undefined)
    return [{ ...place(view, row, column, confirmed.name), score: confirmed.whole ? 1.2 : 0.9, exact: confirmed.whole }]
  if (row.isRate) return []
  const named = findNamed(view, own, contexts, row)
  // A pair's total never answers what the row itself names, unless that is the total.
  const isTotalOfPair = view.hasPairs && head.part === 'denominator' && head.concepts.length === 0
  if (named) {
    const isPart = isTotalOfPair && isNumerator(view, named.name)
    const isDoneOfTotal = view.hasPairs && head.part === 'numerator' && !isNumerator(view, named.name)
    if (isPart || isDoneOfTotal) return []
    const firsts = lexicon.firsts.get(meaningKey(meaning.concepts))
    const isCountedFirst = head.concepts.length > 0 || firsts === undefined || firsts.has(meaning.first)
    const strange = head.strange && view.values.length > 1
    return [
      {
        ...place(view, row, column, named.name),
        score: named.certain ? 1 : 0.85,
        exact: named.certain && isCountedFirst && !meaning.doubtful && !strange && isOwnSpan(row, column, named.name, view),
      },
    ]
  }
  if (own.length === 0) return []
  return alike(view, own, contexts).map(({ name, score }) => ({
    ...place(view, row, column, name),
    score: head.strange ? score * 0.8 : score,
    exact: false,
  }))
}

const isNumerator = ({ programme }: TableView, name: string): boolean =>
  programme.indicators.some(({ numerator }) => `fld.${numerator}` === name)

/** The words of an earlier confirmation: the whole label, or the row's alone. */
function confirmedName({ known, table }: TableView, row: FoundRow, column: FoundColumn): { name: string; whole: boolean } | undefined {
  if (known.size === 0 || row.label === '') return undefined
  const whole = known.get(nameKey(cellLabel({ row, column })))
  if (whole !== undefined) return { name: whole, whole: true }
  const byRow = known.get(nameKey([...row.contexts, row.label].join(' › '))) ?? known.get(nameKey(row.label))
  if (byRow === undefined) return undefined
  const counts = table.columns.filter(({ head }) => head.kind === 'value' && head.time !== 'previous' && head.part !== 'percent')
  return { name: byRow, whole: counts.length === 1 }
}

/**
 * The input that is called by the cell's own words, alone or together with what it stands under. `certain` is false
 * where what it stands under narrows the words down to something that no input asks.
 */
function findNamed(
  { lexicon, caption }: TableView,
  own: readonly string[],
  contexts: readonly (readonly string[])[],
  row: FoundRow,
): { name: string; certain: boolean } | undefined {
  const alone = own.length > 0 ? lexicon.inputsCalled.get(meaningKey(own)) : undefined
  const frames = [...contexts, caption].filter((concepts) => concepts.length > 0)
  const inner = frames.toReversed()
  const composed: string[] = []
  for (let depth = 1; depth <= inner.length; depth++)
    for (const parts of [inner.slice(0, depth), [inner[depth - 1]!]]) {
      const all = joinMeanings(own, ...parts)
      if (all.length === own.length) continue
      const without = all.filter((concept) => concept !== 'nguoi')
      for (const name of lexicon.inputsCalled.get(meaningKey(all)) ?? lexicon.inputsCalled.get(meaningKey(without)) ?? [])
        if (!composed.includes(name)) composed.push(name)
    }
  if (alone === undefined) return composed.length === 0 ? undefined : { name: composed[0]!, certain: composed.length === 1 }
  if (alone.length !== 1) return { name: alone[0]!, certain: false }
  const name = alone[0]!
  const narrower = composed.filter((other) => other !== name)
  if (narrower.length > 0) return { name: narrower[0]!, certain: false }
  const group = lexicon.inputs.get(name)?.group
  const isNeutral = (concepts: readonly string[], isCaption: boolean): boolean => {
    const extra = concepts.filter((concept) => !own.includes(concept))
    if (extra.length === 0 || (group !== null && group !== undefined && lexicon.groups.get(group) === meaningKey(concepts))) return true
    // A title says much that is no restriction; a heading of rows says just what it heads.
    return isCaption ? !extra.some((concept) => narrows(lexicon, own, concept)) : extra.every((concept) => generic.has(concept))
  }
  const certain = contexts.every((concepts) => isNeutral(concepts, false)) && isNeutral(caption, true)
  return { name, certain: certain && !(row.role === 'total') }
}

/** Words of headings that only announce figures. */
const generic = new Set(
  'chi tieu lieu dinh tinh hinh nhiem vu chung noi dung hop muc phan bieu cong doan nguoi dan phong trao hoat dong cu the'.split(' '),
)

/** Added to these words the concept makes another input: "Công đoàn cơ sở" under "Khu vực nhà nước". */
const narrows = (lexicon: Lexicon, own: readonly string[], concept: string): boolean =>
  lexicon.inputsCalled.has(meaningKey(joinMeanings(own, [concept])))

const unknownWeight = 1.2
const leastAlike = 0.34

/** Inputs whose words are much the same, best first. */
function alike(
  { lexicon }: TableView,
  own: readonly string[],
  contexts: readonly (readonly string[])[],
): { name: string; score: number }[] {
  const variants = [own, ...(contexts.length > 0 ? [joinMeanings(own, contexts.at(-1)!)] : [])]
  const best = new Map<string, number>()
  for (const { name, concepts } of lexicon.phrases)
    for (const words of variants) {
      const score = likeness(lexicon, words, concepts)
      if (score >= leastAlike && score > (best.get(name) ?? 0)) best.set(name, score)
    }
  return [...best]
    .map(([name, score]) => ({ name, score: score * 0.8 }))
    .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, 4)
}

function likeness({ weights }: Lexicon, a: readonly string[], b: readonly string[]): number {
  if (a.some((concept) => negations.has(concept) && !b.includes(concept))) return 0
  const weightOf = (concept: string): number => weights.get(concept) ?? unknownWeight
  const sum = (concepts: readonly string[]): number => concepts.reduce((total, concept) => total + weightOf(concept), 0)
  const shared = sum(a.filter((concept) => b.includes(concept)))
  return shared / (sum(a) + sum(b) - shared)
}

import type { CellReference } from '../../domain/finding.ts'
import type { Confidence, MappingSuggestion } from '../../domain/layout-mapping.ts'
import type { Programme } from '../../domain/programme.ts'
import { proposalCount } from '../../domain/template.ts'
import { cellAddress } from '../../domain/workbook.ts'
import { parseDay } from '../../vietnamese/dates.ts'
import { nameKey } from '../../vietnamese/text-key.ts'
import { assign } from './assign.ts'
import type { FoundTable } from './find-tables.ts'
import { cleanLabel, foldLabel } from './label-words.ts'
import { meaningKey, type Lexicon } from './programme-lexicon.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** A text that announces what stands beside or below it. */
export type Heading = { grid: SheetGrid; row: number; column: number; text: string; number: string | null }

type Asked = { name: string; number: string | null; phrases: readonly { concepts: readonly string[]; key: string }[] }

const longestHeading = 420
const shortestHeading = 10
const leastAlike = 0.45
const mostPassages = 40
const mostHeadings = 400

export type Passages = { suggestions: readonly MappingSuggestion[]; headings: readonly Heading[] }

/** Where the texts of a report stand in a workbook: results by task, assessments, plan, proposals. `known` by `nameKey`. */
export function findPassages(
  grids: readonly SheetGrid[],
  tables: readonly FoundTable[],
  programme: Programme,
  lexicon: Lexicon,
  known: ReadonlyMap<string, string>,
): Passages {
  const asked = askedTexts(programme, lexicon)
  const weights = weigh(asked)
  const candidates = grids.flatMap((grid) => readHeadings(grid, tables, weights, known))
  const scored = candidates.map((heading) => asked.map((one) => score(heading, one, lexicon, weights, known)))
  const hits = candidates.map((_, index) => Math.max(0, ...scored[index]!)).flatMap((best, index) => (best >= leastAlike ? [index] : []))
  const headings = hits.map((index) => candidates[index]!)
  const chosen = assign(asked.map((_, at) => hits.map((index) => (scored[index]![at]! >= leastAlike ? scored[index]![at]! : 0))))
  const isBoundary = new Set(headings.map(({ grid, row, column }) => `${grid.sheet.name}\n${row}\n${column}`))
  const suggestions = asked.map(({ name }, at): MappingSuggestion => {
    const heading = headings[chosen[at]!]
    if (!heading) return { name, cell: null, more: [], label: '', confidence: 'weak', others: [] }
    const value = scored[hits[chosen[at]!]!]![at]!
    const rivals = hits.filter((index, other) => other !== chosen[at] && scored[index]![at]! >= value - 0.1)
    const place = placeOf(heading, tables, isBoundary)
    const [first, ...more] = place.cells
    return {
      name,
      cell: first ?? null,
      more,
      label: first ? heading.text : '',
      confidence: first ? confidenceOf(value, rivals.length, place.certain) : 'weak',
      others: [],
    }
  })
  const plan = findPlan(grids, programme)
  const proposals = findProposals(grids, tables)
  return { suggestions: merge(suggestions, [...plan, ...proposals]), headings }
}

const confidenceOf = (score: number, rivals: number, isCertain: boolean): Confidence =>
  score >= 1 && rivals === 0 && isCertain ? 'sure' : score >= 0.6 ? 'doubtful' : 'weak'

/** Later ones fill what earlier ones left open. */
function merge(first: readonly MappingSuggestion[], later: readonly MappingSuggestion[]): MappingSuggestion[] {
  const byName = new Map(first.map((one) => [one.name, one]))
  for (const one of later) if (!byName.get(one.name)?.cell) byName.set(one.name, one)
  return [...byName.values()]
}

function askedTexts(programme: Programme, lexicon: Lexicon): Asked[] {
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) => lexicon.meaningsOf(text).map(({ concepts }) => ({ concepts, key: meaningKey(concepts) })))
  return [
    ...programme.tasks.map(({ code, label, synonyms }) => ({
      name: `nar.${code}`,
      number: code.slice('tsk.'.length),
      phrases: read([label.vi, ...(synonyms ?? [])]),
    })),
    ...programme.monitors.flatMap(({ label, parts }) =>
      parts
        .filter(({ content }) => content === 'text')
        .map((part) => ({ name: `mon.${part.name}`, number: null, phrases: read([part.label.vi, label.vi, ...(part.synonyms ?? [])]) })),
    ),
  ]
}

function weigh(asked: readonly Asked[]): ReadonlyMap<string, number> {
  const users = new Map<string, number>()
  for (const { phrases } of asked)
    for (const concept of new Set(phrases.flatMap(({ concepts }) => concepts))) users.set(concept, (users.get(concept) ?? 0) + 1)
  return new Map([...users].map(([concept, count]) => [concept, Math.log(1 + asked.length / count)]))
}

function readHeadings(
  grid: SheetGrid,
  tables: readonly FoundTable[],
  weights: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, string>,
): Heading[] {
  const here = tables.filter((table) => table.grid === grid)
  const found: Heading[] = []
  for (const row of grid.rows)
    for (const { column, kind } of grid.cellsOf(row)) {
      if (kind !== 'text') continue
      const text = grid.textAt(row, column)
      if (text.length < shortestHeading || text.length > longestHeading) continue
      if (here.some((table) => table.headRows.includes(row) || isValueColumn(table, row, column))) continue
      const { label, numbering } = cleanLabel(text)
      // Cheap first: two telling words at least, before meanings are read.
      let telling = 0
      for (const word of foldLabel(label).split(/[^a-z0-9]+/)) if (weights.has(word) && ++telling > 1) break
      const number = numbering ? (/\d{1,2}(?:\.\d{1,2})?/.exec(numbering.text)?.[0] ?? null) : null
      if (telling > 1 || known.has(nameKey(label))) found.push({ grid, row, column, text: label, number })
    }
  return found.slice(0, mostHeadings)
}

const isValueColumn = (table: FoundTable, row: number, column: number): boolean =>
  row >= table.top &&
  row <= table.bottom &&
  table.columns.some((one) => one.column === column && one.head.kind !== 'label' && one.head.kind !== 'number')

function score(
  heading: Heading,
  { name, number, phrases }: Asked,
  lexicon: Lexicon,
  weights: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, string>,
): number {
  const confirmed = known.get(nameKey(heading.text))
  if (confirmed !== undefined) return confirmed === name ? 1.3 : 0
  const [meaning] = lexicon.meaningsOf(heading.text)
  if (!meaning) return 0
  const own = meaning.concepts
  const key = meaningKey(own)
  let best = 0
  for (const phrase of phrases) {
    const likeness = phrase.key === key && !meaning.doubtful ? 1 : 0.95 * overlap(own, phrase.concepts, weights)
    if (likeness > best) best = likeness
  }
  return best >= 0.3 && number !== null && heading.number === number ? best + 0.2 : best
}

function overlap(own: readonly string[], words: readonly string[], weights: ReadonlyMap<string, number>): number {
  const weightOf = (concept: string): number => weights.get(concept) ?? 0.6
  const sum = (list: readonly string[]): number => list.reduce((total, concept) => total + weightOf(concept), 0)
  const shared = sum(own.filter((concept) => words.includes(concept)))
  return shared / (sum(own) + sum(words) - shared)
}

/** Beside the heading where a table says so or a text stands there, else below it up to the next heading. */
function placeOf(
  { grid, row, column }: Heading,
  tables: readonly FoundTable[],
  isBoundary: ReadonlySet<string>,
): { cells: readonly CellReference[]; certain: boolean } {
  const at = (atRow: number, atColumn: number): CellReference => ({ sheet: grid.sheet.name, cell: cellAddress(atRow, atColumn) })
  const table = tables.find((one) => one.grid === grid && row > one.top && row <= one.bottom && column >= one.left && column <= one.right)
  const results =
    table?.columns.filter(
      (one) => one.column > column && one.head.kind === 'value' && one.head.time !== 'previous' && one.head.part !== 'percent',
    ) ?? []
  if (results.length > 0)
    return { cells: [at(row, results[0]!.column)], certain: results.length === 1 && !grid.isHidden(row, results[0]!.column) }
  const beside = grid.cellsOf(row).filter((cell) => cell.column > column && grid.textAt(row, cell.column) !== '')
  if (beside.length > 0)
    return { cells: [at(row, beside[0]!.column)], certain: beside.length === 1 && !grid.isHidden(row, beside[0]!.column) }
  const cells: CellReference[] = []
  for (const below of grid.rows) {
    if (below <= row) continue
    const texts = grid.cellsOf(below).filter((cell) => grid.textAt(below, cell.column) !== '')
    if (
      texts.some((cell) => isBoundary.has(`${grid.sheet.name}\n${below}\n${cell.column}`) || endsPassage(grid.textAt(below, cell.column)))
    )
      break
    if (tables.some((one) => one.grid === grid && below >= one.top && below <= one.bottom)) break
    cells.push(...texts.slice(0, 1).map((cell) => at(below, cell.column)))
    if (cells.length >= mostPassages) break
  }
  return { cells, certain: cells.length === 1 }
}

const endsPassage = (text: string): boolean =>
  /^(?:noi nhan|nguoi lap|nguoi tong hop|thu truong|t\/?m |tm\.|bi thu|chu tich|.{2,30}, ngay .{0,30}nam \d{4}|(?:[ivx]+[.)/]\s*|\d+[.)]\s*)?(?:kien nghi|de xuat|phuong huong|nhiem vu trong tam|ton tai|han che|danh gia chung))/.test(
    foldLabel(text).trim(),
  )

const paperNumber = /\d{1,4}\s*-\s*KH\s*\/\s*[\p{L}.-]+/iu
const dayInText =
  /ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b/iu

/** The plan by its number and day, wherever a text about a plan carries them. */
function findPlan(grids: readonly SheetGrid[], programme: Programme): MappingSuggestion[] {
  const [milestone, ...rest] = programme.milestones
  if (!milestone || rest.length > 0) return []
  const name = (evidence: string): string => `mil.${milestone.code}.${evidence}`
  const found = new Map<string, { cell: CellReference; label: string }>()
  for (const grid of grids)
    for (const row of grid.rows) {
      const words = grid.cellsOf(row).map(({ column }) => ({ column, text: grid.textAt(row, column) }))
      const about = words.find(({ text }) => text.length <= longestHeading && /\bke hoach\b/.test(foldLabel(text)))
      if (!about) continue
      for (const { column, text } of words) {
        const cell = { sheet: grid.sheet.name, cell: cellAddress(row, column) }
        if (paperNumber.test(text) && !found.has('number')) found.set('number', { cell, label: about.text })
        if ((dayInText.test(text) || parseDay(text) !== undefined) && !found.has('date')) found.set('date', { cell, label: about.text })
      }
      const dated = grid.cellsOf(row).find(({ kind, column }) => kind === 'date' && column > about.column)
      if (dated && found.has('number') && !found.has('date'))
        found.set('date', { cell: { sheet: grid.sheet.name, cell: cellAddress(row, dated.column) }, label: about.text })
    }
  return milestone.evidence.flatMap((evidence): MappingSuggestion[] => {
    const one = found.get(evidence)
    return one ? [{ name: name(evidence), cell: one.cell, more: [], label: one.label, confidence: 'doubtful', others: [] }] : []
  })
}

const proposalHeading = /^(?:kien nghi|de xuat)(?:,? (?:va )?(?:kien nghi|de xuat))?(?: (?:voi|doi voi|cua don vi|cac cap).*)?$/

/** "Kiến nghị, đề xuất": one line, one proposal; a second column says to whom. */
function findProposals(grids: readonly SheetGrid[], tables: readonly FoundTable[]): MappingSuggestion[] {
  for (const grid of grids)
    for (const row of grid.rows)
      for (const { column } of grid.cellsOf(row)) {
        const text = grid.textAt(row, column)
        if (text === '' || text.length > 90 || !proposalHeading.test(foldLabel(cleanLabel(text).label))) continue
        const lines = proposalLines(grid, row, tables)
        if (lines.length === 0) continue
        return lines.flatMap(({ at, columns }, index): MappingSuggestion[] =>
          columns.map((one, part) => ({
            name: `prop.${index + 1}.${part === 0 ? 'text' : 'addressee'}`,
            cell: { sheet: grid.sheet.name, cell: cellAddress(at, one) },
            more: [],
            label: text,
            confidence: 'doubtful',
            others: [],
          })),
        )
      }
  return []
}

function proposalLines(grid: SheetGrid, heading: number, tables: readonly FoundTable[]): { at: number; columns: readonly number[] }[] {
  const lines: { at: number; columns: readonly number[] }[] = []
  let last = heading
  for (const at of grid.rows) {
    if (at <= heading) continue
    if (at - last > 3 || lines.length === proposalCount) break
    const texts = grid.cellsOf(at).filter(({ column }) => grid.textAt(at, column).length > 3)
    if (texts.some(({ column }) => endsPassage(grid.textAt(at, column)))) break
    if (tables.some((table) => table.grid === grid && table.headRows.includes(at)) || texts.length === 0) continue
    const isHead =
      texts.some(
        ({ column }) =>
          /^(?:noi dung|kien nghi|noi nhan|don vi|cap)/.test(foldLabel(grid.textAt(at, column))) && grid.textAt(at, column).length < 40,
      ) && texts.length > 1
    if (isHead) continue
    lines.push({ at, columns: texts.slice(0, 2).map(({ column }) => column) })
    last = at
  }
  return lines
}

/** The number of a paper, and the day, out of a text that holds more than that; undefined where there is none. */
export const paperNumberIn = (text: string): string | undefined => paperNumber.exec(text)?.[0].replace(/\s+/g, '')
export const dayIn = (text: string): string | undefined => {
  const found = dayInText.exec(text)?.[0]
  return found === undefined ? undefined : parseDay(found)
}

import { countedValue } from '../../domain/figure.ts'
import { submissionFinding, type CellReference, type SubmissionFinding } from '../../domain/finding.ts'
import type { Indicator } from '../../domain/programme.ts'
import { cellAddress } from '../../domain/workbook.ts'
import { formatCount } from '../../vietnamese/format-number.ts'
import { compareShare, readShare, scaleOfShares } from '../../vietnamese/read-share.ts'
import { labelOfField, type MappedView } from './check-mapped.ts'
import type { FoundColumn } from './column-heads.ts'
import type { FoundTable } from './find-tables.ts'
import { lexiconOf, meaningKey, rateSubject } from './programme-lexicon.ts'
import { isTotalWord, type FoundRow } from './read-rows.ts'

/** What a unit summed and divided by itself, computed again: M21 to M23 and M27. None of it is ever taken as a figure. */
export function findSumTrouble(view: MappedView): SubmissionFinding[] {
  return [
    ...view.tables.flatMap((table) => [...rowTotals(view, table), ...columnTotals(view, table)]),
    ...view.tables.flatMap((table) => pairRates(view, table)),
    ...rateRows(view),
    ...unequalTotals(view),
  ]
}

const countColumns = (table: FoundTable): FoundColumn[] =>
  table.columns.filter(({ head }) => head.kind === 'value' && head.part !== 'percent')
const reference = ({ grid }: FoundTable, row: number, column: number): CellReference => ({
  sheet: grid.sheet.name,
  cell: cellAddress(row, column),
})

/** M21 down a column: a row "Cộng" typed by hand against the rows above it that stand under the same heading. */
function rowTotals(view: MappedView, table: FoundTable): SubmissionFinding[] {
  return table.rows.flatMap((total, index) => {
    if (total.role !== 'total') return []
    const summed = rowsAbove(table.rows, index)
    if (summed.length < 2 || new Set(summed.map(({ unitOfCount }) => unitOfCount.trim())).size > 1) return []
    return countColumns(table).flatMap(({ column }) =>
      compareSum(
        view,
        table,
        { row: total.row, column },
        summed.map(({ row }) => ({ row, column })),
        total.label,
      ),
    )
  })
}

function rowsAbove(rows: readonly FoundRow[], total: number): FoundRow[] {
  const found: FoundRow[] = []
  const last = rows[total - 1]
  for (let at = total - 1; at >= 0; at--) {
    const row = rows[at]!
    if (row.role !== 'item' || row.isRate || row.contexts.join('\n') !== last!.contexts.join('\n')) break
    found.push(row)
  }
  return found
}

/** M21 along a row: the last column "Cộng" against the columns before it. */
function columnTotals(view: MappedView, table: FoundTable): SubmissionFinding[] {
  const columns = countColumns(table).filter(({ head }) => head.time !== 'previous')
  const [last, ...rest] = columns.toReversed()
  const isSummed = rest.length >= 2 && rest.every(({ head }) => head.time === null && head.part === null && !head.sums)
  if (!last || !isTotalWord(last.text.split(' › ').at(-1) ?? '') || !isSummed) return []
  return table.rows
    .filter(({ role, isRate }) => role === 'item' && !isRate)
    .flatMap(({ row, label }) =>
      compareSum(
        view,
        table,
        { row, column: last.column },
        rest.map(({ column }) => ({ row, column })),
        label,
      ),
    )
}

type Address = { row: number; column: number }

function compareSum(view: MappedView, table: FoundTable, at: Address, summed: readonly Address[], label: string): SubmissionFinding[] {
  const cell = table.grid.cellAt(at.row, at.column)
  const actual = view.read(table, at.row, at.column)
  const values = summed.map(({ row, column }) => view.read(table, row, column))
  if (!cell || cell.formula !== undefined || actual === undefined || values.some((value) => value === undefined)) return []
  const expected = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  if (expected === actual) return []
  const place = reference(table, at.row, at.column)
  return [
    submissionFinding('M21', 'warning', {
      counterpart: `${place.sheet}!${place.cell}`,
      expected: String(expected),
      actual: String(actual),
      params: { ...place, label, expected: formatCount(expected), actual: formatCount(actual) },
      cells: [place, ...summed.map(({ row, column }) => reference(table, row, column))],
    }),
  ]
}

/** M22, M23 beside a total and what was done: the percentage in the same row. */
function pairRates(view: MappedView, table: FoundTable): SubmissionFinding[] {
  const rates = table.columns.filter(({ head }) => head.kind === 'value' && head.part === 'percent' && head.time !== 'previous')
  return rates.flatMap((rate) => {
    const same = countColumns(table).filter(({ head }) => head.time === rate.head.time)
    const denominator = same.find(({ head }) => head.part === 'denominator')
    const numerator = same.find(({ head }) => head.part === 'numerator')
    if (!denominator || !numerator) return []
    const scale = scaleOfShares(table.rows.map(({ row }) => table.grid.cellAt(row, rate.column)))
    return table.rows.flatMap(({ row, label, role }) => {
      const counted = { numerator: view.read(table, row, numerator.column), denominator: view.read(table, row, denominator.column) }
      if (role === 'group' || counted.numerator === undefined || counted.denominator === undefined || counted.denominator === 0) return []
      const { share, raw } = readShare(table.grid.cellAt(row, rate.column), { scale, encoding: view.mapping.reading.encoding })
      if (!share) return []
      const verdict = compareShare(share, { numerator: counted.numerator, denominator: counted.denominator })
      const cells = [rate, numerator, denominator].map(({ column }) => reference(table, row, column))
      return rateFinding(verdict, {
        label,
        raw,
        numerator: counted.numerator,
        denominator: counted.denominator,
        cells,
        subject: null,
        form: 'percent',
      })
    })
  })
}

/** M22, M23 in a row of its own: "Tỷ lệ … | 90%" against the counts that the mapping takes. */
function rateRows(view: MappedView): SubmissionFinding[] {
  const lexicon = lexiconOf(view.programme)
  return view.tables.flatMap((table) => {
    const values = countColumns(table).filter(({ head }) => head.time !== 'previous')
    if (values.some(({ head }) => head.part === 'denominator')) return []
    return table.rows
      .filter(({ isRate }) => isRate)
      .flatMap(({ row, label }) => {
        const codes = lexicon
          .meaningsOf(rateSubject(label))
          .flatMap(({ concepts }) => lexicon.indicatorsCalled.get(meaningKey(concepts)) ?? [])
        const indicator = view.programme.indicators.find(({ code }) => codes[0] === code)
        if (!indicator) return []
        return values.flatMap(({ column }) => compareRate(view, table, { row, column }, label, indicator)).slice(0, 1)
      })
  })
}

function compareRate(
  view: MappedView,
  table: FoundTable,
  { row, column }: Address,
  label: string,
  indicator: Indicator,
): SubmissionFinding[] {
  const sources = [indicator.numerator, indicator.denominator].map((code) => view.figures.find(({ field }) => field === code))
  const [numerator, denominator] = sources.map((figure) => figure && countedValue(figure))
  const { share, raw } = readShare(table.grid.cellAt(row, column), {
    form: indicator.form,
    scale: 'ask',
    encoding: view.mapping.reading.encoding,
  })
  // Another span than that of the counts would be compared with it.
  const isSameColumn = sources.some((figure) => figure?.source.cell.replace(/\d+/g, '') === cellAddress(1, column).replace(/\d+/g, ''))
  if (!share || !isSameColumn || numerator === undefined || denominator === undefined || denominator === 0) return []
  const verdict = compareShare(share, { numerator, denominator }, indicator.form)
  const cells = [
    reference(table, row, column),
    ...sources.flatMap((figure) => (figure ? [{ sheet: figure.source.sheet, cell: figure.source.cell }] : [])),
  ]
  return rateFinding(verdict, { label, raw, numerator, denominator, cells, subject: indicator.numerator, form: indicator.form })
}

type Rate = {
  label: string
  raw: string
  numerator: number
  denominator: number
  cells: readonly CellReference[]
  subject: string | null
  form: Indicator['form']
}

function rateFinding(verdict: 'agrees' | 'rounding' | 'differs', rate: Rate): SubmissionFinding[] {
  if (verdict === 'agrees') return []
  const computed = computedRate(rate)
  return [
    submissionFinding(verdict === 'rounding' ? 'M23' : 'M22', verdict === 'rounding' ? 'info' : 'warning', {
      subject: rate.subject,
      counterpart: `${rate.cells[0]!.sheet}!${rate.cells[0]!.cell}`,
      expected: computed,
      actual: rate.raw,
      params: {
        ...rate.cells[0]!,
        label: rate.label,
        raw: rate.raw,
        computed,
        numerator: formatCount(rate.numerator),
        denominator: formatCount(rate.denominator),
      },
      cells: rate.cells,
    }),
  ]
}

/** Two decimals, half up, in integers: `90,05%`, `1,20`. */
function computedRate({ numerator, denominator, form }: Rate): string {
  const factor = form === 'percent' ? 10_000n : 100n
  const hundredths = (BigInt(numerator) * factor * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n)
  const text = `${hundredths / 100n},${String(hundredths % 100n).padStart(2, '0')}`
  return form === 'percent' ? `${text}%` : text
}

/** M27: the total of an indicator stands in several rows of pairs, and not everywhere as the same number. */
function unequalTotals(view: MappedView): SubmissionFinding[] {
  const lexicon = lexiconOf(view.programme)
  const found = new Map<string, { value: number; at: CellReference }[]>()
  for (const table of view.tables) {
    const denominators = countColumns(table).filter(({ head }) => head.part === 'denominator' && head.time !== 'previous')
    const hasDone = countColumns(table).some(({ head }) => head.part === 'numerator')
    if (!hasDone) continue
    for (const row of table.rows) {
      const codes = lexicon
        .meaningsOf(row.isRate ? rateSubject(row.label) : row.label)
        .flatMap(({ concepts }) => lexicon.indicatorsCalled.get(meaningKey(concepts)) ?? [])
      const indicator = view.programme.indicators.find(({ code }) => codes[0] === code)
      for (const { column } of denominators) {
        const value = indicator && view.read(table, row.row, column)
        if (value === undefined) continue
        const list = found.get(indicator!.denominator) ?? []
        found.set(indicator!.denominator, [...list, { value, at: reference(table, row.row, column) }])
      }
    }
  }
  return [...found].flatMap(([field, list]) => {
    const other = list.find(({ value }) => value !== list[0]!.value)
    if (!other) return []
    const [first] = list
    return [
      submissionFinding('M27', 'warning', {
        subject: field,
        expected: String(first!.value),
        actual: String(other.value),
        params: {
          label: labelOfField(view.programme, field),
          sheet: first!.at.sheet,
          cell: first!.at.cell,
          otherCell: other.at.cell,
          expected: formatCount(first!.value),
          actual: formatCount(other.value),
        },
        cells: [first!.at, other.at],
      }),
    ]
  })
}

import type { Worksheet } from 'exceljs'
import type { Field, Indicator } from '../../../shared/domain/programme.ts'
import { templateSheets } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { fillWords, workbookWords as words } from '../../../shared/messages/workbook.ts'
import { validateCounts } from './count-validation.ts'
import { put, putAcross, protect, writeDay, type Computed, type Draft } from './draft.ts'
import { fold, isEmpty, romanNumeral } from './fold.ts'
import { noteNumbers, writeNotes } from './notes.ts'
import { guessHeight, linesIn } from './row-height.ts'
import { sheetHead } from './sheet-head.ts'
import { looks } from './styles.ts'

const column = { ordinal: 1, label: 2, unit: 3, measure: 4, input: 5, previous: 6, rate: 7, target: 8, note: 9 } as const
const headRow = 5
const labelWidth = 72

type Row = { field: Field; row: number; group: number }
type Part = { first: number; rows: readonly Row[]; last: number }

/** What the cover needs for its self-check: rows of the required inputs and how many still stand empty. */
export type FiguresResult = { requiredRows: readonly number[]; remaining: number; inputColumn: number }

export async function writeFiguresSheet(draft: Draft): Promise<FiguresResult> {
  const { programme } = draft.order
  const quiet = draft.ask.fields === 'none'
  const sheet = draft.addSheet(templateSheets.figures, {
    widths: [9, labelWidth, 13, 20, 16, 18, 12, 11, 11],
    orientation: 'landscape',
    footer: sheetHead(draft.order),
    frozenRows: headRow,
    repeatedRows: `${headRow}:${headRow}`,
    quiet,
  })
  put(sheet, 1, 1, words.figuresTitle, looks.sheetTitle)
  put(sheet, 2, 1, sheetHead(draft.order), looks.sheetHead)
  putAcross(sheet, 3, 1, column.note, words.figuresHint, looks.small, 32)
  put(sheet, 4, 1, quiet ? words.unfold : draft.ask.fields === 'all' ? words.requiredMark : words.optional, looks.sheetHead)
  writeHead(draft, sheet)

  const part = placeRows(draft)
  const values = writeRows(draft, sheet, part)
  writeRates(draft, sheet, part.rows, values)
  const lastNote = writeNotes(sheet, draft.order.programme, part.last + 2, { ordinal: column.ordinal, from: column.label, to: column.note })
  validateCounts(sheet, part.first, column.input, part.last, column.input)
  if (quiet) fold(sheet, part.first, lastNote)
  await protect(sheet)

  const required = draft.ask.fields === 'all' ? part.rows.filter(({ field }) => field.required) : []
  const remaining = required.filter(({ field }) => isEmpty(values.get(field.code))).length
  return { requiredRows: required.map(({ row }) => row), remaining, inputColumn: column.input }

  function writeHead(into: Draft, on: Worksheet): void {
    const heads: readonly [number, string][] = [
      [column.ordinal, words.ordinal],
      [column.label, words.fieldLabel],
      [column.unit, words.unitOfCount],
      [column.measure, words.measure],
      [column.input, words.current],
      [column.previous, into.order.previous ? fillWords(words.previous, { period: into.order.previous.periodCode }) : words.noPrevious],
      [column.rate, words.rate],
      [column.target, words.target],
      [column.note, words.noteReference],
    ]
    for (const [at, text] of heads) put(on, headRow, at, text, looks.head)
    on.getRow(headRow).height = 34
  }

  function placeRows(from: Draft): Part {
    let row = headRow + 1
    const rows: Row[] = []
    programme.fieldGroups.forEach((group, index) => {
      const fields = from.order.programme.fields.filter((field) => field.group === group.code)
      if (fields.length === 0) return
      row++
      for (const field of fields) rows.push({ field, row: row++, group: index })
    })
    return { first: headRow + 1, rows, last: row - 1 }
  }
}

function writeRows(draft: Draft, sheet: Worksheet, part: Part): Map<string, string | number | undefined> {
  const { programme, period, previous } = draft.order
  const values = new Map<string, string | number | undefined>()
  const notes = noteNumbers(programme.indicators)
  let group = -1
  let ordinal = 0
  for (const { field, row, group: own } of part.rows) {
    if (own !== group) {
      group = own
      for (let at = column.ordinal; at <= column.note; at++) put(sheet, row - 1, at, null, looks.group)
      guessHeight(sheet, row - 1, 1)
      put(sheet, row - 1, column.ordinal, romanNumeral(own + 1), looks.groupCentre)
      put(sheet, row - 1, column.label, programme.fieldGroups[own]?.label.vi ?? '', looks.group)
    }
    put(sheet, row, column.ordinal, ++ordinal, looks.labelCentre)
    put(sheet, row, column.label, field.label.vi, field.required && draft.ask.fields === 'all' ? looks.labelStrong : looks.label)
    guessHeight(sheet, row, linesIn(field.label.vi, labelWidth * 1.2))
    put(sheet, row, column.unit, words.unitsOfCount[field.unitOfCount], looks.labelCentre)
    put(
      sheet,
      row,
      column.measure,
      field.measure === 'flow' ? words.flow : fillWords(words.stock, { cutOff: writeDay(period.cutOff) }),
      looks.labelSmall,
    )
    values.set(field.code, draft.input(sheet, row, column.input, `fld.${field.code}`, looks.count))
    const before = previous?.readings[field.code]
    put(
      sheet,
      row,
      column.previous,
      before === undefined ? null : before.state === 'value' ? before.value : words.statesInPrevious[before.state],
      looks.shadeCount,
    )
    put(sheet, row, column.rate, null, looks.percent)
    put(sheet, row, column.target, null, looks.labelCentre)
    put(sheet, row, column.note, notes.get(field.code) ?? null, looks.labelSmall)
  }
  return values
}

/** The rate stands in the numerator's row, beside the target it is measured by. */
function writeRates(draft: Draft, sheet: Worksheet, rows: readonly Row[], values: ReadonlyMap<string, string | number | undefined>): void {
  const rowOf = new Map(rows.map(({ field, row }) => [field.code, row]))
  for (const indicator of draft.order.programme.indicators) {
    const numeratorRow = rowOf.get(indicator.numerator)
    const denominatorRow = rowOf.get(indicator.denominator)
    if (numeratorRow === undefined || denominatorRow === undefined)
      throw new Error(`${indicator.code} has no row for its numerator or denominator`)
    const numerator = cellAddress(numeratorRow, column.input)
    const denominator = cellAddress(denominatorRow, column.input)
    const rate: Computed = {
      formula: `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),IF(${denominator}>0,${numerator}/${denominator},"${words.notComputed}"),"${words.notComputed}")`,
      result: rateOf(values.get(indicator.numerator), values.get(indicator.denominator)),
    }
    put(sheet, numeratorRow, column.rate, rate, indicator.form === 'ratio' ? looks.ratio : looks.percent)
    put(sheet, numeratorRow, column.target, targetWords(indicator), looks.labelCentre)
  }
}

const rateOf = (numerator: string | number | undefined, denominator: string | number | undefined): number | string =>
  typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0 ? numerator / denominator : words.notComputed

const targetWords = (indicator: Indicator): string =>
  indicator.form === 'ratio'
    ? `≥ ${indicator.threshold},00`
    : indicator.sense === 'all'
      ? `${indicator.threshold}%`
      : `≥ ${indicator.threshold}%`

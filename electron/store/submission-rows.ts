import { cellStates, type CellState, type FigureReading } from '../../shared/domain/figure.ts'
import type { CommuneRow, TextInput } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'
import { fieldKeys } from './programme-store.ts'
import type { FormWords, StoredRows } from './row-hash.ts'

/** Figures, texts and per-commune rows of submissions: domain values in, rows as stored, domain values out. */

export type SubmissionInputs = {
  figures: readonly FigureReading[]
  texts: readonly TextInput[]
  communeRows: readonly CommuneRow[]
}

const stateNumber = Object.fromEntries(cellStates.map((state, index) => [state, index])) as Readonly<Record<CellState, number>>

const fieldKeysOf = new WeakMap<Store, Map<string, number>>()

/** Key of a field of the programme; an unknown code is a bug, because readers take codes only from the programme. */
export function fieldKey(store: Store, code: string): number {
  const known = fieldKeysOf.get(store)?.get(code)
  if (known !== undefined) return known
  const keys = fieldKeys(store)
  fieldKeysOf.set(store, keys)
  const key = keys.get(code)
  if (key === undefined) throw new Error(`no field ${code}`)
  return key
}

/**
 * What will be written for these inputs, in the order of the tables' keys, so that each submission is one run of appends.
 * Throws for a field that no programme has.
 */
export function toStoredRows(store: Store, inputs: SubmissionInputs): StoredRows {
  return {
    figures: inputs.figures
      .map(({ field, state, value, source }) => {
        const { cell, raw } = source
        return {
          field: fieldKey(store, field),
          code: field,
          state: stateNumber[state],
          value,
          cell,
          raw: raw === String(value) ? null : raw,
          form: source,
        }
      })
      .toSorted((a, b) => a.field - b.field),
    texts: inputs.texts
      .map(({ name, text, raw, sheet, cell, how }) => ({
        name,
        text,
        raw: raw === text ? null : raw,
        cell,
        form: { sheet, numberFormat: '', how },
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    communeFigures: inputs.communeRows
      .flatMap(({ unit, readings, sheet, row }) => {
        const form = { sheet, numberFormat: '', how: '' }
        return Object.entries(readings).map(([code, { state, value }]) => ({
          unit,
          field: fieldKey(store, code),
          code,
          state: stateNumber[state],
          value,
          row,
          form,
        }))
      })
      .toSorted((a, b) => (a.unit === b.unit ? a.field - b.field : a.unit < b.unit ? -1 : 1)),
  }
}

/** Interns a cell form. Remembered for one submission only: a key remembered across a rollback could come to mean another form. */
function formInterner(store: Store): (form: FormWords) => number {
  const known: { form: FormWords; key: number }[] = []
  let last: { form: FormWords; key: number } | undefined
  const find = store.pluck<[string, string, string], number>('SELECT key FROM cell_form WHERE sheet = ? AND number_format = ? AND how = ?')
  const insert = store.prepare<[string, string, string]>('INSERT INTO cell_form (sheet, number_format, how) VALUES (?, ?, ?)')
  return (form) => {
    if (last && isSameForm(last.form, form)) return last.key
    last = known.find((candidate) => isSameForm(candidate.form, form))
    if (!last) {
      const { sheet, numberFormat, how } = form
      last = { form, key: find.get(sheet, numberFormat, how) ?? Number(insert.run(sheet, numberFormat, how).lastInsertRowid) }
      known.push(last)
    }
    return last.key
  }
}

const isSameForm = (a: FormWords, b: FormWords): boolean => a.sheet === b.sheet && a.numberFormat === b.numberFormat && a.how === b.how

/** Writes what `toStoredRows` gave, in the caller's transaction. */
export function insertStoredRows(store: Store, submission: number, { figures, texts, communeFigures }: StoredRows): void {
  const formKey = formInterner(store)
  insertRows(store, 'figure (submission, field, state, value, form, cell, raw)', figures, (values, row) =>
    values.push(submission, row.field, row.state, row.value, formKey(row.form), row.cell, row.raw),
  )
  insertRows(store, 'text_input (submission, name, text, raw, form, cell)', texts, (values, row) =>
    values.push(submission, row.name, row.text, row.raw, formKey(row.form), row.cell),
  )
  insertRows(store, 'commune_figure (submission, unit, field, state, value, form, row)', communeFigures, (values, row) =>
    values.push(submission, row.unit, row.field, row.state, row.value, formKey(row.form), row.row),
  )
}

/** Rows per statement: entering SQLite once for many rows costs two thirds of entering it for each. */
const rowsAtOnce = 100

function insertRows<Row>(
  store: Store,
  into: string,
  rows: readonly Row[],
  push: (values: (string | number | null)[], row: Row) => void,
): void {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values: (string | number | null)[] = []
    const to = Math.min(from + rowsAtOnce, rows.length)
    for (let index = from; index < to; index++) push(values, rows[index]!)
    store.prepare(insertText(into, to - from, values.length / (to - from))).run(values)
  }
}

const insertTexts = new Map<string, string[]>()

function insertText(into: string, rows: number, columns: number): string {
  let texts = insertTexts.get(into)
  if (!texts) insertTexts.set(into, (texts = []))
  return (texts[rows] ??= `INSERT INTO ${into} VALUES ${Array(rows)
    .fill(`(${Array(columns).fill('?').join(', ')})`)
    .join(', ')}`)
}

type FigureRow = {
  field: string
  state: number
  value: number | null
  raw: string | null
  cell: string
  sheet: string
  number_format: string
  how: string
}

const selectFigures = `SELECT f.code AS field, g.state, g.value, g.raw, g.cell, c.sheet, c.number_format, c.how
  FROM figure g JOIN field f ON f.key = g.field JOIN cell_form c ON c.key = g.form`

const toReading = (row: FigureRow): FigureReading => ({
  field: row.field,
  state: cellStates[row.state]!,
  value: row.value,
  source: { sheet: row.sheet, cell: row.cell, raw: row.raw ?? String(row.value), numberFormat: row.number_format, how: row.how },
})

/** Figures as reported by one submission, in the programme's order of fields. */
export const listReadings = (store: Store, submission: number): FigureReading[] =>
  store.prepare<[number], FigureRow>(`${selectFigures} WHERE g.submission = ? ORDER BY g.field`).all(submission).map(toReading)

type TextRow = { name: string; text: string; raw: string | null; cell: string; sheet: string; how: string }

/** Texts of one submission by input name; `raw` is the text before decoding. */
export const listTexts = (store: Store, submission: number): TextInput[] =>
  store
    .prepare<[number], TextRow>(
      `SELECT t.name, t.text, t.raw, t.cell, c.sheet, c.how FROM text_input t JOIN cell_form c ON c.key = t.form WHERE t.submission = ? ORDER BY t.name`,
    )
    .all(submission)
    .map((row) => ({ ...row, raw: row.raw ?? row.text }))

type CommuneFigureRow = { unit: string; field: string; state: number; value: number | null; row: number; sheet: string }

/** The optional per-commune rows of one submission, by commune code. */
export function listCommuneRows(store: Store, submission: number): CommuneRow[] {
  const rows = store
    .prepare<[number], CommuneFigureRow>(
      `SELECT m.unit, f.code AS field, m.state, m.value, m.row, c.sheet FROM commune_figure m
       JOIN field f ON f.key = m.field JOIN cell_form c ON c.key = m.form WHERE m.submission = ? ORDER BY m.unit, m.field`,
    )
    .all(submission)
  const byUnit = Map.groupBy(rows, (row) => row.unit)
  return [...byUnit].map(([unit, own]) => ({
    unit,
    readings: Object.fromEntries(own.map((row) => [row.field, { state: cellStates[row.state]!, value: row.value }])),
    sheet: own[0]!.sheet,
    row: own[0]!.row,
  }))
}

/** Everything that a version says. */
export const listInputs = (
  store: Store,
  submission: number,
): { figures: FigureReading[]; texts: TextInput[]; communeRows: CommuneRow[] } => ({
  figures: listReadings(store, submission),
  texts: listTexts(store, submission),
  communeRows: listCommuneRows(store, submission),
})

import { createHash } from 'node:crypto'
import { cellStates, type FigureReading } from '../../shared/domain/figure.ts'
import type { CommuneRow, TextInput } from '../../shared/domain/submission.ts'
import type { Store } from './database.ts'
import { fieldKeys } from './programme-store.ts'

/** Figures, texts and per-commune rows of submissions: domain values in, rows as stored, domain values out. */

export type SubmissionInputs = {
  figures: readonly FigureReading[]
  texts: readonly TextInput[]
  communeRows: readonly CommuneRow[]
}

const stateNumber = new Map(cellStates.map((state, index) => [state, index]))

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

/** Interns a cell form. Remembered for one submission only: a key remembered across a rollback could come to mean another form. */
function formInterner(store: Store): (sheet: string, numberFormat: string, how: string) => number {
  const known = new Map<string, number>()
  const find = store.pluck<[string, string, string], number>('SELECT key FROM cell_form WHERE sheet = ? AND number_format = ? AND how = ?')
  const insert = store.prepare<[string, string, string]>('INSERT INTO cell_form (sheet, number_format, how) VALUES (?, ?, ?)')
  return (sheet, numberFormat, how) => {
    const name = `${sheet}\n${numberFormat}\n${how}`
    let key = known.get(name)
    if (key === undefined) {
      key = find.get(sheet, numberFormat, how) ?? Number(insert.run(sheet, numberFormat, how).lastInsertRowid)
      known.set(name, key)
    }
    return key
  }
}

/** Rows in ascending key order, so that each submission is one run of appends. */
export function insertInputs(store: Store, submission: number, inputs: SubmissionInputs): void {
  const formKey = formInterner(store)
  const figure = store.prepare('INSERT INTO figure (submission, field, state, value, form, cell, raw) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const figures = inputs.figures.map((one) => ({ one, field: fieldKey(store, one.field) })).toSorted((a, b) => a.field - b.field)
  for (const { one, field } of figures) {
    const { sheet, cell, raw, numberFormat, how } = one.source
    figure.run(
      submission,
      field,
      stateNumber.get(one.state),
      one.value,
      formKey(sheet, numberFormat, how),
      cell,
      raw === String(one.value) ? null : raw,
    )
  }
  const text = store.prepare('INSERT INTO text_input (submission, name, text, raw, form, cell) VALUES (?, ?, ?, ?, ?, ?)')
  for (const input of inputs.texts.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    text.run(
      submission,
      input.name,
      input.text,
      input.raw === input.text ? null : input.raw,
      formKey(input.sheet, '', input.how),
      input.cell,
    )
  const commune = store.prepare(
    'INSERT INTO commune_figure (submission, unit, field, state, value, form, row) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const row of inputs.communeRows.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)))
    for (const [field, reading] of Object.entries(row.readings))
      commune.run(
        submission,
        row.unit,
        fieldKey(store, field),
        stateNumber.get(reading.state),
        reading.value,
        formKey(row.sheet, '', ''),
        row.row,
      )
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

/**
 * SHA-256 over the figures, texts and per-commune rows of one submission as they are stored now, with the words of
 * their fields and cell forms, so that a flipped bit in any of these tables shows. Hex.
 */
export function hashSubmissionRows(store: Store, submission: number): string {
  const hash = createHash('sha256')
  // One text per table, made by SQLite: handing every row over to be written as JSON takes three times as long.
  for (const sql of hashedRows) hash.update(store.pluck<[number], string>(sql).get(submission) ?? '').update('\n')
  return hash.digest('hex')
}

const hashedRows = [
  `SELECT json_group_array(json_array(f.code, g.state, g.value, g.cell, g.raw, c.sheet, c.number_format, c.how) ORDER BY g.field)
   FROM figure g LEFT JOIN field f ON f.key = g.field LEFT JOIN cell_form c ON c.key = g.form WHERE g.submission = ?`,
  `SELECT json_group_array(json_array(t.name, t.text, t.raw, t.cell, c.sheet, c.number_format, c.how) ORDER BY t.name)
   FROM text_input t LEFT JOIN cell_form c ON c.key = t.form WHERE t.submission = ?`,
  `SELECT json_group_array(json_array(m.unit, f.code, m.state, m.value, m.row, c.sheet, c.number_format, c.how) ORDER BY m.unit, m.field)
   FROM commune_figure m LEFT JOIN field f ON f.key = m.field LEFT JOIN cell_form c ON c.key = m.form WHERE m.submission = ?`,
] as const

import { createHash, hash } from 'node:crypto'
import type { Store } from './database.ts'

/**
 * SHA-256 over the figures, texts and per-commune rows of one submission, with the words of their fields and cell forms,
 * so that a flipped bit in any of these tables shows. Made twice: from the rows as they are written, and from the tables
 * when somebody checks; a property test holds the two together.
 */

/** Where the words of a cell stand once per form instead of once per row. */
export type FormWords = { sheet: string; numberFormat: string; how: string }

/** Rows as they are written, each list in the order of its table's key; `field` is the key of the field `code`. */
export type StoredFigure = {
  field: number
  code: string
  state: number
  value: number | null
  cell: string
  raw: string | null
  form: FormWords
}
export type StoredText = { name: string; text: string; raw: string | null; cell: string; form: FormWords }
export type StoredCommuneFigure = {
  unit: string
  field: number
  code: string
  state: number
  value: number | null
  row: number
  form: FormWords
}
export type StoredRows = { figures: readonly StoredFigure[]; texts: readonly StoredText[]; communeFigures: readonly StoredCommuneFigure[] }

/** The hash of rows that are about to be written, equal to what `hashSubmissionRows` will give. Hex. */
export function hashStoredRows({ figures, texts, communeFigures }: StoredRows): string {
  const quoted = quotedForms()
  let json = '['
  let separator = ''
  for (const row of figures) {
    json += `${separator}[${quote(row.code)},${row.state},${row.value},${quote(row.cell)},${quoteMaybe(row.raw)},${quoted(row.form)}]`
    separator = ','
  }
  json += ']\n['
  separator = ''
  for (const row of texts) {
    json += `${separator}[${quote(row.name)},${quote(row.text)},${quoteMaybe(row.raw)},${quote(row.cell)},${quoted(row.form)}]`
    separator = ','
  }
  json += ']\n['
  separator = ''
  for (const row of communeFigures) {
    json += `${separator}[${quote(row.unit)},${quote(row.code)},${row.state},${row.value},${row.row},${quoted(row.form)}]`
    separator = ','
  }
  return hash('sha256', `${json}]\n`)
}

/** SQLite keeps half a surrogate pair as U+FFFD, and that is what it will give back. */
const quote = (text: string): string => (isPlain.test(text) ? `"${text}"` : JSON.stringify(text.toWellFormed()))
const isPlain = /^[ !#-[\]-~]{0,40}$/

const quoteMaybe = (text: string | null): string => (text === null ? 'null' : quote(text))

/** Neighbouring rows nearly always share a form. */
function quotedForms(): (form: FormWords) => string {
  let last: FormWords | undefined
  let words = ''
  return (form) => {
    if (!last || form.sheet !== last.sheet || form.numberFormat !== last.numberFormat || form.how !== last.how) {
      last = form
      words = `${quote(form.sheet)},${quote(form.numberFormat)},${quote(form.how)}`
    }
    return words
  }
}

/** The hash of one submission's rows as they are stored now. Hex. */
export function hashSubmissionRows(store: Store, submission: number): string {
  const sum = createHash('sha256')
  // One text per table, made by SQLite: handing every row over to be written as JSON takes three times as long.
  for (const sql of hashedRows) sum.update(store.pluck<[number], string>(sql).get(submission) ?? '').update('\n')
  return sum.digest('hex')
}

const hashedRows = [
  `SELECT json_group_array(json_array(f.code, g.state, g.value, g.cell, g.raw, c.sheet, c.number_format, c.how) ORDER BY g.field)
   FROM figure g LEFT JOIN field f ON f.key = g.field LEFT JOIN cell_form c ON c.key = g.form WHERE g.submission = ?`,
  `SELECT json_group_array(json_array(t.name, t.text, t.raw, t.cell, c.sheet, c.number_format, c.how) ORDER BY t.name)
   FROM text_input t LEFT JOIN cell_form c ON c.key = t.form WHERE t.submission = ?`,
  `SELECT json_group_array(json_array(m.unit, f.code, m.state, m.value, m.row, c.sheet, c.number_format, c.how) ORDER BY m.unit, m.field)
   FROM commune_figure m LEFT JOIN field f ON f.key = m.field LEFT JOIN cell_form c ON c.key = m.form WHERE m.submission = ?`,
] as const

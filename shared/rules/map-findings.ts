import type { FigureReading } from '../domain/figure.ts'
import { submissionFinding, type FindingDetails, type Severity, type SubmissionFinding } from '../domain/finding.ts'
import type { Programme } from '../domain/programme.ts'
import type { SubmissionIdentity } from '../domain/submission.ts'
import { isShortcomingName, templateVersion } from '../domain/template.ts'
import type { PlainWorkbook } from '../domain/workbook.ts'
import { readDay } from '../vietnamese/dates.ts'
import { nameKey } from '../vietnamese/text-key.ts'
import type { TextEncoding } from '../vietnamese/vote-encoding.ts'
import type { InputCell, InputCells } from './map-input-cells.ts'
import { namesOf, type TextName } from './map-names.ts'
import { suspectTexts } from './map-suspect-texts.ts'
import { addressOf, findDecoding, plainText } from './map-texts.ts'

type Mapping = {
  workbook: PlainWorkbook
  programme: Programme
  cells: InputCells
  identity: SubmissionIdentity | null
  figures: readonly FigureReading[]
  nilReport: boolean
  /** What a person settled for texts whose font does not tell. */
  silent?: TextEncoding
}

/** Structural trouble of a workbook of ours: rules M1 to M17 and M36 to M38 of SPEC.md; those of the per-commune sheet, M16 and M18, apart. */
export function findMappingTrouble(mapping: Mapping): readonly SubmissionFinding[] {
  const inputs = inputsOf(mapping)
  return [
    ...identityFindings(mapping),
    ...(isOfThisProgramme(mapping) ? labelFindings(mapping) : []),
    ...inputs.flatMap((input) => cellFindings(mapping, input)),
    ...hiddenFindings(inputs),
    ...nameFindings(mapping),
    ...fileFindings(mapping, inputs),
    ...suspectTexts(inputs.flatMap(({ found }) => found ?? [])),
  ]
}

/** Trouble of the cells themselves and of the file, whoever made the table: M4 to M7, M11 to M14 and M17. */
export function findCellTrouble(mapping: Mapping): readonly SubmissionFinding[] {
  const inputs = inputsOf(mapping).filter(({ found }) => found !== undefined)
  return [...inputs.flatMap((input) => cellFindings(mapping, input)), ...hiddenFindings(inputs), ...fileFindings(mapping, inputs)]
}

type Input = Pick<TextName, 'label' | 'content'> & { subject: string; kind: 'figure' | 'text'; found: InputCell | undefined }

function inputsOf({ programme, cells }: Mapping): readonly Input[] {
  return [
    ...namesOf(programme).fields.map(({ name, field }): Input => ({
      subject: field.code,
      label: field.label.vi,
      content: 'count',
      kind: 'figure',
      found: cells.find(name),
    })),
    ...namesOf(programme).texts.map(({ name, label, content }): Input => ({
      subject: name,
      label,
      content,
      kind: 'text',
      found: cells.find(name),
    })),
  ]
}

function identityFindings({ identity, programme }: Mapping): SubmissionFinding[] {
  if (!identity) return []
  const found: SubmissionFinding[] = []
  if (!identity.intact) found.push(submissionFinding('M1', 'warning'))
  if (identity.templateVersion !== templateVersion)
    found.push(
      submissionFinding('M2', 'warning', {
        expected: String(templateVersion),
        actual: String(identity.templateVersion),
        params: { found: identity.templateVersion, known: templateVersion },
      }),
    )
  if (identity.programme === programme.code && identity.programmeVersion !== programme.version)
    found.push(
      submissionFinding('M15', 'info', {
        expected: String(programme.version),
        actual: String(identity.programmeVersion),
        params: { found: identity.programmeVersion, known: programme.version },
      }),
    )
  return found
}

/** Labels of another version may rightly read otherwise. */
const isOfThisProgramme = ({ identity, programme }: Mapping): boolean =>
  identity === null ||
  (identity.programme === programme.code && identity.programmeVersion === programme.version && identity.templateVersion === templateVersion)

/** A label that reads as another entry's is no slip of the pen: rows were swapped or sorted, and figures stand under the wrong items. */
function labelFindings({ programme, cells, workbook }: Mapping): SubmissionFinding[] {
  const ownerOf = new Map(namesOf(programme).labelled.map(({ label, subject }) => [nameKey(label), subject]))
  return namesOf(programme).labelled.flatMap(({ name, subject, label, offset }) => {
    const input = cells.find(name)
    if (!input) return []
    const at = { row: input.row + offset.rows, column: input.column + offset.columns }
    const cell = cells.cellAt(input.sheet, at.row, at.column)
    const found = cell ? plainText(cell, workbook.date1904) : ''
    if (found === label || nameKey(found) === nameKey(label)) return []
    const place = { sheet: input.sheet.name, cell: addressOf(at) }
    const isAnother = (ownerOf.get(nameKey(found)) ?? subject) !== subject
    return [
      submissionFinding(isAnother ? 'M19' : 'M3', isAnother ? 'blocking' : 'warning', {
        subject,
        expected: label,
        actual: found,
        params: { ...place, label, found },
        cells: [place],
      }),
    ]
  })
}

function cellFindings({ workbook }: Mapping, { found, subject, label, kind, content }: Input): SubmissionFinding[] {
  if (!found) return [submissionFinding('M9', 'warning', { subject, params: { label } })]
  const { cell } = found
  if (!cell) return []
  const place = { sheet: found.sheet.name, cell: addressOf(found) }
  const details = (raw: string): FindingDetails => ({ subject, actual: raw, params: { ...place, label, raw }, cells: [place] })
  const severity: Severity = kind === 'figure' ? 'blocking' : 'warning'
  if (cell.withoutResult) return [submissionFinding('M5', severity, details(`=${cell.formula ?? ''}`))]
  if (cell.kind === 'error') return [submissionFinding('M6', severity, details(String(cell.value)))]
  const formula = cell.formula === undefined ? [] : [submissionFinding('M4', 'warning', details(`=${cell.formula}`))]
  const text = content === 'day' ? plainText(cell, workbook.date1904) : ''
  const isUnclearDay = text !== '' && readDay(cell, workbook.date1904).day === null
  return isUnclearDay ? [...formula, submissionFinding('M17', 'warning', details(text))] : formula
}

/** One finding per sheet: hidden rows are usually hidden together. */
function hiddenFindings(inputs: readonly Input[]): SubmissionFinding[] {
  const bySheet = new Map<string, string[]>()
  for (const { found } of inputs) {
    if (!found?.cell || String(found.cell.value).trim() === '') continue
    const { sheet } = found
    if (sheet.visibility === 'visible' && !sheet.hiddenRows.includes(found.row) && !sheet.hiddenColumns.includes(found.column)) continue
    bySheet.set(sheet.name, [...(bySheet.get(sheet.name) ?? []), addressOf(found)])
  }
  return [...bySheet].map(([sheet, addresses]) =>
    submissionFinding('M7', 'warning', {
      counterpart: sheet,
      actual: String(addresses.length),
      params: { sheet, count: addresses.length, cells: addresses.slice(0, 5).join(', ') + (addresses.length > 5 ? ', …' : '') },
      cells: addresses.map((cell) => ({ sheet, cell })),
    }),
  )
}

function nameFindings({ programme, cells }: Mapping): SubmissionFinding[] {
  const { known } = namesOf(programme)
  return [
    ...cells.names
      .filter((name) => !known.has(name.toLowerCase()) && !isShortcomingName(name))
      .map((name) => submissionFinding('M8', 'info', { counterpart: name, params: { name } })),
    ...cells.copiedSheets.map((sheet) => submissionFinding('M10', 'warning', { counterpart: sheet, params: { sheet } })),
  ]
}

function fileFindings({ workbook, programme, figures, nilReport, silent }: Mapping, inputs: readonly Input[]): SubmissionFinding[] {
  const found: SubmissionFinding[] = []
  const assumed = figures.filter((figure) => figure.source.how === 'nil_report')
  if (nilReport && assumed.length > 0) {
    const stocks = assumed.filter(({ field }) =>
      programme.fields.some((candidate) => candidate.code === field && candidate.measure === 'stock'),
    ).length
    found.push(submissionFinding('M11', 'warning', { actual: String(assumed.length), params: { count: assumed.length, stocks } }))
  }
  if (workbook.hasMacros) found.push(submissionFinding('M12', 'info'))
  if (workbook.hasExternalLinks) found.push(submissionFinding('M13', 'info'))
  const decoded = inputs.flatMap(({ found: input }) => {
    const text = input?.cell && findDecoding(input.cell, silent)
    return input?.cell && text
      ? [{ place: { sheet: input.sheet.name, cell: addressOf(input) }, before: String(input.cell.value), after: text.text }]
      : []
  })
  const [example] = decoded
  if (example)
    found.push(
      submissionFinding('M14', 'info', {
        actual: String(decoded.length),
        params: { count: decoded.length, before: example.before.slice(0, 60), after: example.after.slice(0, 60) },
        cells: decoded.map(({ place }) => place),
      }),
    )
  return found
}

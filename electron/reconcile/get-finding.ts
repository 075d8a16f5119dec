import type { CellState } from '../../shared/domain/figure.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listAdjustmentsOf, type Adjustment } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listLaidTexts, listTextsInEffect } from '../store/laid-text-store.ts'
import { findReceiptStanding } from '../store/receipt-store.ts'
import { listReadings, listTexts } from '../store/submission-rows.ts'
import { findEffective, listOfFile, type StoredSubmission } from '../store/submission-store.ts'
import { findUnit } from '../store/unit-store.ts'
import { toFinding } from './list-findings.ts'
import type { Finding, Source } from './scene.ts'
import { standingFindings } from './standing-findings.ts'
import { scalesOf } from './weigh-findings.ts'

export type FindingCell = {
  unit: string | null
  unitName: string | null
  /** Null where nothing of the template stands in the cell, or the file does not count. */
  input: string | null
  isField: boolean
  originalName: string
  sheet: string
  cell: string
  value: number | null
  state: CellState | null
  reported: number | null
  reportedState: CellState | null
  raw: string
  adjustments: Omit<Adjustment, 'period' | 'unit' | 'field'>[]
}

export type FindingInFull = Omit<Finding, 'sources'> & { cells: FindingCell[]; weight: number }

type Request = { period: string; unit: string | null; id: string }

/** One finding with the cells it speaks of; null when it no longer stands. Refuses with `period.not_found`. */
export function* getFinding({ store }: Pick<ServiceContext, 'store'>, request: Request): ReadingSteps<FindingInFull | null> {
  const { period, unit, id } = request
  const found = (yield* standingFindings(store, period)).byId.get(id)
  if (!found || (unit !== null && found.unit !== unit)) return null
  const { sources, ...finding } = toFinding(found)
  const fields = new Set(getProgramme(store, getPeriod(store, period).programmeVersion).fields.map(({ code }) => code))
  const look = createLook(store, period, fields)
  const cells = sources.map((source) => look.at(source, finding.field))
  // A figure without a cell of its own can be adjusted all the same.
  const { unit: whose, field } = finding
  if (whose !== null && field !== null && fields.has(field) && !cells.some((cell) => cell.unit === whose && cell.input === field))
    cells.push(...look.field(whose, field))
  return { ...finding, cells, weight: (yield* scalesOf(store, period))(finding) }
}

/** `subject`: the input that the finding is about; a text that was taken from a paper has no cell to be found by. */
type Look = { at(source: Source, subject: string | null): FindingCell; field(unit: string, field: string): FindingCell[] }

function createLook(store: Store, period: string, fields: ReadonlySet<string>): Look {
  const nowhere = { value: null, state: null, reported: null, reportedState: null, raw: '', adjustments: [] }
  const nameOf = (unit: string | null): string | null => (unit === null ? null : (findUnit(store, unit)?.name ?? unit))

  const fieldCell = (submission: StoredSubmission, unit: string, field: string): FindingCell | undefined => {
    const reported = listReadings(store, submission.key).find((reading) => reading.field === field)
    if (!reported) return undefined
    const inEffect = listReadingsInEffect(store, period, unit).get(field) ?? reported
    const { sheet, cell, raw } = reported.source
    return {
      unit,
      unitName: nameOf(unit),
      input: field,
      isField: true,
      originalName: submission.originalName,
      sheet,
      cell,
      value: inEffect.value,
      state: inEffect.state,
      reported: reported.value,
      reportedState: reported.state,
      raw,
      adjustments: listAdjustmentsOf(store, period, unit, field).map(({ period: _period, unit: _unit, field: _field, ...rest }) => rest),
    }
  }

  /** The passage that stands where the workbook says nothing, under the name of the paper it was taken from. */
  const takenFromPaper = (submission: StoredSubmission, unit: string, input: string | null): FindingCell | undefined => {
    if (input === null) return undefined
    const taken = listLaidTexts(store, submission.period, unit).find(({ name, state }) => name === input && state === 'active')
    if (!taken || listTexts(store, submission.key).some(({ name, cell }) => name === input && cell !== '')) return undefined
    const originalName = findReceiptStanding(store, taken.receipt)?.path.split(/[\\/]/).at(-1) ?? ''
    return { unit, unitName: nameOf(unit), input, isField: false, originalName, sheet: '', cell: '', ...nowhere, raw: taken.text }
  }

  return {
    at({ sha256, sheet, cell }, subject) {
      const versions = listOfFile(store, period, sha256)
      const submission = versions.find(({ state }) => state === 'effective') ?? versions.at(-1)
      const unit = submission?.unit ?? null
      const plain = {
        unit,
        unitName: nameOf(unit),
        input: null,
        isField: false,
        originalName: submission?.originalName ?? '',
        sheet,
        cell,
        ...nowhere,
      }
      // Only of the version that counts can a figure be adjusted or its origin shown.
      if (!submission || unit === null || submission.state !== 'effective') return plain
      if (cell === '') return takenFromPaper(submission, unit, subject) ?? plain
      const field = listReadings(store, submission.key).find(({ source }) => source.sheet === sheet && source.cell === cell)?.field
      if (field !== undefined && fields.has(field)) return fieldCell(submission, unit, field) ?? plain
      const text = listTextsInEffect(store, submission).find((input) => input.sheet === sheet && input.cell === cell)
      // What was laid over the cell from a paper counts, not what stands in it.
      return text ? { ...plain, input: text.name, raw: text.how === 'paper' ? text.text : text.raw } : plain
    },
    field(unit, field) {
      const submission = findEffective(store, period, unit)
      const cell = submission && fieldCell(submission, unit, field)
      return cell ? [cell] : []
    },
  }
}

import { resolve } from 'node:path'
import type { CellState } from '../../shared/domain/figure.ts'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import { noteName, proposalCount } from '../../shared/domain/template.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listAdjustmentsOf, type Adjustment } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { findKeyedEntryOf, type KeyedEntry } from '../store/keyed-entry-store.ts'
import { listLaidTexts, type LaidText } from '../store/laid-text-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findReceiptStanding } from '../store/receipt-store.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { listReadings, listTexts } from '../store/submission-rows.ts'
import { findEffective, type StoredSubmission } from '../store/submission-store.ts'

/** What a person reads of an adjustment beside the figure it lies over. */
export type TracedAdjustment = Omit<Adjustment, 'period' | 'unit' | 'field'>

/** From a number to its cell. `value` and `state` are in effect, `reported` is what the file says; `path` is the kept copy, absolute. */
export type Trace = {
  name: string
  unit: string
  unitName: string
  submission: Id
  version: number
  receivedAt: Instant
  channel: Channel
  value: number | string | null
  reported: number | string | null
  raw: string
  state: CellState
  /** Empty for texts. */
  numberFormat: string
  how: string
  path: string
  /** As the file was called when it came. */
  originalName: string
  sha256: string
  /** Sheet and cell are empty where the file has no cell for this input, or nothing stands in it. */
  sheet: string
  cell: string
  /** Oldest first, withdrawn and replaced ones included. */
  adjustments: readonly TracedAdjustment[]
  /** A passage from the unit's paper that lies over the text, or is suspended; null for figures and where there is none. */
  laid: TracedText | null
  /** Who keyed the version in for the unit, from which paper or told by whom, and who checked it. */
  keyed: TracedEntry | null
}

export type TracedText = Pick<LaidText, 'id' | 'state' | 'heading' | 'paragraph' | 'sha256' | 'receipt' | 'actor' | 'at'> & {
  path: string
  fileName: string
}
export type TracedEntry = Pick<KeyedEntry, 'actor' | 'at' | 'checker' | 'checkedAt' | 'toldBy' | 'toldAt' | 'receipt'>

/**
 * Where an input of the version that counts comes from. Any input name of the template; `fld.` may be left out. Refuses
 * with `period.not_found`, `unit.not_found`, `trace.unknown_input`, `trace.no_submission`.
 */
export function traceInput({ store }: Pick<ServiceContext, 'store'>, request: { period: string; unit: string; input: string }): Trace {
  const period = getPeriod(store, request.period)
  const unit = getExpectedUnit(store, period.code, request.unit)
  const programme = getProgramme(store, period.programmeVersion)
  const field = request.input.replace(/^fld\./, '')
  const isField = programme.fields.some(({ code }) => code === field)
  if (!isField && !isTextName(programme, request.input)) throw new AppError('trace.unknown_input', { name: request.input })
  const submission = findEffective(store, period.code, unit.code)
  if (!submission) throw new AppError('trace.no_submission', { unit: unit.name, period: period.code })
  const origin = originOf(store, unit, submission)
  return isField
    ? { ...origin, ...traceField(store, submission, { period: period.code, unit: unit.code, field }) }
    : { ...origin, ...traceText(store, submission, request.input) }
}

function isTextName({ tasks, milestones, monitors }: Programme, name: string): boolean {
  const proposal = /^prop\.([1-9]\d*)\.(?:text|addressee)$/.exec(name)
  return (
    name === noteName ||
    (proposal !== null && Number(proposal[1]) <= proposalCount) ||
    tasks.some(({ code }) => name === `nar.${code}`) ||
    milestones.some(({ code, evidence }) => evidence.some((part) => name === `mil.${code}.${part}`)) ||
    monitors.some(({ parts }) => parts.some((part) => name === `mon.${part.name}`))
  )
}

type Origin = Pick<
  Trace,
  'unit' | 'unitName' | 'submission' | 'version' | 'receivedAt' | 'channel' | 'path' | 'sha256' | 'originalName' | 'keyed'
>

function originOf(store: Store, { code, name }: Pick<Unit, 'code' | 'name'>, submission: StoredSubmission): Origin {
  const { id, version, receivedAt, channel, sha256, originalName } = submission
  const file = findReceivedFile(store, sha256)
  if (!file) throw new Error(`submission ${id} has no kept file`)
  const path = resolve(store.filesDirectory, file.keptAs)
  return { unit: code, unitName: name, submission: id, version, receivedAt, channel, path, sha256, originalName, keyed: keyedOf(store, id) }
}

function keyedOf(store: Store, submission: Id): TracedEntry | null {
  const entry = findKeyedEntryOf(store, submission)
  if (!entry) return null
  const { actor, at, checker, checkedAt, toldBy, toldAt, receipt } = entry
  return { actor, at, checker, checkedAt, toldBy, toldAt, receipt }
}

const nowhere = { raw: '', sheet: '', cell: '', numberFormat: '', how: 'missing' }

type Reported = Omit<Trace, keyof Origin>

function traceField(store: Store, submission: StoredSubmission, target: { period: string; unit: string; field: string }): Reported {
  const reported = listReadings(store, submission.key).find(({ field }) => field === target.field)
  const inEffect = listReadingsInEffect(store, target.period, target.unit).get(target.field)
  return {
    name: target.field,
    value: inEffect?.value ?? null,
    state: inEffect?.state ?? 'blank',
    reported: reported?.value ?? null,
    ...(reported ? reported.source : nowhere),
    adjustments: listAdjustmentsOf(store, target.period, target.unit, target.field).map(toTraced),
    laid: null,
  }
}

const toTraced = ({ period: _period, unit: _unit, field: _field, ...traced }: Adjustment): TracedAdjustment => traced

/** The workbook's own text stays the reported one, whatever lies over it. */
function traceText(store: Store, submission: StoredSubmission, name: string): Reported {
  const input = listTexts(store, submission.key).find((text) => text.name === name)
  const over = listLaidTexts(store, submission.period, submission.unit ?? '').findLast(
    (text) => text.name === name && (text.state === 'active' || text.state === 'suspended'),
  )
  const value = over?.state === 'active' ? over.text : (input?.text ?? null)
  return {
    name,
    value,
    state: value === null ? 'blank' : 'value',
    reported: input?.text ?? null,
    ...(input ? { raw: input.raw, sheet: input.sheet, cell: input.cell, numberFormat: '', how: input.how } : nowhere),
    adjustments: [],
    laid: over ? tracedText(store, over) : null,
  }
}

function tracedText(store: Store, { id, state, heading, paragraph, sha256, receipt, actor, at }: LaidText): TracedText {
  const file = findReceivedFile(store, sha256)
  if (!file) throw new Error(`the paper ${sha256} is not kept`)
  const fileName = findReceiptStanding(store, receipt)?.path.split(/[\\/]/).at(-1) ?? ''
  return { id, state, heading, paragraph, sha256, receipt, actor, at, path: resolve(store.filesDirectory, file.keptAs), fileName }
}

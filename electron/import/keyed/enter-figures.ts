import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { largestCount, type FigureReading } from '../../../shared/domain/figure.ts'
import type { Id } from '../../../shared/domain/identity.ts'
import { parseInstant } from '../../../shared/domain/instant.ts'
import type { KeyedFigure } from '../../../shared/domain/keyed-entry.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { submissionContent } from '../../../shared/domain/submission.ts'
import { AppError } from '../../../shared/errors.ts'
import { holdFinding } from '../../../shared/rules/identify-submission.ts'
import { readingText } from '../../../shared/rules/reading-text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { runCommand, type RowReference } from '../../audit/run-command.ts'
import { insertKeyedEntry, updateKeyedEntry, type KeyedEntry } from '../../store/keyed-entry-store.ts'
import { findAttachedFile } from '../../store/paper-store.ts'
import { getExpectedUnit, getOpenPeriod } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { findReceivedFile, insertReceivedFile, type ReceivedFile } from '../../store/received-file-store.ts'
import { findSubmission, insertSubmission } from '../../store/submission-store.ts'
import { writeQuestion, type HeldQuestion } from '../held-question.ts'
import { incomingFolder, keepFile } from '../keep-file.ts'
import { nameOf } from '../list-receipts.ts'
import { setAside } from '../place-version.ts'
import { noteHeld } from '../put-in-effect.ts'
import { choicesForAll } from '../store-arrival.ts'
import { getKeyedEntry, viewEntry, type KeyedView } from './list-entries.ts'

/** `receipt`: the paper; without one it was told by phone: by whom, and when (without a zone in Vietnam's time). */
export type KeyedOrder = {
  period: string
  unit: string
  receipt?: Id | undefined
  toldBy?: string | undefined
  toldAt?: string | undefined
  note?: string | undefined
}

/**
 * Begins to key figures in for a unit. Refuses with `period.not_found | closed`, `unit.not_found`, `keyed.no_source` (neither a
 * paper nor who told it), `paper.not_found`, `keyed.other_unit` (the paper is another unit's), `import.wrong_time`.
 */
export function startEntry(context: ServiceContext, order: KeyedOrder): KeyedView {
  const { store } = context
  const period = getOpenPeriod(store, order.period)
  const unit = getExpectedUnit(store, period.code, order.unit)
  const toldBy = tidy(order.toldBy)
  if (order.receipt === undefined && toldBy === '') throw new AppError('keyed.no_source')
  const file = order.receipt === undefined ? undefined : findAttachedFile(store, order.receipt)
  if (order.receipt !== undefined && !file) throw new AppError('paper.not_found', { id: order.receipt })
  if (file && file.unit !== null && file.unit !== unit.code)
    throw new AppError('keyed.other_unit', { file: nameOf(file.path), unit: unit.name })
  const entry: KeyedEntry = {
    id: context.newId(),
    period: period.code,
    unit: unit.code,
    receipt: file?.receipt ?? null,
    toldBy,
    toldAt: file ? null : readToldAt(context, order.toldAt),
    note: tidy(order.note),
    figures: [],
    state: 'draft',
    submission: null,
    actor: context.actor,
    at: context.clock(),
    checker: null,
    checkedAt: null,
    differences: [],
    reason: '',
  }
  return runCommand(context, () => {
    insertKeyedEntry(store, entry)
    const params = { period: entry.period, unit: entry.unit, keyedFrom: entry.receipt === null ? 'phone' : 'paper' }
    return { entry: { action: 'keyed.start', params, rows: [{ table: 'keyed_entry', key: entry.id }] }, result: viewEntry(context, entry) }
  })
}

const tidy = (text: string | undefined): string => (text ?? '').normalize('NFC').trim()

function readToldAt({ clock }: ServiceContext, text: string | undefined): string {
  if (text === undefined) return clock()
  const at = parseInstant(text, 'end')
  if (at === undefined) throw new AppError('import.wrong_time', { text })
  return at
}

/**
 * Keeps what has been keyed so far; whoever saves is the one who keyed it. With `done` it waits for a second person, as a version
 * that does not count; keyed anew after a difference, it is checked anew. Refuses with `keyed.not_found`, `keyed.settled`,
 * `keyed.nothing_keyed`, `keyed.bad_figure`, `field.not_found`, `period.closed`.
 */
export async function saveEntry(
  context: ServiceContext,
  request: { id: Id; figures: readonly KeyedFigure[]; done: boolean },
): Promise<KeyedView> {
  const { store } = context
  const found = getKeyedEntry(context, request.id)
  if (found.state === 'checked' || found.state === 'withdrawn') throw new AppError('keyed.settled')
  const period = getOpenPeriod(store, found.period)
  const programme = getProgramme(store, period.programmeVersion)
  const figures = checkFigures(request.figures, programme)
  if (request.done && figures.length === 0) throw new AppError('keyed.nothing_keyed')
  const entry: KeyedEntry = {
    ...found,
    figures,
    state: request.done ? 'waiting' : 'draft',
    actor: context.actor,
    at: context.clock(),
    checker: null,
    checkedAt: null,
    differences: [],
  }
  const source = request.done ? await keepSource(context, entry, programme) : undefined
  return runCommand(context, () => {
    const now = getKeyedEntry(context, request.id)
    if (now.state === 'checked' || now.state === 'withdrawn') throw new AppError('keyed.settled')
    const rows: RowReference[] = [{ table: 'keyed_entry', key: entry.id }, ...dropWaiting(context, now)]
    const submission = source ? insertWaiting(context, entry, source, programme) : null
    if (submission !== null) rows.push({ table: 'submission', key: submission })
    const saved = { ...entry, submission }
    updateKeyedEntry(store, saved)
    const params = { period: entry.period, unit: entry.unit, count: figures.length }
    return { entry: { action: request.done ? 'keyed.finish' : 'keyed.save', params, rows }, result: viewEntry(context, saved) }
  })
}

/** Each field once, in the programme's order; a value exactly where the state says so. */
export function checkFigures(figures: readonly KeyedFigure[], programme: Programme): KeyedFigure[] {
  const known = new Set(programme.fields.map(({ code }) => code))
  const byField = new Map<string, KeyedFigure>()
  for (const { field: name, state, value } of figures) {
    const field = name.replace(/^fld\./, '')
    if (!known.has(field)) throw new AppError('field.not_found', { field: name })
    const isCount = value !== null && Number.isSafeInteger(value) && value >= 0 && value <= largestCount
    if (byField.has(field) || (state === 'value' ? !isCount : value !== null)) throw new AppError('keyed.bad_figure', { field })
    // SQLite keeps no negative zero, and an equal figure must give an equal entry.
    byField.set(field, { field, state, value: value === null ? null : value + 0 })
  }
  return programme.fields.flatMap(({ code }) => byField.get(code) ?? [])
}

/** The version that waited with what was keyed before. */
function dropWaiting(context: ServiceContext, entry: KeyedEntry): RowReference[] {
  const waiting = entry.submission === null ? undefined : findSubmission(context.store, entry.submission)
  if (waiting?.state !== 'held') return []
  setAside(context, waiting)
  return [{ table: 'submission', key: waiting.id }]
}

type KeptSource = { file: ReceivedFile; name: string }

/** The paper itself; of a phone call a slip that says what was told, so that the version has something kept behind it. */
async function keepSource(context: ServiceContext, entry: KeyedEntry, programme: Programme): Promise<KeptSource> {
  const { store } = context
  if (entry.receipt !== null) {
    const paper = findAttachedFile(store, entry.receipt)
    const file = paper && findReceivedFile(store, paper.sha256)
    if (!paper || !file) throw new AppError('paper.not_found', { id: entry.receipt })
    return { file, name: nameOf(paper.path) }
  }
  const name = `nhap-thay-qua-dien-thoai_${entry.unit}.txt`
  const folder = join(incomingFolder(store), context.newId())
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), slipOf(context, entry, programme))
  const kept = await keepFile(store, join(folder, name), name)
  if (kept.kind === 'unreadable') throw new Error(`a slip that was just written cannot be read: ${kept.reason}`)
  return { file: kept.file, name }
}

function slipOf({ store }: ServiceContext, entry: KeyedEntry, programme: Programme): string {
  const unit = getExpectedUnit(store, entry.period, entry.unit).name
  const labels = new Map(programme.fields.map(({ code, label }) => [code, label.vi]))
  const lines = [
    'PHIẾU NHẬP THAY ĐƠN VỊ QUA ĐIỆN THOẠI',
    `Đơn vị: ${unit} (${entry.unit})`,
    `Kỳ: ${entry.period}`,
    `Người báo số: ${entry.toldBy}, lúc ${printInstant(entry.toldAt ?? entry.at)}`,
    `Người nhập: ${entry.actor}, lúc ${printInstant(entry.at)}`,
    ...(entry.note === '' ? [] : [`Ghi chú: ${entry.note}`]),
    '',
    ...entry.figures.map((figure) => `${labels.get(figure.field)} (${figure.field}): ${rawOf(figure)}`),
  ]
  return `${lines.join('\n')}\n`
}

function insertWaiting(context: ServiceContext, entry: KeyedEntry, { file, name }: KeptSource, programme: Programme): Id {
  const { store } = context
  insertReceivedFile(store, file)
  const unit = getExpectedUnit(store, entry.period, entry.unit)
  const paper = entry.receipt === null ? undefined : findAttachedFile(store, entry.receipt)
  const reasons = [
    holdFinding('M56', {
      unit: unit.name,
      actor: entry.actor,
      keyedFrom: entry.receipt === null ? 'phone' : 'paper',
      count: entry.figures.length,
    }),
  ]
  const cover = { unitName: '', unitCode: '', periodCode: '', from: '', to: '' }
  const question: HeldQuestion = {
    reasons,
    choices: choicesForAll(reasons, false),
    suggestions: [entry.unit],
    claims: { identity: null, cover: null, fileName: [] },
    otherPeriod: null,
    cover,
    findings: [],
  }
  const content = { figures: readingsOf(entry, programme), texts: [], communeRows: [] }
  const id = context.newId()
  const key = insertSubmission(store, {
    id,
    period: entry.period,
    unit: entry.unit,
    state: 'held',
    sha256: file.sha256,
    originalName: name,
    contentSha256: createHash('sha256').update(submissionContent(content)).digest('hex'),
    layout: 'keyed',
    nilReport: false,
    templateVersion: null,
    question: writeQuestion(question),
    receivedAt: paper?.receivedAt ?? entry.toldAt ?? entry.at,
    channel: paper?.channel ?? 'phone',
    importedAt: entry.at,
    afterClose: false,
    actor: context.actor,
    ...content,
  })
  noteHeld(context, entry.period, { key, id, unit: entry.unit, file: name }, question)
  return id
}

const rawOf = (figure: KeyedFigure): string => (figure.value === null ? readingText(figure, null, 'vi') : String(figure.value))

/** A figure for every field, as a workbook would give; no cell stands behind them. */
function readingsOf(entry: KeyedEntry, programme: Programme): FigureReading[] {
  const keyed = new Map(entry.figures.map((figure) => [figure.field, figure]))
  return programme.fields.map(({ code }): FigureReading => {
    const figure = keyed.get(code)
    const source = { sheet: '', cell: '', numberFormat: '' }
    if (!figure) return { field: code, state: 'blank', value: null, source: { ...source, raw: '', how: 'missing' } }
    return { field: code, state: figure.state, value: figure.value, source: { ...source, raw: rawOf(figure), how: 'keyed' } }
  })
}

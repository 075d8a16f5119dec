import type { Reading } from '../../shared/domain/figure.ts'
import type { MinutesRow, MinutesSource, NamedUnit, NoticeItem, PaperFrame, PaperSource, Question } from '../../shared/domain/letter.ts'
import type { PaperKind } from '../../shared/domain/review.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { AppError } from '../../shared/errors.ts'
import { readingTexts } from '../../shared/messages/reconcile.ts'
import { causeTexts, shortcomingStateTexts } from '../../shared/messages/review.ts'
import { unitOfCountTexts } from '../../shared/messages/report.ts'
import { layoutProfileOn } from '../../shared/programmes/layout-profiles.ts'
import { canBeAsked } from '../../shared/rules/review/decisions-about.ts'
import { labelOf } from '../../shared/rules/label-of.ts'
import { dayInVietnam } from '../../shared/rules/report-wording.ts'
import { ruleMessage } from '../../shared/rules/rule-message.ts'
import { unitStateWords } from '../../shared/rules/unit-state-words.ts'
import { withoutName } from '../../shared/rules/without-name.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { getRegister } from '../import/get-register.ts'
import { listDecisions } from '../reconcile/list-decisions.ts'
import { listFindings, toFinding } from '../reconcile/list-findings.ts'
import { standingFindings } from '../reconcile/standing-findings.ts'
import type { Finding } from '../reconcile/scene.ts'
import { listNoteViews, listRegister, type NoteView } from '../review/list-notes.ts'
import { listContacts } from '../review/desks.ts'
import { listWrittenLetters, nextRound } from '../review/write-letter.ts'
import { hasAccounts } from '../store/account-store.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import { readAtOnce } from '../store/one-moment.ts'
import { getExpectedUnit, getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findSetting } from '../store/setting-store.ts'
import { composeRecord, readEverybody, type Everybody } from './compose-record.ts'

export type PaperRequest = {
  period: string
  kind: PaperKind
  /** Left out: every unit that the paper would go to; of an urging letter the units to name. */
  units?: readonly string[] | undefined
  /** An urging letter names units whose file waits only when asked to. */
  withPending?: boolean | undefined
  newDue?: string | undefined
  contact?: string | undefined
}

/**
 * What each paper says, gathered at one moment; one source for each file. Refuses with `period.not_found`, `unit.not_found`,
 * `letter.nobody | due_past`.
 */
export function composePapers(context: ServiceContext, request: PaperRequest): PaperSource[] {
  const { store } = context
  if (request.newDue !== undefined && Date.parse(request.newDue) <= Date.parse(context.clock()))
    throw new AppError('letter.due_past', { due: printInstant(request.newDue) })
  return store.database.transaction((): PaperSource[] => {
    const desk = openDesk(context, request)
    if (request.kind === 'urging') return [composeUrging(desk)]
    const wanted = request.units?.map((code) => getExpectedUnit(store, desk.frame.period.code, code))
    const sources = (wanted ?? desk.units).flatMap((unit) => composeForUnit(desk, unit, wanted !== undefined))
    if (sources.length === 0) throw new AppError('letter.nobody')
    return sources
  })()
}

type Desk = {
  context: ServiceContext
  request: PaperRequest
  frame: PaperFrame
  units: readonly Unit[]
  findings: () => ReadonlyMap<string | null, Finding[]>
  shortcomings: () => ReadonlyMap<string | null, NoteView[]>
  notes: () => ReadonlyMap<string | null, NoteView[]>
  clerks: () => ReadonlyMap<string, string>
  decisions: () => ReadonlyMap<string | null, ReturnType<typeof listDecisions>>
  adjustments: () => ReadonlyMap<string, ReturnType<typeof listAdjustments>>
  standing: () => ReadonlyMap<string, { state: string; rounds: number }>
  everybody: () => Everybody
}

function openDesk(context: ServiceContext, request: PaperRequest): Desk {
  const { store } = context
  const period = getPeriod(store, request.period)
  const programme = getProgramme(store, period.programmeVersion)
  const at = context.clock()
  const profile = layoutProfileOn(dayInVietnam(at), programme.layoutProfiles)
  const frame: PaperFrame = { programme, period, profile, trial: !hasAccounts(store), sample: findSetting(store, 'sample') === '1', at }
  return {
    context,
    request,
    frame,
    units: listExpectedUnits(store, period.code),
    findings: once(() => Map.groupBy(listFindings(context, { period: period.code, withoutCells: true }), ({ unit }) => unit)),
    shortcomings: once(() => Map.groupBy(listRegister(context, {}), ({ unit }) => unit)),
    clerks: once(() => new Map(listContacts(context, { period: period.code }).desks.map(({ unit, clerk }) => [unit, clerk]))),
    decisions: once(() => Map.groupBy(listDecisions(context, { period: period.code }), ({ unit }) => unit)),
    adjustments: once(() => Map.groupBy(listAdjustments(store, period.code), ({ unit }) => unit)),
    standing: once(() => standingOf(context, frame)),
    everybody: once(() => readEverybody(context, frame)),
    notes: once(() => Map.groupBy(listNoteViews(context, { period: period.code }), ({ unit }) => unit)),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

function composeUrging({ context, request, frame }: Desk): PaperSource {
  const { expected, received, units } = getRegister(context, { period: frame.period.code })
  const wanted = request.units === undefined ? undefined : new Set(request.units)
  const named = (state: string): NamedUnit[] =>
    units.flatMap(({ code, name, state: own }) => (own === state && (wanted?.has(code) ?? true) ? [{ code, name }] : []))
  const countOf = (state: string): number => units.filter((unit) => unit.state === state).length
  const missing = named('missing')
  const pending = request.withPending === true ? named('pending') : []
  if (missing.length + pending.length === 0) throw new AppError('letter.nobody')
  const round = nextRound(context, frame.period.code, 'urging', null)
  return {
    kind: 'urging',
    frame,
    round,
    expected,
    received,
    missing,
    pending,
    unsent: countOf('missing'),
    waiting: countOf('pending'),
    newDue: request.newDue ?? null,
    contact: request.contact ?? '',
  }
}

/** Nothing for a unit that has nothing of the kind, unless it was asked for by name. */
function composeForUnit(desk: Desk, { code, name }: Unit, isNamed: boolean): PaperSource[] {
  const { request, frame } = desk
  const unit = { code, name }
  const questions = questionsOf(desk, unit)
  const items = (desk.shortcomings().get(code) ?? []).filter(isForUnit).flatMap(itemOf)
  const remarks = (desk.notes().get(code) ?? [])
    .filter((note) => isForUnit(note) && note.kind === 'remark' && !note.isClosed)
    .map(({ text }) => text)
  const clerk = desk.clerks().get(code) ?? ''
  switch (request.kind) {
    case 'notice':
      if (items.length + remarks.length > 0) return [{ kind: 'notice', frame, unit, items, remarks }]
      if (isNamed) throw new AppError('letter.nobody')
      return []
    case 'query': {
      if (questions.length > 0) return [{ kind: 'query', frame, unit, questions, contact: request.contact ?? '' }]
      if (isNamed) throw new AppError('letter.nobody')
      return []
    }
    case 'minutes': {
      const { rows, open } = minutesOf(desk, unit)
      return isNamed || rows.length > 0 ? [{ kind: 'minutes', frame, unit, rows, open, clerk }] : []
    }
    case 'worksheet':
      return isNamed || questions.length + items.length + remarks.length > 0
        ? [{ kind: 'worksheet', frame, unit, ...(desk.standing().get(code) ?? { state: '', rounds: 0 }), questions, items, remarks, clerk }]
        : []
    default:
      return [
        composeRecord(
          { ...desk, everybody: desk.everybody() },
          { unit, items, clerk, shortcomings: (desk.shortcomings().get(code) ?? []).filter(isForUnit) },
        ),
      ]
  }
}

/** S8: an internal note goes into no paper. */
const isForUnit = ({ audience, isClosed }: NoteView): boolean => audience === 'unit' && !isClosed

function itemOf({ text, shortcoming, periods }: NoteView): NoticeItem[] {
  if (!shortcoming) return []
  const { extent, cause, causeText, remedy, owner, dueOn, state } = shortcoming
  const named = cause === 'unknown' ? '' : causeTexts[cause].vi.toLowerCase()
  return [
    {
      text,
      extent,
      cause: [named, causeText].filter((words) => words !== '').join(': '),
      remedy,
      owner,
      dueOn,
      state: shortcomingStateTexts[state].vi,
      periods: periods.length,
    },
  ]
}

/** What was asked of the unit; where nobody has asked yet, what must be settled. */
function questionsOf({ context, frame, findings }: Desk, { code: unit, name }: NamedUnit): Question[] {
  const { programme, period } = frame
  const own = (findings().get(unit) ?? []).filter(canBeAsked)
  const asked = own.filter(isAsked)
  const chosen = asked.length > 0 ? asked : own.filter(({ state, severity }) => state === 'open' && severity === 'blocking')
  if (chosen.length === 0) return []
  const figures = getFigures(context, { period: period.code, unit })
  // Only of what is asked: those of every finding of thousands of units take a second.
  const { byId } = readAtOnce(standingFindings(context.store, period.code))
  return chosen.map(({ id, rule, params, field }): Question => {
    const known = field === null ? undefined : programme.fields.find(({ code }) => code === field)
    const state = known ? figures.states[known.code] : undefined
    const [source] = toFinding(byId.get(id)!).sources
    return {
      finding: id,
      sentence: withoutName(ruleMessage(rule, params, 'vi'), name),
      label: field === null ? '' : labelOf(programme, field, 'vi'),
      unitOfCount: known ? unitOfCountTexts[known.unitOfCount].vi : '',
      reported: known && state ? readingWord({ state, value: figures.fields[known.code] ?? null }) : '',
      place: source && source.cell !== '' ? `${source.sheet}!${source.cell}` : '',
    }
  })
}

function minutesOf(
  { context, frame, findings, decisions, adjustments }: Desk,
  { code: unit, name }: NamedUnit,
): Pick<MinutesSource, 'rows' | 'open'> {
  const { programme, period } = frame
  const decided = (decisions().get(unit) ?? []).filter(({ standing }) => !['undone', 'replaced', 'reopened'].includes(standing))
  const rowOf = (
    field: string,
    reported: Reading,
    agreed: string,
    reason: string,
    decision: (typeof decided)[number] | undefined,
  ): MinutesRow => {
    const known = programme.fields.find(({ code }) => code === field)
    const { compared = null, comparedWith = null } = decision ?? {}
    const own = reported.state === 'nil' ? 0 : reported.value
    return {
      label: known?.label.vi ?? field,
      unitOfCount: known ? unitOfCountTexts[known.unitOfCount].vi : '',
      reported: readingWord(reported),
      compared: compared === null ? '' : formatCount(compared),
      difference: compared === null || own === null ? '' : formatCount(Math.abs(compared - own)),
      reason: comparedWith === null ? reason : `${reason} (đối chiếu với ${comparedWith})`,
      agreed,
    }
  }
  const adjusted = (adjustments().get(unit) ?? [])
    .filter(({ state }) => state === 'active')
    .map(({ id, field, reportedState, reportedValue, value, reason }) =>
      rowOf(
        field,
        { state: reportedState, value: reportedValue },
        formatCount(value),
        reason,
        decided.find(({ adjustment }) => adjustment === id),
      ),
    )
  const { fields, states } = getFigures(context, { period: period.code, unit })
  const kept = decided.flatMap((decision) => {
    const { subject } = decision
    const state = subject === null ? undefined : states[subject]
    if (decision.decision !== 'kept' || subject === null || state === undefined) return []
    // What the unit keeps may be that there is nothing to count.
    const reading = { state, value: fields[subject] ?? null }
    return [rowOf(subject, reading, readingWord(reading), decision.reason, decision)]
  })
  const open = (findings().get(unit) ?? [])
    .filter((found) => isAsked(found) || (canBeAsked(found) && found.state === 'open' && found.severity === 'blocking'))
    .map(({ rule, params }) => withoutName(ruleMessage(rule, params, 'vi'), name))
  return { rows: [...adjusted, ...kept], open }
}

const readingWord = ({ state, value }: Reading): string =>
  state === 'value' ? (value === null ? '' : formatCount(value)) : readingTexts[state].vi

const isAsked = (found: Finding): boolean => canBeAsked(found) && found.state === 'asked'

/** How each unit stands with its submission, and how often it was urged. */
function standingOf(context: ServiceContext, { period }: PaperFrame): Map<string, { state: string; rounds: number }> {
  const rounds = new Map<string, number>()
  for (const { kind, units } of listWrittenLetters(context, { period: period.code }))
    if (kind === 'urging') for (const unit of units) rounds.set(unit, (rounds.get(unit) ?? 0) + 1)
  const { units } = getRegister(context, { period: period.code })
  return new Map(units.map((own) => [own.code, { state: unitStateWords(own, period.dueAt, 'vi'), rounds: rounds.get(own.code) ?? 0 }]))
}

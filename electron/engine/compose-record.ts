import type { NamedUnit, NoticeItem, PaperFrame, RecordSource } from '../../shared/domain/letter.ts'
import { letterTexts } from '../../shared/messages/letter.ts'
import { callChannelTexts } from '../../shared/messages/review.ts'
import { taskStatusTexts } from '../../shared/messages/task-status.ts'
import { showRate, targetText, verdictWords } from '../../shared/rules/indicator-words.ts'
import { periodName, timeAndDay } from '../../shared/rules/report-wording.ts'
import { unitStateWords } from '../../shared/rules/unit-state-words.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { getRegister, getRegisterSheet } from '../import/get-register.ts'
import { listFindings } from '../reconcile/list-findings.ts'
import { listContacts } from '../review/desks.ts'
import type { NoteView } from '../review/list-notes.ts'
import { listWrittenLetters } from '../review/write-letter.ts'
import { listPeriods } from '../store/period-store.ts'
import { listTaskStatuses } from '../store/task-status-store.ts'

type RecordDesk = { context: Pick<ServiceContext, 'store' | 'clock'>; frame: PaperFrame; everybody: Everybody }
type RecordOf = { unit: NamedUnit; items: readonly NoticeItem[]; clerk: string; shortcomings: readonly NoteView[] }

/** What is read once for the records of all units. */
export type Everybody = ReturnType<typeof readEverybody>

export function readEverybody(context: Pick<ServiceContext, 'store' | 'clock'>, { period: current }: PaperFrame) {
  const { store } = context
  const periods = listPeriods(store)
    .toReversed()
    .map((period) => {
      const { codes, versions } = getRegisterSheet(context, { period: period.code })
      const findings = Map.groupBy(listFindings(context, { period: period.code, withoutCells: true }), ({ unit }) => unit)
      const places = new Map(codes.map((code, place) => [code, place]))
      return { period, places, versions, findings, register: getRegister(context, { period: period.code }).units }
    })
  const request = { period: current.code }
  return { periods, contacts: listContacts(context, request), letters: listWrittenLetters(context, request) }
}

/** Hồ sơ đơn vị: what is known of one unit over all periods; `shortcomings` are those that the unit may read, too. */
export function composeRecord({ context, frame, everybody }: RecordDesk, { unit, items, clerk, shortcomings }: RecordOf): RecordSource {
  const { store } = context
  const { programme } = frame
  const { desks, calls } = everybody.contacts
  const desk = desks.find((one) => one.unit === unit.code) ?? { office: '', phone: '', email: '', clerk }
  const periods = everybody.periods.flatMap(({ period, places, versions, findings, register }): RecordSource['periods'][number][] => {
    const place = places.get(unit.code)
    const own = place === undefined ? undefined : register[place]
    if (place === undefined || !own) return []
    const found = findings.get(unit.code) ?? []
    return [
      {
        name: periodName(period),
        state: unitStateWords(own, period.dueAt, 'vi'),
        received: own.receivedAt === null ? '' : timeAndDay(own.receivedAt),
        versions: versions[place] ?? 0,
        open: found.filter(({ state, severity }) => (state === 'open' || state === 'asked') && severity !== 'info').length,
        settled: found.filter(({ state }) => state === 'kept' || state === 'adjusted' || state === 'waived').length,
      },
    ]
  })
  const { indicators } = getFigures(context, { period: frame.period.code, unit: unit.code })
  return {
    kind: 'record',
    frame,
    unit,
    desk: { office: desk.office, phone: desk.phone, email: desk.email, clerk: desk.clerk },
    periods,
    indicators: programme.indicators.flatMap((indicator) => {
      const own = indicators.find(({ code }) => code === indicator.code)
      if (!own) return []
      return [
        {
          label: indicator.shortLabel.vi,
          result: showRate(own, indicator)?.text ?? '',
          target: targetText(indicator),
          verdict: own.verdict === 'no_data' ? letterTexts.noFigure.vi : verdictWords(own, indicator, { count: 0, allUnsent: false }),
        },
      ]
    }),
    tasks: listTaskStatuses(store, frame.period.code, { unit: unit.code }).map(({ task, status, evidence, files }) => ({
      label: task.replace('tsk.', ''),
      status: taskStatusTexts[status].vi,
      evidence,
      files: files.map(({ name }) => name),
    })),
    proofs: shortcomings.flatMap(({ text, entries }) => {
      const files = entries.filter((entry) => entry.sha256 !== null).length
      return files > 0 ? [{ text, files }] : []
    }),
    letters: everybody.letters
      .filter(({ units }) => units.includes(unit.code))
      .map(({ kind, round, at }) => ({ name: `${letterTexts[kind].vi}${round > 1 ? `, lần ${round}` : ''}`, at })),
    items,
    calls: calls
      .filter((call) => call.unit === unit.code)
      .slice(0, 3)
      .map(({ at, channel, text }) => ({ at, channel: callChannelTexts[channel].vi, text })),
  }
}

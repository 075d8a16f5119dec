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
import { listExpectedUnits, listPeriods } from '../store/period-store.ts'
import { listTaskStatuses } from '../store/task-status-store.ts'

type RecordDesk = { context: Pick<ServiceContext, 'store' | 'clock'>; frame: PaperFrame }
type RecordOf = { unit: NamedUnit; items: readonly NoticeItem[]; clerk: string; shortcomings: readonly NoteView[] }

/** Hồ sơ đơn vị: what is known of one unit over all periods; `shortcomings` are those that the unit may read, too. */
export function composeRecord({ context, frame }: RecordDesk, { unit, items, clerk, shortcomings }: RecordOf): RecordSource {
  const { store } = context
  const { programme } = frame
  const { desks, calls } = listContacts(context, { period: frame.period.code })
  const desk = desks.find((one) => one.unit === unit.code) ?? { office: '', phone: '', email: '', clerk }
  const periods = listPeriods(store)
    .filter(({ code }) => listExpectedUnits(store, code).some((one) => one.code === unit.code))
    .toReversed()
    .map((period): RecordSource['periods'][number] => {
      const sheet = getRegisterSheet(context, { period: period.code })
      const place = sheet.codes.indexOf(unit.code)
      const own = getRegister(context, { period: period.code }).units[place]!
      const found = listFindings(context, { period: period.code }).filter((one) => one.unit === unit.code)
      const open = found.filter(({ state, severity }) => (state === 'open' || state === 'asked') && severity !== 'info').length
      return {
        name: periodName(period),
        state: unitStateWords(own, period.dueAt, 'vi'),
        received: own.receivedAt === null ? '' : timeAndDay(own.receivedAt),
        versions: sheet.versions[place] ?? 0,
        open,
        settled: found.filter(({ state }) => state === 'kept' || state === 'adjusted' || state === 'waived').length,
      }
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
    letters: listWrittenLetters(context, { period: frame.period.code })
      .filter(({ units }) => units.includes(unit.code))
      .map(({ kind, round, at }) => ({ name: `${letterTexts[kind].vi}${round > 1 ? `, lần ${round}` : ''}`, at })),
    items,
    calls: calls
      .filter((call) => call.unit === unit.code)
      .slice(0, 3)
      .map(({ at, channel, text }) => ({ at, channel: callChannelTexts[channel].vi, text })),
  }
}

import type { ReportTopic } from '../../shared/domain/report.ts'
import type { ReportState } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { listReports, type StoredReport } from '../store/report-store.ts'
import { findSetting, updateSetting, type SettingName } from '../store/setting-store.ts'

const settingOf = (period: string): SettingName => `report_topic.${period}`

/** What a period's thematic report is about; null: the whole programme. Refuses with `period.not_found`. */
export function findTopic({ store }: Pick<ServiceContext, 'store'>, period: string): ReportTopic | null {
  const kept = findSetting(store, settingOf(getPeriod(store, period).code))
  const topic = kept === undefined ? undefined : (JSON.parse(kept) as ReportTopic)
  return topic === undefined || topic.indicators.length + topic.tasks.length === 0 ? null : topic
}

const onTheirWay: ReadonlySet<ReportState> = new Set(['reviewed', 'submitted', 'approved', 'signed'])

/** What it is made from is not chosen anew while people judge it. */
export const isOnItsWay = ({ state }: Pick<StoredReport, 'state'>): boolean => onTheirWay.has(state)

/**
 * Codes in any order, each as often as it comes; none at all is the whole programme. The same again writes nothing. Refuses with
 * `period.not_found`, `report.no_topic | topic_on_its_way`.
 */
export function chooseTopic(context: ServiceContext, order: { period: string } & ReportTopic): ReportTopic | null {
  const { store } = context
  const period = getPeriod(store, order.period)
  const programme = getProgramme(store, period.programmeVersion)
  const inOrder = (given: readonly string[], known: readonly { code: string }[]): string[] => {
    const stranger = given.find((code) => !known.some((one) => one.code === code))
    if (stranger !== undefined) throw new AppError('report.no_topic', { code: stranger })
    return known.flatMap(({ code }) => (given.includes(code) ? [code] : []))
  }
  const topic = { indicators: inOrder(order.indicators, programme.indicators), tasks: inOrder(order.tasks, programme.tasks) }
  const value = JSON.stringify(topic)
  const key = settingOf(period.code)
  const before = findSetting(store, key) ?? JSON.stringify({ indicators: [], tasks: [] })
  if (value !== before)
    runCommand(context, () => {
      // It could neither be submitted any more nor be told from what the new choice is about.
      if (listReports(store, period.code).some((one) => one.kind === 'thematic' && isOnItsWay(one)))
        throw new AppError('report.topic_on_its_way')
      updateSetting(store, key, value)
      const params = { period: period.code, kind: 'thematic', topics: [...topic.indicators, ...topic.tasks].join(', ') || '–' }
      return { entry: { action: 'report_text.topic', params, rows: [{ table: 'setting', key }] }, result: undefined }
    })
  return findTopic(context, period.code)
}

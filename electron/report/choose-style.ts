import type { ReportStyle } from '../../shared/domain/report-style.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { getPeriod } from '../store/period-store.ts'
import { countHandedRound, defaultReportStyle, findReportStyle, insertReportStyle } from '../store/report-style-store.ts'
import type { TextScope } from '../store/report-text-store.ts'
import { updateSetting } from '../store/setting-store.ts'

/** `isOwn`: decided for these reports, not only for all. `nextRound`: of handing a draft round, counted; nobody has to take it. */
export type ChosenStyle = { style: ReportStyle; isOwn: boolean; nextRound: number }

/** What the next draft of this kind is built with. Refuses with `period.not_found`. */
export function getStyle({ store }: Pick<ServiceContext, 'store'>, scope: TextScope): ChosenStyle {
  getPeriod(store, scope.period)
  const own = findReportStyle(store, scope)
  return { style: own ?? defaultReportStyle(store), isOwn: own !== undefined, nextRound: countHandedRound(store, scope) + 1 }
}

/** For all reports of one kind on one period, from the next draft on. The same again writes no entry. Refuses with `period.not_found`. */
export function setStyle(context: ServiceContext, { style, ...scope }: TextScope & { style: ReportStyle }): ChosenStyle {
  const { store, newId, clock, actor } = context
  const before = getStyle(context, scope)
  if (isSame(before.style, style)) return before
  return runCommand(context, () => {
    const id = newId()
    insertReportStyle(store, { ...scope, id, style, actor, at: clock() })
    const params = { ...scope, style: JSON.stringify(style) }
    return { entry: { action: 'report_style.set', params, rows: [{ table: 'report_style', key: id }] }, result: getStyle(context, scope) }
  })
}

/** For every report that nothing else was decided for. */
export function setDefaultStyle(context: ServiceContext, style: ReportStyle): ReportStyle {
  const { store } = context
  if (isSame(defaultReportStyle(store), style)) return style
  return runCommand(context, () => {
    const json = JSON.stringify(style)
    updateSetting(store, 'report_style', json)
    return {
      entry: { action: 'settings.report_style', params: { style: json }, rows: [{ table: 'setting', key: 'report_style' }] },
      result: style,
    }
  })
}

const isSame = (one: ReportStyle, other: ReportStyle): boolean =>
  (Object.keys(one) as (keyof ReportStyle)[]).every((name) => one[name] === other[name])

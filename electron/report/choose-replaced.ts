import type { Id } from '../../shared/domain/identity.ts'
import type { ReplacedPaper } from '../../shared/domain/report.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import type { Store } from '../store/database.ts'
import { getPeriod } from '../store/period-store.ts'
import { getReport, listReports } from '../store/report-store.ts'
import type { TextScope } from '../store/report-text-store.ts'
import { findSetting, updateSetting, type SettingName } from '../store/setting-store.ts'
import { findNumberedPaper } from './numbered-paper.ts'
import { isOnItsWay } from './report-topic.ts'

export type ReplacedChoice = { replaces: ReplacedPaper | null; issued: ReplacedPaper[] }

const settingOf = ({ period, kind }: TextScope): SettingName => `report_replaces.${period}.${kind}`

/** What the next report of a kind takes the place of, as its text says it. */
export function findReplaced(store: Store, scope: TextScope): ReplacedPaper | null {
  const kept = findSetting(store, settingOf(scope)) ?? ''
  return kept === '' ? null : (findNumberedPaper(store, kept) ?? null)
}

/** With every issued report of the period that could be chosen. Refuses with `period.not_found`. */
export function getReplaced({ store }: Pick<ServiceContext, 'store'>, scope: TextScope): ReplacedChoice {
  const { code } = getPeriod(store, scope.period)
  const issued = listReports(store, code).filter(({ state }) => state === 'issued')
  return { replaces: findReplaced(store, scope), issued: issued.flatMap(({ id }) => findNumberedPaper(store, id) ?? []) }
}

/**
 * From the next draft on its text names what it takes the place of; null: nothing. The same again writes nothing. Refuses with
 * `period.not_found`, `report.not_found | not_superseded | replacement_on_its_way`.
 */
export function chooseReplaced(context: ServiceContext, { replaces, ...scope }: TextScope & { replaces: Id | null }): ReplacedChoice {
  const { store } = context
  const before = getReplaced(context, scope)
  if ((before.replaces?.report ?? null) === replaces) return before
  if (replaces !== null) checkReplaceable(store, replaces)
  return runCommand(context, () => {
    if (listReports(store, scope.period).some((one) => one.kind === scope.kind && isOnItsWay(one)))
      throw new AppError('report.replacement_on_its_way')
    const key = settingOf(scope)
    updateSetting(store, key, replaces ?? '')
    const said = replaces === null ? '–' : findNumberedPaper(store, replaces)!.number
    return {
      entry: { action: 'report_text.replaces', params: { ...scope, replaces: said }, rows: [{ table: 'setting', key }] },
      result: getReplaced(context, scope),
    }
  })
}

/** Only what is out and counts can be replaced. Refuses with `report.not_found | not_superseded`. */
export function checkReplaceable(store: Store, report: Id): void {
  if (getReport(store, report).state !== 'issued')
    throw new AppError('report.not_superseded', { report: findNumberedPaper(store, report)?.number ?? report })
}

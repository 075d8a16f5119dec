import type { ReportKind } from '../../shared/domain/programme.ts'
import type { ReportAdjustment, ReportSource, ReportUnit } from '../../shared/domain/report.ts'
import { narrowToTopic } from '../../shared/rules/narrow-to-topic.ts'
import { severities } from '../../shared/domain/finding.ts'
import { layoutProfileOn } from '../../shared/programmes/layout-profiles.ts'
import type { ServiceContext } from '../audit/context.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { getRegister } from '../import/get-register.ts'
import { listFindings } from '../reconcile/list-findings.ts'
import { findReplaced } from '../report/choose-replaced.ts'
import { findTopic } from '../report/report-topic.ts'
import { hasAccounts } from '../store/account-store.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import type { Store } from '../store/database.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { listTextsInEffect } from '../store/laid-text-store.ts'
import { getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findLastEntryBehindReport } from '../store/report-entry-store.ts'
import { paragraphTextsInForce } from '../store/report-paragraph-store.ts'
import { defaultReportStyle, findReportStyle } from '../store/report-style-store.ts'
import { pinsInForce, sectionTextsInForce } from '../store/report-text-store.ts'
import { findSetting } from '../store/setting-store.ts'
import { findEffective } from '../store/submission-store.ts'
import { composeEarlier } from './compose-earlier.ts'
import { composeJudgements } from './compose-judgements.ts'

/** Gathers what a report is made from, at one moment. Refuses with `period.not_found`. */
export function composeReport(context: ServiceContext, { period: code, kind }: { period: string; kind: ReportKind }): ReportSource {
  const { store } = context
  // Inside one transaction nothing written meanwhile can show in one part and not in the other.
  return store.database.transaction((): ReportSource => {
    const period = getPeriod(store, code)
    const programme = getProgramme(store, period.programmeVersion)
    const { indicators, crossChecks, fields } = getFigures(context, { period: code })
    const findings = listFindings(context, { period: code, withoutCells: true })
    const open = findings.filter(({ state }) => state === 'open' || state === 'asked')
    const [blocking, warning, info] = severities.map((severity) => open.filter((finding) => finding.severity === severity).length) as [
      number,
      number,
      number,
    ]
    const scope = { period: code, kind }
    const units = composeUnits(context, code)
    const expected = new Set(units.map((unit) => unit.code))
    const pins = pinsInForce(store, scope)
    const replaces = findReplaced(store, scope)
    const source: ReportSource = {
      programme,
      period,
      kind,
      topic: kind === 'thematic' ? findTopic(context, code) : null,
      ...(replaces ? { replaces } : {}),
      profile: layoutProfileOn(dayInVietnam(context.clock()), programme.layoutProfiles),
      style: findReportStyle(store, scope) ?? defaultReportStyle(store),
      draft: true,
      trial: !hasAccounts(store),
      sample: findSetting(store, 'sample') === '1',
      generatedAt: findLastEntryBehindReport(store, code, kind) ?? period.openedAt,
      figures: { indicators, crossChecks, fields },
      earlier: composeEarlier(context, period, programme),
      units,
      adjustments: listAdjustments(store, code).flatMap(toReportAdjustment),
      judgements: composeJudgements(context, code, programme, findings),
      openFindings: { blocking, warning, info },
      excerpts: programme.tasks.flatMap(({ code: task }) =>
        (pins.get(task)?.pins ?? []).filter(({ unit }) => expected.has(unit)).map(({ unit, text }) => ({ task, unit, text })),
      ),
      written: Object.fromEntries(
        [...sectionTextsInForce(store, scope)].filter(([, { text }]) => text !== '').map(([section, { text }]) => [section, text]),
      ),
      overrides: Object.fromEntries([...paragraphTextsInForce(store, scope)].map(([key, { text }]) => [key, text])),
    }
    return narrowToTopic(source)
  })()
}

function composeUnits(context: ServiceContext, period: string): ReportUnit[] {
  const { store } = context
  const registered = new Map(getRegister(context, { period }).units.map((unit) => [unit.code, unit]))
  return listExpectedUnits(store, period).map(({ code, name, line }) => {
    const { state, receivedAt } = registered.get(code)!
    return { code, name, line, state, receivedAt, ...inputsOf(store, period, code) }
  })
}

function inputsOf(store: Store, period: string, unit: string): Pick<ReportUnit, 'nilReport' | 'keyed' | 'readings' | 'texts'> {
  const submission = findEffective(store, period, unit)
  if (!submission) return { nilReport: false, readings: {}, texts: {} }
  return {
    nilReport: submission.nilReport,
    ...(submission.layout === 'keyed' ? { keyed: true as const } : {}),
    readings: Object.fromEntries(
      [...listReadingsInEffect(store, period, unit)].map(([field, { state, value }]) => [field, { state, value }]),
    ),
    texts: Object.fromEntries(listTextsInEffect(store, submission).map(({ name, text }) => [name, text])),
  }
}

const toReportAdjustment = (adjustment: ReturnType<typeof listAdjustments>[number]): ReportAdjustment[] => {
  const { unit, field, reportedState, reportedValue, value, state, basis, reason } = adjustment
  return state === 'active' || state === 'suspended'
    ? [{ unit, field, reported: { state: reportedState, value: reportedValue }, value, state, basis, reason }]
    : []
}

/** Vietnam keeps UTC+7 all year. */
const dayInVietnam = (instant: string): string => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)

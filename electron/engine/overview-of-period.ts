import type { Overview, OverviewIndicator } from '../../shared/contract/overview.ts'
import type { IndicatorFigures } from '../../shared/domain/consolidation.ts'
import type { Severity } from '../../shared/domain/finding.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { displayRate, shortfallOf } from '../../shared/rules/format-rate.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { getRegister, type Register } from '../import/get-register.ts'
import { listFindings } from '../reconcile/list-findings.ts'
import { listReports } from '../report/list-reports.ts'
import { getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { listHeldSubmissions } from '../store/submission-store.ts'
import type { EngineContext } from './context.ts'
import { programmeOfPeriod } from './programme-of-period.ts'

/** What one page shows of a period. Refuses with `period.not_found`. */
export function overviewOfPeriod(context: Pick<EngineContext, 'store'>, code: string): Overview {
  const { store } = context
  const period = getPeriod(store, code)
  const programme = programmeOfPeriod(context, code)
  const register = getRegister(context, { period: code })
  const unsent = countUnsentByLine(context, code, register)
  const open = listFindings(context, { period: code, open: true })
  const ofLevel = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length
  const pending = register.units.filter(({ state }) => state === 'pending').length
  return {
    period,
    indicators: getFigures(context, { period: code }).indicators.map((figures, index) =>
      describeIndicator(figures, programme.indicators[index]!, unsent.get(figures.line) ?? 0),
    ),
    register: {
      expected: register.expected,
      received: register.received,
      onTime: register.onTime,
      late: register.late,
      pending,
      unsent: register.missing - pending,
    },
    findings: { blocking: ofLevel('blocking'), warning: ofLevel('warning'), info: ofLevel('info') },
    waiting: listHeldSubmissions(store, code).length,
    drafts: listReports(context, { period: code }).length,
  }
}

function countUnsentByLine({ store }: Pick<EngineContext, 'store'>, period: string, register: Register): ReadonlyMap<string, number> {
  const unsent = new Set(register.units.filter(({ state }) => state === 'missing').map(({ code }) => code))
  const counts = new Map<string, number>()
  for (const { code, line } of listExpectedUnits(store, period)) if (unsent.has(code)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

function describeIndicator(figures: IndicatorFigures, indicator: Indicator, unsent: number): OverviewIndicator {
  const { shortLabel, label, form, sense, binding } = indicator
  const shown = displayRate(figures, indicator)
  const { reported, expected } = figures.coverage
  return {
    ...figures,
    shortLabel,
    label,
    form,
    sense,
    binding,
    shown,
    shortfall: shown === null ? null : shortfallOf(shown, indicator.threshold),
    // A unit that sent nothing is never counted, so equal numbers are the same units.
    allUnsent: expected - reported === unsent,
  }
}

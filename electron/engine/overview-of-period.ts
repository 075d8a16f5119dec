import type { Overview, OverviewIndicator, Standing } from '../../shared/contract/overview.ts'
import type { IndicatorFigures } from '../../shared/domain/consolidation.ts'
import type { Indicator } from '../../shared/domain/programme.ts'
import { displayRate, shortfallOf } from '../../shared/rules/format-rate.ts'
import { getFigures } from '../consolidate/get-figures.ts'
import { getRegister, type Register } from '../import/get-register.ts'
import { countFindings, findingSteps } from '../reconcile/list-findings.ts'
import { listReports } from '../report/list-reports.ts'
import { prepareLines } from '../store/line-reader.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { getPeriod, getPeriodKey, listExpectedUnits } from '../store/period-store.ts'
import { listHeldSubmissions } from '../store/submission-store.ts'
import type { EngineContext } from './context.ts'
import { programmeOfPeriod } from './programme-of-period.ts'

/** As many blocking findings as one looks at before going to settle them. */
const mostDisputes = 5

/** What one page shows of a period. Refuses with `period.not_found`. */
export const overviewOfPeriod = (context: Pick<EngineContext, 'store'>, code: string): Overview => readAtOnce(overviewSteps(context, code))

/** `overviewOfPeriod` step by step. */
export function* overviewSteps(context: Pick<EngineContext, 'store'>, code: string): ReadingSteps<Overview> {
  const standing = yield* standingSteps(context, code)
  yield
  const findings = yield* countFindings(context, code)
  yield
  const disputes =
    findings.blocking === 0
      ? []
      : (yield* findingSteps(context, { period: code, open: true, severity: 'blocking', withoutCells: true })).slice(0, mostDisputes)
  const names = new Map(getRegister(context, { period: code }).units.map((unit) => [unit.code, unit.name]))
  return {
    ...standing,
    findings,
    disputes: disputes.map(({ id, rule, unit, params }) => ({
      id,
      rule,
      unit,
      unitName: unit === null ? null : (names.get(unit) ?? unit),
      params: { ...params },
    })),
  }
}

/** Without what the rules find, which takes longest. Refuses with `period.not_found`. */
export function* standingSteps(context: Pick<EngineContext, 'store'>, code: string): ReadingSteps<Standing> {
  const { store } = context
  const period = getPeriod(store, code)
  const programme = programmeOfPeriod(context, code)
  const register = getRegister(context, { period: code })
  const unsent = countUnsentByLine(context, code, register)
  yield
  yield* prepareLines(store, getPeriodKey(store, code), programme.indicators)
  const { indicators } = getFigures(context, { period: code })
  const pending = register.units.filter(({ state }) => state === 'pending').length
  return {
    period,
    indicators: indicators.map((figures, index) => describeIndicator(figures, programme.indicators[index]!, unsent.get(figures.line) ?? 0)),
    register: {
      expected: register.expected,
      received: register.received,
      onTime: register.onTime,
      late: register.late,
      pending,
      unsent: register.missing - pending,
    },
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

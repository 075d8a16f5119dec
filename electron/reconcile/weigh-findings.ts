import { weighFinding } from '../../shared/rules/review/weigh-finding.ts'
import type { Store } from '../store/database.ts'
import { listIndicatorSums } from '../store/figure-store.ts'
import { figureStamp, rememberUntilChange, type ReadingSteps } from '../store/one-moment.ts'
import { getPeriod, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import type { Finding } from './scene.ts'

type Scales = (finding: Pick<Finding, 'unit' | 'field' | 'expected' | 'actual'>) => number

/** S6 for the findings of a period, with the sums read once. A unit outside the summed line moves nothing. */
export const scalesOf = rememberUntilChange(function* createScales(store: Store, periodCode: string): ReadingSteps<Scales> {
  const { indicators } = getProgramme(store, getPeriod(store, periodCode).programmeVersion)
  yield
  const lineOf = new Map(listExpectedUnits(store, periodCode).map(({ code, line }) => [code, line]))
  const sums = Object.fromEntries(
    [...new Set(indicators.map(({ line }) => line))].flatMap((line) =>
      Object.entries(listIndicatorSums(store, periodCode, line)).filter(
        ([code]) => indicators.find((indicator) => indicator.code === code)?.line === line,
      ),
    ),
  )
  const ofLine = new Map(
    [...new Set(indicators.map(({ line }) => line))].map((line) => [line, indicators.filter((one) => one.line === line)]),
  )
  return (finding) => {
    const line = finding.unit === null ? undefined : lineOf.get(finding.unit)
    const touched = finding.unit === null ? indicators : line === undefined ? [] : (ofLine.get(line) ?? [])
    return weighFinding(finding, touched, sums)
  }
}, figureStamp)

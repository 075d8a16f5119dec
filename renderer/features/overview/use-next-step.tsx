import { skipToken, useQuery } from '@tanstack/react-query'
import type { Overview } from '../../../shared/contract/overview.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { leadingReport, nextStepOf, type NextStep } from './next-step.ts'

/** The next step of whoever looks; undefined until all that decides about it is known. `period`: the shown one, `view`: its overview. */
export function useNextStep(period: string | undefined, view: Overview | undefined): NextStep | undefined {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const isAllowed = useAllowed()
  const reports = useQuery(queries.reports.list.queryOptions({ input: period === undefined ? skipToken : { period } }))
  const leading = reports.data && leadingReport(reports.data)
  const road = useQuery(queries.reports.road.queryOptions({ input: leading ? { report: leading.report } : skipToken }))
  if (period === undefined) return nextStepOf(undefined, undefined, { language, isAllowed })
  if (!view || !reports.data || (leading && !road.data)) return undefined
  return nextStepOf(view, leading && road.data, { language, isAllowed })
}

import type { ServiceContext } from '../audit/context.ts'
import { listReports as listStored } from '../store/report-store.ts'
import type { StoredReport } from '../store/report-store.ts'

/** Newest first; of one period, or of all. */
export type ListedReport = Pick<StoredReport, 'period' | 'kind' | 'state' | 'profile' | 'sha256' | 'pages' | 'builtAt' | 'actor'> & {
  report: string
}

export const listReports = ({ store }: Pick<ServiceContext, 'store'>, options: { period?: string } = {}): ListedReport[] =>
  listStored(store, options.period).map(toListed)

export const toListed = ({ id, period, kind, state, profile, sha256, pages, builtAt, actor }: StoredReport): ListedReport => ({
  report: id,
  period,
  kind,
  state,
  profile,
  sha256,
  pages,
  builtAt,
  actor,
})

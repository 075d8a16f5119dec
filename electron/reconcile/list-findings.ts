import type { Severity } from '../../shared/domain/finding.ts'
import type { ServiceContext } from '../audit/context.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import type { DraftFinding, Finding } from './scene.ts'
import { standingFindings, type StandingFinding } from './standing-findings.ts'

type FindingRequest = {
  period: string
  open?: boolean
  unit?: string | undefined
  severity?: Severity | undefined
  /** Without the cells of what is looked up on demand: a list of thousands shows none. */
  withoutCells?: boolean
}

const isOpen = ({ state }: Pick<DraftFinding, 'state'>): boolean => state === 'open' || state === 'asked'

/**
 * Everything that stands in a period, weightiest first, then in protocol order. Refuses with `period.not_found`.
 */
export const listFindings = (context: Pick<ServiceContext, 'store'>, request: FindingRequest): Finding[] =>
  readAtOnce(findingSteps(context, request))

/** `listFindings` step by step. */
export function* findingSteps({ store }: Pick<ServiceContext, 'store'>, request: FindingRequest): ReadingSteps<Finding[]> {
  const { open, unit, severity, withoutCells } = request
  const found: Finding[] = []
  for (const [index, one] of (yield* standingFindings(store, request.period)).findings.entries()) {
    if (index % givenAtOnce === givenAtOnce - 1) yield
    if (unit !== undefined && one.unit !== unit) continue
    if ((open === true && !isOpen(one)) || (severity !== undefined && one.severity !== severity)) continue
    found.push(toFinding(one, withoutCells))
  }
  return found
}

/** Findings whose cells may be looked up before others are served. */
const givenAtOnce = 500

/** Laid out for who asked, with its cells unless they are not wanted. */
export const toFinding = (
  { subject, counterpart: _counterpart, look, sources, ...finding }: StandingFinding,
  withoutCells = false,
): Finding => ({ ...finding, field: subject, sources: look && !withoutCells ? look() : sources })

/** How many findings of each level are open. */
export function* countFindings({ store }: Pick<ServiceContext, 'store'>, periodCode: string): ReadingSteps<Record<Severity, number>> {
  const counts: Record<Severity, number> = { blocking: 0, warning: 0, info: 0 }
  for (const one of (yield* standingFindings(store, periodCode)).findings) if (isOpen(one)) counts[one.severity] += 1
  return counts
}

import type { ReportRoadView } from '../../shared/contract/reports.ts'
import { rights, type CallName } from '../../shared/contract/rights.ts'
import type { Role } from '../../shared/domain/account.ts'
import type { ReportMove, ReportState } from '../../shared/domain/report-state.ts'

const movesOf: Readonly<Record<ReportState, readonly ReportMove[]>> = {
  draft: ['review'],
  reviewed: ['submit', 'withdraw'],
  submitted: ['approve', 'return', 'withdraw'],
  approved: ['sign', 'issue', 'withdraw'],
  signed: ['issue', 'withdraw'],
  issued: ['sign'],
  superseded: [],
}
const at = '2026-06-29T02:40:00.000Z'
const sha256 = 'a'.repeat(64)

export const allows =
  (roles: readonly Role[]) =>
  (call: CallName): boolean => {
    const right = rights[call]
    return typeof right === 'string' || right.some((role) => roles.includes(role))
  }

export type Blockers = ReportRoadView['blockers']
/** As the engine tells it to a person with these roles. */
export function roadOf(state: ReportState, roles: readonly Role[], blockers: Blockers = [], wasBlocked = false): ReportRoadView {
  const isAllowed = allows(roles)
  const report = {
    report: 'r',
    period: '2026-H1',
    kind: 'periodic',
    state,
    profile: 'p',
    sha256,
    pages: 18,
    builtAt: at,
    actor: 'Lan',
  } as const
  const submitted = {
    state: 'submitted',
    at,
    actor: 'Lan',
    kind: wasBlocked ? 'blocking' : null,
    words: wasBlocked ? 'gấp' : null,
  } as const
  return {
    report,
    steps: [submitted],
    moves: movesOf[state].filter((move) => isAllowed(`reports.${move}`)),
    blockers,
    remarks: [],
    freeze: null,
    files: [],
    number: null,
    supersededBy: null,
    changedAt: null,
    readAt: null,
  }
}

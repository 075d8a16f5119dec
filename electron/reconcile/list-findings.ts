import { severities } from '../../shared/domain/finding.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listStandingFindings } from '../store/finding-store.ts'
import { getPeriod, getPeriodKey, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findingId } from '../store/submission-finding-store.ts'
import { findCommuneDifferences, findLineDifferences } from './cross-line-findings.ts'
import { overlayAdjustments } from './overlay-adjustments.ts'
import { sourceOf, type DraftFinding, type Finding, type Scene, type StoredDraft } from './scene.ts'
import { findRegisterTrouble, findSuspendedAdjustments } from './unit-findings.ts'

/**
 * Everything that stands in a period, weightiest first, then in protocol order. Findings between submissions are
 * computed here from what counts now and never stored: the order of imports cannot change them.
 * Refuses with `period.not_found`.
 */
export function listFindings(
  { store }: Pick<ServiceContext, 'store'>,
  request: { period: string; open?: boolean; unit?: string },
): Finding[] {
  const period = getPeriod(store, request.period)
  const scene: Scene = {
    store,
    period,
    periodKey: getPeriodKey(store, period.code),
    programme: getProgramme(store, period.programmeVersion),
    units: new Map(listExpectedUnits(store, period.code).map((unit) => [unit.code, unit])),
  }
  const drafts = [
    ...overlayAdjustments(scene, storedFindings(scene)),
    ...findRegisterTrouble(scene),
    ...findSuspendedAdjustments(scene),
    ...findLineDifferences(scene),
    ...findCommuneDifferences(scene),
  ]
  return drafts
    .filter(
      ({ state, unit }) =>
        (request.open !== true || state === 'open' || state === 'asked') && (request.unit === undefined || unit === request.unit),
    )
    .toSorted(inOrderOf(scene))
    .map(({ subject, counterpart, ...draft }) => ({
      id: findingId(period.code, draft.unit, { rule: draft.rule, subject, counterpart }),
      ...draft,
      field: subject,
    }))
}

const storedFindings = ({ store, periodKey }: Scene): StoredDraft[] =>
  listStandingFindings(store, periodKey).map(({ id: _id, cells, file, ...finding }) => ({
    ...finding,
    sources: file ? (cells.length === 0 ? [{ sheet: '', cell: '' }] : cells).map((cell) => sourceOf(store, file, cell)) : [],
  }))

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** C2 before C10; made once, because a comparison that brings its own costs more than the list. */
const byRule = new Intl.Collator('en', { numeric: true })

function inOrderOf({ units }: Scene): (a: DraftFinding, b: DraftFinding) => number {
  const rank = (code: string | null): number => (code === null ? -1 : (units.get(code)?.rank ?? Number.MAX_SAFE_INTEGER))
  return (a, b) =>
    compare(severities.indexOf(a.severity), severities.indexOf(b.severity)) ||
    compare(rank(a.unit), rank(b.unit)) ||
    compare(a.unit ?? '', b.unit ?? '') ||
    byRule.compare(a.rule, b.rule) ||
    compare(a.subject ?? '', b.subject ?? '') ||
    compare(a.counterpart ?? '', b.counterpart ?? '')
}

import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { RowReference } from '../audit/run-command.ts'
import { printSubmission } from '../../shared/rules/narratives/print-submission.ts'
import { dropNarrativePrints, insertNarrativePrints } from '../store/narrative-print-store.ts'
import { getPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { hasLaidTexts, listTextsInEffect, suspendStaleTexts } from '../store/laid-text-store.ts'
import { applyToRollup } from '../store/rollup-store.ts'
import { closeSubmissionFindings, upsertSubmissionFindings } from '../store/submission-finding-store.ts'
import { dropPassages, indexPassages } from '../store/text-search-store.ts'
import { updateSubmissionState, type StoredSubmission } from '../store/submission-store.ts'
import { getUnitKey } from '../store/unit-store.ts'
import type { HeldQuestion } from './held-question.ts'
import { refreshNarratives } from './refresh-narratives.ts'

/** All of these run inside the caller's command. */

/**
 * Lets a version count in place of `previous`: states, findings, what can be searched for, sums and the adjustments that lay
 * over other figures. `isEffective`: it was stored as such. Gives the rows that were written beside the version's own.
 */
export function putInEffect(
  context: ServiceContext,
  version: { key: number; id: Id; period: string; unit: string; isEffective: boolean },
  previous: StoredSubmission | null,
  findings: readonly SubmissionFinding[],
): RowReference[] {
  const { store } = context
  const rows: RowReference[] = []
  if (previous) {
    updateSubmissionState(store, previous.key, 'superseded')
    closeSubmissionFindings(store, previous.key)
    dropPassages(store, previous.key)
    dropNarrativePrints(store, previous.key)
    rows.push({ table: 'submission', key: previous.id })
  }
  if (!version.isEffective) updateSubmissionState(store, version.key, 'effective')
  const target = { period: getPeriodKey(store, version.period), unit: getUnitKey(store, version.unit) }
  for (const key of suspendStaleTexts(store, target.period, target.unit)) rows.push({ table: 'laid_text', key })
  indexPassages(store, version.key)
  const { programmeVersion } = getPeriod(store, version.period)
  insertNarrativePrints(store, version.key, printSubmission(listTextsInEffect(store, version), getProgramme(store, programmeVersion)))
  upsertSubmissionFindings(store, { period: version.period, unit: version.unit, submission: version.key }, findings)
  if (hasLaidTexts(store, target.period, target.unit)) refreshNarratives(context, version)
  for (const adjustment of applyToRollup(store, target, previous?.key ?? null, version.key))
    rows.push({ table: 'adjustment', key: adjustment })
  return rows
}

/** Puts the question that is asked now among the findings, under the file's own name as long as nobody knows whose it is. */
export function noteHeld(
  context: ServiceContext,
  period: string,
  version: { key: number; id: Id; unit: string | null; file: string },
  question: HeldQuestion,
): void {
  const [reason] = question.reasons
  if (reason)
    upsertSubmissionFindings(context.store, { period, unit: version.unit, submission: version.key }, [
      { ...reason, counterpart: version.id, params: { ...reason.params, file: version.file } },
    ])
}

/** The question is answered. */
export const settleHeld = (context: ServiceContext, held: StoredSubmission): void => closeSubmissionFindings(context.store, held.key)

import { arithmeticRules, checkReadings, type CheckedReading } from '../../shared/rules/check-readings.ts'
import { listAdjustments } from '../store/adjustment-store.ts'
import { listReadingsInEffect } from '../store/figure-store.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import { listReadings } from '../store/submission-rows.ts'
import { findEffective } from '../store/submission-store.ts'
import { sourceOf, type DraftFinding, type Scene, type StoredDraft } from './scene.ts'

/** What is said of a single cell, and is answered by an adjustment of that figure. */
const cellRules: readonly string[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C10', 'M4', 'M5', 'M6', 'M9', 'M33', 'M34', 'M35']
const isArithmetic = (rule: string): boolean => arithmeticRules.some((known) => known === rule)

/**
 * Findings of submissions as they stand after adjustments: what an adjustment answers becomes `adjusted`, and arithmetic
 * is judged again on the values in effect, so that an adjustment that breaks a sum is found like a reported one.
 */
export function overlayAdjustments(scene: Scene, stored: readonly StoredDraft[]): DraftFinding[] {
  const adjusted = new Map<string, Set<string>>()
  for (const { unit, field, state } of listAdjustments(scene.store, scene.period.code))
    if (state === 'active') adjusted.set(unit, (adjusted.get(unit) ?? new Set()).add(field))
  const effective = new Map([...adjusted.keys()].map((unit) => [unit, findEffective(scene.store, scene.period.code, unit)]))
  const later = new Map([...adjusted.keys()].map((unit) => [unit, arithmeticInEffect(scene, unit)]))
  const kept = stored.flatMap(({ submission, ...finding }): DraftFinding[] => {
    const { unit, subject, rule } = finding
    const fields = unit === null ? undefined : adjusted.get(unit)
    if (unit === null || !fields || submission !== effective.get(unit)?.key) return [finding]
    if (cellRules.includes(rule)) return [subject !== null && fields.has(subject) ? { ...finding, state: 'adjusted' } : finding]
    if (!isArithmetic(rule)) return [finding]
    const stands = later.get(unit)!.find((draft) => keyOf(draft) === keyOf(finding))
    if (!stands) return [{ ...finding, state: 'adjusted' }]
    // The same trouble with other numbers is not what was settled.
    const isSame = stands.expected === finding.expected && stands.actual === finding.actual
    return [isSame ? finding : { ...stands, state: 'open' }]
  })
  const known = new Set(kept.map((finding) => `${finding.unit} ${keyOf(finding)}`))
  return [...kept, ...[...later.values()].flat().filter((finding) => !known.has(`${finding.unit} ${keyOf(finding)}`))]
}

const keyOf = ({ rule, subject, counterpart }: Pick<DraftFinding, 'rule' | 'subject' | 'counterpart'>): string =>
  JSON.stringify([rule, subject, counterpart])

function arithmeticInEffect({ store, period, programme, units }: Scene, unit: string): DraftFinding[] {
  const submission = findEffective(store, period.code, unit)
  if (!submission) return []
  const file = findReceivedFile(store, submission.sha256)
  const inEffect = listReadingsInEffect(store, period.code, unit)
  const readings = new Map(
    listReadings(store, submission.key).map((reported): [string, CheckedReading] => [
      reported.field,
      { ...(inEffect.get(reported.field) ?? reported), source: reported.source },
    ]),
  )
  return checkReadings(readings, programme, units.get(unit)?.line ?? null).map(({ cells, ...finding }) => ({
    ...finding,
    state: 'open',
    unit,
    sources: file ? cells.map((cell) => sourceOf(store, file, cell)) : [],
  }))
}

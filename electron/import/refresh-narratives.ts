import { submissionFinding, type SubmissionFinding } from '../../shared/domain/finding.ts'
import { checkSubmission } from '../../shared/rules/check-submission.ts'
import { printSubmission } from '../../shared/rules/narratives/print-submission.ts'
import { labelOf } from '../../shared/rules/label-of.ts'
import type { ServiceContext } from '../audit/context.ts'
import { listLaidTexts, listTextsInEffect } from '../store/laid-text-store.ts'
import { insertNarrativePrints } from '../store/narrative-print-store.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { closeFindingsOfRules, findingId, upsertSubmissionFindings } from '../store/submission-finding-store.ts'
import { dropPassages, indexPassages } from '../store/text-search-store.ts'

const narrativeRules = ['C14', 'C15', 'M59'] as const

/**
 * After what is laid over a unit's texts from its papers has changed, or another version counts: what can be searched for, which
 * narratives are missing and what they are compared by follow the texts in effect. Inside the caller's command; `key` is of the version that counts.
 */
export function refreshNarratives({ store }: Pick<ServiceContext, 'store'>, version: { key: number; period: string; unit: string }): void {
  dropPassages(store, version.key)
  indexPassages(store, version.key)
  const period = getPeriod(store, version.period)
  const programme = getProgramme(store, period.programmeVersion)
  const { line } = getExpectedUnit(store, period.code, version.unit)
  const texts = listTextsInEffect(store, version)
  const cover = { unitName: '', unitCode: '', periodCode: '', from: '', to: '' }
  const read = { layout: 'template', identity: null, cover, nilReport: false, figures: [], texts, communeRows: [], findings: [] } as const
  insertNarrativePrints(store, version.key, printSubmission(texts, programme))
  const missing = checkSubmission(read, programme, { line, from: period.from, to: period.to }).filter(({ rule }) => isOfNarratives(rule))
  const suspended = listLaidTexts(store, version.period, version.unit).filter(({ state }) => state === 'suspended')
  // Counts no more, because the unit now says something else there itself.
  const stale = suspended.map(({ name, heading }) =>
    submissionFinding('M59', 'warning', { subject: name, params: { label: labelOf(programme, name, 'vi'), heading } }),
  )
  const found = [...missing, ...stale]
  const owner = { period: version.period, unit: version.unit, submission: version.key }
  closeFindingsOfRules(
    store,
    version.key,
    narrativeRules,
    found.map((finding) => findingId(version.period, version.unit, finding)),
  )
  upsertSubmissionFindings(store, owner, found)
}

const isOfNarratives = (rule: SubmissionFinding['rule']): boolean => narrativeRules.some((one) => one === rule)

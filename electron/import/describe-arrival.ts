import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Instant } from '../../shared/domain/identity.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Programme, SourceLine } from '../../shared/domain/programme.ts'
import type { Channel } from '../../shared/domain/submission.ts'
import type { UnitIndex } from '../../shared/rules/find-unit-names.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import { sharingFinding } from '../../shared/rules/off-template/check-owners.ts'
import { holdFinding, identifySubmission, suggestUnits, type Identification } from '../../shared/rules/identify-submission.ts'
import type { StandingSubmission } from '../store/submission-store.ts'
import type { IdentifiedFile } from './decide-outcomes.ts'
import type { ReadArrival } from './read-arrivals.ts'

/** What stays the same for all files of one run. */
export type ImportSetting = {
  period: Period
  programme: Programme
  units: readonly Unit[]
  index: UnitIndex
  expected: ReadonlySet<string>
  /** Of the expected units. */
  lineOf: ReadonlyMap<string, SourceLine>
  nameOf: (unit: string) => string
  /** Units by the names that people told, folded. */
  learned: ReadonlyMap<string, string>
  standing: readonly StandingSubmission[]
  receivedAt: Instant
  channel: Channel
  importedAt: Instant
}

/** An arrival with what it is taken for; `version` only where it takes part in the decision about versions. */
export type Described = {
  source: ReadArrival
  version: IdentifiedFile | null
  identification: Identification | null
  suggestions: readonly string[]
}

export function describeArrival(source: ReadArrival, setting: ImportSetting): Described {
  const { arrival, kept, read } = source
  const suggest = (): string[] =>
    suggestUnits(arrival.fileName, arrival.folders, setting.index).filter((unit) => setting.expected.has(unit))
  const describe = (contentSha256: string, identification: Identification): Described => ({
    source,
    identification,
    suggestions: identification.suggestions,
    version: {
      path: arrival.path,
      sha256: kept!.sha256,
      contentSha256,
      unit: identification.unit,
      isInDoubt: identification.reasons.length > 0,
    },
  })
  if (read.kind === 'submission' && read.replayed)
    return describe(read.contentSha256, {
      unit: read.replayed.unit,
      reasons: [],
      claims: { identity: null, cover: null, fileName: suggest() },
      suggestions: [read.replayed.unit],
      otherPeriod: null,
    })
  if (read.kind === 'submission')
    return describe(
      read.contentSha256,
      identifySubmission({
        mapped: read.mapped,
        fileName: arrival.fileName,
        folders: arrival.folders,
        programme: setting.programme.code,
        period: setting.period.code,
        index: setting.index,
        expected: setting.expected,
        nameOf: setting.nameOf,
        learned: setting.learned,
      }),
    )
  if (read.kind === 'off_template') {
    const { layout } = read
    const expected = (layout?.claims ?? []).filter((unit) => setting.expected.has(unit))
    const owners = layout?.owners ?? []
    const shared = owners.length < 2 ? [] : [asHold(sharingFinding(owners, setting.units))]
    if (!layout?.kept) return describe(kept!.sha256, inDoubt([asHold(read.finding), ...shared], suggest(), expected))
    const { unit, actor, at } = layout.kept
    const remembered = holdFinding('M57', { unit: setting.nameOf(unit), actor, day: printInstant(at).slice(-10) })
    return describe(kept!.sha256, inDoubt([remembered, asHold(read.finding), ...shared], suggest(), expected, unit))
  }
  if (read.kind === 'known') {
    // The same bytes as a version that counts: whatever they are called now, they say nothing new.
    const known = setting.standing.find((version) => version.sha256 === kept!.sha256)
    return describe(known?.contentSha256 ?? kept!.sha256, inDoubt([holdFinding('M48', { day: '' })], suggest()))
  }
  return { source, version: null, identification: null, suggestions: suggest() }
}

/** `named`: whom the file's own name or folders name; `others`: whom its sheets speak of; `first`: whom it was of before. */
const inDoubt = (
  reasons: readonly SubmissionFinding[],
  named: readonly string[],
  others: readonly string[] = [],
  ...first: readonly string[]
): Identification => ({
  unit: null,
  reasons,
  claims: { identity: null, cover: null, fileName: named },
  suggestions: distinct([...first, ...named, ...others]),
  otherPeriod: null,
})

const distinct = (values: readonly string[]): string[] => [...new Set(values)]
const asHold = (finding: SubmissionFinding): SubmissionFinding => ({ ...finding, severity: 'blocking' })

import { submissionFinding, type SubmissionFinding } from '../domain/finding.ts'
import type { MappedSubmission } from '../domain/submission.ts'
import { nameKey } from '../vietnamese/text-key.ts'
import { findUnitNames, type NamedUnit, type UnitIndex } from './find-unit-names.ts'

/** What a held file can be answered with; `unit` goes with `assign_unit` and may go with `attach`. */
export const heldChoices = [
  'use_new',
  'keep_current',
  'assign_unit',
  'move_to_period',
  'use_here',
  'map',
  'check',
  'attach',
  'discard',
] as const
export type HeldChoice = (typeof heldChoices)[number]

/** Who, by each source, sent the file: unit codes, or the text as written where it names no known unit. */
export type UnitClaims = { identity: string | null; cover: string | null; fileName: readonly string[] }

export type Identification = {
  /** The unit the file counts for; null while a person must say it. */
  unit: string | null
  /** Why a person must decide; none = the file may go on to its unit. Most fundamental first. */
  reasons: readonly SubmissionFinding[]
  claims: UnitClaims
  /** Units worth offering, best first. */
  suggestions: readonly string[]
  /** Where it says it belongs, when that is another period. */
  otherPeriod: string | null
}

export type IdentifyQuestion = {
  mapped: Pick<MappedSubmission, 'layout' | 'identity' | 'cover'>
  /** The file's own name, without folders. */
  fileName: string
  /** The folders above it, as received; only for suggestions. */
  folders: string
  programme: string
  period: string
  index: UnitIndex
  /** Codes of the units expected in this period. */
  expected: ReadonlySet<string>
  nameOf: (unit: string) => string
  /** Units by the names that people told they call themselves, folded with `nameKey`. */
  learned: ReadonlyMap<string, string>
}

/** One reason for holding a file; blocking, because a held file may hold a figure of the province. */
export const holdFinding = (
  rule: SubmissionFinding['rule'],
  params: SubmissionFinding['params'],
  values: { expected?: string; actual?: string; cells?: SubmissionFinding['cells'] } = {},
): SubmissionFinding => submissionFinding(rule, 'blocking', { params, ...values })

/**
 * Whose submission this is. The identity sheet speaks first, then the cover; the file name never decides, it only
 * contradicts (another unit's full name or code; its bare place name only where it does not name the unit itself).
 * A damaged identity sheet (check value) does not decide either, but still contradicts.
 */
export function identifySubmission(question: IdentifyQuestion): Identification {
  const { mapped, index, expected, nameOf } = question
  const identity = mapped.identity
  const identityUnit = identity && identity.unit !== '' ? identity.unit : null
  const cover = rememberCover(coverClaim(mapped.cover, index), question.learned)
  const fileName = findUnitNames(withoutExtension(question.fileName), index)
  const unit = identity?.intact && identityUnit !== null ? identityUnit : cover.decides ? cover.unit : null
  const claims: UnitClaims = { identity: identityUnit, cover: cover.unit ?? cover.text, fileName: fileName.map((named) => named.unit) }
  const reasons = [...layoutReasons(mapped), ...programmeReasons(question)]

  const byName = namedAgainst(unit, fileName)
  const contradicts = [
    ...(unit !== null && identityUnit !== null && identityUnit !== unit ? [identityUnit] : []),
    ...(unit !== null && cover.text !== null && cover.unit !== unit ? [cover.unit ?? cover.text] : []),
    ...byName,
  ]
  const suggestions = distinct([
    ...[unit, identityUnit, cover.unit].filter((code) => code !== null),
    ...fileName.map((named) => named.unit),
    ...findUnitNames(question.folders, index).map((named) => named.unit),
  ]).filter((code) => expected.has(code))

  if (unit === null) reasons.push(holdFinding('M40', { name: cover.text ?? question.fileName }))
  else if (contradicts.length > 0)
    reasons.push(
      holdFinding(
        'M41',
        { unit: nameOf(unit), other: distinct(contradicts).map(nameOf).join(', ') },
        { expected: unit, actual: distinct(contradicts).join(', ') },
      ),
    )
  else if (!expected.has(unit)) reasons.push(holdFinding('M42', { unit: nameOf(unit), period: question.period }, { actual: unit }))

  const isSettled = unit !== null && contradicts.length === 0 && expected.has(unit)
  const otherPeriod = findOtherPeriod(question)
  if (otherPeriod !== null)
    reasons.push(holdFinding('M43', { found: otherPeriod, period: question.period }, { expected: question.period, actual: otherPeriod }))
  return { unit: isSettled ? unit : null, reasons, claims, suggestions, otherPeriod }
}

/** `decides` is false for a bare place name: it may mean the former district, and only a person can tell. */
type CoverClaim = { unit: string | null; text: string | null; decides: boolean }

/** What the cover says: `text` null where it says nothing; `unit` null where what it says is no single known unit. */
function coverClaim(cover: MappedSubmission['cover'], index: UnitIndex): CoverClaim {
  const code = cover.unitCode.trim()
  const name = cover.unitName.trim()
  if (code === '' && name === '') return { unit: null, text: null, decides: false }
  const named = strongestOnly(findUnitNames(name, index))
  const byName = named.length === 1 ? named[0]! : null
  if (code === '') return { unit: byName?.unit ?? null, text: name, decides: byName !== null && byName.form !== 'bare' }
  if (!index.codes.has(code)) return { unit: null, text: code, decides: false }
  return name === '' || byName?.unit === code ? { unit: code, text: code, decides: true } : { unit: null, text: name, decides: false }
}

/** A name that no list has, or that alone decides nothing, once a person has told whose it is. */
function rememberCover(claim: CoverClaim, learned: IdentifyQuestion['learned']): CoverClaim {
  const unit = claim.text === null || claim.decides ? undefined : learned.get(nameKey(claim.text))
  return unit === undefined || (claim.unit !== null && claim.unit !== unit) ? claim : { ...claim, unit, decides: true }
}

function strongestOnly(named: readonly NamedUnit[]): readonly NamedUnit[] {
  const form = (['code', 'full', 'bare'] as const).find((candidate) => named.some((one) => one.form === candidate))
  return named.filter((one) => one.form === form)
}

/** The other units a file name speaks of; a bare place name beside the unit's own is an address ("Tiền Hải - Thái Bình"). */
function namedAgainst(unit: string | null, named: readonly NamedUnit[]): string[] {
  if (unit === null) return []
  const namesItself = named.some((one) => one.unit === unit)
  return named.filter((one) => one.unit !== unit && (one.form !== 'bare' || !namesItself)).map((one) => one.unit)
}

const layoutReasons = (mapped: IdentifyQuestion['mapped']): SubmissionFinding[] =>
  mapped.layout === 'off_template' ? [holdFinding('M45', {})] : []

const programmeReasons = ({ mapped, programme }: IdentifyQuestion): SubmissionFinding[] =>
  mapped.identity && mapped.identity.programme !== programme
    ? [holdFinding('M44', { found: mapped.identity.programme, programme }, { expected: programme, actual: mapped.identity.programme })]
    : []

/** A period it says it was made for that is not this one; a damaged identity sheet speaks only where the cover is silent. */
function findOtherPeriod({ mapped, period }: IdentifyQuestion): string | null {
  const cover = mapped.cover.periodCode.trim()
  const identity = mapped.identity?.period ?? ''
  const said = mapped.identity?.intact || cover === '' ? [identity, cover] : [cover]
  return said.find((code) => code !== '' && code !== period) ?? null
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)]
const withoutExtension = (name: string): string => name.replace(/\.[A-Za-z]{2,5}$/, '')

/** Units a file's name or folders speak of, for papers: never more than a suggestion. The file name goes before the folders. */
export const suggestUnits = (fileName: string, folders: string, index: UnitIndex): string[] =>
  distinct([...findUnitNames(withoutExtension(fileName), index), ...findUnitNames(folders, index)].map((named) => named.unit))

/** The answers a held file offers, for its most fundamental reason: one question at a time. */
export function choicesFor(rule: SubmissionFinding['rule'], canMove: boolean): readonly HeldChoice[] {
  switch (rule) {
    case 'M40':
    case 'M41':
    case 'M42':
      return ['assign_unit', 'attach', 'discard']
    case 'M43':
      return canMove ? ['move_to_period', 'use_here', 'discard'] : ['use_here', 'discard']
    case 'M46':
      return ['use_new', 'keep_current']
    case 'M47':
    case 'M51':
      return ['use_new', 'discard']
    case 'M45':
    case 'M57':
    case 'M68':
      return ['map', 'attach', 'discard']
    case 'M56':
      return ['check', 'discard']
    default:
      return ['attach', 'discard']
  }
}

import { countedValue, type CellState, type Reading } from '../domain/figure.ts'
import type { CellReference, SubmissionFinding } from '../domain/finding.ts'
import type { Programme, SourceLine } from '../domain/programme.ts'
import { formatCount } from '../vietnamese/format-number.ts'

/** A figure as reported, or as it stands after an adjustment. */
export type CheckedReading = Reading & { source: CellReference }

/** Arithmetic between the figures of one unit: rules C6 to C9 and C13 of SPEC.md. These, and only these, follow an adjustment. */
export const arithmeticRules = ['C6', 'C7', 'C8', 'C9', 'C13'] as const

/** `line` null = not known whose figures these are; they are then judged as counted ones. */
export function checkReadings(
  readings: ReadonlyMap<string, CheckedReading>,
  programme: Programme,
  line: SourceLine | null,
): SubmissionFinding[] {
  const check = { readings, programme, labelOf: new Map(programme.fields.map((field) => [field.code, field.label.vi])) }
  return [
    ...partsAboveTotals(check),
    ...partsAgainstWholes(check),
    ...subsetsAboveSets(check),
    ...missingDenominators(check, line),
    ...halfApplicable(check),
  ]
}

type Check = { readings: ReadonlyMap<string, CheckedReading>; programme: Programme; labelOf: ReadonlyMap<string, string> }

const stateOf = ({ readings }: Check, code: string): CellState => readings.get(code)?.state ?? 'blank'
const countOf = ({ readings }: Check, code: string): number | undefined => {
  const reading = readings.get(code)
  return reading && countedValue(reading)
}

function finding(
  check: Check,
  rule: SubmissionFinding['rule'],
  severity: SubmissionFinding['severity'],
  fields: readonly [string, ...string[]],
  shown: { expected: string | null; actual: string | null; hasCounterpart: boolean },
): SubmissionFinding {
  const [subject, other] = fields
  return {
    rule,
    severity,
    subject,
    counterpart: shown.hasCounterpart ? (other ?? null) : null,
    expected: shown.expected,
    actual: shown.actual,
    params: {
      field: subject,
      label: check.labelOf.get(subject) ?? subject,
      ...(other === undefined ? {} : { otherField: other, otherLabel: check.labelOf.get(other) ?? other }),
      expected: shown.expected === null ? '' : formatCount(Number(shown.expected)),
      actual: shown.actual === null ? '' : formatCount(Number(shown.actual)),
    },
    cells: fields.flatMap((code) => {
      const source = check.readings.get(code)?.source
      return source ? [{ sheet: source.sheet, cell: source.cell }] : []
    }),
  }
}

const above = (check: Check, rule: 'C6' | 'C8', part: string, whole: string): SubmissionFinding[] => {
  const [actual, expected] = [countOf(check, part), countOf(check, whole)]
  if (actual === undefined || expected === undefined || actual <= expected) return []
  return [finding(check, rule, 'blocking', [part, whole], { expected: String(expected), actual: String(actual), hasCounterpart: true })]
}

const percentPairs = ({ indicators }: Programme) => indicators.filter(({ form }) => form === 'percent')

function partsAboveTotals(check: Check): SubmissionFinding[] {
  const pairs = new Map(
    percentPairs(check.programme).map(({ numerator, denominator }) => [`${numerator} ${denominator}`, { numerator, denominator }]),
  )
  return [...pairs.values()].flatMap(({ numerator, denominator }) => above(check, 'C6', numerator, denominator))
}

/** The same pair is not reported twice: C6 says it already. */
function subsetsAboveSets(check: Check): SubmissionFinding[] {
  const said = new Set(percentPairs(check.programme).map(({ numerator, denominator }) => `${numerator} ${denominator}`))
  return check.programme.subsets.flatMap(({ subset, of }) => (said.has(`${subset} ${of}`) ? [] : above(check, 'C8', subset, of)))
}

function partsAgainstWholes(check: Check): SubmissionFinding[] {
  return check.programme.wholes.flatMap(({ whole, parts }) => {
    const actual = countOf(check, whole)
    // A part that is not the unit's business adds nothing to the whole.
    const counts = parts.map((part) => (stateOf(check, part) === 'not_applicable' ? 0 : countOf(check, part)))
    if (actual === undefined || counts.some((count) => count === undefined)) return []
    const expected = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
    return expected === actual
      ? []
      : [finding(check, 'C7', 'blocking', [whole, ...parts], { expected: String(expected), actual: String(actual), hasCounterpart: false })]
  })
}

function missingDenominators(check: Check, line: SourceLine | null): SubmissionFinding[] {
  const found = new Map<string, SubmissionFinding>()
  for (const { numerator, denominator, line: summed } of check.programme.indicators) {
    const actual = countOf(check, numerator)
    if (actual === undefined || stateOf(check, denominator) !== 'blank' || found.has(denominator)) continue
    const severity = line === null || line === summed ? 'blocking' : 'warning'
    found.set(
      denominator,
      finding(check, 'C9', severity, [denominator, numerator], { expected: null, actual: String(actual), hasCounterpart: false }),
    )
  }
  return [...found.values()]
}

function halfApplicable(check: Check): SubmissionFinding[] {
  const found = new Map<string, SubmissionFinding>()
  for (const { numerator, denominator } of check.programme.indicators)
    for (const [out, other] of [
      [numerator, denominator],
      [denominator, numerator],
    ] as const) {
      const actual = countOf(check, other)
      if (stateOf(check, out) !== 'not_applicable' || actual === undefined) continue
      found.set(
        `${out} ${other}`,
        finding(check, 'C13', 'warning', [out, other], { expected: null, actual: String(actual), hasCounterpart: true }),
      )
    }
  return [...found.values()]
}

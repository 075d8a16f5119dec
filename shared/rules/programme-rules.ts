import { celEnv, celFunc, CelScalar, isCelError, parse, plan } from '@bufbuild/cel'
import type { Programme, ProgrammeRule } from '../domain/programme.ts'
import { programmeProblems, type ProgrammeProblemCode } from '../messages/programme.ts'
import { fillText } from '../messages/text.ts'
import type { ProgrammeProblem } from './read-programme.ts'

/** The only importer of CEL; loaded where a programme has rules of its own. */

type Parsed = ReturnType<typeof parse>
type Expr = Parsed['expr']

/** A rule ready to be asked; `fields` are those that it names. */
export type CompiledRule = {
  rule: ProgrammeRule
  fields: readonly string[]
  /** True where the rule finds something; a ratio over nothing finds nothing. A count that is not given is 0. */
  fires: (countOf: (field: string) => number | undefined) => boolean
}

const comparisons = new Set(['_<_', '_<=_', '_>_', '_>=_', '_==_', '_!=_'])
const arithmetic = new Set(['_+_', '_-_', '_*_', '_%_', '-_'])
const logic = new Set(['_&&_', '_||_', '!_'])

/** What cannot stand in a rule: where (offset in the expression) and why. */
class RuleTrouble extends Error {
  readonly code: ProgrammeProblemCode
  readonly params: Readonly<Record<string, string | number>>
  readonly id: bigint
  constructor(id: bigint, code: ProgrammeProblemCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.id = id
    this.code = code
    this.params = params
  }
}

/** Every place of the file where a rule cannot be used; empty where all can. */
export function checkProgrammeRules(programme: Programme): ProgrammeProblem[] {
  const fields = new Set(programme.fields.map(({ code }) => code))
  return (programme.rules ?? []).flatMap((rule, index): ProgrammeProblem[] => {
    const at = `rules[${index}]`
    const checked = compile(rule, fields)
    if ('problem' in checked) return [describe(`${at}.when`, checked.problem)]
    if (checked.fields.length === 0) return [describe(`${at}.when`, { code: 'rule_no_field', params: {} })]
    const known = new Set(['unitName', ...checked.fields])
    return (['vi', 'en'] as const).flatMap((language) =>
      placeholdersOf(rule.message[language])
        .filter((name) => !known.has(name))
        .map((name) => describe(`${at}.message.${language}`, { code: 'rule_placeholder', params: { name } })),
    )
  })
}

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)

const describe = (path: string, { code, params }: Problem): ProgrammeProblem => ({
  path,
  vi: fillText(programmeProblems[code], 'vi', params),
  en: fillText(programmeProblems[code], 'en', params),
})

/** Rules of a programme that was checked when it came in; one that cannot be used is a bug. */
export const compileProgrammeRules = (programme: Programme): CompiledRule[] => {
  const fields = new Set(programme.fields.map(({ code }) => code))
  return (programme.rules ?? []).map((rule) => {
    const compiled = compile(rule, fields)
    if ('problem' in compiled) throw new Error(`rule ${rule.code}: ${compiled.problem.code}`)
    return compiled
  })
}

type Problem = { code: ProgrammeProblemCode; params: Readonly<Record<string, string | number>> }

function compile(rule: ProgrammeRule, known: ReadonlySet<string>): CompiledRule | { problem: Problem } {
  let parsed: Parsed
  try {
    parsed = parse(rule.when)
  } catch (error) {
    return { problem: { code: 'rule_syntax', params: { column: columnOf(error) } } }
  }
  const used = new Set<string>()
  try {
    const type = check(parsed.expr, { known, used })
    if (type !== 'bool') throw new RuleTrouble(parsed.expr.id, 'rule_not_yes_or_no')
  } catch (error) {
    if (!(error instanceof RuleTrouble)) throw error
    // The parser gives the end of what stands before an operator.
    const place = parsed.sourceInfo?.positions[String(error.id)] ?? 0
    const column = place + 1 + rule.when.slice(place).search(/\S|$/)
    return { problem: { code: error.code, params: { ...error.params, column } } }
  }
  const variables = Object.fromEntries([...used].map((field) => [field, CelScalar.INT]))
  const run = plan(celEnv({ variables, funcs: [compareRatios] }), parsed)
  const fields = [...used].toSorted()
  return {
    rule,
    fields,
    fires(countOf) {
      const counts = Object.fromEntries(fields.map((field) => [field, BigInt(countOf(field) ?? 0)]))
      const result = run(counts)
      return !isCelError(result) && result === true
    },
  }
}

const columnOf = (error: unknown): number => {
  const start = (error as { location?: { start?: { column?: number } } }).location?.start
  return start?.column ?? 1
}

/** −1, 0 or 1 as a/b is less than, equal to or more than c/d; in integers of any size. Nothing is compared over 0. */
const compareRatios = celFunc(
  'compare_ratios',
  [CelScalar.INT, CelScalar.INT, CelScalar.INT, CelScalar.INT],
  CelScalar.INT,
  (a, b, c, d) => {
    if (b <= 0n || d <= 0n) throw new Error('a ratio over nothing')
    const [left, right] = [a * d, c * b]
    return left < right ? -1n : left > right ? 1n : 0n
  },
)

type Checking = { known: ReadonlySet<string>; used: Set<string> }
type Type = 'int' | 'bool' | 'ratio'

/**
 * Walks the tree, because planning takes unknown names without a word and divides integers whole. Comparisons with a ratio are
 * put into integers on the way.
 */
function check(expr: Expr, checking: Checking): Type {
  const { id, exprKind } = expr
  if (exprKind.case === 'identExpr') {
    const { name } = exprKind.value
    if (!checking.known.has(name)) throw new RuleTrouble(id, 'rule_unknown_name', { name })
    checking.used.add(name)
    return 'int'
  }
  if (exprKind.case === 'constExpr') {
    const kind = exprKind.value.constantKind.case
    if (kind === 'int64Value') return 'int'
    if (kind === 'boolValue') return 'bool'
    if (kind === 'doubleValue') return 'ratio'
    throw new RuleTrouble(id, 'rule_only_counts')
  }
  if (exprKind.case !== 'callExpr') throw new RuleTrouble(id, 'rule_only_counts')
  const { function: name, args, target } = exprKind.value
  if (target || !(comparisons.has(name) || arithmetic.has(name) || logic.has(name) || name === 'ratio' || name === '_?_:_'))
    throw name === '_/_' ? new RuleTrouble(id, 'rule_divides') : new RuleTrouble(id, 'rule_unknown_function', { name: shownName(name) })
  const types = args.map((arg) => check(arg, checking))
  const all = (type: Type): boolean => types.every((one) => one === type)
  if (name === 'ratio') {
    if (args.length !== 2 || !all('int')) throw new RuleTrouble(id, 'rule_ratio_of_two')
    return 'ratio'
  }
  if (arithmetic.has(name)) return demand(all('int'), id, 'int')
  if (logic.has(name)) return demand(all('bool'), id, 'bool')
  if (name === '_?_:_') return demand(types[0] === 'bool' && types[1] === types[2] && types[1] !== 'ratio', id, types[1]!)
  if (types.includes('ratio')) {
    demand(!types.includes('bool'), id, 'bool')
    compareAsRatios(expr)
    return 'bool'
  }
  return demand(types[0] === types[1], id, 'bool')
}

function demand(holds: boolean, id: bigint, type: Type): Type {
  if (!holds) throw new RuleTrouble(id, 'rule_mixed')
  return type
}

/** `_>=_` as a person types it. */
const shownName = (name: string): string => name.replaceAll('_', '') || name

/** `ratio(a, b) < x` to `compare_ratios(a, b, …) < 0`. */
function compareAsRatios(comparison: Expr): void {
  if (comparison.exprKind.case !== 'callExpr') return
  const call = comparison.exprKind.value
  const [left, right] = call.args.map(partsOf) as [[Expr, Expr], [Expr, Expr]]
  const first = call.args[0]!
  call.args = [
    { ...first, exprKind: { case: 'callExpr', value: { ...call, function: 'compare_ratios', args: [...left, ...right] } } },
    whole(first, 0n),
  ]
}

/** Numerator and denominator; a decimal is taken as it is typed, digit by digit. */
function partsOf(expr: Expr): [Expr, Expr] {
  const { exprKind } = expr
  if (exprKind.case === 'callExpr' && exprKind.value.function === 'ratio') return [exprKind.value.args[0]!, exprKind.value.args[1]!]
  if (exprKind.case === 'constExpr' && exprKind.value.constantKind.case === 'doubleValue') {
    const [digits = '0', fraction = ''] = exprKind.value.constantKind.value
      .toFixed(12)
      .replace(/\.?0+$/, '')
      .split('.')
    return [whole(expr, BigInt(digits + fraction)), whole(expr, 10n ** BigInt(fraction.length))]
  }
  return [expr, whole(expr, 1n)]
}

const whole = (like: Expr, value: bigint): Expr => ({
  ...like,
  exprKind: { case: 'constExpr', value: { $typeName: 'cel.expr.Constant', constantKind: { case: 'int64Value', value } } },
})

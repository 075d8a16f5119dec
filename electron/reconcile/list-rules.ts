import type { Severity } from '../../shared/domain/finding.ts'
import type { RuleParameterName } from '../../shared/domain/rule-parameters.ts'
import type { RuleId } from '../../shared/messages/catalogue.ts'
import type { SleepCode } from '../../shared/messages/rule-list.ts'
import { findBreak } from '../../shared/rules/series-breaks.ts'
import { kindWord } from '../../shared/rules/signs/kind-word.ts'
import { ruleParametersOf } from '../../shared/rules/signs/rule-parameters.ts'
import { ruleRegister, type RuleBasis } from '../../shared/rules/rule-register.ts'
import { formatSmallCount } from '../../shared/vietnamese/format-number.ts'
import type { ServiceContext } from '../audit/context.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { findingSteps } from './list-findings.ts'
import { enterScene } from './standing-findings.ts'
import { narrativesOf } from './narratives-of-period.ts'
import type { Scene } from './scene.ts'
import { signsOfPeriod, type SignsOfPeriod } from './sign-findings.ts'

export type RuleNote = { code: SleepCode; params: Readonly<Record<string, string>> }
export type ListedRule = {
  rule: RuleId
  severity: Severity
  parameters: { name: RuleParameterName; value: number; usual: number }[]
  awake: boolean
  /** Why it sleeps; of a rule that is awake, what it cannot judge. */
  note: RuleNote | null
  found: number
  open: number
}

/** Every rule, with its parameters, whether it can say anything in this period, and what it found. Refuses with `period.not_found`. */
export const listRules = (context: Pick<ServiceContext, 'store'>, request: { period: string }): ListedRule[] =>
  readAtOnce(ruleSteps(context, request))

/** `listRules` step by step. */
export function* ruleSteps({ store }: Pick<ServiceContext, 'store'>, { period }: { period: string }): ReadingSteps<ListedRule[]> {
  const scene = yield* enterScene(store, period)
  const signs = yield* signsOfPeriod(scene)
  const narratives = yield* narrativesOf(store, scene.periodKey, scene.programme)
  const hasTexts = narratives.some(({ prints }) => prints.size > 0)
  const counts = new Map<string, { found: number; open: number }>()
  for (const { rule, state } of yield* findingSteps({ store }, { period, withoutCells: true })) {
    const count = counts.get(rule) ?? { found: 0, open: 0 }
    counts.set(rule, { found: count.found + 1, open: count.open + (state === 'open' || state === 'asked' ? 1 : 0) })
  }
  const usual = ruleParametersOf(scene.programme)
  return ruleRegister.map(({ rule, severity, basis, parameters }): ListedRule => {
    const { awake, note } = lookAtBasis(basis, { scene, signs, hasTexts })
    return {
      rule,
      severity,
      parameters: parameters.map((name) => ({ name, value: signs.parameters[name], usual: usual[name] })),
      awake,
      note,
      ...(counts.get(rule) ?? { found: 0, open: 0 }),
    }
  })
}

type Basis = { awake: boolean; note: RuleNote | null }
const awake: Basis = { awake: true, note: null }
const asleep = (code: SleepCode, params: RuleNote['params'] = {}): Basis => ({ awake: false, note: { code, params } })

type Look = { scene: Scene; signs: SignsOfPeriod; hasTexts: boolean }

/** The period that most rules compare with; undefined where there is none. */
const latestOf = ({ signs }: Look) => signs.earlier.latest[0]
const needsEarlier = (look: Look): Basis => (latestOf(look) ? awake : asleep('no_earlier'))

/** Every series was broken between that period and now. */
const isBroken = (look: Look): boolean => {
  const latest = latestOf(look)
  return (
    latest !== undefined &&
    look.scene.programme.indicators.every(
      ({ code }) => findBreak(look.scene.programme, code, latest.cutOff, look.scene.period.cutOff) !== undefined,
    )
  )
}
const needsComparable = (look: Look): Basis => (isBroken(look) ? asleep('broken') : needsEarlier(look))

const looks: Readonly<Record<Exclude<RuleBasis, 'units'>, (look: Look) => Basis>> = {
  reports: () => awake,
  other_line: ({ scene, signs }) => {
    const lines = new Set(scene.programme.indicators.flatMap(({ crossCheckLines }) => crossCheckLines))
    return signs.units.some(({ line }) => lines.has(line)) ? awake : asleep('no_other_line')
  },
  parents: ({ scene }) =>
    [...scene.units.values()].some(({ parent }) => parent !== null && scene.units.has(parent)) ? awake : asleep('no_parents'),
  carry_overs: (look) => ((look.scene.programme.carryOvers ?? []).length === 0 ? asleep('no_carry_overs') : needsEarlier(look)),
  same_year: ({ signs }) => (signs.earlier.sameYear ? awake : asleep('no_same_year')),
  earlier: needsComparable,
  earlier_same_source: needsEarlier,
  self_declared: (look) =>
    look.scene.programme.fields.some(({ selfDeclared }) => selfDeclared === true) ? needsComparable(look) : asleep('no_self_declared'),
  earlier_or_year_ago: (look) => {
    if (!latestOf(look)) return asleep('no_earlier')
    if (isBroken(look)) return { awake: true, note: { code: 'broken', params: {} } }
    return look.signs.earlier.yearAgo ? awake : { awake: true, note: { code: 'no_year_ago', params: {} } }
  },
  programme_rules: ({ scene }) => ((scene.programme.rules ?? []).length > 0 ? awake : asleep('no_programme_rules')),
  peers: ({ signs }) => lookAtPeers(signs),
  texts: ({ hasTexts }) => (hasTexts ? awake : asleep('no_texts')),
  earlier_texts: (look) => (look.hasTexts ? needsEarlier(look) : asleep('no_texts')),
}

function lookAtBasis(basis: RuleBasis, look: Look): Basis {
  if (basis === 'units') return awake
  return look.signs.units.length === 0 ? asleep('no_reports') : looks[basis](look)
}

function lookAtPeers({ tooFew, judged, parameters }: SignsOfPeriod): Basis {
  const params = { count: formatSmallCount(parameters.outlier_fewest) }
  if (judged === 0) return asleep('too_few', params)
  if (tooFew.length === 0) return awake
  const groups = [...new Set(tooFew.map(({ kind }) => kindWord(kind)))].toSorted().join(', ')
  return { awake: true, note: { code: 'some_too_few', params: { ...params, groups } } }
}

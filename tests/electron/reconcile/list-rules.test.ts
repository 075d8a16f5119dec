import { expect, it } from 'vitest'
import { listDoubts } from '../../../electron/reconcile/list-doubts.ts'
import { listRules } from '../../../electron/reconcile/list-rules.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { setRuleParameter } from '../../../electron/setup/rule-settings.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { doubtfulUnit, listedRule } from '../../../shared/contract/findings.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { ruleRegister } from '../../../shared/rules/rule-register.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspace } from '../../kit/test-workspace.ts'

it('the register has every rule about what submissions say', () => {
  expect(ruleRegister.map(({ rule }) => rule as string).toSorted()).toEqual(
    Object.keys(ruleTexts)
      .filter((rule) => /^[CRN]\d+$/.test(rule))
      .toSorted(),
  )
})

it('lists who sleeps and why, what was found, and units by what makes them doubtful; a parameter set by the office applies at once', () => {
  const { context } = testWorkspace()
  openPeriod(context, { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17' })
  openPeriod(context, { code: '2026-N', from: '2025-12-15', to: '2026-12-14', due: '2026-12-17' })
  const [a, b] = listExpectedUnits(context.store, '2026-H1').map(({ code }) => code) as [string, string]
  const notes = (period: string) => {
    const rules = listRules(context, { period })
    for (const rule of rules) expect(listedRule.parse(rule)).toEqual(rule)
    return Object.fromEntries(rules.map(({ rule, awake, note }) => [rule, `${awake ? 'awake' : 'asleep'} ${note?.code ?? ''}`.trim()]))
  }
  expect(notes('2026-H1')).toMatchObject({ R1: 'awake', R10: 'asleep no_reports', N3: 'asleep no_reports' })
  storeFigures(context, { period: '2026-H1', unit: a }, { um_total: 100, um_informed: 90, uc_total: 50 })
  storeFigures(context, { period: '2026-N', unit: a }, { um_total: 100, um_informed: 80, uc_total: 61 })
  storeFigures(context, { period: '2026-N', unit: b }, { um_total: 30 })
  expect(notes('2026-H1')).toMatchObject({
    R9: 'asleep no_same_year',
    R10: 'asleep no_earlier',
    R12: 'asleep too_few',
    R4: 'asleep no_other_line',
  })
  expect(notes('2026-N')).toMatchObject({
    R7: 'asleep no_parents',
    R8: 'asleep no_carry_overs',
    R9: 'awake',
    R10: 'awake no_year_ago',
    N4: 'asleep no_texts',
  })
  const rule = (name: string) => listRules(context, { period: '2026-N' }).find((one) => one.rule === name)
  expect(rule('R10')).toMatchObject({ found: 1, open: 1, parameters: [{ name: 'change_percent', value: 20, usual: 20 }, {}, {}] })
  const doubts = listDoubts(context, { period: '2026-N' })
  expect(doubts.map((unit) => doubtfulUnit.parse(unit))).toMatchObject([
    {
      unit: a,
      weight: 4,
      level: 'few',
      signs: [
        { rule: 'R9', count: 1 },
        { rule: 'R10', count: 1 },
      ],
    },
  ])
  expect(setRuleParameter(context, { name: 'change_percent', value: 25 })).toEqual({ name: 'change_percent', value: 25 })
  expect(rule('R10')).toMatchObject({ found: 0, parameters: [{ value: 25, usual: 20 }, {}, {}] })
  expect(setRuleParameter(context, { name: 'change_percent', value: null })).toEqual({ name: 'change_percent', value: 20 })
  expect(rule('R10')).toMatchObject({ found: 1 })
})

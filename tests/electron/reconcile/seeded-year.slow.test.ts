import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { prepareProgrammeRules } from '../../../electron/reconcile/prepared-rules.ts'
import { initWorkspace } from '../../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import {
  honestReport,
  planted,
  plantedPeriod,
  seededPeriods,
  seededProgramme,
  seededUnits,
  type SeededPeriod,
  type SeededReport,
} from '../../kit/seeded-year.ts'
import { countingIds, fixedClock } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

it('the seeded year: every planted truth of every kind is found, and false alarms are counted per rule', async () => {
  const { clock } = fixedClock('2028-01-01T00:00:00.000Z')
  const newId = countingIds()
  const units = seededUnits()
  const { store } = initWorkspace({
    directory: join(temporaryFolder(), 'data'),
    programme: seededProgramme(),
    units,
    clock,
    newId,
    actor: 'Lan',
  })
  const context = { store, clock, newId, actor: 'Lan' }
  for (const period of seededPeriods) openPeriod(context, period)
  await prepareProgrammeRules(store)

  const communes = units.filter(({ line, parent }) => line === 'territorial' && parent === null)
  const children = units.filter(({ parent }) => parent !== null)
  const rules = Object.keys(planted)
  const reports = new Map<string, Map<SeededPeriod, SeededReport>>()
  const numberOf = new Map([...communes, ...children].map(({ code }, index) => [code, index]))
  for (const [code, index] of numberOf)
    reports.set(code, new Map(seededPeriods.map((period) => [period.code, honestReport(index, period.code)])))
  // One unit per truth and one per look-alike, those that are copied from never among them.
  const [truthOf, alikeOf] = [0, 1].map((kind) => new Map(rules.map((rule, index) => [rule, communes[index * 2 + kind]!.code]))) as [
    Map<string, string>,
    Map<string, string>,
  ]
  const source = communes.slice(rules.length * 2)
  for (const [kind, unitOf] of [
    ['truth', truthOf],
    ['alike', alikeOf],
  ] as const)
    for (const [index, rule] of rules.entries()) {
      const own = reports.get(unitOf.get(rule)!)!
      const other = reports.get(source[index]!.code)!.get(plantedPeriod)!
      planted[rule]![kind](own.get(plantedPeriod)!, { halfYear: own.get('2027-H1')!, yearAgo: own.get('2026-N')!, other })
    }
  const late = source.at(-1)!.code
  const missing = source.at(-2)!.code
  const silentChild = children.at(-1)!.code
  const rowUnits = source.slice(-6, -3).map(({ code }) => code)
  for (const period of seededPeriods) {
    const isPlanted = period.code === plantedPeriod
    const due = `${period.due}T02:00:00.000Z`
    for (const code of numberOf.keys()) {
      if (isPlanted && (code === missing || code === silentChild)) continue
      const { figures, texts } = reports.get(code)!.get(period.code)!
      const told = period.code.startsWith('2027')
        ? Object.entries(texts).map(([task, words]) => ({
            name: `nar.${task}`,
            text: words,
            raw: words,
            sheet: 'Nhiệm vụ',
            cell: 'C7',
            how: 'text',
          }))
        : []
      storeFigures(context, { period: period.code, unit: code }, figures, {
        texts: told,
        receivedAt: isPlanted && code === late ? '2027-12-20T02:00:00.000Z' : due,
      })
    }
    for (const [index, cluster] of ['org.cum.1', 'org.cum.2'].entries()) {
      const parts = children
        .filter(({ parent }) => parent === cluster)
        .map(({ code }) => Number(reports.get(code)!.get(period.code)!.figures['um_total']))
      // The first one is wrong; the second cannot be judged, because one below it has not reported.
      storeFigures(
        context,
        { period: period.code, unit: cluster },
        { um_total: parts.reduce((sum, count) => sum + count, isPlanted ? 5 + index : 0) },
        { receivedAt: due },
      )
    }
  }
  const rowOf = (unit: string, more: number) => {
    const { um_total: total, um_informed: informed } = reports.get(unit)!.get(plantedPeriod)!.figures
    const reading = (count: unknown) => ({ state: 'value' as const, value: Number(count) })
    return { unit, readings: { um_total: reading(Number(total) + more), um_informed: reading(informed) }, sheet: 'Theo xã', row: 9 }
  }
  storeFigures(
    context,
    { period: plantedPeriod, unit: 'org.ldld_tinh' },
    {},
    { communeRows: rowUnits.map((unit, index) => rowOf(unit, index === 0 ? 4 : 0)), receivedAt: '2027-12-16T02:00:00.000Z' },
  )

  const found = listFindings(context, { period: plantedPeriod })
  const truths = new Map<string, string[]>([
    ...[...truthOf].map(([rule, unit]): [string, string[]] => [rule, [unit]]),
    ['R1', [missing, silentChild]],
    ['R2', [late]],
    ['R6', [rowUnits[0]!]],
    ['R7', ['org.cum.1']],
  ])
  // Both units of a copy are told, so that the source of one is no honest unit here; what a truth or a look-alike of one rule
  // trips of another belongs to it.
  const changed = new Set([...truthOf.values(), ...alikeOf.values(), source[rules.indexOf('R14')]!.code, source[rules.indexOf('N3')]!.code])
  const honest = new Set([...numberOf.keys()].filter((code) => !changed.has(code)))
  const expectedUnits = (rule: string): string[] => truths.get(rule) ?? []
  const judged = [...truths.keys()].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const table = judged.map((rule) => {
    const ofRule = new Set(found.filter((finding) => finding.rule === rule).map(({ unit }) => unit ?? ''))
    const hits = expectedUnits(rule).filter((unit) => ofRule.has(unit)).length
    const alarms = [...ofRule].filter((unit) => honest.has(unit) && !expectedUnits(rule).includes(unit))
    const alike = alikeOf.get(rule)
    return {
      rule,
      planted: expectedUnits(rule).length,
      found: hits,
      'look-alikes': alike === undefined ? 0 : 1,
      mistaken: alike !== undefined && ofRule.has(alike) ? 1 : 0,
      'honest units': honest.size,
      'false alarms': alarms.length,
    }
  })
  console.table(table)
  expect(table.filter(({ planted: wanted, found: hits }) => hits !== wanted)).toEqual([])
  expect(table.filter(({ mistaken }) => mistaken > 0)).toEqual([])
  expect(table.filter((row) => row['false alarms'] > 0)).toEqual([])
  expect(honest.size).toBeGreaterThan(45)
  store.close()
})

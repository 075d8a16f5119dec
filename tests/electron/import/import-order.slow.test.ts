import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../../electron/import/import-files.ts'
import { getFigures } from '../../../electron/consolidate/get-figures.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { confirmMapping } from '../../../electron/import/mapping/confirm-mapping.ts'
import { proposeForHeld } from '../../../electron/import/mapping/propose-mapping.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { ownRows, ownTable } from '../../kit/own-table.ts'
import { closeSharedPool, communes, openInbox, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

/** Of another kind than the first, so that every missing unit has peers to be bounded by. */
const other = communes.findIndex(({ kind }) => kind !== communes[0]!.kind)

/** Four units, several versions, one forwarded under a neighbour's name, a table of a unit's own that comes twice; made once, because writing workbooks is slow. */
async function makeFiles(inbox: Inbox): Promise<Record<string, Buffer>> {
  const fill = (unit: number, total: number) => inbox.fill(unitAt(unit), { 'fld.um_total': total, 'fld.um_informed': total - 1 })
  return {
    'a1.xlsx': await fill(0, 10),
    'a2.xlsx': await fill(0, 20),
    'a1 again.xlsx': await fill(0, 10),
    'b1.xlsx': await fill(1, 30),
    [`${unitAt(1)}.xlsx`]: await fill(2, 40),
    'c1.xlsx': await fill(2, 50),
    'd bang tu lap.xlsx': await ownTable(communes[other]!.name.toUpperCase()),
    'd bang lan 2.xlsx': await ownTable(communes[other]!.name.toUpperCase(), [[ownRows[0]![0], 1300], ownRows[1]!]),
  }
}

/**
 * The clerk's mind: of unit 0 the larger version counts, the forwarded file belongs to unit 2, whose later version counts; the
 * table of the other one is read as suggested, and its larger total counts.
 */
async function answerAll(inbox: Inbox): Promise<void> {
  for (;;) {
    const [item] = listHeld(inbox.context, { period: '2026-H1' })
    if (!item) return
    const [asked] = item.reasons
    const total = item.difference?.figures.find((change) => change.field === 'um_total')?.new?.value ?? null
    if (item.choices.includes('map')) {
      const { proposal } = await proposeForHeld(inbox.context, { id: item.id })
      const inputs = proposal.suggestions.flatMap(({ name, cell, label }) => (cell ? [{ name, ...cell, label }] : []))
      await confirmMapping(inbox.context, { id: item.id, unit: unitAt(other), mapping: { inputs, reading: proposal.reading } })
    } else if (asked!.rule === 'M41') resolveHeld(inbox.context, { id: item.id, choice: 'assign_unit', unit: unitAt(2) })
    else if (total === 20 || total === 50 || total === 1300) resolveHeld(inbox.context, { id: item.id, choice: 'use_new' })
    else resolveHeld(inbox.context, { id: item.id, choice: asked!.rule === 'M46' ? 'keep_current' : 'discard' })
  }
}

const readingsOf = (inbox: Inbox): unknown =>
  [0, 1, 2, other].map((unit) =>
    [...listReadingsInEffect(inbox.context.store, '2026-H1', unitAt(unit))].filter(([field]) => field.startsWith('um_')),
  )
/** Everything that a person reads of the period: figures with bounds, verdicts and coverage, and every finding, but ids and places of copies. */
const saidOf = (inbox: Inbox): string =>
  JSON.stringify([
    getFigures(inbox.context, { period: '2026-H1' }),
    listFindings(inbox.context, { period: '2026-H1' }).map(({ rule, severity, state, unit, field, expected, actual, params, sources }) => [
      rule,
      severity,
      state,
      unit,
      field,
      expected,
      actual,
      params,
      sources.map(({ sha256, sheet, cell }) => [sha256, sheet, cell]),
    ]),
  ])

describe('the order in which files arrive', () => {
  it('changes neither decisions nor figures, within one run and across runs given the same answers', async () => {
    const first = openInbox()
    const files = await makeFiles(first)
    const names = Object.keys(files)
    const decided = new Map<string, unknown>()
    const said = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.array(fc.nat({ max: names.length }), { maxLength: 2 }),
        fc.boolean(),
        async (order, cuts, isOneRun) => {
          const inbox = openInbox()
          const paths = order.map((name) => ({ path: inbox.put(name, files[name]!), name }))
          const runs = isOneRun ? [paths] : split(paths, cuts)
          for (const run of runs) {
            const report = await importFiles(inbox.context, { period: '2026-H1', paths: run })
            if (isOneRun)
              decided.set(
                JSON.stringify(
                  report.files.map((file) => [
                    file.path.split('/').at(-1),
                    file.outcome,
                    file.unit,
                    file.findings.map((finding) => finding.rule),
                  ]),
                ),
                order,
              )
            await answerAll(inbox)
          }
          expect(readingsOf(inbox)).toEqual([
            expect.arrayContaining([['um_total', { state: 'value', value: 20 }]]),
            expect.arrayContaining([['um_total', { state: 'value', value: 30 }]]),
            expect.arrayContaining([['um_total', { state: 'value', value: 50 }]]),
            expect.arrayContaining([['um_total', { state: 'value', value: 1300 }]]),
          ])
          const { indicators } = getFigures(inbox.context, { period: '2026-H1' })
          expect(indicators[0]).toMatchObject({ numerator: 97 + 1100, denominator: 100 + 1300, coverage: { reported: 4 } })
          expect(indicators[0]!.bounds.low).not.toBeNull()
          said.add(saidOf(inbox))
          expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
          inbox.context.store.close()
        },
      ),
      { numRuns: 15 },
    )
    expect([decided.size, said.size]).toEqual([1, 1])
  })
})

function split<Item>(items: readonly Item[], cuts: readonly number[]): Item[][] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), items.length]
  return edges
    .slice(1)
    .map((edge, at) => items.slice(edges[at], edge))
    .filter((part) => part.length > 0)
}

import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../../electron/import/import-files.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { closeSharedPool, openInbox, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

/** Two units, several versions, one forwarded under a neighbour's name; made once, because writing workbooks is slow. */
async function makeFiles(inbox: Inbox): Promise<Record<string, Buffer>> {
  const fill = (unit: number, total: number) => inbox.fill(unitAt(unit), { 'fld.um_total': total, 'fld.um_informed': total - 1 })
  return {
    'a1.xlsx': await fill(0, 10),
    'a2.xlsx': await fill(0, 20),
    'a1 again.xlsx': await fill(0, 10),
    'b1.xlsx': await fill(1, 30),
    [`${unitAt(1)}.xlsx`]: await fill(2, 40),
    'c1.xlsx': await fill(2, 50),
  }
}

/** The clerk's mind: of unit 0 the larger version counts, the forwarded file belongs to unit 2, whose later version counts. */
function answerAll(inbox: Inbox): void {
  for (;;) {
    const [item] = listHeld(inbox.context, { period: '2026-H1' })
    if (!item) return
    const [asked] = item.reasons
    const total = item.difference?.figures.find((change) => change.field === 'um_total')?.new?.value ?? null
    if (asked!.rule === 'M41') resolveHeld(inbox.context, { id: item.id, choice: 'assign_unit', unit: unitAt(2) })
    else if (total === 20 || total === 50) resolveHeld(inbox.context, { id: item.id, choice: 'use_new' })
    else resolveHeld(inbox.context, { id: item.id, choice: asked!.rule === 'M46' ? 'keep_current' : 'discard' })
  }
}

const readingsOf = (inbox: Inbox): unknown =>
  [0, 1, 2].map((unit) =>
    [...listReadingsInEffect(inbox.context.store, '2026-H1', unitAt(unit))].filter(([field]) => field.startsWith('um_')),
  )
const sumsOf = (inbox: Inbox): unknown =>
  inbox.context.store
    .prepare('SELECT line, indicator, numerator, denominator, reported FROM indicator_rollup WHERE reported > 0 ORDER BY line, indicator')
    .all()

describe('the order in which files arrive', () => {
  it('changes neither decisions nor figures, within one run and across runs given the same answers', async () => {
    const first = openInbox()
    const files = await makeFiles(first)
    const names = Object.keys(files)
    const decided = new Map<string, unknown>()
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
            answerAll(inbox)
          }
          expect(readingsOf(inbox)).toEqual([
            expect.arrayContaining([['um_total', { state: 'value', value: 20 }]]),
            expect.arrayContaining([['um_total', { state: 'value', value: 30 }]]),
            expect.arrayContaining([['um_total', { state: 'value', value: 50 }]]),
          ])
          expect(sumsOf(inbox)).toMatchObject([{ numerator: 97, denominator: 100, reported: 3 }])
          expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
          inbox.context.store.close()
        },
      ),
      { numRuns: 15 },
    )
    expect(decided.size).toBe(1)
  })
})

function split<Item>(items: readonly Item[], cuts: readonly number[]): Item[][] {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), items.length]
  return edges
    .slice(1)
    .map((edge, at) => items.slice(edges[at], edge))
    .filter((part) => part.length > 0)
}

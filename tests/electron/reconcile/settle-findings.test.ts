import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { getFigures } from '../../../electron/consolidate/get-figures.ts'
import { listDecisions } from '../../../electron/reconcile/list-decisions.ts'
import { countFindings, listFindings } from '../../../electron/reconcile/list-findings.ts'
import { settleFindings, undoSettlement, type SettleRequest } from '../../../electron/reconcile/settle-findings.ts'
import { listAdjustments } from '../../../electron/store/adjustment-store.ts'
import { withdrawAdjustment } from '../../../electron/reconcile/adjust-figure.ts'
import { tryFigure } from '../../../electron/reconcile/try-figure.ts'
import { browseFindings } from '../../../electron/reconcile/browse-findings.ts'
import { readAtOnce } from '../../../electron/store/one-moment.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { severities } from '../../../shared/domain/finding.ts'
import { openStore } from '../../../electron/store/database.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const period = testPeriod.code
const clerk = { isTrial: false, isReviewer: false }
const reviewer = { isTrial: false, isReviewer: true }

function office() {
  const { context, directory } = testWorkspaceWithPeriod()
  const [first, second] = listExpectedUnits(context.store, period).flatMap(({ code, line }) => (line === 'territorial' ? [code] : []))
  const unit = first!
  const send = (um_total: number, um_informed: number, of = unit): void =>
    void storeFigures(context, { period, unit: of }, { um_total, um_informed })
  const find = (rule: string, of = unit) => listFindings(context, { period }).find((found) => found.rule === rule && found.unit === of)
  const settle = (request: Partial<SettleRequest> & Pick<SettleRequest, 'findings' | 'as'>) =>
    settleFindings(context, { period, reason: 'gọi điện', by: clerk, ...request })
  const counts = () => readAtOnce(countFindings(context, period))
  const listed = () => {
    const open = listFindings(context, { period, open: true })
    return Object.fromEntries(severities.map((severity) => [severity, open.filter((found) => found.severity === severity).length]))
  }
  return { context, directory, unit, second: second!, send, find, settle, counts, listed }
}

describe('settleFindings', () => {
  it('keeps a decision while the cells say the same, through a re-import, and opens it again when they do not', () => {
    const { context, send, find, settle, counts, listed } = office()
    send(10, 11)
    const { id } = find('C6')!
    expect(settle({ findings: [id], as: 'kept' }).findings).toMatchObject([{ id, state: 'kept' }])
    expect(counts()).toEqual(listed())
    send(10, 11)
    expect(find('C6')).toMatchObject({ id, state: 'kept' })
    send(10, 12)
    expect(find('C6')).toMatchObject({ id, state: 'open' })
    expect(listDecisions(context, { period })).toMatchObject([{ finding: id, standing: 'reopened' }])
    send(10, 11)
    expect(find('C6')?.state).toBe('kept')
    send(10, 9)
    expect(find('C6')).toBeUndefined()
    expect(listDecisions(context, { period })).toMatchObject([{ standing: 'gone' }])
    expect(counts()).toEqual(listed())
  })

  it('adjusts in the same command, and one undo takes decision and figure back', () => {
    const { context, unit, send, find, settle } = office()
    send(10, 11)
    const { id } = find('C6')!
    const entries = (): number => context.store.pluck<[], number>('SELECT count(*) FROM journal_entry').get()!
    const before = entries()
    const made = settle({ findings: [id], as: 'adjusted', basis: 'phone', figures: [{ unit, field: 'um_informed', value: 9 }] })
    expect(made.findings).toMatchObject([{ state: 'adjusted' }])
    expect(getFigures(context, { period, unit }).fields['um_informed']).toBe(9)
    const undone = undoSettlement(context, { period, by: clerk })
    expect(undone).toMatchObject({ batch: made.batch, findings: [id] })
    expect(undone.adjustments).toHaveLength(1)
    expect(entries()).toBe(before + 2)
    expect([find('C6')?.state, getFigures(context, { period, unit }).fields['um_informed']]).toEqual(['open', 11])
    expect(() => undoSettlement(context, { period, by: clerk })).toThrow(expect.objectContaining({ code: 'discrepancy.nothing_to_undo' }))
    settle({ findings: [id], as: 'adjusted', figures: [{ unit, field: 'um_informed', value: 9 }] })
    withdrawAdjustment(context, { id: listDecisions(context, { period }).at(-1)!.adjustment!, reason: 'nhầm' })
    expect(find('C6')?.state).toBe('open')
    expect(listDecisions(context, { period }).at(-1)?.standing).toBe('reopened')
  })

  it('settles several of one cause at once, and a later decision is undone before an earlier one', () => {
    const { context, second, send, find, settle, counts, listed } = office()
    send(10, 11)
    send(20, 21, second)
    const ids = [find('C6')!.id, find('C6', second)!.id]
    const first = settle({ findings: ids, as: 'asked' })
    expect(ids.map((id) => listFindings(context, { period, open: true }).find((found) => found.id === id)?.state)).toEqual([
      'asked',
      'asked',
    ])
    const later = settle({ findings: [ids[0]!], as: 'waived' })
    expect(counts()).toEqual(listed())
    expect(() => undoSettlement(context, { id: first.batch, by: clerk })).toThrow(
      expect.objectContaining({ code: 'discrepancy.decided_since' }),
    )
    undoSettlement(context, { id: later.batch, by: clerk })
    undoSettlement(context, { id: first.findings[1]!.settlement, by: clerk })
    expect(ids.map((id) => listFindings(context, { period }).find((found) => found.id === id)?.state)).toEqual(['open', 'open'])
    expect(listDecisions(context, { period }).map(({ standing }) => standing)).toEqual(['undone', 'undone', 'undone'])
  })

  it('leaves to a reviewer what a reviewer marked, which then stops the report', () => {
    const { context, unit, find, settle, counts, listed } = office()
    const { id, severity } = find('R1')!
    expect(severity).toBe('warning')
    expect(() => settle({ findings: [id], as: 'marked' })).toThrow(expect.objectContaining({ code: 'discrepancy.needs_reviewer' }))
    settle({ findings: [id], as: 'marked', by: reviewer })
    expect(listFindings(context, { period, severity: 'blocking' })).toMatchObject([{ id, unit, state: 'open' }])
    expect(counts()).toEqual(listed())
    expect(() => settle({ findings: [id], as: 'waived' })).toThrow(expect.objectContaining({ code: 'discrepancy.needs_reviewer' }))
    expect(settle({ findings: [id], as: 'waived', by: reviewer }).findings).toMatchObject([{ state: 'waived' }])
    // Without accounts the name stands for the person.
    const mark = settle({ findings: [id], as: 'marked', by: { isTrial: true, isReviewer: false } })
    expect(() => undoSettlement({ ...context, actor: 'Người khác' }, { id: mark.batch, by: { isTrial: true, isReviewer: false } })).toThrow(
      expect.objectContaining({ code: 'discrepancy.needs_reviewer' }),
    )
  })

  it('refuses what has no reason, no figure or no finding, and writes nothing then', async () => {
    const { unit, send, find, settle, context } = office()
    send(10, 11)
    const { id } = find('C6')!
    const code = (request: Parameters<typeof settle>[0]): string => {
      try {
        settle(request)
        return 'none'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(code({ findings: [id], as: 'waived', reason: '  ' })).toBe('discrepancy.no_reason')
    expect(code({ findings: [id], as: 'adjusted' })).toBe('discrepancy.nothing_adjusted')
    expect(code({ findings: ['0'.repeat(32)], as: 'kept' })).toBe('discrepancy.not_found')
    const seen = { state: 'value', value: 1 } as const
    expect(code({ findings: [id], as: 'adjusted', figures: [{ unit, field: 'um_informed', value: 9, seen }] })).toBe('adjustment.changed')
    expect(listDecisions(context, { period })).toEqual([])
    expect(await verifyAudit(context)).toMatchObject({ ok: true })
  })

  it('weighs a finding by how far it moves the province, and tries a figure without writing it', () => {
    const { context, unit, second, send, find } = office()
    send(100, 150)
    send(900, 800, second)
    // 950/1000 → 900/1000: five points of a percent.
    const { id } = find('C6')!
    const columns = readAtOnce(browseFindings(context, period))
    expect(columns.weight[columns.id.indexOf(id)]).toBe(50_000)
    const before = context.store.pluck<[], number>('SELECT total_changes()').get()
    expect(tryFigure(context, { period, unit, field: 'fld.um_informed', value: 100 })).toMatchObject({
      field: 'um_informed',
      now: { state: 'value', value: 150 },
      effect: [{ old: { numerator: 950, denominator: 1000 }, new: { numerator: 900, denominator: 1000 } }],
    })
    expect(context.store.pluck<[], number>('SELECT total_changes()').get()).toBe(before)
  })

  it('[S11] offers and takes only what answers a finding of its kind', () => {
    const { context, unit, second, send, find, settle } = office()
    send(10, 11)
    storeFigures(context, { period, unit: second }, { um_total: 10, um_informed: 9 }, { receivedAt: '2026-06-30T02:00:00.000Z' })
    const code = (request: Parameters<typeof settle>[0]): string => {
      try {
        settle(request)
        return 'taken'
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    const [late, over] = [find('R2', second)!.id, find('C6')!.id]
    const missing = listFindings(context, { period }).find(({ rule }) => rule === 'R1')!.id
    expect(code({ findings: [late], as: 'kept' })).toBe('discrepancy.nothing_to_keep')
    expect(code({ findings: [over, late], as: 'kept' })).toBe('discrepancy.nothing_to_keep')
    expect(code({ findings: [missing], as: 'asked' })).toBe('discrepancy.nobody_to_ask')
    const figures = (of: string, field: string) => [{ unit: of, field, value: 5 }]
    expect(code({ findings: [late], as: 'adjusted', figures: figures(second, 'um_total') })).toBe('discrepancy.other_figure')
    expect(code({ findings: [over], as: 'adjusted', figures: figures(unit, 'w_total') })).toBe('discrepancy.other_figure')
    expect(code({ findings: [over], as: 'adjusted', figures: figures(second, 'um_total') })).toBe('discrepancy.other_figure')
    expect(listDecisions(context, { period })).toEqual([])
    expect(code({ findings: [late], as: 'waived' })).toBe('taken')
    expect(code({ findings: [over], as: 'kept' })).toBe('taken')
  })

  it('does not replace what somebody else decided meanwhile before that was seen', () => {
    const { send, find, settle } = office()
    send(10, 11)
    const { id } = find('C6')!
    settle({ findings: [id], as: 'kept' })
    const late = { findings: [id], as: 'waived', reason: 'đã gọi' } as const
    expect(() => settle({ ...late, seen: ['open'] })).toThrow(expect.objectContaining({ code: 'discrepancy.decided_meanwhile' }))
    expect(find('C6')?.state).toBe('kept')
    expect(settle({ ...late, seen: ['kept'] }).findings).toMatchObject([{ state: 'waived' }])
  })

  it('undoes an adjustment to the one before it, through a re-import, too', async () => {
    const { context, unit, send, find, settle } = office()
    send(10, 11)
    const { id } = find('C6')!
    const adjust = (value: number) => settle({ findings: [id], as: 'adjusted', figures: [{ unit, field: 'um_informed', value }] })
    const now = () => getFigures(context, { period, unit }).fields['um_informed']
    const states = () => listAdjustments(context.store, period).map(({ state }) => state)
    adjust(9)
    adjust(8)
    undoSettlement(context, { period, by: clerk })
    expect([now(), states(), find('C6')?.state]).toEqual([9, ['active', 'withdrawn'], 'adjusted'])
    adjust(7)
    send(10, 12)
    expect(find('R3')?.state).toBe('open')
    undoSettlement(context, { period, by: clerk })
    // The one before was made for another figure, too: a person looks at it again.
    expect([now(), states(), find('C6')?.state, find('R3')?.state]).toEqual([12, ['suspended', 'withdrawn', 'withdrawn'], 'open', 'open'])
    undoSettlement(context, { period, by: clerk })
    expect([now(), states(), find('R3')]).toEqual([12, ['withdrawn', 'withdrawn', 'withdrawn'], undefined])
    expect(await verifyAudit(context)).toMatchObject({ ok: true })
  })

  it('[S3] a question of a reviewer is taken back by a reviewer', () => {
    const { send, find, settle, context } = office()
    send(10, 11)
    const { batch } = settle({ findings: [find('C6')!.id], as: 'asked', by: reviewer })
    expect(() => undoSettlement(context, { id: batch, by: clerk })).toThrow(expect.objectContaining({ code: 'discrepancy.needs_reviewer' }))
    expect(undoSettlement(context, { id: batch, by: reviewer }).findings).toHaveLength(1)
  })

  it('[S2] a mark opens again what was let go before, and taking it back lets that hold again', () => {
    const { context, send, find, settle, counts, listed } = office()
    send(10, 11)
    const { id } = find('R1', listExpectedUnits(context.store, period).at(-1)!.code)!
    const now = () => listFindings(context, { period }).find((found) => found.id === id)
    settle({ findings: [id], as: 'waived' })
    const mark = settle({ findings: [id], as: 'marked', by: reviewer })
    expect(now()).toMatchObject({ state: 'open', severity: 'blocking' })
    expect(counts()).toEqual(listed())
    expect(listDecisions(context, { period }).map(({ standing }) => standing)).toEqual(['replaced', 'stands'])
    undoSettlement(context, { id: mark.batch, by: reviewer })
    expect(now()).toMatchObject({ state: 'waived', severity: 'warning' })
    // A question to the unit goes on.
    const c6 = find('C6')!.id
    settle({ findings: [c6], as: 'asked' })
    settle({ findings: [c6], as: 'marked', by: reviewer })
    expect(find('C6')).toMatchObject({ state: 'asked', severity: 'blocking' })
  })

  it('gives after any decisions and imports what is found afresh, in the same order', () => {
    const step = fc.record({
      what: fc.constantFrom('send', 'kept', 'asked', 'waived', 'marked', 'adjusted', 'undo'),
      of: fc.nat({ max: 1 }),
      part: fc.integer({ min: 8, max: 12 }),
      which: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 12 }), (steps) => {
        const { context, directory, unit, second, send, settle } = office()
        const units = [unit, second]
        const known = new Set([
          'discrepancy.nothing_to_keep',
          'discrepancy.nobody_to_ask',
          'discrepancy.nothing_to_undo',
          'discrepancy.decided_since',
        ])
        for (const { what, of, part, which } of steps) {
          const found = listFindings(context, { period }).filter((one) => what !== 'adjusted' || (one.rule === 'C6' && one.unit !== null))
          const chosen = found[which % Math.max(1, found.length)]
          try {
            if (what === 'send') send(10, part, units[of])
            else if (what === 'undo') undoSettlement(context, { period, by: reviewer })
            else if (chosen && what === 'adjusted') {
              const figures = [{ unit: chosen.unit!, field: 'um_informed', value: part }]
              const { findings } = settle({ findings: [chosen.id], as: what, figures, by: reviewer })
              const state = listFindings(context, { period }).find(({ id }) => id === chosen.id)?.state ?? 'gone'
              expect(findings[0]!.state).toBe(state)
            } else if (chosen && what !== 'adjusted') settle({ findings: [chosen.id], as: what, by: reviewer })
          } catch (error) {
            if (!known.has((error as { code: string }).code)) throw error
          }
          const reader = openStore(directory, { mode: 'read', clock: context.clock })
          try {
            expect(readAtOnce(browseFindings(context, period))).toEqual(readAtOnce(browseFindings({ store: reader }, period)))
            expect(listFindings(context, { period })).toEqual(listFindings({ store: reader }, { period }))
          } finally {
            reader.close()
          }
        }
      }),
      { numRuns: 12 },
    )
  })
})

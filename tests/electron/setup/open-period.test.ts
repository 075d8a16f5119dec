import { assert, date as anyDate, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closePeriod, openPeriod, reopenPeriod } from '../../../electron/setup/open-period.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { getExpectedUnit, getOpenPeriod, getPeriod, listExpectedUnits, listPeriods } from '../../../electron/store/period-store.ts'
import { getUnit, upsertUnit } from '../../../electron/store/unit-store.ts'
import { runCommand } from '../../../electron/audit/run-command.ts'
import { parseInstant } from '../../../shared/domain/instant.ts'
import type { Unit } from '../../../shared/domain/unit.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspace, testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const refusal = (code: string, params = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) })

function writeUnit({ context }: TestWorkspace, unit: Partial<Unit> & { code: string }): void {
  runCommand(context, () => {
    upsertUnit(context.store, {
      name: 'Xã Mới',
      kind: 'xa',
      line: 'territorial',
      parent: null,
      rank: 500,
      validFrom: null,
      validTo: null,
      aliases: [],
      ...unit,
    })
    return { entry: { action: 'unit.import', params: {}, rows: [{ table: 'unit', key: unit.code }] }, result: 0 }
  })
}

describe('openPeriod', () => {
  it('fixes span, cut-off, due time in Vietnam, units and programme version', async () => {
    const { context } = testWorkspace()
    const period = openPeriod(context, testPeriod)
    expect(period).toEqual({
      code: '2026-H1',
      from: '2025-12-15',
      to: '2026-06-14',
      cutOff: '2026-06-14',
      dueAt: '2026-06-20T10:00:00.000Z',
      endsYear: false,
      state: 'open',
      openedAt: expect.stringMatching(/^2026-06-15T02:00:/),
      programmeVersion: 1,
    })
    expect([getPeriod(context.store, '2026-H1'), listExpectedUnits(context.store, '2026-H1').length]).toEqual([period, 108])
    expect((await verifyAudit(context)).ok).toBe(true)
  })

  it.each([
    ['2026-12-14', undefined, true],
    ['2026-12-31', undefined, true],
    ['2026-12-15', undefined, false],
    ['2026-12-14', false, false],
    ['2026-06-14', true, true],
  ])('ends the year when the last day is 14/12 or 31/12, unless told otherwise: %s, %s', (to, endsYear, expected) => {
    const { context } = testWorkspace()
    expect(openPeriod(context, { ...testPeriod, to, due: '2027-01-05', endsYear }).endsYear).toBe(expected)
  })

  it('reads days as people here write them', () => {
    const { context } = testWorkspace()
    expect(openPeriod(context, { code: 'Kỳ-1', from: '15/12/2025', to: '14/6/2026', cutOff: '31/5/2026', due: '20/6/2026' })).toMatchObject(
      {
        from: '2025-12-15',
        to: '2026-06-14',
        cutOff: '2026-05-31',
        dueAt: '2026-06-20T16:59:59.999Z',
      },
    )
  })

  it.each([
    [{ from: '2026-02-30' }, 'period.bad_day', { name: 'from', value: '2026-02-30' }],
    [{ to: 'tháng sáu' }, 'period.bad_day', { name: 'to' }],
    [{ from: '2026-06-15' }, 'period.ends_before_start', { from: '2026-06-15', to: '2026-06-14' }],
    [{ due: '2025-06-17' }, 'period.due_before_start', { due: '2025-06-17', from: '2025-12-15' }],
    [{ cutOff: '2026-06-15' }, 'period.cut_off_outside', { cutOff: '2026-06-15' }],
    [{ cutOff: '2025-12-14' }, 'period.cut_off_outside', {}],
    [{ due: '2026-06-20 25:00' }, 'period.bad_time', { value: '2026-06-20 25:00' }],
    [{ code: '../x' }, 'period.bad_code', { period: '../x' }],
    [{ code: '' }, 'period.bad_code', {}],
  ])('refuses %o with %s and opens nothing', (change, code, params) => {
    const { context } = testWorkspace()
    expect(() => openPeriod(context, { ...testPeriod, ...change })).toThrow(refusal(code, params))
    expect(listPeriods(context.store)).toEqual([])
  })

  it('refuses a second period of the same code', () => {
    const { context } = testWorkspaceWithPeriod()
    expect(() => openPeriod(context, testPeriod)).toThrow(refusal('period.exists', { period: '2026-H1' }))
    expect(() => openPeriod(context, { ...testPeriod, code: '2026-h1' })).toThrow(refusal('period.exists', { period: '2026-H1' }))
  })

  it('expects who exists at the cut-off, with line and kind of that moment', () => {
    const workspace = testWorkspace()
    const { store } = workspace.context
    writeUnit(workspace, { code: 'org.gone', validTo: '2026-06-13' })
    writeUnit(workspace, { code: 'org.last_day', validTo: '2026-06-14' })
    writeUnit(workspace, { code: 'org.first_day', validFrom: '2026-06-14' })
    writeUnit(workspace, { code: 'org.later', validFrom: '2026-06-15' })
    openPeriod(workspace.context, testPeriod)
    expect(
      listExpectedUnits(store, '2026-H1')
        .slice(-2)
        .map(({ code }) => code),
    ).toEqual(['org.first_day', 'org.last_day'])
    writeUnit(workspace, { code: 'org.last_day', kind: 'phuong', line: 'other', name: 'Phường Mới' })
    expect(getExpectedUnit(store, '2026-H1', 'org.last_day')).toMatchObject({ kind: 'xa', line: 'territorial', name: 'Phường Mới' })
    expect(() => getExpectedUnit(store, '2026-H1', 'org.later')).toThrow(refusal('unit.not_found', { unit: 'org.later' }))
    expect(getUnit(store, 'org.later').validFrom).toBe('2026-06-15')
  })
})

describe('closing', () => {
  it('closes, refuses to close again, reopens with a reason, refuses to reopen an open one', async () => {
    const { context } = testWorkspaceWithPeriod()
    expect(closePeriod(context, '2026-H1').state).toBe('closed')
    expect(() => getOpenPeriod(context.store, '2026-H1')).toThrow(refusal('period.closed', { period: '2026-H1' }))
    expect(() => closePeriod(context, '2026-H1')).toThrow(refusal('period.closed'))
    expect(reopenPeriod(context, '2026-H1', 'bổ sung 02 xã').state).toBe('open')
    expect(() => reopenPeriod(context, '2026-H1', '')).toThrow(refusal('period.not_closed'))
    expect(() => closePeriod(context, '2026-H9')).toThrow(refusal('period.not_found', { period: '2026-H9' }))
    expect(await verifyAudit(context)).toMatchObject({ ok: true, entries: 4 })
  })
})

describe('parseInstant', () => {
  it.each([
    ['2026-06-20T17:00', '2026-06-20T10:00:00.000Z'],
    ['2026-06-20 17:00:30', '2026-06-20T10:00:30.000Z'],
    ['2026-06-20T17:00:00Z', '2026-06-20T17:00:00.000Z'],
    ['2026-06-20T17:00:00.5+09:00', '2026-06-20T08:00:00.500Z'],
    ['2026-06-20T17:00-0330', '2026-06-20T20:30:00.000Z'],
    ['2026-06-20', '2026-06-19T17:00:00.000Z'],
    ['2026-02-29', undefined],
    ['2026-06-20T24:00', undefined],
    ['20/6/2026', undefined],
    ['2026-06-20T17:00+15:00', undefined],
    ['2026-06-20Z', undefined],
    ['', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text, 'start')).toBe(expected)
  })

  it('reads back what it gives, and what it gives without a zone is seven hours later on the wall', () => {
    assert(
      property(anyDate({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (date) => {
        const instant = date.toISOString()
        expect(parseInstant(instant, 'start')).toBe(instant)
        const onTheWall = new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, -1)
        expect(parseInstant(onTheWall, 'end')).toBe(instant)
      }),
    )
  })
})

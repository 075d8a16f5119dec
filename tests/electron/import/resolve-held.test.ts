import { afterAll, describe, expect, it } from 'vitest'
import { closePeriod, openPeriod, reopenPeriod } from '../../../electron/setup/open-period.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { getRegister } from '../../../electron/import/get-register.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import { listVersions } from '../../../electron/store/submission-store.ts'
import type { HeldChoice } from '../../../shared/rules/identify-submission.ts'
import { closeSharedPool, openInbox, outcomesOf, rulesOf, unitAt, units, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const total = (inbox: Inbox, unit: string, period = '2026-H1'): number | null | undefined =>
  listReadingsInEffect(inbox.context.store, period, unit).get('um_total')?.value
const held = (inbox: Inbox) => listHeld(inbox.context, { period: '2026-H1' })
const answer = (inbox: Inbox, id: string, choice: HeldChoice, unit?: string) =>
  resolveHeld(inbox.context, { id, choice, ...(unit === undefined ? {} : { unit }) })
const states = (inbox: Inbox, unit: string): string[] => listVersions(inbox.context.store, '2026-H1', unit).map((version) => version.state)
const openFindings = (inbox: Inbox): unknown[] =>
  inbox.context.store.prepare("SELECT rule, severity FROM finding WHERE state = 'open' AND rule LIKE 'M4%' ORDER BY rule").all()

describe('versions', () => {
  it('[M46] holds a second version with its difference; the old one counts until a person confirms', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 100, 'fld.um_informed': 90 }))
    await inbox.take()
    inbox.put('2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 120, 'fld.um_informed': 90, 'nar.tsk.1.1': 'Mới.' }))
    const report = await inbox.take()
    expect(outcomesOf(report)).toEqual({ '1.xlsx': 'duplicate', '2.xlsx': 'held' })
    expect(report.files[1]).toMatchObject({ unit: unitAt(0), choices: ['use_new', 'keep_current'] })
    expect(total(inbox, unitAt(0))).toBe(100)
    expect(openFindings(inbox)).toEqual([{ rule: 'M46', severity: 'blocking' }])

    const [item] = held(inbox)
    expect(item!.difference!.figures).toMatchObject([{ field: 'um_total', old: { value: 100 }, new: { value: 120 } }])
    expect(item!.difference!.texts).toMatchObject([{ name: 'nar.tsk.1.1', old: '', new: 'Mới.' }])
    const [indicator] = item!.effect
    expect(indicator).toMatchObject({ old: { numerator: 90, denominator: 100 }, new: { numerator: 90, denominator: 120 } })
    expect(item!.reasons[0]!.params).toMatchObject({ figures: 1, texts: 1 })

    expect(answer(inbox, item!.id, 'use_new')).toMatchObject({ state: 'effective' })
    expect(total(inbox, unitAt(0))).toBe(120)
    expect(
      inbox.context.store.prepare('SELECT numerator, denominator FROM indicator_rollup WHERE indicator = ?').all(indicator!.indicator),
    ).toEqual([indicator!.new])
    expect(states(inbox, unitAt(0))).toEqual(['superseded', 'effective'])
    expect(openFindings(inbox)).toEqual([])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M46] holds another wording of a count that cannot be read, and shows both', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': '1,234' }))
    await inbox.take()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': '1,243' }))
    expect(outcomesOf(await inbox.take())).toEqual({ '1.xlsx': 'held' })
    expect(held(inbox)[0]).toMatchObject({
      reasons: [{ params: { figures: 1, texts: 0 } }],
      difference: { figures: [{ field: 'um_total', oldRaw: '1,234', newRaw: '1,243' }] },
    })
  })

  it('[M46] asks again about an older version that comes back, and keeps the current one when told so', async () => {
    const inbox = openInbox()
    const first = await inbox.fill(unitAt(0), { 'fld.um_total': 100 })
    inbox.put('1.xlsx', first)
    await inbox.take()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 120 }))
    const { files } = await inbox.take()
    answer(inbox, files[0]!.submission!, 'use_new')
    inbox.put('1.xlsx', first)
    const back = await inbox.take()
    expect(rulesOf(back, '1.xlsx')[0]).toBe('M46')
    expect(answer(inbox, back.files[0]!.submission!, 'keep_current')).toMatchObject({ state: 'discarded' })
    expect(total(inbox, unitAt(0))).toBe(120)
    expect(held(inbox)).toEqual([])
  })

  it('[M47] holds all versions of one run; choosing one answers for the others', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }))
    inbox.put('b.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 2 }))
    const report = await inbox.take()
    expect(outcomesOf(report)).toEqual({ 'a.xlsx': 'held', 'b.xlsx': 'held' })
    expect(report.files.map((file) => file.findings[0])).toMatchObject([{ rule: 'M47', params: { count: 2 } }, { rule: 'M47' }])
    expect(total(inbox, unitAt(0))).toBeUndefined()
    answer(inbox, report.files[1]!.submission!, 'use_new')
    expect(total(inbox, unitAt(0))).toBe(2)
    expect(states(inbox, unitAt(0)).toSorted()).toEqual(['discarded', 'effective'])
    expect(held(inbox)).toEqual([])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M51] keeps what comes after the closing; it counts only after the period is open again', async () => {
    const inbox = openInbox()
    closePeriod(inbox.context, '2026-H1')
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 7 }))
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({ outcome: 'held', choices: ['use_new', 'discard'] })
    expect(rulesOf(report, 'a.xlsx')[0]).toBe('M51')
    const id = report.files[0]!.submission!
    expect(() => answer(inbox, id, 'use_new')).toThrow('period.closed')
    expect(total(inbox, unitAt(0))).toBeUndefined()
    reopenPeriod(inbox.context, '2026-H1', 'bổ sung')
    expect(answer(inbox, id, 'use_new')).toMatchObject({ state: 'effective' })
    expect(total(inbox, unitAt(0))).toBe(7)
  })
})

describe('doubtful files', () => {
  it("[M41] holds a neighbour's forwarded file until a person says whose it is", async () => {
    const inbox = openInbox()
    const place = units.find((unit) => unit.code === unitAt(5))!.name
    inbox.put(`${place}.xlsx`, await inbox.fill(unitAt(0), { 'fld.um_total': 7 }))
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({
      outcome: 'held',
      unit: null,
      suggestions: [unitAt(0), unitAt(5)],
      choices: ['assign_unit', 'attach', 'discard'],
    })
    const register = getRegister(inbox.context, { period: '2026-H1' })
    expect(register.units.filter((unit) => unit.state === 'pending').map((unit) => unit.code)).toEqual([unitAt(0), unitAt(5)])
    const id = report.files[0]!.submission!
    expect(() => answer(inbox, id, 'use_new')).toThrow('import.choice_not_offered')
    expect(() => answer(inbox, id, 'assign_unit')).toThrow('import.unit_required')
    expect(() => answer(inbox, id, 'assign_unit', 'org.nobody')).toThrow('unit.not_found')
    expect(answer(inbox, id, 'assign_unit', unitAt(5))).toMatchObject({ state: 'effective', unit: unitAt(5) })
    expect(total(inbox, unitAt(5))).toBe(7)
    expect(total(inbox, unitAt(0))).toBeUndefined()
    expect(() => answer(inbox, id, 'discard')).toThrow('import.held_not_found')
  })

  it('[M40] a common workbook without a unit is asked about; a version question may follow', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }))
    await inbox.take()
    inbox.put('chung.xlsx', await inbox.fill(null, { 'fld.um_total': 2 }))
    const report = await inbox.take()
    expect(rulesOf(report, 'chung.xlsx')[0]).toBe('M40')
    const id = report.files.find((file) => file.outcome === 'held')!.submission!
    expect(answer(inbox, id, 'assign_unit', unitAt(0))).toMatchObject({ state: 'held', choices: ['use_new', 'keep_current'] })
    expect(total(inbox, unitAt(0))).toBe(1)
    expect(answer(inbox, id, 'use_new')).toMatchObject({ state: 'effective' })
    expect(total(inbox, unitAt(0))).toBe(2)
    expect(outcomesOf(await inbox.take())).toMatchObject({ 'chung.xlsx': 'duplicate' })
  })

  it('[M43] a workbook of another period moves there or counts here', async () => {
    const inbox = openInbox()
    openPeriod(inbox.context, { code: '2025-H2', from: '2024-12-15', to: '2025-12-14', due: '2025-12-20' })
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }, '2025-H2'))
    inbox.put('b.xlsx', await inbox.fill(unitAt(1), { 'fld.um_total': 2 }, '2025-H2'))
    const report = await inbox.take()
    expect(report.files.map((file) => file.choices)).toEqual([
      ['move_to_period', 'use_here', 'discard'],
      ['move_to_period', 'use_here', 'discard'],
    ])
    expect(answer(inbox, report.files[0]!.submission!, 'move_to_period')).toMatchObject({ state: 'effective', period: '2025-H2' })
    expect(answer(inbox, report.files[1]!.submission!, 'use_here')).toMatchObject({ state: 'effective', period: '2026-H1' })
    expect([total(inbox, unitAt(0), '2025-H2'), total(inbox, unitAt(0)), total(inbox, unitAt(1))]).toEqual([1, undefined, 2])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M45] a table of their own is held, and can be kept as a paper of the unit', async () => {
    const inbox = openInbox()
    inbox.put('rieng.xlsx', await otherWorkbook())
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({ outcome: 'held', choices: ['map', 'attach', 'discard'] })
    expect(answer(inbox, report.files[0]!.submission!, 'attach', unitAt(2))).toMatchObject({ state: 'discarded' })
    expect(inbox.context.store.prepare('SELECT r.outcome, u.code FROM receipt r JOIN unit u ON u.key = r.unit').all()).toEqual([
      { outcome: 'attached', code: unitAt(2) },
    ])
  })
})

async function otherWorkbook(): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('Bao cao').addRow(['TT', 'Nội dung', 'Số liệu'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('getRegister', () => {
  it('counts who has sent, judged by when it was received', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }))
    await inbox.take({ receivedAt: '2026-06-20T17:00' })
    inbox.put('b.xlsx', await inbox.fill(unitAt(1), { 'fld.um_total': 1 }))
    inbox.put('c.xlsx', await inbox.fill(unitAt(2), { 'fld.um_total': 1 }))
    inbox.put('d.xlsx', await inbox.fill(unitAt(2), { 'fld.um_total': 2 }))
    await inbox.take({ receivedAt: '2026-06-20T17:00:01' })
    const register = getRegister(inbox.context, { period: '2026-H1' })
    expect(register).toMatchObject({ expected: units.length, received: 2, onTime: 1, late: 1, missing: units.length - 2 })
    expect(register.units.slice(0, 4).map((unit) => unit.state)).toEqual(['on_time', 'late', 'pending', 'missing'])
    expect(register.units[0]).toMatchObject({ code: unitAt(0), receivedAt: '2026-06-20T10:00:00.000Z' })
    expect(register.expected).toBe(register.received + register.missing)
    expect(register.received).toBe(register.onTime + register.late)
  })

  it('a correction after the due time does not make a punctual unit late', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }))
    await inbox.take({ receivedAt: '2026-06-19T08:00' })
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 2 }))
    const { files } = await inbox.take({ receivedAt: '2026-06-25T08:00' })
    answer(inbox, files[0]!.submission!, 'use_new')
    expect(getRegister(inbox.context, { period: '2026-H1' })).toMatchObject({ onTime: 1, late: 0 })
  })
})

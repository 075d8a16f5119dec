import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { findHeld, listWaiting } from '../../../electron/import/get-held.ts'
import { getRegister, getRegisterSheet } from '../../../electron/import/get-register.ts'
import { requestAgain } from '../../../electron/import/import-again.ts'
import { importFiles } from '../../../electron/import/import-files.ts'
import { getReceipt, listReceipts } from '../../../electron/import/list-receipts.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import type { HeldChoice } from '../../../shared/rules/identify-submission.ts'
import { getGrid } from '../../../electron/consolidate/get-grid.ts'
import { getUnit, upsertUnit } from '../../../electron/store/unit-store.ts'
import { closeSharedPool, openInbox, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

type Group = Parameters<typeof listReceipts>[1]['group']
const page = (inbox: Inbox, group: Group = 'received', more: { unit?: string; from?: number; limit?: number } = {}) =>
  listReceipts(inbox.context, { period: '2026-H1', group, from: 0, limit: 100, ...more })
const states = (inbox: Inbox, group: Group = 'received'): Record<string, string> =>
  Object.fromEntries(page(inbox, group).rows.map(({ name, state }) => [name, state]))
const answer = (inbox: Inbox, choice: HeldChoice): void => {
  resolveHeld(inbox.context, { id: listWaiting(inbox.context, { period: '2026-H1' })[0]!.id, choice })
}
const receiptOf = (inbox: Inbox, group: Group, file: string): string =>
  page(inbox, group).rows.find(({ name, state }) => name === file && state !== 'duplicate')!.id
const takeAgain = (inbox: Inbox, receipt: string) => importFiles(inbox.context, requestAgain(inbox.context, receipt))

describe('what was received', () => {
  it('[M60] [M48] stands in groups with what each file became and why, newest first, in stretches', async () => {
    const inbox = openInbox()
    const first = await inbox.fill(unitAt(0), { 'fld.um_total': 10 })
    inbox.put('1.xlsx', first)
    inbox.put('copy.xlsx', first)
    inbox.put('empty.xlsx', '')
    inbox.put('letter.pdf', '%PDF-1.4\n%%EOF\n')
    inbox.put('Thumbs.db', 'x')
    await inbox.take({ receivedAt: '2026-06-15T09:00', channel: 'zalo' })
    expect(page(inbox).counts).toEqual({ waiting: 0, received: 2, attached: 1, rejected: 1 })
    expect(states(inbox)).toEqual({ '1.xlsx': 'imported', 'copy.xlsx': 'duplicate' })
    expect(page(inbox, 'rejected').rows).toMatchObject([
      { name: 'empty.xlsx', unit: null, channel: 'zalo', finding: { rule: 'M60' }, more: 0 },
    ])
    const imported = page(inbox).rows.find(({ state }) => state === 'imported')!
    expect(imported).toMatchObject({ unit: unitAt(0), receivedAt: '2026-06-15T02:00:00.000Z', finding: null })
    const detail = getReceipt(inbox.context, { id: imported.id })
    expect(detail.findings).toHaveLength(imported.toCheck)
    expect(imported.toCheck).toBeGreaterThan(0)
    expect(detail).toMatchObject({ path: `${inbox.folder}/1.xlsx`, canImportAgain: false })
    const all = page(inbox).rows.map(({ id }) => id)
    expect([0, 1].flatMap((from) => page(inbox, 'received', { from, limit: 1 }).rows.map(({ id }) => id))).toEqual(all)
    expect(page(inbox, 'received', { unit: unitAt(1) })).toMatchObject({ total: 0, rows: [] })
    expect(() => getReceipt(inbox.context, { id: 'f'.repeat(32) })).toThrow(expect.objectContaining({ code: 'import.receipt_not_found' }))
  })

  it('[M46] follows what an answer made of a file', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take()
    inbox.put('2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 11 }))
    await inbox.take()
    expect(page(inbox).counts).toMatchObject({ waiting: 1 })
    expect(states(inbox)['2.xlsx']).toBeUndefined()
    answer(inbox, 'use_new')
    expect(states(inbox)).toMatchObject({ '1.xlsx': 'replaced', '2.xlsx': 'used' })
    expect(page(inbox).counts).toMatchObject({ waiting: 0 })
  })
})

describe('taken in once more', () => {
  it('[M46] asks again about a version that was set aside, with the day and the way it came', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take()
    inbox.put('xã/2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 11 }))
    await inbox.take({ receivedAt: '2026-06-16T09:00', channel: 'phone' })
    answer(inbox, 'keep_current')
    const receipt = receiptOf(inbox, 'received', '2.xlsx')
    expect(getReceipt(inbox.context, { id: receipt })).toMatchObject({ state: 'unused', canImportAgain: true })
    expect((await takeAgain(inbox, receipt)).totals).toMatchObject({ held: 1 })
    const [waiting] = listWaiting(inbox.context, { period: '2026-H1' })
    expect(waiting).toMatchObject({ originalName: '2.xlsx', receivedAt: '2026-06-16T02:00:00.000Z', rule: 'M46' })
    expect(findHeld(inbox.context, { id: waiting!.id })).toMatchObject({ channel: 'phone', path: `${inbox.folder}/xã/2.xlsx` })
    answer(inbox, 'use_new')
    // And back again: the version that was replaced asks which one counts.
    expect((await takeAgain(inbox, receiptOf(inbox, 'received', '1.xlsx'))).totals).toMatchObject({ held: 1 })
    answer(inbox, 'use_new')
    const register = getRegister(inbox.context, { period: '2026-H1' })
    expect(register.units.find(({ code }) => code === unitAt(0))?.state).toBe('on_time')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('refuses what counts, what waits and what was not kept', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take()
    const receipt = receiptOf(inbox, 'received', '1.xlsx')
    expect(() => requestAgain(inbox.context, receipt)).toThrow(expect.objectContaining({ code: 'import.nothing_to_repeat' }))
  })
})

describe('a copy that was brought over', () => {
  it('is called as where it came from; two of one name are two files, and its folder suggests whose it is', async () => {
    const inbox = openInbox()
    const [one, other] = [await inbox.fill(unitAt(0), { 'fld.um_total': 1 }), await inbox.fill(unitAt(1), { 'fld.um_total': 2 })]
    const paths = [one, other].map((bytes, index) => ({
      path: inbox.put(`staged-12247/${index}/BC.xlsx`, bytes),
      name: 'BC.xlsx',
      shownAs: 'USB/BC.xlsx',
    }))
    expect((await inbox.take({ paths })).totals).toMatchObject({ imported: 2 })
    expect(page(inbox).rows.map(({ name, unit }) => [name, unit])).toEqual(
      expect.arrayContaining([
        ['BC.xlsx', unitAt(0)],
        ['BC.xlsx', unitAt(1)],
      ]),
    )
    // The same drop once more says nothing new and writes nothing new but that.
    const again = await inbox.take({ paths })
    expect(again.totals).toMatchObject({ duplicate: 2 })
    expect(again.files.map(({ path }) => path)).toEqual(['USB/BC.xlsx', 'USB/BC.xlsx'])
    await inbox.take({ paths })
    expect(page(inbox).counts.received).toBe(4)
  })
})

describe('the register column by column', () => {
  it('agrees with the register, and counts versions that count, counted or wait', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take({ receivedAt: '2026-06-15T09:00', channel: 'zalo' })
    inbox.put('2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 11 }))
    await inbox.take({ receivedAt: '2026-06-16T09:00', channel: 'usb' })
    const { units } = getRegister(inbox.context, { period: '2026-H1' })
    const sheet = getRegisterSheet(inbox.context, { period: '2026-H1' })
    expect(sheet.codes).toEqual(units.map(({ code }) => code))
    expect(sheet.states).toBe(units.map(({ state }) => ({ on_time: 'o', late: 'l', pending: 'p', missing: 'm' })[state]).join(''))
    const at = sheet.codes.indexOf(unitAt(0))
    expect([sheet.channels[at], sheet.versions[at], sheet.receivedAt[at]]).toEqual(['zalo', 2, '2026-06-15T02:00:00.000Z'])
    expect(sheet.versions.filter((count) => count > 0)).toHaveLength(1)
  })

  it('knows each unit by the kind it had when the period was opened, as the table of figures does', async () => {
    const inbox = openInbox()
    const { store } = inbox.context
    const kinds = () => getRegisterSheet(inbox.context, { period: '2026-H1' }).kinds
    const before = kinds()
    const unit = getUnit(store, unitAt(0))
    const kind = before.find((other) => other !== unit.kind)!
    store.transaction(() => upsertUnit(store, { ...unit, kind }))
    expect(kinds()).toEqual(before)
    expect((await getGrid({ store }, { period: '2026-H1' })).units.kinds).toEqual(before)
  })
})

describe('a question with its rivals', () => {
  it('[M47] shows how the waiting versions differ from one another where none counts', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    inbox.put('2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 11 }))
    await inbox.take()
    const [first] = listWaiting(inbox.context, { period: '2026-H1' })
    const held = findHeld(inbox.context, { id: first!.id })
    expect(held!.rivals).toHaveLength(1)
    expect(held!.rivals[0]!.difference.figures).toMatchObject([{ field: 'um_total' }])
    answer(inbox, 'use_new')
    expect([first!.id, held!.rivals[0]!.id].map((id) => findHeld(inbox.context, { id }))).toEqual([null, null])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { listHeld } from '../../../electron/import/list-held.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { closeSharedPool, openInbox, placeOf, rulesOf, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const openRules = (inbox: Inbox): string[] =>
  inbox.context.store.pluck<[], string>("SELECT DISTINCT rule FROM finding WHERE state = 'open' ORDER BY rule").all()

describe('what the content shows', () => {
  it('[C10] is judged by what the line is asked for', async () => {
    const inbox = openInbox()
    inbox.put('xa.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    inbox.put('mttq.xlsx', await inbox.fill('org.ubmttq_tinh', { 'doc.note': 'Đã nhận.' }))
    const report = await inbox.take()
    expect(rulesOf(report, 'xa.xlsx')).toContain('C10')
    expect(rulesOf(report, 'mttq.xlsx').filter((rule) => /^C10$/.test(rule))).toEqual([])
  })

  it('[C16] another span is found at import, and for the unit and period a person settled on', async () => {
    const inbox = openInbox()
    const file = await inbox.fill(unitAt(0), { 'fld.um_total': 10, 'doc.from': '01/01/2026', 'doc.to': '30/06/2026' })
    inbox.put('xa.xlsx', file)
    expect(rulesOf(await inbox.take(), 'xa.xlsx')).toContain('C16')

    const other = openInbox()
    // The neighbour's name in the file name makes a person say whose it is.
    other.put(`BC ${placeOf(unitAt(1))}.xlsx`, file)
    await other.take()
    const [item] = listHeld(other.context, { period: '2026-H1' })
    expect(openRules(other)).not.toContain('C16')
    resolveHeld(other.context, { id: item!.id, choice: 'assign_unit', unit: unitAt(0) })
    expect(openRules(other)).toContain('C16')
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { forgetSender, listSenders } from '../../../electron/import/sender-names.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { listUnitVersions } from '../../../electron/import/list-versions.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { adjustFigure } from '../../../electron/reconcile/adjust-figure.ts'
import { withNotes } from '../../../electron/engine/notes-of-held.ts'
import { addNote, updateNoteWords } from '../../../electron/review/write-notes.ts'
import { closeSharedPool, openInbox, outcomesOf, rulesOf, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const period = '2026-H1'
const unit = unitAt(0)
const held = ({ context }: Inbox) => listHeld(context, { period })

describe('what a person answered once', () => {
  it('[M40] is not asked again: whose name a cover bears, until it is forgotten', async () => {
    const inbox = openInbox()
    const cover = { 'doc.unit': 'Văn phòng khối 3' }
    inbox.put('a.xlsx', await inbox.fill(null, { ...cover, 'fld.um_total': 1 }))
    await inbox.take()
    const [item] = held(inbox)
    expect(item!.reasons[0]!.rule).toBe('M40')
    resolveHeld(inbox.context, { id: item!.id, choice: 'assign_unit', unit })
    expect(listSenders(inbox.context)).toMatchObject([{ text: 'Văn phòng khối 3', unit, originalName: 'a.xlsx' }])

    inbox.put('a.xlsx', await inbox.fill(null, { 'doc.unit': 'VĂN PHÒNG KHỐI 3 ', 'fld.um_total': 2 }))
    const again = await inbox.take()
    expect(again.files[0]).toMatchObject({ outcome: 'held', unit, choices: ['use_new', 'keep_current'] })
    forgetSender(inbox.context, { id: listSenders(inbox.context)[0]!.id })
    expect(listSenders(inbox.context)).toEqual([])
    inbox.put('a.xlsx', await inbox.fill(null, { ...cover, 'fld.um_total': 3 }))
    expect(rulesOf(await inbox.take(), 'a.xlsx')[0]).toBe('M40')
    expect(() => forgetSender(inbox.context, { id: '0'.repeat(32) })).toThrow('sender.not_found')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('is offered again for the same bytes: an older version that comes back says what was answered about it', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 100 }))
    await inbox.take()
    const other = await inbox.fill(unit, { 'fld.um_total': 120 })
    inbox.put('2.xlsx', other)
    await inbox.take()
    expect(held(inbox)[0]!.answered).toBeNull()
    resolveHeld({ ...inbox.context, actor: 'Lan' }, { id: held(inbox)[0]!.id, choice: 'keep_current' })
    inbox.put('3.xlsx', other)
    expect(outcomesOf(await inbox.take())).toMatchObject({ '1.xlsx': 'duplicate', '2.xlsx': 'held' })
    expect(held(inbox)[0]!.answered).toMatchObject({ choice: 'keep_current', actor: 'Lan' })
    expect(listUnitVersions(inbox.context, { period, unit }).map(({ version, why }) => [version, why])).toEqual([
      [3, 'waiting'],
      [2, 'set_aside'],
      [1, 'only'],
    ])
  })

  it('[M46] comes up again where the figure changes: what would be suspended is said before the version counts', async () => {
    const inbox = openInbox()
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 100, 'fld.um_informed': 90 }))
    await inbox.take()
    const adjust = (field: string, value: number) => adjustFigure(inbox.context, { period, unit, field, value, reason: 'điện thoại' })
    adjust('um_total', 110)
    adjust('um_informed', 95)
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 120, 'fld.um_informed': 90 }))
    await inbox.take()
    expect(held(inbox)[0]!.comesUpAgain).toMatchObject({
      adjustments: [{ field: 'um_total', value: 110, reason: 'điện thoại' }],
      texts: [],
    })
  })

  it('[S4] comes up again where a version changes what a note is pinned on: closed notes and words that stay are not said', async () => {
    const inbox = openInbox()
    const [kept, other] = ['nar.tsk.1.1', 'nar.tsk.1.2']
    inbox.put(
      '1.xlsx',
      await inbox.fill(unit, { 'fld.um_total': 100, 'fld.um_informed': 90, [kept]: 'Đã mở hai lớp.', [other]: 'Đã họp ba lần.' }),
    )
    await inbox.take()
    const note = (rest: Partial<Parameters<typeof addNote>[1]>) =>
      addNote({ ...inbox.context, actor: 'Minh' }, { period, unit, kind: 'remark', text: 'Xem lại.', ...rest })
    note({ input: 'um_total', kind: 'shortcoming', text: 'Thiếu biên bản.' })
    note({ input: 'um_informed' })
    note({ input: kept, quote: 'hai lớp' })
    note({ input: other, quote: 'ba lần' })
    updateNoteWords(inbox.context, { id: note({ input: 'um_total', text: 'Đã rõ.' }).id, isClosed: true })
    inbox.put(
      '1.xlsx',
      await inbox.fill(unit, { 'fld.um_total': 120, 'fld.um_informed': 90, [kept]: 'Đã mở hai lớp ở xã.', [other]: 'Đã họp nhiều lần.' }),
    )
    await inbox.take()
    expect(withNotes(inbox.context, period, held(inbox)[0]!).comesUpAgain.notes).toMatchObject([
      { kind: 'shortcoming', input: 'um_total', quote: null, text: 'Thiếu biên bản.', actor: 'Minh' },
      { kind: 'remark', input: other, quote: 'ba lần' },
    ])
  })
})

import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { traceInput } from '../../../electron/consolidate/trace-input.ts'
import { showSheet, type SheetQuestion } from '../../../electron/import/show-sheet.ts'
import { listHeldSubmissions } from '../../../electron/store/submission-store.ts'
import { sheetRequest, sheetWindow } from '../../../shared/contract/kept-sheet.ts'
import { sheetPage, type SheetWindow } from '../../../shared/domain/sheet-window.ts'
import { parseCellAddress } from '../../../shared/domain/workbook.ts'
import { buildSheet } from '../../kit/build-workbook.ts'
import { storeTestSubmission } from '../../kit/test-submission.ts'
import { closeSharedPool, openInbox, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const whole = { top: 1, left: 1, ...sheetPage, language: 'vi' } as const
const show = ({ context }: Inbox, question: Pick<SheetQuestion, 'submission' | 'sheet'>): Promise<SheetWindow> =>
  showSheet(context, { ...whole, ...question })
const traced = ({ context }: Inbox, input: string) => traceInput(context, { period: '2026-H1', unit: unitAt(0), input })

function textAt({ cells }: SheetWindow, address: string): string | undefined {
  const { row, column } = parseCellAddress(address)!
  return cells.text[cells.row.findIndex((one, at) => one === row && cells.column[at] === column)]
}

describe('the sheet of a kept file', () => {
  it('shows in the traced cell what was read of it, for counts and texts, within the contract', async () => {
    const inbox = openInbox()
    inbox.put(
      'a.xlsx',
      await inbox.fill(unitAt(0), { 'fld.um_total': 4321, 'fld.um_informed': 'không', 'nar.tsk.1.1': 'Đã họp 03 phiên.' }),
    )
    await inbox.take()
    for (const [input, text] of [
      ['um_total', '4.321'],
      ['um_informed', 'không'],
      ['nar.tsk.1.1', 'Đã họp 03 phiên.'],
    ] as const) {
      const { submission, sheet, cell, ...trace } = traced(inbox, input)
      const window = await show(inbox, { submission, sheet })
      expect(sheetWindow.parse(window)).toEqual(window)
      expect([input, textAt(window, cell)]).toEqual([input, text])
      expect([trace.unitName.length > 5, trace.channel, trace.receivedAt.slice(0, 4)]).toEqual([true, 'usb', '2026'])
    }
  })

  it('opens a waiting version, too', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take()
    inbox.put('b.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 11 }))
    await inbox.take()
    const [held] = listHeldSubmissions(inbox.context.store, '2026-H1')
    const { sheet, cell } = traced(inbox, 'um_total')
    expect(textAt(await show(inbox, { submission: held!.id, sheet }), cell)).toBe('11')
    expect((await show(inbox, { submission: held!.id })).sheet).toBe('Bìa')
  })

  it('shows nothing of a file whose bytes are not those that were received, or that is gone', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 10 }))
    await inbox.take()
    const { submission, path } = traced(inbox, 'um_total')
    writeFileSync(path, await inbox.fill(unitAt(0), { 'fld.um_total': 99 }))
    await expect(show(inbox, { submission })).rejects.toMatchObject({ code: 'sheet.file_changed', params: { name: 'a.xlsx' } })
    rmSync(path)
    await expect(show(inbox, { submission })).rejects.toMatchObject({ code: 'sheet.file_missing' })
  })

  it('refuses what is no workbook, no submission, no sheet; a damaged workbook does not bring the worker down', async () => {
    const inbox = openInbox()
    const text = storeTestSubmission(inbox.context, unitAt(0), 1)
    await expect(show(inbox, { submission: text })).rejects.toMatchObject({ code: 'sheet.not_a_workbook' })
    await expect(show(inbox, { submission: 'f'.repeat(32) })).rejects.toMatchObject({ code: 'sheet.submission_not_found' })
    inbox.put('a.xlsx', await inbox.fill(unitAt(1), { 'fld.um_total': 10 }))
    await inbox.take()
    const { submission } = traceInput(inbox.context, { period: '2026-H1', unit: unitAt(1), input: 'um_total' })
    await expect(show(inbox, { submission, sheet: 'Không có' })).rejects.toMatchObject({ code: 'sheet.no_such_sheet' })
    const damaged = buildSheet('<row r="1"><c r="B2"><v>1</v></c></row>')
    const { path } = traceInput(inbox.context, { period: '2026-H1', unit: unitAt(1), input: 'um_total' })
    writeFileSync(path, damaged)
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(damaged).digest('hex')
    const ask = inbox.context.pool.run('show_sheet', { ...whole, sheet: null, path, sha256, name: 'a.xlsx' })
    await expect(ask).rejects.toMatchObject({ code: 'sheet.unreadable', params: { name: 'a.xlsx' } })
  })

  it('asks for no more than a page at once', () => {
    const submission = 'a'.repeat(32)
    expect(sheetRequest.parse({ submission })).toEqual({ submission, ...whole })
    expect(sheetRequest.safeParse({ submission, rows: sheetPage.rows + 1 }).success).toBe(false)
    expect(sheetRequest.safeParse({ submission, columns: sheetPage.columns + 1 }).success).toBe(false)
  })
})

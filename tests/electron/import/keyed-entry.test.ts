import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { checkEntry } from '../../../electron/import/keyed/check-entry.ts'
import { saveEntry, startEntry } from '../../../electron/import/keyed/enter-figures.ts'
import { getEntry, listEntries } from '../../../electron/import/keyed/list-entries.ts'
import { withdrawEntry } from '../../../electron/import/keyed/withdraw-entry.ts'
import { layOutGrid } from '../../../electron/consolidate/lay-out-grid.ts'
import { gridOfPeriod } from '../../../electron/engine/grid-of-period.ts'
import { getRegister } from '../../../electron/import/get-register.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { listUnitVersions } from '../../../electron/import/list-versions.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import { getPeriod } from '../../../electron/store/period-store.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import type { KeyedFigure } from '../../../shared/domain/keyed-entry.ts'
import { closeSharedPool, openInbox, rulesOf, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const period = '2026-H1'
const unit = unitAt(0)
const count = (field: string, value: number): KeyedFigure => ({ field, state: 'value', value })
const told = { period, unit, toldBy: 'Đồng chí Bích, văn phòng', toldAt: '2026-06-16T15:30' }
const as = (inbox: Inbox, actor: string): Inbox['context'] => ({ ...inbox.context, actor })
const state = (inbox: Inbox) => getRegister(inbox.context, { period }).units.find(({ code }) => code === unit)!.state

describe('figures keyed in for a unit', () => {
  it('[M56] count only after a second person has keyed the same, and then [M58] are marked', async () => {
    const inbox = openInbox()
    const [lan, minh] = [as(inbox, 'Lan'), as(inbox, 'Minh')]
    const entry = startEntry(lan, told)
    expect(entry).toMatchObject({ state: 'draft', toldAt: '2026-06-16T08:30:00.000Z', receipt: null, count: 0 })
    const figures = [count('um_total', 120), count('um_informed', 90), { field: 'w_total', state: 'nil', value: null } as const]
    await saveEntry(lan, { id: entry.id, figures: figures.slice(0, 1), done: false })
    const waiting = await saveEntry(lan, { id: entry.id, figures, done: true })
    expect(waiting).toMatchObject({ state: 'waiting', count: 3, fileName: null })
    expect(getEntry(minh, { id: entry.id }).figures).toBeNull()
    expect(state(inbox)).toBe('pending')
    expect(listReadingsInEffect(inbox.context.store, period, unit).size).toBe(0)
    const [held] = listHeld(inbox.context, { period })
    expect(held).toMatchObject({ unit, keyed: entry.id, difference: null, choices: ['check', 'discard'], reasons: [{ rule: 'M56' }] })
    expect(readFileSync(join(inbox.context.store.filesDirectory, held!.keptAs!), 'utf8')).toContain('Đồng chí Bích')
    expect(() => resolveHeld(minh, { id: held!.id, choice: 'check' })).toThrow('import.answered_elsewhere')

    expect(() => checkEntry(lan, { id: entry.id, figures })).toThrow('keyed.same_person')
    expect(() => checkEntry(as(inbox, 'LAN '), { id: entry.id, figures })).toThrow('keyed.same_person')
    const wrong = checkEntry(minh, { id: entry.id, figures: [count('um_total', 102), ...figures.slice(1)] })
    expect(wrong).toMatchObject({
      agreed: false,
      resolution: null,
      entry: { state: 'differs', differences: [{ field: 'um_total', keyed: { value: 120 }, checked: { value: 102 } }] },
    })
    expect(() => checkEntry(minh, { id: entry.id, figures })).toThrow('keyed.not_waiting')

    const mended = [count('um_total', 102), ...figures.slice(1)]
    await saveEntry(minh, { id: entry.id, figures: mended, done: true })
    expect(() => checkEntry(minh, { id: entry.id, figures: mended })).toThrow('keyed.same_person')
    expect(checkEntry(lan, { id: entry.id, figures: mended })).toMatchObject({ agreed: true, resolution: { state: 'effective', unit } })
    expect(listReadingsInEffect(inbox.context.store, period, unit).get('um_total')).toEqual({ state: 'value', value: 102 })
    expect(state(inbox)).toBe('on_time')
    expect(listHeld(inbox.context, { period })).toEqual([])
    // The mark stands in every table: the register, the table of figures and its workbook.
    expect(
      getRegister(inbox.context, { period })
        .units.filter(({ keyed }) => keyed)
        .map(({ code }) => code),
    ).toEqual([unit])
    const grid = await gridOfPeriod(inbox.context, period)
    expect(grid.keyed.map((place) => grid.units.codes[place])).toEqual([unit])
    const order = {
      period: getPeriod(inbox.context.store, period),
      language: 'vi',
      columns: ['um_total'],
      rows: [unit, unitAt(1)],
    } as const
    const [sheet] = await layOutGrid(bundledProgramme(), grid, order)
    const names = sheet!.rows.flatMap(([name]) => (typeof name === 'string' ? [name] : []))
    expect(names.filter((name) => name.endsWith('· ✎ nhập thay'))).toEqual([`${grid.units.names[grid.keyed[0]!]} · ✎ nhập thay`])
    expect(inbox.context.store.prepare("SELECT rule FROM finding WHERE state = 'open' AND rule IN ('M56', 'M58')").all()).toEqual([
      { rule: 'M58' },
    ])
    expect(listUnitVersions(inbox.context, { period, unit })).toMatchObject([
      {
        state: 'effective',
        layout: 'keyed',
        channel: 'phone',
        keyed: { actor: 'Minh', checker: 'Lan' },
        answers: [{ choice: 'check', actor: 'Lan' }],
      },
      { state: 'discarded', layout: 'keyed', why: 'set_aside' },
    ])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('are a version like any other: the workbook that comes later asks which one counts', async () => {
    const inbox = openInbox()
    const [lan, minh] = [as(inbox, 'Lan'), as(inbox, 'Minh')]
    const figures = [count('um_total', 120)]
    const { id } = startEntry(lan, told)
    await saveEntry(lan, { id, figures, done: true })
    checkEntry(minh, { id, figures })
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 125 }))
    const report = await inbox.take()
    expect(rulesOf(report, '1.xlsx')[0]).toBe('M46')
    const [item] = listHeld(inbox.context, { period })
    expect(item!.difference!.figures).toMatchObject([{ field: 'um_total', old: { value: 120 }, new: { value: 125 }, oldCell: '' }])
    resolveHeld(minh, { id: item!.id, choice: 'use_new' })
    expect(listUnitVersions(inbox.context, { period, unit })).toMatchObject([
      { state: 'effective', why: 'chosen', layout: 'template', answers: [{ rule: 'M46', choice: 'use_new', actor: 'Minh' }] },
      { state: 'superseded', why: 'replaced', replacedBy: 2, layout: 'keyed' },
    ])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('from a paper keep the paper behind them, and are taken back with a reason or by leaving the file out', async () => {
    const inbox = openInbox()
    inbox.put('BC Phố Hiến.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    await inbox.take()
    const receipt = inbox.context.store.pluck<[], string>("SELECT id FROM receipt WHERE outcome = 'attached'").get()!
    const lan = as(inbox, 'Lan')
    const { id } = startEntry(lan, { period, unit, receipt })
    const saved = await saveEntry(lan, { id, figures: [count('um_total', 7)], done: true })
    expect(saved).toMatchObject({ fileName: 'BC Phố Hiến.pdf', toldAt: null })
    const [held] = listHeld(inbox.context, { period })
    expect(held).toMatchObject({ originalName: 'BC Phố Hiến.pdf', channel: 'usb', sha256: saved.sha256 })
    expect(resolveHeld(lan, { id: held!.id, choice: 'discard' })).toMatchObject({ state: 'discarded' })
    expect(getEntry(lan, { id }).state).toBe('withdrawn')
    expect(() => withdrawEntry(lan, { id, reason: 'nhầm' })).toThrow('keyed.settled')

    const second = startEntry(lan, told)
    await saveEntry(lan, { id: second.id, figures: [count('um_total', 8)], done: true })
    expect(() => withdrawEntry(lan, { id: second.id, reason: ' ' })).toThrow('keyed.no_reason')
    expect(withdrawEntry(lan, { id: second.id, reason: 'nhầm đơn vị' })).toMatchObject({ state: 'withdrawn', reason: 'nhầm đơn vị' })
    expect(listHeld(inbox.context, { period })).toEqual([])
    expect(listEntries(lan, { period }).map((entry) => entry.state)).toEqual(['withdrawn', 'withdrawn'])
    expect(state(inbox)).toBe('missing')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('refuses what cannot be meant', async () => {
    const inbox = openInbox()
    const lan = as(inbox, 'Lan')
    expect(() => startEntry(lan, { period, unit })).toThrow('keyed.no_source')
    expect(() => startEntry(lan, { period, unit, receipt: 'f'.repeat(32) })).toThrow('paper.not_found')
    expect(() => startEntry(lan, { ...told, toldAt: 'hôm qua' })).toThrow('import.wrong_time')
    const { id } = startEntry(lan, told)
    const save = (figures: readonly KeyedFigure[], done = true) => saveEntry(lan, { id, figures, done })
    await expect(save([])).rejects.toThrow('keyed.nothing_keyed')
    await expect(save([count('no_such', 1)])).rejects.toThrow('field.not_found')
    await expect(save([count('um_total', -1)])).rejects.toThrow('keyed.bad_figure')
    await expect(save([count('um_total', 1), count('fld.um_total', 2)])).rejects.toThrow('keyed.bad_figure')
    await expect(save([{ field: 'um_total', state: 'nil', value: 3 }])).rejects.toThrow('keyed.bad_figure')
    expect(() => getEntry(lan, { id: '0'.repeat(32) })).toThrow('keyed.not_found')
  })
})

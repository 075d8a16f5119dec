import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { listUnitVersions } from '../../../electron/import/list-versions.ts'
import { confirmMapping } from '../../../electron/import/mapping/confirm-mapping.ts'
import { forgetMapping, listMappings } from '../../../electron/import/mapping/kept-mappings.ts'
import { previewMapping } from '../../../electron/import/mapping/preview-mapping.ts'
import { proposeForHeld } from '../../../electron/import/mapping/propose-mapping.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { listReadingsInEffect } from '../../../electron/store/figure-store.ts'
import type { LayoutMapping, MappingProposal } from '../../../shared/domain/layout-mapping.ts'
import { ownRows, ownTable, ownTables } from '../../kit/own-table.ts'
import { closeSharedPool, communes, openInbox, rulesOf, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const period = '2026-H1'
const unit = unitAt(3)
const heading = communes[3]!.name.toUpperCase()
const total = ({ context }: Inbox, of = unit) => listReadingsInEffect(context.store, period, of).get('um_total')?.value
const held = ({ context }: Inbox) => listHeld(context, { period })

/** As a person does who takes what is suggested. */
const taken = ({ suggestions, reading }: MappingProposal): LayoutMapping => ({
  inputs: suggestions.flatMap(({ name, cell, label }) => (cell ? [{ name, ...cell, label }] : [])),
  reading,
})

async function confirmed(): Promise<Inbox> {
  const inbox = openInbox()
  inbox.put('bao cao.xlsx', await ownTable(heading))
  await inbox.take()
  const [item] = held(inbox)
  const { proposal } = await proposeForHeld(inbox.context, { id: item!.id })
  await confirmMapping({ ...inbox.context, actor: 'Lan' }, { id: item!.id, unit, mapping: taken(proposal) })
  return inbox
}

describe('a table that a unit made by itself', () => {
  it('[M45] is proposed, previewed without storing anything, and counts once a person confirmed unit and cells', async () => {
    const inbox = openInbox()
    inbox.put('bao cao.xlsx', await ownTable(heading))
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({ outcome: 'held', choices: ['map', 'attach', 'discard'], suggestions: [unit] })
    const [item] = held(inbox)
    const question = await proposeForHeld(inbox.context, { id: item!.id })
    expect(question).toMatchObject({ units: [unit], kept: [] })
    const mapping = taken(question.proposal)
    expect(mapping.inputs.map(({ name, cell }) => [name, cell])).toEqual([
      ['fld.um_total', 'C4'],
      ['fld.um_informed', 'C5'],
    ])
    const preview = await previewMapping(inbox.context, { id: item!.id, unit, mapping })
    expect(preview.figures.filter(({ state }) => state === 'value')).toMatchObject([{ field: 'um_total', value: 1250 }, { value: 1100 }])
    expect(preview.effect[0]).toMatchObject({ old: { denominator: 0 }, new: { numerator: 1100, denominator: 1250 } })
    expect(total(inbox)).toBeUndefined()

    const done = await confirmMapping({ ...inbox.context, actor: 'Lan' }, { id: item!.id, unit, mapping })
    expect(done).toMatchObject({ state: 'effective', unit })
    expect(total(inbox)).toBe(1250)
    expect(listUnitVersions(inbox.context, { period, unit })).toMatchObject([
      {
        layout: 'mapped',
        why: 'chosen',
        answers: [{ rule: 'M45', choice: 'map', actor: 'Lan' }],
        mapping: { id: done.mapping, actor: 'Lan' },
      },
    ])
    expect(listMappings(inbox.context, { unit })).toMatchObject([{ id: done.mapping, uses: 1, originalName: 'bao cao.xlsx' }])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
    await expect(confirmMapping(inbox.context, { id: item!.id, unit, mapping })).rejects.toThrow('import.held_not_found')
  })

  it('is read by what was confirmed when the same unit sends the same layout again, and obeys the rules of versions', async () => {
    const inbox = await confirmed()
    const next = [['Tổng số đoàn viên công đoàn', 1300], ownRows[1]!] as const
    inbox.put('bao cao.xlsx', await ownTable(heading, next))
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({ outcome: 'held', unit, choices: ['use_new', 'keep_current'] })
    expect(rulesOf(report, 'bao cao.xlsx')[0]).toBe('M46')
    resolveHeld(inbox.context, { id: held(inbox)[0]!.id, choice: 'use_new' })
    expect(total(inbox)).toBe(1300)
    expect(listMappings(inbox.context, { unit })[0]!.uses).toBe(2)
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it("[M57] is asked again, prefilled, where it does not say whose it is or names another: a neighbour's table never counts", async () => {
    const inbox = await confirmed()
    const { name } = communes[4]!
    inbox.put(`${name}.xlsx`, await ownTable(heading, [ownRows[0]!, ['Đoàn viên được tuyên truyền, phổ biến', 7]]))
    inbox.put('khong ten.xlsx', await ownTable('BÁO CÁO', [ownRows[0]!, ['Đoàn viên được tuyên truyền, phổ biến', 8]]))
    const report = await inbox.take()
    for (const file of [`${name}.xlsx`, 'khong ten.xlsx']) expect(rulesOf(report, file)[0]).toBe('M57')
    const item = held(inbox).find(({ originalName }) => originalName === 'khong ten.xlsx')!
    expect(item).toMatchObject({ suggestions: [unit], reasons: [{ rule: 'M57', params: { actor: 'Lan' } }, { rule: 'M45' }] })
    // One key takes what was confirmed; the next question is which version counts.
    expect(await confirmMapping(inbox.context, { id: item.id })).toMatchObject({
      state: 'held',
      unit,
      choices: ['use_new', 'keep_current'],
    })
    await expect(
      confirmMapping(inbox.context, { id: held(inbox).find(({ unit: of }) => of === null)!.id, unit: unitAt(4) }),
    ).rejects.toThrow('mapping.required')
    expect(total(inbox)).toBe(1250)
  })

  it('with other labels is another layout, but starts from the words that this unit used before and no other', async () => {
    const inbox = openInbox()
    const ownWords = ['Người đã nghe phổ biến ở chi hội', 1100] as const
    const send = async (name: string, of: string, rows: Parameters<typeof ownTable>[1]) => {
      inbox.put(name, await ownTable(of, rows))
      const { files } = await inbox.take()
      const id = files.find(({ path }) => path.endsWith(`/${name}`))!.submission!
      const { proposal } = await proposeForHeld(inbox.context, { id })
      return { id, proposal, informed: proposal.suggestions.find(({ name: input }) => input === 'fld.um_informed')! }
    }
    const first = await send('bao cao.xlsx', heading, [ownRows[0]!, ownWords])
    expect(first.informed.confidence).not.toBe('sure')
    const { inputs, reading } = taken(first.proposal)
    const pointed = { name: 'fld.um_informed', sheet: 'Bao cao', cell: 'C5' }
    const mapping = { inputs: [...inputs.filter(({ name }) => name !== pointed.name), pointed], reading }
    await confirmMapping(inbox.context, { id: first.id, unit, mapping })
    const other = await send('khac.xlsx', heading, [['Số ĐV công đoàn toàn xã', 5], ownRows[0]!, ownWords])
    expect(held(inbox)[0]!.reasons[0]!.rule).toBe('M45')
    expect(other.informed).toMatchObject({ cell: { cell: 'C6' }, confidence: 'sure' })
    const neighbour = await send('xa khac.xlsx', communes[4]!.name.toUpperCase(), [['Số ĐV công đoàn toàn xã', 5], ownRows[0]!, ownWords])
    expect(neighbour.informed.confidence).not.toBe('sure')
  })

  it('is asked about anew once it is forgotten, and refuses what cannot be a mapping', async () => {
    const inbox = await confirmed()
    const [kept] = listMappings(inbox.context, {})
    expect(() => forgetMapping(inbox.context, { id: kept!.id, reason: ' ' })).toThrow('mapping.no_reason')
    forgetMapping(inbox.context, { id: kept!.id, reason: 'đơn vị đổi mẫu' })
    expect(() => forgetMapping(inbox.context, { id: kept!.id, reason: 'x' })).toThrow('mapping.not_found')
    inbox.put('lai.xlsx', await ownTable(heading, [ownRows[1]!]))
    inbox.put('1.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 1 }))
    inbox.put('2.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 2 }))
    const report = await inbox.take()
    expect(rulesOf(report, 'lai.xlsx')[0]).toBe('M45')
    const id = report.files.find(({ path }) => path.endsWith('lai.xlsx'))!.submission!
    const reading = { encoding: 'unicode', separators: 'ask' } as const
    const tried = (inputs: LayoutMapping['inputs']) => previewMapping(inbox.context, { id, mapping: { inputs, reading } })
    await expect(tried([])).rejects.toThrow('mapping.empty')
    await expect(tried([{ name: 'fld.nothing', sheet: 'Bao cao', cell: 'C4' }])).rejects.toThrow('mapping.unknown_input')
    await expect(tried([{ name: 'fld.um_total', sheet: 'Bao cao', cell: '4C' }])).rejects.toThrow('mapping.bad_cell')
    const cell = { sheet: 'Bao cao', cell: 'C4' }
    await expect(
      tried([
        { name: 'fld.um_total', ...cell },
        { name: 'fld.um_total', ...cell },
      ]),
    ).rejects.toThrow('mapping.twice')
    await expect(confirmMapping(inbox.context, { id, unit })).rejects.toThrow('mapping.required')
    await expect(proposeForHeld(inbox.context, { id: report.files[0]!.submission! })).rejects.toThrow('mapping.not_held')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M29] of two communes says so, offers the cells of whom a person names, and never takes the neighbour’s unsaid', async () => {
    const [own, neighbour] = [communes[3]!, communes[5]!]
    const shared = (count: number): Promise<Buffer> =>
      ownTables([
        { sheet: 'Biểu 1', heading: neighbour.name.toUpperCase(), rows: [[ownRows[0]![0], 70] as const, [ownRows[1]![0], 60] as const] },
        { sheet: 'Biểu 2', heading: own.name.toUpperCase(), rows: [[ownRows[0]![0], count] as const, ownRows[1]!] },
      ])
    const inbox = openInbox()
    inbox.put('bieu chung.xlsx', await shared(1250))
    const report = await inbox.take()
    expect(rulesOf(report, 'bieu chung.xlsx')).toEqual(['M45', 'M29'])
    const { id } = held(inbox)[0]!
    const offered = ({ suggestions }: MappingProposal) =>
      suggestions.flatMap(({ name, cell, confidence }) => (cell ? [`${name} ${cell.sheet} ${cell.cell} ${confidence}`] : []))
    const { proposal } = await proposeForHeld(inbox.context, { id, unit })
    expect(proposal.owners).toEqual([unit, neighbour.code].toSorted())
    expect(offered(proposal)).toEqual(['fld.um_total Biểu 2 C4 sure', 'fld.um_informed Biểu 2 C5 sure'])
    const theirs = await proposeForHeld(inbox.context, { id, unit: neighbour.code })
    expect(offered(theirs.proposal)).toEqual(['fld.um_total Biểu 1 C4 sure', 'fld.um_informed Biểu 1 C5 sure'])
    const third = await proposeForHeld(inbox.context, { id, unit: unitAt(9) })
    expect(offered(third.proposal).filter((cell) => cell.endsWith(' sure'))).toEqual([])
    const sharing = async (of: string, mapping: LayoutMapping) =>
      (await previewMapping(inbox.context, { id, unit: of, mapping })).findings.find(({ rule }) => rule === 'M29')
    expect(await sharing(unit, taken(theirs.proposal))).toMatchObject({ severity: 'blocking', cells: [{ cell: 'C4' }, { cell: 'C5' }] })
    expect(await sharing(unit, taken(proposal))).toMatchObject({
      severity: 'warning',
      params: {
        count: 2,
        units: [own, neighbour]
          .toSorted((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ name }) => name)
          .join(', '),
      },
      cells: [],
    })
    await confirmMapping(inbox.context, { id, unit, mapping: taken(proposal) })
    expect([total(inbox), total(inbox, neighbour.code)]).toEqual([1250, undefined])
    inbox.put('bieu chung.xlsx', await shared(1300))
    expect((await inbox.take()).files[0]).toMatchObject({ unit, choices: ['use_new', 'keep_current'] })
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M20] keeps what the sheet calls each cell that was only pointed at, so that a replay is guarded', async () => {
    const inbox = openInbox()
    inbox.put('bao cao.xlsx', await ownTable(heading))
    await inbox.take()
    const { id } = held(inbox)[0]!
    const { proposal } = await proposeForHeld(inbox.context, { id })
    const { inputs, reading } = taken(proposal)
    const bare = { inputs: inputs.map((input) => ({ ...input, label: '' })), reading }
    await confirmMapping(inbox.context, { id, unit, mapping: bare })
    expect(listMappings(inbox.context, {})[0]!.mapping.inputs.map(({ label }) => label)).toEqual(inputs.map(({ label }) => label))
  })

  it('[M20] is asked about again, prefilled, where a cell is called otherwise than when a person looked, though the table is the same', async () => {
    const inbox = openInbox()
    const beside = (label: string, count: number): Promise<Buffer> =>
      ownTables([
        { sheet: 'Bao cao', heading, rows: ownRows },
        { sheet: 'Phu', heading: label, rows: [], aside: count },
      ])
    inbox.put('bao cao.xlsx', await beside('Tổng số công nhân', 500))
    await inbox.take()
    const { id } = held(inbox)[0]!
    const { proposal } = await proposeForHeld(inbox.context, { id })
    const { inputs, reading } = taken(proposal)
    const pointed = { name: 'fld.w_total', sheet: 'Phu', cell: 'B1', label: '' }
    const done = await confirmMapping(inbox.context, { id, unit, mapping: { inputs: [...inputs, pointed], reading } })
    // The same words: read as confirmed, only the choice of the version is asked.
    inbox.put('bao cao.xlsx', await beside('Tổng số công nhân', 510))
    expect(rulesOf(await inbox.take(), 'bao cao.xlsx')[0]).toBe('M46')
    resolveHeld(inbox.context, { id: held(inbox)[0]!.id, choice: 'use_new' })
    inbox.put('bao cao.xlsx', await beside('Tổng số hộ dân', 2000))
    const report = await inbox.take()
    expect(report.files[0]).toMatchObject({ outcome: 'held', unit: null, choices: ['map', 'attach', 'discard'], suggestions: [unit] })
    expect(rulesOf(report, 'bao cao.xlsx')).toEqual(['M57', 'M45'])
    expect(listReadingsInEffect(inbox.context.store, period, unit).get('w_total')?.value).toBe(510)
    const again = await proposeForHeld(inbox.context, { id: held(inbox)[0]!.id })
    expect([again.proposal.layoutKey, again.kept[0]?.id]).toEqual([proposal.layoutKey, done.mapping])
    const { findings } = await previewMapping(inbox.context, { id: again.submission, unit, mapping: again.kept[0]!.mapping })
    expect(findings.filter(({ rule }) => rule === 'M20')).toMatchObject([
      { severity: 'blocking', subject: 'w_total', expected: 'Tổng số công nhân', actual: 'Tổng số hộ dân' },
    ])
  })
})

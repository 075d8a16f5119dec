import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../electron/audit/run-command.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { createStillOpen } from '../../../electron/engine/still-open.ts'
import { putInEffect } from '../../../electron/import/put-in-effect.ts'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { settleFindings, undoSettlement } from '../../../electron/reconcile/settle-findings.ts'
import { addNote, updateNoteWords } from '../../../electron/review/write-notes.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { findEverywhere } from '../../../electron/search/find-everywhere.ts'
import { insertReceipt } from '../../../electron/store/receipt-store.ts'
import { insertReceivedFile } from '../../../electron/store/received-file-store.ts'
import { findSubmission, insertSubmission } from '../../../electron/store/submission-store.ts'
import { rebuildTextSearch } from '../../../electron/store/text-search-store.ts'
import { submissionFinding } from '../../../shared/domain/finding.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { sha256Of, testFigures, testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const commune = 'org.du_xa.11953'

/** Takes in a version of a unit as an import does; the version before it counts no more. */
function takeIn({ context }: TestWorkspace, unit: string, texts: Readonly<Record<string, string>>, previous: string | null = null): string {
  const { store, newId, clock } = context
  const id = newId()
  const sha256 = sha256Of(id)
  const received = { period: testPeriod.code, unit, receivedAt: clock(), channel: 'usb' as const, importedAt: clock(), actor: 'Lan' }
  runCommand(context, () => {
    insertReceivedFile(store, { sha256, bytes: 1, keptAs: `${sha256.slice(0, 2)}/${sha256}.xlsx` })
    const key = insertSubmission(store, {
      ...received,
      id,
      state: previous === null ? 'effective' : 'held',
      sha256,
      originalName: 'Báo cáo Tiên La.xlsx',
      contentSha256: sha256Of(JSON.stringify(texts)),
      layout: 'template',
      nilReport: false,
      templateVersion: 1,
      question: null,
      afterClose: false,
      figures: testFigures(1),
      texts: Object.entries(texts).map(([name, text]) => ({ name, text, raw: text, sheet: 'Phan loi', cell: 'C5', how: 'text' })),
      communeRows: [],
    })
    const finding = submissionFinding('C8', 'warning', { subject: 'um_total', params: { label: 'Đoàn viên', expected: '1', actual: '2' } })
    const rows = putInEffect(
      context,
      { key, id, period: testPeriod.code, unit, isEffective: previous === null },
      previous === null ? null : findSubmission(store, previous)!,
      [finding],
    )
    const receipt = newId()
    insertReceipt(store, {
      ...received,
      id: receipt,
      path: `/usb/đợt 1/Báo cáo ${unit}.xlsx`,
      sha256,
      outcome: 'imported',
      submission: id,
      findings: '[]',
    })
    return {
      entry: {
        action: 'submission.import',
        params: { period: testPeriod.code, file: `Báo cáo ${unit}.xlsx`, outcome: 'imported', unit },
        rows: [{ table: 'submission', key: id }, { table: 'receipt', key: receipt }, ...rows],
      },
      result: undefined,
    }
  })
  return id
}

const find = (workspace: TestWorkspace, text: string) =>
  findEverywhere(workspace.context, {
    text,
    language: 'vi',
    period: testPeriod.code,
    limit: 10,
    isOpen: createStillOpen(workspace.context, testPeriod.code),
  })

describe('findEverywhere', () => {
  it('finds passages without tones and case, đ as d, a word by its beginning, words side by side first', async () => {
    const workspace = testWorkspaceWithPeriod()
    takeIn(workspace, commune, {
      'nar.tsk.1.1': 'Nghề nghiệp được chú trọng; đào tạo cán bộ.',
      'nar.tsk.1.2': 'Mở lớp Đào tạo nghề cho lao động nữ.',
      'prop.1.text': 'Đề nghị cấp kinh phí.',
      'mil.plan.number': '12-KH/ĐU',
    })
    expect((await find(workspace, 'dao tao ngh')).passages).toEqual([
      { period: '2026-H1', unit: commune, input: 'nar.tsk.1.2', excerpt: 'Mở lớp Đào tạo nghề cho lao động nữ.' },
      { period: '2026-H1', unit: commune, input: 'nar.tsk.1.1', excerpt: 'Nghề nghiệp được chú trọng; đào tạo cán bộ.' },
    ])
    expect((await find(workspace, 'KINH PHÍ')).passages.map(({ input }) => input)).toEqual(['prop.1.text'])
    expect((await find(workspace, 'tạo kinh')).passages).toEqual([])
    expect((await find(workspace, '12-KH')).passages).toEqual([])
  })

  it('finds only what counts, and the audit agrees', async () => {
    const workspace = testWorkspaceWithPeriod()
    const first = takeIn(workspace, commune, { 'nar.tsk.1.1': 'Bản thứ nhất' })
    takeIn(workspace, commune, { 'nar.tsk.1.1': 'Bản thứ hai' }, first)
    expect((await find(workspace, 'thứ nhất')).passages).toEqual([])
    expect((await find(workspace, 'thứ hai')).passages.map(({ excerpt }) => excerpt)).toEqual(['Bản thứ hai'])
    const searchCheck = async (): Promise<unknown> => (await verifyAudit(workspace.context)).checks.find(({ name }) => name === 'search')
    expect(await searchCheck()).toMatchObject({ ok: true })
    // 1025 = the first version's second passage, which was never there.
    workspace.context.store.database.exec("INSERT INTO text_search (rowid, passage) VALUES (1025, 'lạc vào')")
    expect(await searchCheck()).toMatchObject({ ok: false, detail: expect.stringContaining('mục lục tìm kiếm') as string })
    workspace.context.store.transaction(() => rebuildTextSearch(workspace.context.store))
    expect(await searchCheck()).toMatchObject({ ok: true })
  })

  it('finds files by their own name, findings by sentence, unit and item, and the journal by its sentences', async () => {
    const workspace = testWorkspaceWithPeriod()
    takeIn(workspace, commune, {})
    const { files, findings, entries } = await find(workspace, 'bao cao 11953')
    expect(files).toMatchObject([{ unit: commune, name: `Báo cáo ${commune}.xlsx`, outcome: 'imported' }])
    expect((await find(workspace, 'đợt 1')).files).toEqual([])
    expect(entries.map(({ action }) => action)).toEqual(['submission.import'])
    expect(findings).toEqual([])
    const name = bundledUnits().find(({ code }) => code === commune)!.name
    const byUnit = await find(workspace, name)
    expect(byUnit.findings).toMatchObject([{ unit: commune, input: 'um_total', rule: 'C8', severity: 'warning' }])
    expect((await find(workspace, 'khong co gi o day')).findings).toEqual([])
  })

  it('finds notes and shortcomings by their words and their unit, those of the period first', async () => {
    const workspace = testWorkspaceWithPeriod()
    const { context } = workspace
    takeIn(workspace, commune, {})
    openPeriod(context, { code: '2026', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20 17:00' })
    const base = { unit: commune, kind: 'shortcoming', text: 'Chưa đối thoại định kỳ' } as const
    const own = addNote(context, { ...base, period: testPeriod.code, shortcoming: { owner: 'Trần Thu', remedy: 'Tổ chức hai cuộc' } })
    const later = addNote(context, { ...base, period: '2026', audience: 'unit' })
    updateNoteWords(context, { id: later.id, isClosed: true })
    const noteOf = async (text: string) => (await find(workspace, text)).notes.map(({ note, isDone }) => [note, isDone])
    expect(await noteOf('doi thoai')).toEqual([
      [own.id, false],
      [later.id, true],
    ])
    expect(await noteOf('tran thu hai cuoc')).toEqual([[own.id, false]])
    expect((await find(workspace, 'đối thoại phố hiến')).notes).toMatchObject([
      {
        period: testPeriod.code,
        unit: commune,
        kind: 'shortcoming',
        audience: 'internal',
        excerpt: 'Chưa đối thoại định kỳ Tổ chức hai cuộc Trần Thu',
      },
      { period: '2026', audience: 'unit' },
    ])
  })

  it('does not show as open what was settled, and shows it again when that is taken back', async () => {
    const workspace = testWorkspaceWithPeriod()
    const { context } = workspace
    storeFigures(context, { period: testPeriod.code, unit: commune }, { um_total: 100, um_informed: 150 })
    const rules = async () => (await find(workspace, 'pho hien')).findings.map(({ rule }) => rule)
    expect(await rules()).toContain('C6')
    const { id } = listFindings(context, { period: testPeriod.code, unit: commune }).find(({ rule }) => rule === 'C6')!
    const by = { isTrial: false, isReviewer: false }
    settleFindings(context, { period: testPeriod.code, findings: [id], as: 'waived', reason: 'đã gọi', by })
    expect(await rules()).not.toContain('C6')
    undoSettlement(context, { period: testPeriod.code, by })
    expect(await rules()).toContain('C6')
  })

  it('finds nothing for nothing, and takes marks of a query for what they are', async () => {
    const workspace = testWorkspaceWithPeriod()
    takeIn(workspace, commune, { 'nar.tsk.1.1': 'Công đoàn "vững mạnh" (100%)' })
    const nothing = { passages: [], findings: [], notes: [], files: [], entries: [] }
    expect(await find(workspace, ' “*” ')).toEqual(nothing)
    expect((await find(workspace, '"vung manh" OR * NEAR(100)')).passages).toEqual([])
    expect((await find(workspace, '"vung manh" (100%)')).passages).toHaveLength(1)
  })
})

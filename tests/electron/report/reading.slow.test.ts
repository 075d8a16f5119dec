import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { setCells } from '../../kit/edit-workbook.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { checkWithQpdf, textOf } from '../../kit/read-pdf.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { codeOf, engineWithAccounts, stepTaken, type Client } from '../../kit/test-accounts.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const scope = { period: '2026-H1', kind: 'periodic' } as const
const units = bundledUnits()
  .filter(({ line }) => line === 'territorial')
  .slice(0, 3)
  .map(({ code }) => code)

describeWithTools(['poppler-utils', 'qpdf'], 'a second reading', () => {
  it('shows only what changed since the paper that was read to the end, with each remark and its answer', async () => {
    const folder = temporaryFolder()
    const { engine, signedIn, setClock } = await engineWithAccounts({
      lan: ['clerk'],
      mai: ['reviewer'],
      toan: ['leader'],
      tam: ['leader'],
    })
    const [lan, mai, toan, tam] = (await Promise.all(['lan', 'mai', 'toan', 'tam'].map(signedIn))).map(({ client }) => client) as [
      Client,
      Client,
      Client,
      Client,
    ]
    const { staging } = engine.context
    const output = (name: string): string => staging.addOutput(join(folder, name))
    const build = async (): Promise<string> => {
      const job = await engine.context.jobs.wait((await lan.reports.build(scope)).jobId)
      return (job.result as { report: string }).report
    }
    const submit = async (report: string): Promise<void> => {
      await mai.reports.review({ report })
      await stepTaken(engine, lan.reports.submit({ report }))
    }
    storeFigures(engine.context, { period: scope.period, unit: units[0]! }, { um_total: 10, um_informed: 8 })
    storeFigures(engine.context, { period: scope.period, unit: units[1]! }, { um_total: 20, um_informed: 5 })
    await lan.reportTexts.write({ ...scope, section: 'causes', text: 'Một số cấp ủy chưa quan tâm chỉ đạo.' })
    const first = await build()
    expect(await codeOf(toan.reports.read({ report: first }))).toBe('report.wrong_state')
    expect(await toan.reports.changes({ report: first })).toMatchObject({ since: null, until: null, indicators: [], paragraphs: [] })
    expect(await codeOf(toan.reports.changesSheet({ report: first }))).toBe('report.nothing_earlier')
    expect(await codeOf(toan.reports.remarksSheet({ report: first }))).toBe('report.no_remarks')
    expect(await codeOf(toan.reports.later({ report: first }))).toBe('report.not_submitted')
    await submit(first)

    const { readAt } = await toan.reports.read({ report: first })
    setClock('2026-06-22T02:05:00.000Z')
    // Once is enough; another leader has not read it.
    expect(await toan.reports.read({ report: first })).toEqual({ readAt })
    expect((await toan.reports.road({ report: first })).readAt).toBe(readAt)
    expect((await tam.reports.road({ report: first })).readAt).toBeNull()
    const [heaviest] = await toan.reports.weights({ report: first })
    expect(heaviest).toMatchObject({ total: { numerator: 13, denominator: 30, units: 2 }, below: 2 })
    expect(heaviest!.units.map(({ unit }) => unit)).toEqual([units[1], units[0]])

    await toan.reports.return({ report: first, remarks: ['Nêu rõ nguyên nhân chủ quan', 'Bổ sung số của xã còn thiếu'] })
    const remarks = (await lan.reports.road({ report: first })).remarks
    expect(await codeOf(lan.reports.answer({ remark: remarks[0]!.id, answer: 'Đã nêu', section: 'nowhere' }))).toBe(
      'report_text.no_section',
    )
    await lan.reports.answer({ remark: remarks[0]!.id, answer: 'Đã nêu rõ ở câu đầu', section: 'causes' })
    await lan.reports.answer({ remark: remarks[1]!.id, answer: 'Đã bổ sung 01 xã' })
    await lan.reportTexts.write({ ...scope, section: 'causes', text: 'Một số cấp ủy cơ sở chưa thật sự quan tâm chỉ đạo.' })
    storeFigures(engine.context, { period: scope.period, unit: units[2]! }, { um_total: 10, um_informed: 10 })
    const second = await build()
    expect(second).not.toBe(first)
    // What a draft would be is compared, too, before it is submitted.
    expect(await toan.reports.changes({ report: second })).toMatchObject({ since: { report: first, readAt }, until: null })
    await submit(second)
    setClock('2026-06-22T02:10:00.000Z')

    const changes = await toan.reports.changes({ report: second })
    expect(changes).toMatchObject({
      since: { report: first, readAt },
      until: '2026-06-22T02:05:00.000Z',
      fields: [
        { code: 'um_total', before: 30, after: 40 },
        { code: 'um_informed', before: 13, after: 23 },
      ],
      remarks: [
        { section: 'causes', answer: 'Đã nêu rõ ở câu đầu' },
        { section: null, answer: 'Đã bổ sung 01 xã' },
      ],
    })
    expect(changes.indicators[0]).toMatchObject({ before: { numerator: 13, denominator: 30 }, after: { numerator: 23, denominator: 40 } })
    expect(changes.paragraphs!.find(({ section }) => section === 'causes')).toEqual({
      kind: 'changed',
      section: 'causes',
      heading: expect.stringContaining('Nguyên nhân'),
      words: [
        { kind: 'same', text: 'Một số cấp ủy' },
        { kind: 'new', text: ' cơ sở' },
        { kind: 'same', text: ' chưa' },
        { kind: 'new', text: ' thật sự' },
        { kind: 'same', text: ' quan tâm chỉ đạo.' },
      ],
    })
    expect(changes.appendices!.length).toBeGreaterThan(0)
    // Who has read none begins where the office submitted last.
    expect(await tam.reports.changes({ report: second })).toMatchObject({ since: { report: first, readAt: null } })
    expect(await codeOf(tam.reports.changes({ report: second, since: second }))).toBe('report.not_submitted')

    await toan.reports.changesSheet({ report: second, target: output('thay-doi.pdf') })
    await toan.reports.remarksSheet({ report: second, target: output('tiep-thu.pdf') })
    const sheet = readFileSync(join(folder, 'thay-doi.pdf'))
    checkWithQpdf(sheet)
    const printed = textOf(sheet).normalize('NFC').replaceAll(/\s+/g, ' ')
    expect(printed).toContain('PHIẾU THAY ĐỔI')
    expect(printed).toContain('IV.3. Nguyên nhân')
    expect(execFileSync('pdfinfo', [join(folder, 'thay-doi.pdf')], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/)
    expect(
      textOf(readFileSync(join(folder, 'tiep-thu.pdf')))
        .normalize('NFC')
        .replaceAll(/\s+/g, ' '),
    ).toContain('Đã bổ sung 01 xã')
    expect(await lan.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
    expect(() => engine.context.store.database.exec('DELETE FROM report_reading')).toThrow('append-only')
  })

  it('what comes later touches no paper; it says which figures would be others, and what files after the closing would do', async () => {
    const folder = temporaryFolder()
    const { engine, signedIn } = await engineWithAccounts({ lan: ['clerk'], mai: ['reviewer'] })
    const [lan, mai] = (await Promise.all(['lan', 'mai'].map(signedIn))).map(({ client }) => client) as [Client, Client]
    const { staging } = engine.context
    storeFigures(engine.context, { period: scope.period, unit: units[0]! }, { um_total: 10, um_informed: 8 })
    const { result } = await engine.context.jobs.wait((await lan.reports.build(scope)).jobId)
    const { report } = result as { report: string }
    await mai.reports.review({ report })
    await stepTaken(engine, lan.reports.submit({ report }))
    const paper = (await lan.reports.road({ report })).files[0]!.sha256
    expect(await lan.reports.later({ report })).toMatchObject({ changedAt: null, indicators: [], fields: [], waiting: [], ifCounted: [] })

    storeFigures(engine.context, { period: scope.period, unit: units[1]! }, { um_total: 20, um_informed: 5 })
    await lan.periods.close({ code: scope.period })
    const templates = join(folder, 'bieu-mau')
    const { result: written } = await engine.context.jobs.wait(
      (await lan.templates.write({ period: scope.period, units: [units[2]!], only: 'units', target: staging.addOutput(templates) })).jobId,
    )
    const [{ file }] = (written as { files: [{ file: string }] }).files
    const path = staging.get(file).path
    writeFileSync(path, setCells(readFileSync(path), { 'fld.um_total': '<v>10</v>', 'fld.um_informed': '<v>10</v>' }))
    await engine.context.jobs.wait((await lan.submissions.import({ period: scope.period, files: [staging.addInput(path)] })).jobId)

    const later = await lan.reports.later({ report })
    expect(later).toMatchObject({
      indicators: [{ before: { numerator: 8, denominator: 10 }, after: { numerator: 13, denominator: 30 } }],
      waiting: [{ unit: units[2], afterClose: true }],
      ifCounted: [{ before: { numerator: 13, denominator: 30 }, after: { numerator: 23, denominator: 40 } }],
    })
    expect(later.changedAt).not.toBeNull()
    expect((await lan.reports.road({ report })).files[0]!.sha256).toBe(paper)
  })
})

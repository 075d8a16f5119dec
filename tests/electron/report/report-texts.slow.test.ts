import { createRouterClient } from '@orpc/server'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createEngine } from '../../../electron/engine/engine.ts'
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { codeOf, passwordOf, type Client } from '../../kit/test-accounts.ts'
import { runCommand } from '../../kit/run-command.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const scope = { period: '2026-H1', kind: 'periodic' } as const
const unit = 'org.du_xa.11953'
const said = 'Đã tổ chức 12 hội nghị cho 1.250 công nhân trong các doanh nghiệp.'
const texts = [
  { name: 'nar.tsk.2.1', text: `${said} Tiếp tục thực hiện theo quy định.`, raw: said, sheet: 'Nhiệm vụ', cell: 'C4', how: 'text' },
] as const
const clock = '2026-06-22T02:00:00.000Z'

it('what the office wrote and chose is kept, goes stale with its figures, and makes its author a preparer', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: scope.period, unit }, { um_total: 10, um_informed: 8 }, { texts })
  context.store.close()
  const engine = createEngine({ directory, mode: 'write', actor: 'Lan', poolSize: 1, clock: () => clock })
  onTestFinished(() => engine.close())
  const client: Client = createRouterClient(engine.router, { context: engine.context })
  const write = (section: string, text: string): ReturnType<Client['reportTexts']['write']> =>
    client.reportTexts.write({ ...scope, section, text })
  const causes = (view: Awaited<ReturnType<typeof write>>) => view.sections.find(({ code }) => code === 'causes')!

  expect(await codeOf(write('results', 'x'))).toBe('report_text.no_section')
  expect(await codeOf(write('lessons', 'x'))).toBe('report_text.no_section')
  expect(await codeOf(write('causes', 'Còn [[fld.none]]'))).toBe('report_text.unknown_figure')
  const first = causes(await write('causes', '  Tổng số [[fld.um_total]] đoàn viên,\r\n\r\n trong đó 8 người; thêm 77.  '))
  expect(first).toMatchObject({ text: 'Tổng số [[fld.um_total|10]] đoàn viên,\ntrong đó 8 người; thêm 77.', actor: 'Lan', stale: [] })
  expect(first.loose.map(({ number, refs }) => [number, refs.includes('fld.um_informed')])).toEqual([
    ['8', true],
    ['77', false],
  ])
  // The same again is no new version; another kind has texts of its own.
  expect(causes(await write('causes', first.text)).versions).toHaveLength(1)
  expect(causes(await client.reportTexts.list({ ...scope, kind: 'interim' }))).toMatchObject({ text: '', isUnwritten: true })
  expect(first.isUnwritten).toBe(false)

  const pin = { ...scope, task: 'tsk.2.1', unit, text: said }
  expect(await codeOf(client.reportTexts.pin({ ...pin, text: 'Chưa nói câu này.' }))).toBe('report_text.not_said')
  expect(await codeOf(client.reportTexts.pin({ ...pin, task: 'tsk.9.9' }))).toBe('report_text.no_task')
  expect((await client.reportTexts.suggest({ ...scope, task: 'tsk.2.1' })).map(({ text }) => text)).toEqual([said])
  await client.reportTexts.pin(pin)
  await client.reportTexts.pin({ ...pin, text: 'Tiếp tục thực hiện theo quy định.' })
  const ordered = await client.reportTexts.order({ ...pin, text: 'Tiếp tục thực hiện theo quy định.', place: 1 })
  expect(ordered.tasks.find(({ code }) => code === 'tsk.2.1')!.pins.map(({ text }) => text)).toEqual([
    'Tiếp tục thực hiện theo quy định.',
    said,
  ])
  await client.reportTexts.unpin({ ...pin, text: 'Tiếp tục thực hiện theo quy định.' })
  expect(composeReport(engine.context, scope)).toMatchObject({
    written: { causes: first.text },
    excerpts: [{ task: 'tsk.2.1', unit, text: said }],
  })

  await client.adjustments.add({ ...scopeOfAdjustment, value: 12 })
  const stale = causes(await client.reportTexts.list(scope))
  expect(stale).toMatchObject({ text: first.text, stale: [{ ref: 'fld.um_total', shown: '10', now: '12' }] })
  const { refreshed, texts: fresh } = await client.reportTexts.refresh(scope)
  expect([refreshed, causes(fresh).stale, causes(fresh).text.includes('[[fld.um_total|12]]')]).toEqual([1, [], true])
  expect((await client.reportTexts.refresh(scope)).refreshed).toBe(0)
  // Words over a paragraph go stale and are refreshed with the others, and tell when the program would say something else.
  const lead = (view: Awaited<ReturnType<typeof write>>) => view.paragraphs.find(({ key }) => key === 'situation/lead')
  const over = { ...scope, paragraph: 'situation/lead', text: 'Toàn tỉnh có [[fld.um_total|11]] đoàn viên:\nTrong đó:' }
  expect(lead(await client.reportTexts.override(over))).toMatchObject({
    own: { text: over.text, isChanged: false },
    stale: [{ ref: 'fld.um_total', shown: '11', now: '12' }],
  })
  expect((await client.reportTexts.refresh({ ...scope, section: 'situation' })).refreshed).toBe(1)
  expect(composeReport(engine.context, scope).overrides).toEqual({ 'situation/lead': over.text.replace('11', '12') })
  expect(() => engine.context.store.database.exec('DELETE FROM report_paragraph')).toThrow('append-only')
  const back = causes(await client.reportTexts.restore({ version: first.versions[0]!.id }))
  expect([back.text, back.versions.length]).toEqual([first.text, 3])
  expect(() => engine.context.store.database.exec("UPDATE report_text SET text = 'x'")).toThrow('append-only')

  // Whoever wrote into it reviews nothing of it, even where somebody else built it.
  const roles = ['clerk', 'reviewer'] as const
  await client.accounts.createFirst({ name: 'quan', displayName: 'Quản', password: passwordOf('quan'), roles: ['administrator', ...roles] })
  const signedIn = async (name: string): Promise<Client> => {
    const of: Client = createRouterClient(engine.router, { context: { connection: engine.connect(), logBug: engine.context.logBug } })
    await of.session.signIn({ name, password: passwordOf(name) })
    return of
  }
  for (const name of ['mai', 'hoa', 'thu'])
    await client.accounts.create({ name, displayName: `Chị ${name}`, password: passwordOf(name), roles: [...roles] })
  const [mai, hoa, thu] = await Promise.all([signedIn('mai'), signedIn('hoa'), signedIn('thu')])
  const build = async (): Promise<string> => {
    const { jobId } = await hoa.reports.build(scope)
    return ((await engine.context.jobs.wait(jobId)).result as { report: string }).report
  }
  const before = await build()
  await mai.reportTexts.write({ ...scope, kind: 'interim', section: 'causes', text: 'Sơ kết.' })
  expect((await hoa.reports.road({ report: before })).changedAt).toBeNull()
  await mai.reportTexts.write({ ...scope, section: 'directions', text: 'Tập trung đối thoại.' })
  expect((await hoa.reports.road({ report: before })).changedAt).not.toBeNull()
  const report = await build()
  expect(report).not.toBe(before)
  expect(await codeOf(mai.reports.review({ report }))).toBe('report.own_work')
  expect(await thu.reports.review({ report })).toMatchObject({ state: 'reviewed' })
  const { checks } = await mai.trust.audit({ language: 'vi' })
  // The kit stores the unit's texts without the index of the search.
  expect(checks.flatMap(({ name, ok }) => (ok || name === 'search' ? [] : [name]))).toEqual([])
})

const scopeOfAdjustment = { period: scope.period, unit, field: 'um_total', basis: 'minutes', reason: 'Biên bản' } as const

it('the commands give the same as JSON, and 1 while a figure is stale', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: scope.period, unit }, { um_total: 10, um_informed: 8 }, { texts })
  context.store.close()
  const ask = async (exitCode: number, ...argv: string[]): Promise<unknown> => {
    const run = await runCommand(['report', 'text', ...argv, '--data', directory, '--json'])
    expect(run.exitCode, `${argv.join(' ')}: ${run.out}`).toBe(exitCode)
    return run.json
  }
  const of = ['--period', scope.period, '--kind', scope.kind]
  const section = z.strictObject({
    code: z.string(),
    number: z.string(),
    heading: z.string(),
    text: z.string(),
    at: z.iso.datetime().nullable(),
    actor: z.string().nullable(),
    versions: z.array(z.strictObject({ id: z.string(), section: z.string(), text: z.string(), actor: z.string(), at: z.iso.datetime() })),
    stale: z.array(z.strictObject({ ref: z.string(), shown: z.string(), now: z.string().nullable() })),
    loose: z.array(z.strictObject({ number: z.string(), refs: z.array(z.string()) })),
    isUnwritten: z.boolean(),
  })
  const {
    versions: _,
    code: __,
    number: ___,
    heading: ____,
    text: _____,
    at: ______,
    actor: _______,
    isUnwritten: ________,
    ...checks
  } = section.shape
  const paragraph = z.strictObject({
    key: z.string(),
    section: z.string().nullable(),
    generated: z.string().nullable(),
    own: z.strictObject({ text: z.string(), base: z.string(), at: z.iso.datetime(), actor: z.string(), isChanged: z.boolean() }).nullable(),
    versions: z.array(z.strictObject({ id: z.string(), text: z.string().nullable(), actor: z.string(), at: z.iso.datetime() })),
    ...checks,
  })
  const pins = z.array(z.strictObject({ unit: z.string(), unitName: z.string(), text: z.string(), isLost: z.boolean() }))
  const written = z
    .strictObject({ section })
    .parse(await ask(0, 'write', ...of, '--section', 'causes', '--text', 'Có [[fld.um_total|9]] đoàn viên.'))
  const list = z.strictObject({
    sections: z.array(section),
    paragraphs: z.array(paragraph),
    tasks: z.array(z.strictObject({ code: z.string(), label: z.string(), pins })),
    figures: z.array(z.strictObject({ ref: z.string(), label: z.string(), shown: z.string() })),
  })
  expect(list.parse(await ask(1, 'list', ...of)).sections.find(({ code }) => code === 'causes')).toEqual(written.section)
  expect(await ask(0, 'refresh', ...of)).toEqual({ refreshed: 1, stale: [] })
  const id = written.section.versions[0]!.id
  expect(z.strictObject({ section }).parse(await ask(0, 'restore', id)).section.text).toBe('Có [[fld.um_total|9]] đoàn viên.')
  const over = [...of, '--paragraph', 'opening/register']
  const own = z.strictObject({ paragraph }).parse(await ask(0, 'override', ...over, '--text', 'Có [[reg.received]] đơn vị đã gửi.'))
  expect(own.paragraph).toMatchObject({
    section: 'opening',
    own: { text: 'Có [[reg.received|1]] đơn vị đã gửi.', isChanged: false },
    stale: [],
  })
  expect(await ask(2, 'override', ...over)).toMatchObject({ error: { code: 'command.option_without_value' } })
  expect(await ask(3, 'override', ...of, '--paragraph', 'opening/none', '--leave-out')).toMatchObject({
    error: { code: 'report_text.no_paragraph' },
  })
  expect(await ask(0, 'override', ...over, '--leave-out')).toMatchObject({ paragraph: { own: { text: '' } } })
  expect(await ask(0, 'restore', own.paragraph.versions[0]!.id)).toMatchObject({ paragraph: { own: { text: own.paragraph.own!.text } } })
  expect(await ask(0, 'override', ...over, '--original')).toMatchObject({
    paragraph: { own: null, versions: [{ text: null }, {}, {}, {}] },
  })
  expect(await ask(0, 'suggest', ...of)).toEqual({
    suggestions: [{ task: 'tsk.2.1', unit, text: said, reasons: ['number', 'deed'] }],
  })
  const pin = [said, ...of, '--task', 'tsk.2.1', '--unit', unit]
  expect(z.strictObject({ pins }).parse(await ask(0, 'pin', ...pin, '--place', '1')).pins).toMatchObject([{ text: said, isLost: false }])
  expect(await ask(0, 'unpin', ...pin)).toEqual({ pins: [] })
  expect(await ask(3, 'unpin', ...pin)).toMatchObject({ error: { code: 'report_text.not_pinned' } })
  expect(await ask(2, 'write', ...of, '--section', 'causes')).toMatchObject({ error: { code: 'command.option_without_value' } })
})

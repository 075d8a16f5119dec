import { createRouterClient } from '@orpc/server'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createEngine } from '../../../electron/engine/engine.ts'
import { codeOf, type Client } from '../../kit/test-accounts.ts'
import { runCommand } from '../../kit/run-command.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'
import { withPart } from '../../kit/word-part.ts'

const scope = { period: '2026-H1', kind: 'periodic' } as const
const unit = 'org.du_xa.11953'
const clock = '2026-06-22T02:00:00.000Z'

it('[WD2] [WD6] a Word file goes out, is edited and taken in as far as a person says; nothing written before is lost', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: scope.period, unit }, { um_total: 10, um_informed: 8 })
  context.store.close()
  const engine = createEngine({ directory, mode: 'write', actor: 'Lan', poolSize: 1, clock: () => clock })
  onTestFinished(() => engine.close())
  const client: Client = createRouterClient(engine.router, { context: engine.context })
  await client.reportTexts.write({ ...scope, section: 'causes', text: 'Do thiếu cán bộ.\nCó [[fld.um_total]] đoàn viên.' })
  const folder = temporaryFolder()
  const exported = join(folder, 'xuat.docx')
  const { file } = await client.reports.word({ ...scope, target: engine.context.staging.addOutput(exported) })
  expect((await client.reportTexts.intake({ ...scope, file })).places.every(({ state }) => state === 'unchanged')).toBe(true)

  const path = join(folder, 'sua.docx')
  writeFileSync(
    path,
    withPart(readFileSync(exported), 'word/document.xml', (xml) =>
      xml
        .replace('>Do thiếu cán bộ.<', '>Chủ yếu do thiếu cán bộ.<')
        .replace('>Đã tiếp nhận báo cáo của <', '>Đến nay đã tiếp nhận báo cáo của <'),
    ),
  )
  const edited = engine.context.staging.addInput(path)
  const order = { ...scope, file: edited }
  const found = (await client.reportTexts.intake(order)).places.filter(({ state }) => state !== 'unchanged')
  expect(found.map(({ key, state }) => [key, state])).toEqual([
    ['opening/register', 'changed'],
    ['causes/written', 'changed'],
  ])
  const [register, causes] = found as [(typeof found)[number], (typeof found)[number]]
  expect(causes.after).toBe('Chủ yếu do thiếu cán bộ.\nCó [[fld.um_total|10]] đoàn viên.')

  // What somebody wrote meanwhile is not written over unseen.
  await client.reportTexts.write({ ...scope, section: 'causes', text: 'Bản khác.' })
  expect(await codeOf(client.reportTexts.take({ ...order, places: [causes].map(({ key, print }) => ({ key, print })) }))).toBe(
    'report_text.seen_otherwise',
  )
  const { key, print } = register
  const taken = await client.reportTexts.take({ ...order, places: [{ key, print }] })
  expect(taken.paragraphs.find((one) => one.key === key)!.own!.text).toMatch(
    /^Đến nay đã tiếp nhận báo cáo của \[\[reg\.received\|1\]\]\//u,
  )
  const again = (await client.reportTexts.intake(order)).places.find((one) => one.key === 'causes/written')!
  const all = await client.reportTexts.take({ ...order, places: [{ key: again.key, print: again.print }] })
  const section = all.sections.find(({ code }) => code === 'causes')!
  expect(section.versions.map(({ text }) => text)).toEqual([
    causes.after,
    'Bản khác.',
    'Do thiếu cán bộ.\nCó [[fld.um_total|10]] đoàn viên.',
  ])
  expect((await client.reportTexts.intake(order)).places.every(({ state }) => state === 'unchanged')).toBe(true)

  expect(await codeOf(client.reportTexts.intake({ ...order, kind: 'interim' }))).toBe('report_text.other_report')
  writeFileSync(join(folder, 'khac.docx'), 'không phải Word')
  expect(await codeOf(client.reportTexts.intake({ ...scope, file: engine.context.staging.addInput(join(folder, 'khac.docx')) }))).toBe(
    'report_text.no_word',
  )
  const { checks } = await client.trust.audit({ language: 'vi' })
  expect(checks.flatMap(({ name, ok }) => (ok || name === 'search' ? [] : [name]))).toEqual([])
})

it('the commands write the file, say what differs and take it', async () => {
  const { directory, context } = testWorkspaceWithPeriod()
  storeFigures(context, { period: scope.period, unit }, { um_total: 10, um_informed: 8 })
  context.store.close()
  const of = ['--period', scope.period, '--kind', scope.kind]
  const ask = async (exitCode: number, ...argv: string[]): Promise<Record<string, unknown>> => {
    const run = await runCommand([...argv, '--data', directory, '--json'])
    expect(run.exitCode, run.out).toBe(exitCode)
    return run.json as Record<string, unknown>
  }
  const path = join(temporaryFolder(), 'bao-cao.docx')
  const built = await ask(0, 'report', 'build', ...of, '--format', 'docx', '--out', path)
  expect(Object.keys(built)).toEqual(['report', 'sha256', 'pages', 'blocking'])
  const edited = withPart(readFileSync(path), 'word/document.xml', (xml) =>
    xml.replace('(Phần này do cơ quan soạn thảo bổ sung.)', 'Tỉnh ủy đã chỉ đạo.'),
  )
  writeFileSync(path, edited)
  expect(await ask(1, 'report', 'text', 'intake', path, ...of)).toMatchObject({ taken: [], untaken: [], cells: [] })
  const taken = await ask(0, 'report', 'text', 'intake', path, ...of, '--take', 'situation/written')
  expect(taken).toMatchObject({ taken: ['situation/written'] })
  expect(await ask(0, 'report', 'text', 'intake', path, ...of)).toMatchObject({ taken: [] })
  const list = (await ask(0, 'report', 'text', 'list', ...of, '--section', 'situation')) as { sections: { text: string }[] }
  expect(list.sections[0]!.text).toBe('Tỉnh ủy đã chỉ đạo.')
})

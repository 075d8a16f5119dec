import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { ownRows, ownTable } from '../../kit/own-table.ts'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const [first, second] = bundledUnits().filter(({ line }) => line === 'territorial')
const P = ['--period', '2026-H1']

/** The answer for programs, after the one for people was seen in both languages without a place left open. */
function house() {
  const data = join(temporaryFolder(), 'data')
  const run = (...argv: string[]) => runCommand([...argv, '--data', data])
  const ask = async (code: number, ...argv: string[]) => {
    const { exitCode, out, notes } = await run(...argv, '--json')
    expect([exitCode, argv.join(' '), notes]).toEqual([code, argv.join(' '), ''])
    return JSON.parse(out)
  }
  const show = async (...argv: string[]): Promise<string> => {
    const shown = await Promise.all(['vi', 'en'].map((lang) => run(...argv, '--lang', lang)))
    for (const { exitCode, out } of shown) expect([exitCode, out.includes('{')]).toEqual([0, false])
    return shown[0]!.out
  }
  return { run, ask, show }
}

it('a table of a unit’s own, a paper and figures told by phone are settled on the command line', async () => {
  const { run, ask, show } = house()
  const folder = join(temporaryFolder(), 'usb')
  mkdirSync(folder)
  await ask(0, 'init')
  await ask(0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30')
  writeFileSync(join(folder, 'bao cao.xlsx'), await ownTable(first!.name.toUpperCase()))
  writeFileSync(join(folder, 'BC.pdf'), '%PDF-1.7\n%%EOF\n')
  writeFileSync(join(folder, 'Thumbs.db'), 'x')
  writeFileSync(join(folder, '~$bao cao.xlsx'), 'x')
  const told = await run('import', folder, ...P)
  expect(told.out).toContain('chờ xử lý 01 · lưu kèm 01 · chưa đọc được 0')
  expect(told.out).not.toMatch(/Thumbs|~\$/)
  const [{ id: held }]: [{ id: string }] = await ask(0, 'held', 'list', ...P)

  expect(await show('mapping', 'show', held)).toContain('C4')
  expect((await run('mapping', 'confirm', held, '--unit', first!.code, '--set', 'fld.um_total=C7')).exitCode).toBe(3)
  const { mapping } = await ask(0, 'mapping', 'show', held)
  const file = join(folder, 'cach-doc.json')
  writeFileSync(file, '{"inputs": 1}')
  expect((await run('mapping', 'confirm', held, '--file', file)).notes).toContain('inputs')
  writeFileSync(file, JSON.stringify(mapping))
  expect(
    await ask(0, 'mapping', 'confirm', held, '--unit', first!.code, '--file', file, '--set', "fld.w_total='Bao cao'!C5"),
  ).toMatchObject({
    state: 'effective',
  })
  expect(await ask(0, 'trace', 'w_total', ...P, '--unit', first!.code)).toMatchObject({ value: 1100, sheet: 'Bao cao', cell: 'C5' })
  expect(await show('mapping', 'list')).toContain('bao cao.xlsx')
  const [kept] = (await ask(0, 'mapping', 'list')).mappings
  expect(await ask(0, 'mapping', 'forget', kept.id, '--reason', 'đổi mẫu')).toMatchObject({ unit: first!.code, uses: 1 })

  const [paper] = (await ask(0, 'papers', 'list', ...P)).papers
  const described = ['papers', 'describe', paper.receipt, '--unit', second!.code, '--number', '15-BC/ĐU', '--date', '16/6/2026']
  expect(await ask(0, ...described)).toMatchObject({ paper: { number: '15-BC/ĐU', issuedOn: '2026-06-16' } })
  expect(await show('papers', 'list', ...P)).toContain('15-BC/ĐU')
  expect(await ask(0, 'papers', 'narratives', paper.receipt, ...P)).toBeNull()
  expect(await ask(0, 'papers', 'figures', paper.receipt, ...P)).toEqual({ figures: [] })

  const figures = ['--set', 'um_total=1.250', '--set', 'w_total=không phát sinh']
  const enter = ['keyed', 'enter', ...P, '--unit', second!.code, '--from-paper', paper.receipt, '--actor', 'Lan']
  expect((await run(...enter, '--set', 'um_total=1,2')).exitCode).toBe(3)
  const { id } = await ask(0, ...enter, ...figures)
  // [M56] What waits for a second person is answered by that person, never waved through as a finding.
  const waiting: { id: string; rule: string }[] = await ask(0, 'findings', ...P, '--unit', second!.code, '--open')
  const [question] = waiting.filter(({ rule }) => rule === 'M56')
  for (const as of ['kept', 'waived'])
    expect(await ask(3, 'settle', question!.id, ...P, '--as', as, '--reason', 'bỏ qua')).toMatchObject({
      error: { code: 'discrepancy.at_intake' },
    })
  expect((await run('keyed', 'check', id, ...figures, '--actor', 'Lan')).exitCode).toBe(3)
  expect(await ask(1, 'keyed', 'check', id, '--set', 'um_total=1', '--actor', 'Minh')).toMatchObject({ agreed: false, resolution: null })
  const again = await ask(0, ...enter, ...figures)
  expect(await ask(0, 'keyed', 'check', again.id, ...figures, '--actor', 'Minh')).toMatchObject({
    agreed: true,
    resolution: { state: 'effective' },
  })
  expect(await ask(0, 'keyed', 'withdraw', id, '--reason', 'nhập lại')).toMatchObject({ state: 'withdrawn' })
  expect(await show('keyed', 'list', ...P)).toContain('Minh')
  expect(await show('versions', ...P, '--unit', second!.code)).toContain('Lan')
  expect(await ask(0, 'trace', 'um_total', ...P, '--unit', second!.code)).toMatchObject({
    value: 1250,
    keyed: { actor: 'Lan', checker: 'Minh' },
  })
  const traced = await Promise.all(['vi', 'en'].map((lang) => run('trace', 'um_total', ...P, '--unit', second!.code, '--lang', lang)))
  expect(traced[0]!.out).toMatch(/✎ Nhập thay đơn vị\n[^]*Người nhập: Lan, [^]*Người kiểm tra: Minh, /)
  expect(traced[1]!.out).toMatch(/✎ Keyed in for the unit\n[^]*Keyed in by Lan, [^]*Checked by Minh, /)
  expect(await ask(0, 'held', 'names')).toEqual({ names: [] })
  expect((await run('held', 'forget', '0'.repeat(32))).exitCode).toBe(3)
  expect(await ask(0, 'papers', 'remove', paper.receipt, '--reason', 'nhầm')).toEqual({ receipt: paper.receipt })
  expect(await ask(0, 'verify', '--audit')).toMatchObject({ ok: true })
})

it('letters in an old encoding that no font tells are shown before and after, and read as a person says', async () => {
  const { run, ask, show } = house()
  const folder = join(temporaryFolder(), 'usb')
  mkdirSync(folder)
  await ask(0, 'init')
  await ask(0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30')
  const typed = ownRows.map(([label, count]) => [encodeTcvn3(label), count] as const)
  writeFileSync(join(folder, 'cu.xlsx'), await ownTable(first!.name.toUpperCase(), typed))
  const [{ submission: held }] = (await ask(1, 'import', folder, ...P)).files

  const { encodings } = (await ask(0, 'mapping', 'show', held)).proposal
  expect(encodings[0]).toMatchObject({ encoding: 'tcvn3' })
  expect(encodings[0].samples).toContainEqual({ typed: typed[0]![0], decoded: ownRows[0]![0] })
  expect(await show('mapping', 'show', held, '--encoding', 'tcvn3')).toContain(ownRows[0]![0])
  const read = await ask(0, 'mapping', 'show', held, '--encoding', 'tcvn3', '--separators', 'groups')
  expect(read.mapping.reading).toEqual({ encoding: 'tcvn3', separators: 'groups' })
  expect((await run('mapping', 'show', held, '--encoding', 'abc')).exitCode).toBe(2)
  const done = ['mapping', 'confirm', held, '--unit', first!.code, '--encoding', 'tcvn3', '--separators', 'groups']
  expect(await ask(0, ...done, '--set', "fld.um_total='Bao cao'!C4")).toMatchObject({ state: 'effective' })
  const [{ mapping }] = (await ask(0, 'mapping', 'list')).mappings
  expect(mapping.reading).toEqual({ encoding: 'tcvn3', separators: 'groups' })
  expect(await ask(0, 'trace', 'um_total', ...P, '--unit', first!.code)).toMatchObject({ value: 1250, cell: 'C4' })
})

it('a CSV in the bytes of an old encoding asks for letters and marks, and is read as a person says', async () => {
  const { ask, show } = house()
  const folder = join(temporaryFolder(), 'usb')
  mkdirSync(folder)
  await ask(0, 'init')
  await ask(0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30')
  const [total, informed] = ownRows.map(([label]) => label)
  const lines = [`${first!.name};;`, ';;', 'TT;Chỉ tiêu;Số liệu', `1;${total};1,234`, `2;${informed};1,100`]
  const bytes = Buffer.from(lines.map((text) => `${encodeTcvn3(text)}\r\n`).join(''), 'latin1')
  writeFileSync(join(folder, 'so lieu.csv'), bytes)
  const [{ submission: held, findings }] = (await ask(1, 'import', folder, ...P)).files
  expect(findings).toMatchObject([{ rule: 'M68' }])

  // Nothing of it is a number yet: what was typed is only offered, in its letters and in those it would become.
  const { proposal, mapping: asked } = await ask(0, 'mapping', 'show', held)
  expect(proposal.encodings[0].samples).toContainEqual({ typed: encodeTcvn3(total!), decoded: total })
  expect([
    asked.reading.separators,
    proposal.suggestions.filter(({ confidence }: { confidence: string }) => confidence === 'sure'),
  ]).toEqual(['ask', []])
  const shown = await show('mapping', 'show', held)
  expect([shown.includes(encodeTcvn3(total!)), shown.includes(total!)]).toEqual([true, true])
  const confirm = ['mapping', 'confirm', held, '--unit', first!.code, '--encoding', 'tcvn3']
  // Left open, the number is a question and no figure.
  expect(await ask(0, ...confirm)).toMatchObject({ state: 'effective' })
  expect(await ask(0, 'trace', 'um_total', ...P, '--unit', first!.code)).toMatchObject({ state: 'unreadable', value: null, raw: '1,234' })
  const open: { rule: string; field: string }[] = await ask(0, 'findings', ...P, '--unit', first!.code, '--open')
  expect(open.filter(({ rule }) => rule === 'C2').map(({ field }) => field)).toEqual(['um_informed', 'um_total'])

  writeFileSync(join(folder, 'so lieu.csv'), Buffer.concat([bytes, Buffer.from('\r\n')]))
  const [{ submission: again }] = (await ask(1, 'import', folder, ...P)).files
  const settled = ['mapping', 'confirm', again, '--unit', first!.code, '--encoding', 'tcvn3', '--separators', 'groups']
  expect(await ask(1, ...settled)).toMatchObject({
    state: 'held',
    choices: ['use_new', 'keep_current'],
    reasons: [{ rule: 'M46', message: expect.stringContaining('bản') }],
  })
  expect(await ask(0, 'held', 'resolve', again, '--as', 'use_new')).toMatchObject({ state: 'effective' })
  for (const [field, value] of [
    ['um_total', 1234],
    ['um_informed', 1100],
  ] as const)
    expect(await ask(0, 'trace', field, ...P, '--unit', first!.code)).toMatchObject({ state: 'value', value })
})

it('an inbox folder is chosen, looked into and taken in; messages to units are written', async () => {
  const { run, ask, show } = house()
  const folder = join(temporaryFolder(), 'nhan ve')
  mkdirSync(folder)
  await ask(0, 'init')
  await ask(0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30')
  expect((await run('inbox', 'take', 'f'.repeat(32), ...P)).exitCode).toBe(3)
  await ask(0, 'inbox', 'set', folder, '--no-media')
  writeFileSync(join(folder, 'BC.pdf'), '%PDF-1.7\n%%EOF\n')
  const shown = await show('inbox', 'status')
  expect(shown).toContain('01 tệp mới')
  const { sources } = await ask(0, 'inbox', 'status')
  expect(await ask(0, 'inbox', 'take', sources[0].id, ...P, '--channel', 'lan')).toMatchObject({
    files: [{ path: join(folder, 'BC.pdf'), outcome: 'attached' }],
  })
  expect(await show('inbox', 'status')).toContain(': 0 tệp mới')
  expect((await run('inbox', 'take', ...P)).notes).toContain('Không có tệp nào mới')
  expect(await ask(0, 'inbox', 'set', '--off')).toEqual({ folder: null, watchesMedia: false, sources: [] })
  expect(await show('message', ...P, '--unit', first!.code, '--reminder')).toContain(`Kính gửi ${first!.name}.`)
  expect(await show('message', ...P, '--unit', first!.code, '--receipt')).toContain('Chưa tiếp nhận')
  expect((await run('message', ...P, '--unit', first!.code)).exitCode).toBe(2)
})

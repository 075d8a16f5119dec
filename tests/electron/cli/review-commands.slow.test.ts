import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { setCells, typed } from '../../kit/edit-workbook.ts'
import { checkWithQpdf, infoOf, textOf } from '../../kit/read-pdf.ts'
import { runCommand } from '../../kit/run-command.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const count = z.int().min(0)
const id = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
const reading = z.strictObject({ state: z.string(), value: count.nullable() })
const sums = z.strictObject({ numerator: count, denominator: count })
const path = z.string().startsWith('/')
const note = z.strictObject({
  id,
  period: z.string(),
  kind: z.enum(['remark', 'strength', 'shortcoming', 'commendation']),
  audience: z.enum(['internal', 'unit']),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  input: z.string().nullable(),
  text: z.string(),
  isClosed: z.boolean(),
  actor: z.string(),
  at: instant,
  pin: z.strictObject({
    state: z.enum(['none', 'here', 'lost']),
    start: count.nullable(),
    end: count.nullable(),
    quote: z.string().nullable(),
    isChanged: z.boolean(),
  }),
  shortcoming: z
    .strictObject({
      category: z.string(),
      scope: z.string(),
      extent: z.string(),
      cause: z.enum(['unknown', 'objective', 'subjective', 'both']),
      causeText: z.string(),
      remedy: z.string(),
      owner: z.string(),
      dueOn: z.iso.date().nullable(),
      state: z.enum(['open', 'in_progress', 'done', 'verified']),
      verifiedAt: instant.nullable(),
    })
    .nullable(),
  periods: z.array(z.string()),
  replies: z.array(z.strictObject({ period: z.string(), result: z.string(), evidence: z.string() })),
  entries: z.array(z.strictObject({ id, kind: z.string(), text: z.string(), sha256: sha256.nullable(), actor: z.string(), at: instant })),
})
const desk = z.strictObject({ unit: z.string(), office: z.string(), phone: z.string(), email: z.string(), clerk: z.string() })
const call = z.strictObject({
  id,
  period: z.string(),
  unit: z.string(),
  channel: z.string(),
  text: z.string(),
  actor: z.string(),
  at: instant,
})
const proposal = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  words: z.string(),
  addressee: z.string(),
  state: z.enum(['noted', 'forwarded', 'answered', 'set_aside']).nullable(),
  reason: z.string(),
  actor: z.string().nullable(),
  at: instant.nullable(),
})

/** The promises to scripts, word for word: nothing missing, nothing more. */
const shapes = {
  settle: z.strictObject({
    batch: id,
    period: z.string(),
    decision: z.string(),
    findings: z.array(z.strictObject({ id, settlement: id, state: z.string() })),
  }),
  decisions: z.strictObject({
    decisions: z.array(
      z.strictObject({
        id,
        batch: id,
        period: z.string(),
        finding: id,
        rule: z.string(),
        unit: z.string().nullable(),
        subject: z.string().nullable(),
        decision: z.string(),
        basis: z.string().nullable(),
        reason: z.string(),
        adjustment: id.nullable(),
        compared: count.nullable(),
        comparedWith: z.string().nullable(),
        standing: z.enum(['stands', 'reopened', 'gone', 'replaced', 'undone']),
        actor: z.string(),
        at: instant,
      }),
    ),
  }),
  undo: z.strictObject({ batch: id, period: z.string(), findings: z.array(id), adjustments: z.array(id) }),
  try: z.strictObject({
    period: z.string(),
    unit: z.string(),
    field: z.string(),
    value: count,
    now: reading,
    effect: z.array(z.strictObject({ indicator: z.string(), old: sums, new: sums })),
  }),
  note: z.strictObject({ note }),
  notes: z.strictObject({ notes: z.array(note) }),
  shortcoming: z.strictObject({ shortcoming: note }),
  shortcomings: z.strictObject({ shortcomings: z.array(note) }),
  proposals: z.strictObject({ proposals: z.array(proposal) }),
  proposal: z.strictObject({ proposal }),
  task: z.strictObject({
    task: z.strictObject({
      id,
      unit: z.string(),
      task: z.string(),
      status: z.enum(['regular', 'irregular', 'not_started']),
      evidence: z.string(),
      files: z.array(z.strictObject({ sha256, name: z.string() })),
      actor: z.string(),
      at: instant,
    }),
  }),
  due: z.strictObject({ due: z.strictObject({ open: count, overdue: count, soon: count }) }),
  evidence: z.strictObject({ name: z.string(), path, sha256 }),
  desk: z.strictObject({ desk }),
  call: z.strictObject({ call }),
  desks: z.strictObject({ desks: z.array(desk) }),
  contacts: z.strictObject({ desks: z.array(desk), calls: z.array(call) }),
  paper: z.strictObject({ path, sha256 }),
  papers: z.strictObject({ files: z.array(z.strictObject({ unit: z.string(), path, sha256 })) }),
  answers: z.strictObject({
    period: z.string(),
    unit: z.string(),
    answers: z.array(
      z.strictObject({ finding: id, verdict: z.enum(['right', 'wrong', 'said']), value: count.nullable(), text: z.string() }),
    ),
    unanswered: z.array(id),
  }),
  message: z.strictObject({ text: z.string().nullable() }),
  letters: z.strictObject({
    letters: z.array(
      z.strictObject({
        id,
        period: z.string(),
        unit: z.string().nullable(),
        kind: z.enum(['urging', 'notice', 'minutes', 'query']),
        round: count,
        units: z.array(z.string()),
        sha256,
        actor: z.string(),
        at: instant,
      }),
    ),
  }),
}

describeWithTools(['poppler-utils', 'qpdf'], 'reconciling and reviewing by command', () => {
  it('prints exactly the promised JSON, sends and takes back questions and shortcomings, and lets no internal word out', async () => {
    const folder = temporaryFolder()
    const data = join(folder, 'data')
    const [unit, other] = ['org.du_xa.11953', 'org.du_xa.11977']
    const P = ['--period', '2026-H1']
    const U = ['--unit', unit]
    const run = async (...argv: string[]) => runCommand([...argv, '--data', data, '--json'])
    const ask = async <Shape extends z.ZodType>(shape: Shape, exitCode: number, ...argv: string[]): Promise<z.infer<Shape>> => {
      const { exitCode: was, out, notes, json } = await run(...argv)
      expect(was, `${argv.join(' ')}: ${out}${notes}`).toBe(exitCode)
      return shape.parse(json)
    }
    const refused = async (...argv: string[]): Promise<string> => {
      const { exitCode, json } = await run(...argv)
      return `${exitCode} ${(json as { error: { code: string } }).error.code}`
    }
    const send = async (name: string, template: string, cells: Record<string, string>, ...period: string[]): Promise<void> => {
      const box = join(folder, name)
      mkdirSync(box)
      writeFileSync(join(box, `${name}.xlsx`), setCells(readFileSync(template), cells))
      const { json } = await run('import', box, ...period)
      expect(json).toMatchObject({ totals: { imported: 1 } })
    }

    await run('init')
    await run('period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-20 17:00')
    const { json: made } = await run('templates', ...P, '--out', join(folder, 'out'), ...U, '--unit', other)
    const [template] = (made as { files: { path: string }[] }).files.map((file) => file.path)
    const words = {
      'nar.tsk.1.1': typed(['', 'Đã ban hành kế hoạch. Đã tổ chức 03 hội nghị.']),
      'prop.1.text': typed(['', 'Bố trí kinh phí']),
    }
    await send(
      'first',
      template!,
      { ...words, 'fld.um_total': '<v>100</v>', 'fld.um_informed': '<v>150</v>', 'fld.w_total': '<v>9</v>', 'fld.w_informed': '<v>11</v>' },
      ...P,
    )

    type Listed = { id: string; rule: string; unit: string; field: string; state: string }
    const find = async (rule: string, field: string): Promise<Listed> =>
      ((await run('findings', ...P)).json as Listed[]).find((found) => found.rule === rule && found.field === field && found.unit === unit)!
    const c6 = await find('C6', 'um_informed')
    expect(await ask(shapes.try, 0, 'try', 'um_informed', '90', ...P, ...U)).toMatchObject({
      now: { value: 150 },
      effect: [{ old: { numerator: 150, denominator: 100 }, new: { numerator: 90, denominator: 100 } }],
    })
    const adjust = ['settle', c6.id.slice(0, 8), ...P, '--as', 'adjusted', '--reason', 'Biên bản 01', '--basis', 'minutes']
    expect(await refused(...adjust)).toBe('3 discrepancy.nothing_adjusted')
    expect(await ask(shapes.settle, 0, ...adjust, '--value', '90')).toMatchObject({ findings: [{ id: c6.id, state: 'adjusted' }] })
    expect((await ask(shapes.undo, 0, 'undo', ...P)).adjustments).toHaveLength(1)
    expect(await refused('undo', ...P)).toBe('3 discrepancy.nothing_to_undo')
    await ask(shapes.settle, 0, ...adjust, '--value', '90')
    const w6 = await find('C6', 'w_informed')
    await ask(shapes.settle, 0, 'settle', w6.id, ...P, '--as', 'asked', '--reason', 'Hỏi lại')
    expect((await ask(shapes.decisions, 0, 'settle', 'list', ...P)).decisions.map(({ standing }) => standing)).toEqual([
      'undone',
      'stands',
      'stands',
    ])
    expect(await refused('settle', 'abcdef01', ...P, '--as', 'kept', '--reason', 'x')).toBe('3 discrepancy.not_found')

    const secret = 'TUYỆT-ĐỐI-NỘI-BỘ'
    const quoted = ['--on', 'nar.tsk.1.1', '--quote', '03 hội nghị']
    const { note: pinned } = await ask(shapes.note, 0, 'note', 'add', ...P, ...U, '--text', `Xem lại ${secret}`, ...quoted)
    expect(pinned).toMatchObject({ audience: 'internal', pin: { state: 'here', quote: '03 hội nghị' } })
    await ask(shapes.note, 0, 'note', 'add', ...P, ...U, '--text', 'Viết rõ hơn', '--for', 'unit')
    await ask(shapes.note, 0, 'note', 'move', pinned.id.slice(0, 8), '--on', 'um_total')
    await ask(shapes.note, 0, 'note', 'reply', pinned.id, '--text', `Kèm tệp ${secret}`, '--file', template!)
    expect((await ask(shapes.notes, 0, 'note', 'list', ...P, ...U)).notes[0]?.entries.map(({ kind }) => kind)).toEqual(['move', 'evidence'])
    const { shortcoming: hidden } = await ask(shapes.shortcoming, 0, 'shortcoming', 'add', ...P, ...U, '--text', `Yếu ${secret}`)
    const full = [
      '--cause',
      'subjective',
      '--cause-text',
      'chưa phân công',
      '--extent',
      '05/12 doanh nghiệp',
      '--remedy',
      'Đối thoại',
      '--owner',
      'Đảng ủy',
      '--due',
      '2026-09-30',
    ]
    const { shortcoming } = await ask(
      shapes.shortcoming,
      0,
      'shortcoming',
      'add',
      ...P,
      ...U,
      '--text',
      'Chưa đối thoại',
      '--for',
      'unit',
      ...full,
    )
    await ask(shapes.shortcoming, 0, 'shortcoming', 'update', hidden.id, '--remedy', secret, '--state', 'in_progress', '--text', secret)
    expect((await ask(shapes.shortcomings, 0, 'shortcoming', 'list', ...U)).shortcomings.map(({ text }) => text)).toEqual([
      'Chưa đối thoại',
      `Yếu ${secret}`,
    ])
    expect(await ask(shapes.proposals, 0, 'proposal', 'list', ...P)).toMatchObject({
      proposals: [{ words: 'Bố trí kinh phí', state: null }],
    })
    await ask(shapes.proposal, 0, 'proposal', 'set', 'Bố trí kinh phí', ...P, ...U, '--state', 'forwarded', '--reason', 'Chuyển')
    await ask(shapes.desk, 0, 'contact', 'set', unit, '--office', 'Văn phòng', '--clerk', 'Lan')
    expect((await ask(shapes.desks, 0, 'contact', 'assign', unit, '--clerk', 'Lan')).desks).toHaveLength(1)
    await ask(shapes.call, 0, 'contact', 'call', unit, ...P, '--channel', 'phone', '--text', 'Hẹn chiều')
    expect(await ask(shapes.contacts, 0, 'contact', 'list', ...P)).toMatchObject({
      desks: [{ clerk: 'Lan' }],
      calls: [{ text: 'Hẹn chiều' }],
    })

    // Every paper is a sound PDF in our fonts, says what it is for, and nothing of what is internal.
    const papers = { notice: 'Chưa đối thoại', minutes: 'BIÊN BẢN', worksheet: 'PHIẾU LÀM VIỆC', record: 'HỒ SƠ ĐƠN VỊ' }
    for (const [kind, wanted] of Object.entries(papers)) {
      const { path: file } = await ask(shapes.paper, 0, kind, ...P, ...U, '--out', join(folder, `${kind}.pdf`))
      const bytes = readFileSync(file)
      checkWithQpdf(bytes)
      expect(textOf(bytes), kind).toContain(wanted)
      expect(textOf(bytes).replaceAll(/\s/g, ''), kind).not.toContain(secret)
    }
    expect(textOf(readFileSync(join(folder, 'minutes.pdf')))).toMatch(/150[\s\S]*100[\s\S]*50[\s\S]*90/)
    expect(infoOf(readFileSync(join(folder, 'record.pdf')))).toMatch(/Pages:\s+1\b/)
    expect((await ask(shapes.papers, 0, 'worksheet', ...P, '--out', join(folder, 'all'))).files).toHaveLength(1)
    expect(await refused('notice', ...P, '--unit', other, '--out', join(folder, 'none.pdf'))).toBe('3 letter.nobody')
    const urging = ['urge', ...P, '--out', join(folder, 'urge.pdf'), '--contact', 'Văn phòng Tỉnh ủy', '--due']
    expect(await refused(...urging, '2020-06-25 17:00')).toBe('3 letter.due_past')
    for (const _ of [1, 2]) await ask(shapes.paper, 0, ...urging, '2099-06-25 17:00')
    const urged = textOf(readFileSync(join(folder, 'urge.pdf'))).replaceAll(/\s+/g, ' ')
    for (const part of ['-CV/', '(lần 2)', 'trước 17:00 ngày 25/6/2099', '1/108', 'danh sách kèm theo']) expect(urged).toContain(part)

    // Questions go out, come back sorted by a person's hand, and stand beside their finding; nothing is settled by it.
    const { path: sheet } = await ask(shapes.paper, 0, 'query', 'export', ...P, ...U, '--out', join(folder, 'hoi.xlsx'))
    expect((await ask(shapes.message, 0, 'query', 'message', ...P, ...U)).text).toContain('01 điểm')
    const answered = join(folder, 'tra-loi.xlsx')
    writeFileSync(
      answered,
      setCells(readFileSync(sheet), {
        [`qry.${w6.id}.verdict`]: typed(['', 'sai']),
        [`qry.${w6.id}.value`]: '<v>8</v>',
        [`qry.${w6.id}.explanation`]: typed(['', 'Cộng nhầm']),
      }),
    )
    const taken = { unit, answers: [{ finding: w6.id, verdict: 'wrong', value: 8, text: 'Cộng nhầm' }], unanswered: [] }
    expect(await ask(shapes.answers, 0, 'query', 'import', answered)).toMatchObject(taken)
    expect(await refused('query', 'import', template!)).toBe('3 query.not_ours')
    expect((await find('C6', 'w_informed')).state).toBe('asked')
    const { letters } = await ask(shapes.letters, 0, 'letter', 'list', ...P)
    expect(letters.map(({ kind, round, units }) => [kind, round, units.length])).toEqual([
      ['notice', 1, 1],
      ['minutes', 1, 1],
      ['urging', 1, 107],
      ['urging', 2, 107],
      ['query', 1, 1],
    ])

    // The next period's workbook carries what is open and meant for the unit, and brings back what was done.
    await run('period', 'open', '2026', '--from', '2025-12-15', '--to', '2026-12-14', '--due', '2026-12-20 17:00')
    const { json: next } = await run('templates', '--period', '2026', '--out', join(folder, 'next'), ...U)
    const [nextTemplate] = (next as { files: { path: string }[] }).files.map((file) => file.path)
    const key = `sht.${shortcoming.id}`
    const cells = {
      'fld.um_total': '<v>100</v>',
      [`${key}.result`]: typed(['', 'Đã đối thoại 02 cuộc']),
      [`${key}.evidence`]: typed(['', '12-BC/ĐU']),
    }
    expect(() => setCells(readFileSync(nextTemplate!), { [`sht.${hidden.id}.result`]: '<v>1</v>' })).toThrow()
    await send('second', nextTemplate!, cells, '--period', '2026')
    const [back] = (await ask(shapes.shortcomings, 0, 'shortcoming', 'list', ...U)).shortcomings
    expect(back).toMatchObject({
      periods: ['2026-H1', '2026'],
      replies: [{ period: '2026', result: 'Đã đối thoại 02 cuộc', evidence: '12-BC/ĐU' }],
    })
    const shown = join(folder, 'minh-chung.pdf')
    writeFileSync(shown, 'ảnh buổi đối thoại')
    const done = await ask(shapes.shortcoming, 0, 'shortcoming', 'update', shortcoming.id, '--state', 'done', '--file', shown)
    const { sha256: hash } = done.shortcoming.entries.at(-1)!
    const stated = ['task', 'set', 'tsk.1.1', 'regular', ...P, ...U, '--evidence', 'Kế hoạch 12', '--file', shown]
    expect((await ask(shapes.task, 0, ...stated)).task.files).toEqual([{ sha256: hash, name: 'minh-chung.pdf' }])
    const out = join(folder, 'lay-ra.pdf')
    expect(await ask(shapes.evidence, 0, 'evidence', hash!, '--out', out)).toEqual({ name: 'minh-chung.pdf', path: out, sha256: hash })
    expect(readFileSync(out, 'utf8')).toBe('ảnh buổi đối thoại')
    expect(await refused('evidence', '0'.repeat(64), '--out', out)).toBe('3 paper.not_found')
    expect((await ask(shapes.due, 0, 'shortcoming', 'due')).due.open).toBe(2)
    await ask(shapes.paper, 0, 'record', ...P, ...U, '--out', join(folder, 'record-2.pdf'))
    const recorded = textOf(readFileSync(join(folder, 'record-2.pdf'))).replaceAll(/\s+/g, ' ')
    expect(recorded).toContain('1.1 đang thực hiện nền nếp (căn cứ: Kế hoạch 12, minh-chung.pdf)')
    expect(recorded).toContain('Chưa đối thoại (01 tệp)')
    expect(await refused('shortcoming', 'verify', shortcoming.id, '--actor', 'ĐẢNG ỦY')).toBe('3 shortcoming.own_remedy')
    expect(
      (await ask(shapes.shortcoming, 0, 'shortcoming', 'verify', shortcoming.id, '--text', 'Đã kiểm tra')).shortcoming.shortcoming?.state,
    ).toBe('verified')
    // A unit whose file waits is counted in the letter, and named only when asked to.
    await run('templates', '--period', '2026', '--out', join(folder, 'wrong-period'), '--unit', other)
    expect((await run('import', join(folder, 'wrong-period'), ...P)).json).toMatchObject({ totals: { held: 1 } })
    const letter = async (...more: string[]): Promise<string> => {
      const { path: file } = await ask(shapes.paper, 0, 'urge', ...P, '--out', join(folder, 'waiting.pdf'), ...more)
      return textOf(readFileSync(file)).replaceAll(/\s+/g, ' ')
    }
    const waits = '1/108 đơn vị; còn 106 đơn vị chưa gửi; 01 đơn vị đã gửi tệp, chưa xử lý xong'
    const without = await letter()
    expect(without).toContain(`${waits} (danh sách kèm theo)`)
    expect(without).not.toContain('Tân Hưng')
    const named = await letter('--with-pending')
    expect(named).toMatch(/Tệp của Đảng ủy xã Tân Hưng đã đến.*107 Đảng ủy xã Tân Hưng.*Đã gửi tệp, cần gửi lại theo biểu mẫu/)
    expect(await letter('--unit', 'org.du_xa.11992', '--with-pending')).toContain(
      'còn 106 đơn vị chưa gửi, trong đó có: Đảng ủy xã Lạc Đạo; 01 đơn vị đã gửi tệp, chưa xử lý xong.',
    )
    await ask(shapes.note, 0, 'note', 'close', pinned.id)
    expect((await run('verify', '--audit')).json).toMatchObject({ ok: true })
    for (const command of ['settle list', 'note list', 'letter list', 'contact list', 'proposal list'])
      expect((await runCommand([...command.split(' '), ...P, '--data', data, '--lang', 'en'])).out).not.toMatch(/[{}]/)
  })
})

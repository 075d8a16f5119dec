import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { laterData, reportChanges, reportWeights } from '../../../shared/contract/report-changes.ts'
import { buildSheet } from '../../kit/build-workbook.ts'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const count = z.int().min(0)
const id = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const severity = z.enum(['blocking', 'warning', 'info'])
const state = z.enum(['value', 'nil', 'not_applicable', 'blank', 'unreadable'])
const instant = z.iso.datetime()
const absolute = z.string().startsWith('/')
const decimal = z
  .string()
  .regex(/^\d+\.\d{4}$/)
  .nullable()
const message = z
  .string()
  .min(1)
  .refine((text) => !/\{\w+\}/.test(text), 'a placeholder was left open')
const line = z.enum(['territorial', 'federation', 'government', 'front', 'advisory', 'other'])
const coverage = z.strictObject({ reported: count, expected: count })
const adjustment = {
  id,
  value: count,
  state: z.enum(['active', 'replaced', 'suspended', 'withdrawn']),
  reportedState: state,
  reportedValue: count.nullable(),
  basis: z.string(),
  reason: z.string(),
  actor: z.string(),
  at: instant,
}
const period = z.strictObject({
  code: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  cutOff: z.iso.date(),
  dueAt: instant,
  endsYear: z.boolean(),
  state: z.enum(['open', 'closed']),
  openedAt: instant,
  programmeVersion: count,
})
const stated = {
  id,
  status: z.enum(['regular', 'irregular', 'not_started']),
  evidence: z.string(),
  files: z.array(z.strictObject({ sha256, name: z.string() })),
  actor: z.string(),
  at: instant,
}
const stored = z.strictObject({ sha256, bytes: count })

/** The promises to scripts, word for word: nothing missing, nothing more. */
const shapes = {
  init: z.strictObject({ workspace: id, programme: z.string(), units: count }),
  period: z.strictObject({ period }),
  periods: z.strictObject({ periods: z.array(period) }),
  templates: z.strictObject({ files: z.array(z.strictObject({ unit: z.string().nullable(), path: absolute })) }),
  import: z.strictObject({
    files: z.array(
      z.strictObject({
        path: absolute,
        sha256: sha256.nullable(),
        outcome: z.enum(['imported', 'duplicate', 'held', 'attached', 'rejected']),
        unit: z.string().nullable(),
        submission: id.nullable(),
        figures: count,
        narratives: count,
        findings: z.array(
          z.strictObject({ rule: z.string(), severity, sheet: z.string().nullable(), cell: z.string().nullable(), message }),
        ),
        choices: z.array(z.string()).optional(),
        suggestions: z.array(z.string()).optional(),
      }),
    ),
    totals: z.strictObject({ imported: count, duplicate: count, held: count, attached: count, rejected: count }),
  }),
  inbox: z.strictObject({
    folder: absolute.nullable(),
    watchesMedia: z.boolean(),
    sources: z.array(
      z.strictObject({
        id,
        kind: z.enum(['media', 'folder']),
        name: z.string(),
        place: absolute,
        isReachable: z.boolean(),
        fresh: count,
        more: z.boolean(),
      }),
    ),
  }),
  message: z.strictObject({ text: z.string().nullable(), state: z.enum(['on_time', 'late', 'pending', 'missing']) }),
  rules: z.strictObject({
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        name: z.strictObject({ vi: z.string(), en: z.string() }),
        severity,
        parameters: z.array(z.strictObject({ name: z.string(), value: count, usual: count })),
        awake: z.boolean(),
        note: z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }).nullable(),
        found: count,
        open: count,
      }),
    ),
  }),
  ruleSet: z.strictObject({ name: z.string(), value: count }),
  tasks: z.strictObject({
    tasks: z.array(
      z.strictObject({
        unit: z.string(),
        name: z.string(),
        task: z.string(),
        stated: z.strictObject({ ...stated }).nullable(),
        suggested: z.enum(['regular', 'irregular', 'not_started']).nullable(),
      }),
    ),
  }),
  task: z.strictObject({ task: z.strictObject({ ...stated, unit: z.string(), task: z.string() }) }),
  doubts: z.strictObject({
    units: z.array(
      z.strictObject({
        unit: z.string(),
        name: z.string(),
        weight: count,
        level: z.enum(['many', 'some', 'few']),
        signs: z.array(z.strictObject({ rule: z.string(), count })),
      }),
    ),
  }),
  copies: z.strictObject({ given: z.string(), copies: z.array(z.never()) }),
  status: z.strictObject({
    expected: count,
    received: count,
    onTime: count,
    late: count,
    missing: count,
    units: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        state: z.enum(['on_time', 'late', 'pending', 'missing']),
        receivedAt: instant.nullable(),
        keyed: z.boolean(),
      }),
    ),
  }),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      rule: z.string(),
      severity,
      state: z.enum(['open', 'asked', 'kept', 'adjusted', 'waived', 'gone']),
      unit: z.string().nullable(),
      field: z.string().nullable(),
      expected: z.string().nullable(),
      actual: z.string().nullable(),
      message,
      sources: z.array(z.strictObject({ path: absolute, sha256: sha256.nullable(), sheet: z.string(), cell: z.string() })),
    }),
  ),
  figures: z.strictObject({
    indicators: z.array(
      z.strictObject({
        code: z.string(),
        line,
        numerator: count,
        denominator: count,
        rate: decimal,
        target: count,
        verdict: z.enum(['met', 'not_met', 'undetermined', 'nil', 'no_data']),
        final: z.boolean(),
        coverage,
        bounds: z.strictObject({
          low: decimal,
          high: decimal,
          basis: z.enum(['reported', 'registered', 'last_period', 'peer_max', 'none', 'mixed']).nullable(),
        }),
      }),
    ),
    crossChecks: z.array(z.strictObject({ code: z.string(), line, numerator: count, denominator: count, coverage })),
    fields: z.record(z.string(), count.nullable()),
    states: z.record(z.string(), state),
  }),
  trace: z.strictObject({
    value: z.union([count, z.string()]).nullable(),
    reported: z.union([count, z.string()]).nullable(),
    raw: z.string(),
    state,
    numberFormat: z.string(),
    how: z.string(),
    path: absolute,
    originalName: z.string(),
    sha256,
    sheet: z.string(),
    cell: z.string(),
    adjustments: z.array(z.strictObject(adjustment)),
    laid: z.null(),
    keyed: z.null(),
  }),
  adjust: z.strictObject({ adjustment: z.strictObject({ ...adjustment, period: z.string(), unit: z.string(), field: z.string() }) }),
  report: z.strictObject({ report: id, sha256, pages: count, blocking: count }),
  step: z.strictObject({
    report: id,
    state: z.enum(['draft', 'reviewed', 'submitted', 'approved', 'signed', 'issued', 'superseded']),
    sha256,
  }),
  sheet: z.strictObject({ path: absolute, sha256 }),
  tables: z.strictObject({ path: absolute, sha256 }),
  marks: z.strictObject({ marks: z.array(z.strictObject({ ref: z.string(), label: z.string(), shown: z.string() })) }),
  filled: z.strictObject({
    path: absolute,
    sha256,
    format: z.enum(['xlsx', 'docx']),
    filled: count,
    formulas: count,
    isFrozen: z.boolean(),
    marks: z.array(
      z.strictObject({
        mark: z.string(),
        place: z.string(),
        count,
        isRepeated: z.boolean(),
        label: z.string().nullable(),
        shown: z.string().nullable(),
        state: z.enum(['known', 'unknown', 'blocked']),
      }),
    ),
  }),
  exported: z.strictObject({
    path: absolute,
    files: z.array(
      z.strictObject({
        name: z.string().regex(/^[\w.-]+$/),
        report: id,
        kind: z.enum(['periodic', 'interim', 'final', 'thematic']),
        role: z.enum(['submitted', 'signed', 'issued', 'approval', 'slip', 'notice']),
        isBefore: z.boolean(),
        sha256,
        bytes: count,
        at: instant,
        state: z.enum(['written', 'damaged']),
      }),
    ),
    damaged: count,
  }),
  reprint: z.strictObject({ sha256, identical: z.literal(true), rendered: z.enum(['same', 'other_version', 'differs']).nullable() }),
  register: z.strictObject({
    termFrom: z.iso.date(),
    next: count.nullable(),
    numbers: z.array(z.object({ number: count, day: z.iso.date() })),
  }),
  verification: z.strictObject({
    ok: z.boolean(),
    integrity: z.boolean(),
    trust: z.enum(['trusted', 'unknown', 'untrusted']),
    archive: z.enum(['match', 'differs', 'unknown']),
    checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean().nullable(), detail: message })),
  }),
  roots: z.strictObject({ roots: z.array(z.unknown()) }),
  reports: z.strictObject({
    reports: z.array(
      z.strictObject({
        report: id,
        period: z.string(),
        kind: z.string(),
        state: z.literal('draft'),
        profile: z.string(),
        sha256,
        pages: count,
        builtAt: instant,
        actor: z.string(),
      }),
    ),
  }),
  audit: z.strictObject({
    ok: z.boolean(),
    entries: count,
    head: sha256,
    checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  }),
  journal: z.array(
    z.strictObject({
      seq: z.int().min(1),
      machine: id,
      at: instant,
      actor: z.string(),
      action: z.string(),
      params: z.record(z.string(), z.unknown()),
      hash: sha256,
    }),
  ),
  stored,
  help: z.strictObject({
    commands: z.array(z.strictObject({ name: z.string(), usage: z.string(), summary: z.string(), example: z.string() })),
  }),
}

it('every command prints exactly the promised JSON, from an empty folder to the restored backup', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const unit = 'org.du_xa.11953'
  const ask = async <Shape extends z.ZodType>(shape: Shape, exitCode: number, ...argv: string[]): Promise<z.infer<Shape>> => {
    const run = await runCommand([...argv, '--data', data, '--json'])
    expect(run.exitCode, `${argv.join(' ')}: ${run.out}`).toBe(exitCode)
    expect(run.notes).toBe('')
    expect(run.out.trimEnd()).not.toContain('\n')
    return shape.parse(run.json)
  }
  const P = ['--period', '2026-H1']

  expect(await ask(shapes.init, 0, 'init')).toMatchObject({ programme: 'directive-58', units: 108 })
  await ask(shapes.period, 0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-20 17:00')
  expect((await ask(shapes.periods, 0, 'period', 'list')).periods).toHaveLength(1)
  const { files } = await ask(
    shapes.templates,
    0,
    'templates',
    ...P,
    '--out',
    join(folder, 'out'),
    '--unit',
    unit,
    '--unit',
    'org.ldld_tinh',
  )
  expect(new Set(files.map((file) => file.unit))).toEqual(new Set([unit, 'org.ldld_tinh']))
  const broken = join(folder, 'in')
  mkdirSync(broken)
  writeFileSync(join(broken, 'bao cao.xlsx'), 'PK broken')
  const first = await ask(
    shapes.import,
    1,
    'import',
    join(folder, 'out'),
    broken,
    ...P,
    '--received',
    '2026-06-17 09:30',
    '--channel',
    'usb',
  )
  expect(first.totals).toEqual({ imported: 2, duplicate: 0, held: 0, attached: 0, rejected: 1 })
  expect((await ask(shapes.import, 0, 'import', join(folder, 'out'), ...P)).totals.duplicate).toBe(2)
  // What this machine has plugged in is no part of the test.
  expect(await ask(shapes.inbox, 0, 'inbox', 'set', broken, '--no-media')).toMatchObject({ folder: broken, sources: [{ fresh: 0 }] })
  expect(await ask(shapes.inbox, 0, 'inbox', 'status')).toMatchObject({ watchesMedia: false, sources: [{ kind: 'folder', name: 'in' }] })
  expect(await ask(z.unknown(), 3, 'inbox', 'take', ...P)).toMatchObject({ error: { code: 'inbox.nowhere_new' } })
  const told = ['message', ...P, '--unit', unit]
  expect((await ask(shapes.message, 0, ...told, '--receipt')).text).toContain('Kính gửi')
  expect(await ask(shapes.message, 0, ...told, '--reminder')).toEqual({ text: null, state: 'on_time' })
  await ask(shapes.message, 0, ...told, '--question')
  expect(await ask(z.unknown(), 2, ...told)).toMatchObject({ error: { code: 'command.option_missing' } })
  const status = await ask(shapes.status, 0, 'status', ...P)
  expect(status).toMatchObject({ expected: 108, received: 2, onTime: 2, late: 0, missing: 106 })
  expect(status.units.find(({ code }) => code === unit)?.receivedAt).toBe('2026-06-17T02:30:00.000Z')
  expect((await ask(shapes.findings, 0, 'findings', ...P, '--open')).length).toBeGreaterThan(100)
  expect(await ask(z.array(z.never()), 0, 'held', 'list', ...P)).toEqual([])
  const { rules } = await ask(shapes.rules, 0, 'rules', ...P)
  expect(rules.find(({ rule }) => rule === 'R10')).toMatchObject({ awake: false, note: { code: 'no_earlier' } })
  expect(await ask(shapes.ruleSet, 0, 'rules', 'set', 'change_percent', '30')).toEqual({ name: 'change_percent', value: 30 })
  expect(await ask(shapes.ruleSet, 0, 'rules', 'set', 'change_percent', 'usual')).toEqual({ name: 'change_percent', value: 20 })
  expect(await ask(z.unknown(), 3, 'rules', 'set', 'change', '30')).toMatchObject({ error: { code: 'rules.unknown_parameter' } })
  const set = ['task', 'set', 'tsk.1.1', 'regular', ...P, '--unit', unit]
  expect(await ask(shapes.task, 0, ...set, '--evidence', 'Kế hoạch 12-KH/ĐU')).toMatchObject({ task: { unit, status: 'regular' } })
  expect(await ask(z.unknown(), 2, ...set, '--evidence', ' ')).toMatchObject({ error: { code: 'call.wrong_input' } })
  const { tasks } = await ask(shapes.tasks, 0, 'task', 'list', ...P, '--unit', unit)
  expect(tasks.map(({ stated: said, suggested }) => [said?.status, suggested]).slice(0, 2)).toEqual([
    ['regular', 'not_started'],
    [undefined, 'not_started'],
  ])
  await ask(shapes.doubts, 0, 'doubts', ...P)
  await ask(shapes.copies, 0, 'copies', ...P)
  const { adjustment: made } = await ask(
    shapes.adjust,
    0,
    'adjust',
    'um_total',
    '1250',
    ...P,
    '--unit',
    unit,
    '--reason',
    'Biên bản 01',
    '--basis',
    'minutes',
    '--actor',
    'Hoa',
  )
  expect(made).toMatchObject({ value: 1250, actor: 'Hoa', reportedState: 'blank', reportedValue: null })
  expect(await ask(shapes.trace, 0, 'trace', 'fld.um_total', ...P, '--unit', unit)).toMatchObject({
    value: 1250,
    reported: null,
    adjustments: [{ state: 'active' }],
  })
  const figures = await ask(shapes.figures, 0, 'figures', ...P)
  expect(figures.indicators).toHaveLength(11)
  expect(figures.fields['um_total']).toBe(1250)
  await ask(shapes.figures, 0, 'figures', ...P, '--unit', unit)
  expect((await ask(shapes.adjust, 0, 'adjust', 'withdraw', made.id, '--reason', 'Nhầm')).adjustment.state).toBe('withdrawn')
  const build = ['report', 'build', ...P, '--kind', 'periodic', '--out', join(folder, 'r.pdf')]
  expect(await ask(shapes.report, 0, ...build)).toEqual(await ask(shapes.report, 0, ...build))
  const tabled = ['report', 'build', ...P, '--kind', 'periodic', '--format', 'xlsx', '--out', join(folder, 'r.xlsx')]
  expect(await ask(shapes.report, 0, ...tabled)).toEqual(await ask(shapes.report, 0, ...tabled))
  expect((await ask(shapes.reports, 0, 'report', 'list')).reports).toHaveLength(1)
  const { report } = await ask(shapes.report, 0, ...build)
  expect((await ask(shapes.step, 0, 'report', 'review', report, '--actor', 'Mai')).state).toBe('reviewed')
  expect((await ask(shapes.step, 0, 'report', 'submit', report, '--reservations', 'Kịp hạn')).state).toBe('submitted')
  await ask(z.strictObject({ readAt: instant }), 0, 'report', 'read', report, '--actor', 'Toản')
  expect(await ask(reportChanges, 0, 'report', 'changes', report)).toMatchObject({ since: null })
  expect((await ask(laterData, 0, 'report', 'later', report)).waiting.length).toBeGreaterThanOrEqual(0)
  await ask(z.strictObject({ indicators: reportWeights }), 0, 'report', 'weights', report)
  expect((await ask(z.strictObject({ remarks: z.array(z.json()) }), 0, 'report', 'remarks', report)).remarks).toEqual([])
  expect((await ask(shapes.step, 0, 'report', 'approve', report, '--reservations', 'Đồng ý', '--actor', 'Toản')).state).toBe('approved')
  const printed = join(folder, 'in-lai.pdf')
  await ask(shapes.reprint, 0, 'report', 'reprint', report, '--out', printed)
  const workbook = join(folder, 'bang.xlsx')
  expect(await ask(shapes.tables, 0, 'report', 'tables', report, '--out', workbook)).toMatchObject({ path: workbook })
  const scope = [...P, '--kind', 'periodic']
  const { marks } = await ask(shapes.marks, 0, 'report', 'fill', '--marks', ...scope)
  expect(marks.map(({ ref }) => ref)).toContain('ind.cba_signed.numerator')
  await ask(shapes.marks, 0, 'report', 'fill', '--marks', '--unit', unit, ...scope)
  const blank = join(folder, 'mau.xlsx')
  writeFileSync(blank, buildSheet('<row r="1"><c r="A1" t="inlineStr"><is><t>{{reg.received}}</t></is></c></row>'))
  expect(await ask(shapes.filled, 0, 'report', 'fill', blank, ...scope, '--out', join(folder, 'da-dien.xlsx'))).toMatchObject({
    filled: 1,
    isFrozen: false,
  })
  const fixed = ['report', 'fill', blank, '--report', report, '--out', join(folder, 'da-chot.xlsx')]
  expect(await ask(shapes.filled, 0, ...fixed)).toMatchObject({ filled: 1, isFrozen: true })
  expect(await ask(shapes.marks, 0, 'report', 'fill', '--marks', '--report', report)).toEqual({ marks })
  expect(await ask(z.unknown(), 2, ...fixed, ...P)).toMatchObject({ error: { code: 'command.argument_too_many' } })
  expect(await ask(z.strictObject({ replaces: z.null(), issued: z.array(z.json()) }), 0, 'report', 'replacement', ...scope)).toEqual({
    replaces: null,
    issued: [],
  })
  const exported = await ask(shapes.exported, 0, 'report', 'export', ...P, '--out', join(folder, 'luu-tru'))
  expect(exported.files.map(({ role }) => role)).toEqual(['submitted', 'slip'])
  await ask(shapes.sheet, 0, 'report', 'slip', report, '--out', join(folder, 'phieu.pdf'))
  expect(await ask(shapes.verification, 1, 'verify', printed)).toMatchObject({ integrity: false, archive: 'match' })
  expect(await ask(shapes.verification, 1, 'verify', join(folder, 'phieu.pdf'))).toMatchObject({ archive: 'unknown' })
  expect((await ask(shapes.step, 0, 'report', 'withdraw', report, '--reason', 'Bổ sung')).state).toBe('draft')
  await ask(shapes.register, 0, 'report', 'register')
  await ask(z.strictObject({ termFrom: z.iso.date() }), 0, 'report', 'term')
  expect((await ask(z.object({ report: z.object({ state: z.string() }) }), 0, 'report', 'show', report)).report.state).toBe('draft')
  expect((await ask(shapes.roots, 0, 'trust', 'list')).roots).toEqual([])
  expect((await ask(shapes.period, 0, 'period', 'close', '2026-H1')).period.state).toBe('closed')
  expect(await ask(z.unknown(), 3, 'adjust', 'um_total', '1', ...P, '--unit', unit, '--reason', 'x')).toMatchObject({
    error: { code: 'period.closed' },
  })
  await ask(shapes.period, 0, 'period', 'reopen', '2026-H1', '--reason', 'Bổ sung')
  expect((await ask(shapes.audit, 0, 'verify', '--audit')).ok).toBe(true)
  const journal = await ask(shapes.journal, 0, 'journal', 'list')
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => journal.length - index))
  expect(await ask(shapes.journal, 0, 'journal', 'list', '--action', 'period.reopen', '--limit', '1')).toMatchObject([
    { params: { reason: 'Bổ sung' } },
  ])
  const backup = await ask(shapes.stored, 0, 'backup', join(folder, 'b.saoluu'))
  const restored = await runCommand(['restore', join(folder, 'b.saoluu'), '--data', join(folder, 'again'), '--json'])
  expect(shapes.stored.parse(restored.json)).toEqual(backup)
  const again = await runCommand(['figures', ...P, '--data', join(folder, 'again'), '--json'])
  expect(again.out).toBe((await runCommand(['figures', ...P, '--data', data, '--json'])).out)
  await ask(shapes.help, 0, 'help')
})

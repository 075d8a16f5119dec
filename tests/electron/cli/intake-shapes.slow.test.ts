import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { writeTemplate } from '../../../electron/workers/template/write-template.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { buildDocument } from '../../kit/build-document.ts'
import { ownRows, ownTable } from '../../kit/own-table.ts'
import { firstHalf, orderFor } from '../../kit/template-order.ts'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const count = z.int().min(0)
const id = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const unitCode = z.string().startsWith('org.')
const instant = z.iso.datetime()
const message = z
  .string()
  .min(1)
  .refine((text) => !/\{\w+\}/.test(text), 'a placeholder was left open')
const severity = z.enum(['blocking', 'warning', 'info'])
const channel = z.enum(['usb', 'zalo', 'lan', 'paper', 'phone', 'email', 'other'])
const confidence = z.enum(['sure', 'doubtful', 'weak'])
const choice = z.enum(['use_new', 'keep_current', 'assign_unit', 'move_to_period', 'use_here', 'map', 'check', 'attach', 'discard'])
const submissionState = z.enum(['held', 'effective', 'superseded', 'withdrawn', 'discarded'])
const encoding = z.enum(['unicode', 'tcvn3', 'vni'])
const params = z.record(z.string(), z.union([z.string(), z.number()]))
const place = z.int().min(1)
const cell = z.strictObject({ sheet: z.string(), cell: z.string().regex(/^[A-Z]{1,3}\d+$/) })
const state = z.enum(['value', 'nil', 'not_applicable', 'blank', 'unreadable'])
const reading = z.strictObject({ state, value: count.nullable() })
const asked = z.strictObject({ rule: z.string(), severity, message })
const resolution = {
  submission: id,
  state: submissionState,
  period: z.literal('2026-H1'),
  unit: unitCode.nullable(),
  choices: z.array(choice),
}
const mapping = z.strictObject({
  inputs: z.array(z.strictObject({ ...cell.shape, name: z.string(), label: z.string() })),
  reading: z.strictObject({ encoding, separators: z.enum(['groups', 'decimals', 'ask']) }),
})
const kept = z.strictObject({
  id,
  unit: unitCode,
  layoutKey: z.string(),
  mapping,
  submission: id,
  originalName: z.string(),
  uses: count,
  actor: z.string(),
  at: instant,
})
const paper = z.strictObject({
  receipt: id,
  period: z.literal('2026-H1'),
  name: z.string(),
  format: z.enum(['pdf', 'image', 'docx', 'workbook', 'other']),
  sha256,
  unit: unitCode.nullable(),
  receivedAt: instant,
  channel,
  suggestions: z.array(unitCode),
  paper: z
    .strictObject({
      id,
      receipt: id,
      unit: unitCode,
      number: z.string(),
      issuedOn: z.iso.date().nullable(),
      signer: z.string(),
      subject: z.string(),
      note: z.string(),
      actor: z.string(),
      at: instant,
    })
    .nullable(),
  laidTexts: count,
})
const laid = z.strictObject({
  id,
  period: z.literal('2026-H1'),
  unit: unitCode,
  name: z.string(),
  text: z.string(),
  reported: z.string().nullable(),
  receipt: id,
  sha256,
  heading: z.string(),
  paragraph: place,
  state: z.enum(['active', 'replaced', 'suspended', 'withdrawn']),
  reason: z.string(),
  actor: z.string(),
  at: instant,
})
const passage = { text: z.string(), heading: z.string(), place }
const block = {
  place,
  marker: z.string().nullable(),
  text: z.string(),
  lead: z.string().nullable(),
  encoding: encoding.exclude(['unicode']).nullable(),
  runs: z.array(z.strictObject({ text: z.string(), fontName: z.string() })).optional(),
}
const keyed = z.strictObject({
  id,
  period: z.literal('2026-H1'),
  unit: unitCode,
  receipt: id.nullable(),
  fileName: z.string().nullable(),
  sha256: sha256.nullable(),
  toldBy: z.string(),
  toldAt: instant.nullable(),
  note: z.string(),
  figures: z.array(z.strictObject({ field: z.string(), ...reading.shape })).nullable(),
  count,
  state: z.enum(['draft', 'waiting', 'differs', 'checked', 'withdrawn']),
  submission: id.nullable(),
  actor: z.string(),
  at: instant,
  checker: z.string().nullable(),
  checkedAt: instant.nullable(),
  differences: z.array(z.strictObject({ field: z.string(), keyed: reading.nullable(), checked: reading.nullable() })),
  reason: z.string(),
})
const sums = z.strictObject({ numerator: count, denominator: count })
const senderName = z.strictObject({
  id,
  text: z.string(),
  unit: unitCode,
  submission: id,
  originalName: z.string(),
  actor: z.string(),
  at: instant,
})

/** The promises of the commands of taking in, word for word: nothing missing, nothing more. */
const shapes = {
  held: z.array(
    z.strictObject({
      id,
      path: z.string().startsWith('/').nullable(),
      sha256,
      keptAs: z.string().nullable(),
      originalName: z.string(),
      receivedAt: instant,
      channel,
      unit: unitCode.nullable(),
      reasons: z.array(asked).min(1),
      choices: z.array(choice).min(2),
      suggestions: z.array(unitCode),
      claims: z.strictObject({ identity: z.string().nullable(), cover: z.string().nullable(), fileName: z.array(z.string()) }),
      otherPeriod: z.string().nullable(),
      difference: z
        .strictObject({
          figures: z.array(
            z.strictObject({
              field: z.string(),
              commune: unitCode.nullable(),
              old: reading.nullable(),
              new: reading.nullable(),
              oldRaw: z.string().nullable(),
              newRaw: z.string().nullable(),
              oldCell: z.string().nullable(),
              newCell: z.string().nullable(),
              sheet: z.string(),
            }),
          ),
          texts: z.array(z.strictObject({ name: z.string(), old: z.string(), new: z.string(), sheet: z.string(), cell: z.string() })),
        })
        .nullable(),
      effect: z.array(z.strictObject({ indicator: z.string(), old: sums, new: sums })),
      comesUpAgain: z.strictObject({
        adjustments: z.array(z.strictObject({ id, field: z.string(), value: count, reason: z.string(), actor: z.string(), at: instant })),
        texts: z.array(z.strictObject({ id, name: z.string(), heading: z.string() })),
        findings: z.array(z.strictObject({ id: z.string(), rule: z.string(), params, state: z.enum(['asked', 'kept', 'waived']) })),
        notes: z.array(
          z.strictObject({
            id,
            kind: z.enum(['remark', 'strength', 'shortcoming', 'commendation']),
            input: z.string(),
            quote: z.string().nullable(),
            text: z.string(),
            actor: z.string(),
            at: instant,
          }),
        ),
      }),
      answered: z.strictObject({ choice, actor: z.string(), at: instant }).nullable(),
      keyed: id.nullable(),
    }),
  ),
  resolved: z.strictObject({ ...resolution, reasons: z.array(asked) }),
  names: z.strictObject({ names: z.array(senderName) }),
  forgotten: senderName,
  mappingShow: z.strictObject({
    submission: id,
    period: z.literal('2026-H1'),
    originalName: z.string(),
    units: z.array(unitCode),
    proposal: z.strictObject({
      layoutKey: z.string(),
      tables: z.array(
        z.strictObject({
          sheet: z.string(),
          top: place,
          left: place,
          bottom: place,
          right: place,
          headRows: z.array(place),
          columns: z.array(
            z.strictObject({
              column: place,
              role: z.enum([
                'number',
                'label',
                'unit_of_count',
                'value',
                'previous_period',
                'in_period',
                'cumulative',
                'numerator',
                'denominator',
                'percent',
                'note',
                'other',
              ]),
              head: z.string(),
            }),
          ),
          rows: z.array(z.strictObject({ row: place, role: z.enum(['item', 'group', 'total', 'other']), label: z.string() })),
        }),
      ),
      suggestions: z.array(
        z.strictObject({
          name: z.string(),
          cell: cell.nullable(),
          more: z.array(cell),
          label: z.string(),
          confidence,
          others: z.array(cell),
        }),
      ),
      reading: mapping.shape.reading,
      encodings: z.array(z.strictObject({ encoding, samples: z.array(z.strictObject({ typed: z.string(), decoded: z.string() })) })),
      units: z.array(unitCode),
      owners: z.array(unitCode),
    }),
    kept: z.array(kept),
    mapping,
  }),
  mappingConfirm: z.strictObject({ ...resolution, reasons: z.array(asked), mapping: id }),
  mappings: z.strictObject({ mappings: z.array(kept) }),
  kept,
  papers: z.strictObject({ papers: z.array(paper) }),
  paper,
  narratives: z.strictObject({
    blocks: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('heading'), ...block, level: z.int(), by: z.enum(['style', 'look']) }),
        z.strictObject({ kind: z.literal('paragraph'), ...block }),
        z.strictObject({ kind: z.literal('list_item'), ...block, level: z.int() }),
        z.strictObject({
          kind: z.literal('table'),
          place,
          rows: z.array(z.array(z.string())),
          encoding: encoding.exclude(['unicode']).nullable(),
        }),
      ]),
    ),
    tasks: z.array(z.strictObject({ task: z.string(), passages: z.array(z.strictObject({ ...passage, confidence })) })),
    proposals: z.array(z.strictObject({ ...passage, addressee: z.string() })),
    leftovers: z.array(z.strictObject(passage)),
  }),
  paperFigures: z.strictObject({
    figures: z.array(z.strictObject({ field: z.string(), reading, raw: z.string(), label: z.string(), place, confidence })),
  }),
  taken: z.strictObject({ taken: z.array(laid) }),
  laid,
  removed: z.strictObject({ receipt: id }),
  keyed,
  keyedList: z.strictObject({ entries: z.array(keyed) }),
  checked: z.strictObject({
    entry: keyed,
    agreed: z.boolean(),
    resolution: z.strictObject({ ...resolution, reasons: z.array(asked) }).nullable(),
  }),
  versions: z.strictObject({
    versions: z.array(
      z.strictObject({
        id,
        version: place,
        state: submissionState,
        why: z.enum(['only', 'chosen', 'replaced', 'set_aside', 'waiting']),
        replacedBy: place.nullable(),
        originalName: z.string(),
        sha256,
        layout: z.enum(['template', 'common_template', 'off_template', 'mapped', 'keyed']),
        receivedAt: instant,
        channel,
        importedAt: instant,
        actor: z.string(),
        answers: z.array(
          z.strictObject({ rule: z.string(), params, choice: z.string(), unit: unitCode.nullable(), actor: z.string(), at: instant }),
        ),
        keyed: z.strictObject({ actor: z.string(), checker: z.string().nullable(), checkedAt: instant.nullable() }).nullable(),
        mapping: z.strictObject({ id, actor: z.string(), at: instant }).nullable(),
      }),
    ),
  }),
  refusal: z.strictObject({
    error: z.strictObject({ code: z.string(), params, message, reference: z.string().nullable() }),
  }),
}

const P = ['--period', '2026-H1']
const [first, second] = bundledUnits().filter(({ line }) => line === 'territorial')
const [task] = bundledProgramme().tasks

const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
const plain = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${plain(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A report of the second unit in Word: who it is, one task, a table and a proposal. */
const report = (): Buffer =>
  buildDocument(
    [
      bold(second!.name.toUpperCase()),
      plain('Số 15-BC/ĐU'),
      plain('Hưng Yên, ngày 15 tháng 6 năm 2026'),
      bold('BÁO CÁO'),
      bold(`1. ${task!.label.vi}`),
      plain('Đã thành lập ba nghiệp đoàn mới.'),
      table(['TT', 'Nội dung', 'Số lượng'], ['1', 'Tổng số đoàn viên công đoàn', '1.234']),
      bold('V. KIẾN NGHỊ'),
      plain('Đề nghị Liên đoàn Lao động tỉnh bố trí thêm kinh phí.'),
    ].join(''),
  )

it('every command of taking in prints exactly the promised JSON', async () => {
  const folder = join(temporaryFolder(), 'usb')
  const data = join(temporaryFolder(), 'data')
  const ask = async <Shape extends z.ZodType>(shape: Shape, exitCode: number, ...argv: string[]): Promise<z.infer<Shape>> => {
    const run = await runCommand([...argv, '--data', data, '--json'])
    expect([argv.join(' '), run.exitCode, run.notes], run.out).toEqual([argv.join(' '), exitCode, ''])
    expect(run.out.trimEnd()).not.toContain('\n')
    return shape.parse(run.json)
  }
  mkdirSync(folder)
  await ask(z.unknown(), 0, 'init')
  await ask(z.unknown(), 0, 'period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30')
  const typed = ownRows.map(([label, value]) => [encodeTcvn3(label), value] as const)
  writeFileSync(join(folder, 'cu.xlsx'), await ownTable(first!.name.toUpperCase(), typed))
  writeFileSync(join(folder, 'BC.docx'), report())
  await ask(z.unknown(), 1, 'import', folder, ...P)

  const [held] = await ask(shapes.held, 0, 'held', 'list', ...P)
  expect(held).toMatchObject({ originalName: 'cu.xlsx', reasons: [{ rule: 'M45' }] })
  const shown = await ask(shapes.mappingShow, 0, 'mapping', 'show', held!.id, '--encoding', 'tcvn3')
  expect([shown.proposal.encodings.length > 0, shown.mapping.inputs.length]).toEqual([true, 2])
  await ask(shapes.refusal, 3, 'mapping', 'confirm', held!.id, '--set', "fld.nothing='Bao cao'!C4")
  const confirm = ['mapping', 'confirm', held!.id, '--unit', first!.code, '--encoding', 'tcvn3']
  expect((await ask(shapes.mappingConfirm, 0, ...confirm)).state).toBe('effective')
  const [mapped] = (await ask(shapes.mappings, 0, 'mapping', 'list')).mappings

  // Another version of the same layout waits for a choice; what was noted of the first one comes up beside it.
  await ask(z.unknown(), 0, 'adjust', 'um_total', '1300', ...P, '--unit', first!.code, '--reason', 'Biên bản 01', '--basis', 'minutes')
  await ask(z.unknown(), 0, 'note', 'add', ...P, '--unit', first!.code, '--on', 'um_total', '--text', 'Xem lại')
  writeFileSync(join(folder, 'cu.xlsx'), await ownTable(first!.name.toUpperCase(), [[typed[0]![0], 1260], typed[1]!]))
  await ask(z.unknown(), 1, 'import', folder, ...P)
  const [differing] = await ask(shapes.held, 0, 'held', 'list', ...P)
  expect(differing).toMatchObject({
    unit: first!.code,
    difference: { figures: [{ field: 'um_total' }] },
    comesUpAgain: { adjustments: [{ value: 1300 }], notes: [{ text: 'Xem lại' }] },
  })
  expect((await ask(shapes.resolved, 0, 'held', 'resolve', differing!.id, '--as', 'keep_current')).state).toBe('discarded')
  await ask(shapes.refusal, 3, 'held', 'resolve', differing!.id, '--as', 'use_new')
  expect((await ask(shapes.versions, 0, 'versions', ...P, '--unit', first!.code)).versions).toMatchObject([
    { why: 'set_aside', answers: [{ choice: 'keep_current' }] },
    { why: 'chosen', layout: 'mapped', mapping: { id: mapped!.id } },
  ])
  await ask(shapes.kept, 0, 'mapping', 'forget', mapped!.id, '--reason', 'đổi mẫu')

  const { receipt } = (await ask(shapes.papers, 0, 'papers', 'list', ...P)).papers[0]!
  expect(await ask(shapes.paper, 0, 'papers', 'describe', receipt, '--unit', second!.code)).toMatchObject({ paper: { number: '15-BC/ĐU' } })
  const told = await ask(shapes.narratives, 0, 'papers', 'narratives', receipt, ...P)
  expect([told.tasks[0]!.passages.length, told.proposals.length]).toEqual([1, 1])
  expect((await ask(shapes.paperFigures, 0, 'papers', 'figures', receipt, ...P)).figures).toMatchObject([{ field: 'um_total' }])
  const take = ['papers', 'take', receipt, '--set', `nar.${task!.code}=${told.tasks[0]!.passages[0]!.place}`]
  const { taken } = await ask(shapes.taken, 0, ...take, '--set', `prop=${told.proposals[0]!.place}`)
  expect(taken.map(({ name }) => name)).toEqual(['nar.tsk.1.1', 'prop.1.text', 'prop.1.addressee'])
  for (const one of taken) await ask(shapes.laid, 0, 'papers', 'withdraw', one.id, '--reason', 'nhầm')

  const enter = ['keyed', 'enter', ...P, '--unit', second!.code, '--from-paper', receipt, '--set', 'um_total=1.234', '--actor', 'Lan']
  const entry = await ask(shapes.keyed, 0, ...enter)
  expect((await ask(shapes.held, 0, 'held', 'list', ...P))[0]).toMatchObject({ reasons: [{ rule: 'M56' }], keyed: entry.id })
  const check = (value: string) => ['keyed', 'check', entry.id, '--set', `um_total=${value}`, '--actor', 'Minh']
  expect((await ask(shapes.checked, 1, ...check('1.243'))).entry.differences).toHaveLength(1)
  await ask(shapes.keyed, 0, 'keyed', 'withdraw', entry.id, '--reason', 'nhập lại')
  const again = await ask(shapes.keyed, 0, ...enter)
  const agreed = await ask(shapes.checked, 0, 'keyed', 'check', again.id, '--set', 'um_total=1.234', '--actor', 'Minh')
  expect(agreed).toMatchObject({ agreed: true, resolution: { state: 'effective' } })
  expect((await ask(shapes.keyedList, 0, 'keyed', 'list', ...P)).entries.map(({ state: now }) => now)).toEqual(['checked', 'withdrawn'])
  await ask(shapes.removed, 0, 'papers', 'remove', receipt, '--reason', 'nhầm kỳ')

  const order = { ...orderFor(null), period: { ...firstHalf, code: '2026-H1' } }
  writeFileSync(join(folder, 'chung.xlsx'), await writeTemplate(order, { 'doc.unit': 'Văn phòng khối 3', 'fld.um_total': 7 }))
  await ask(z.unknown(), 1, 'import', join(folder, 'chung.xlsx'), ...P)
  const [unnamed] = await ask(shapes.held, 0, 'held', 'list', ...P)
  expect(unnamed!.reasons[0]!.rule).toBe('M40')
  const assign = ['held', 'resolve', unnamed!.id, '--as', 'assign_unit']
  await ask(shapes.resolved, 0, ...assign, '--unit', 'org.ldld_tinh')
  const { names } = await ask(shapes.names, 0, 'held', 'names')
  expect(names).toMatchObject([{ text: 'Văn phòng khối 3', unit: 'org.ldld_tinh' }])
  await ask(shapes.forgotten, 0, 'held', 'forget', names[0]!.id)
  await ask(shapes.refusal, 3, 'held', 'forget', names[0]!.id)
})

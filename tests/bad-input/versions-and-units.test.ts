import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeTemplate } from '../../electron/workers/template/write-template.ts'
import { setCells, typed } from '../kit/edit-workbook.ts'
import { firstHalf, orderFor, units } from '../kit/template-order.ts'
import { workbookOf } from './bad-files.ts'
import { openInbox, period, said, type Inbox, type SeenFile } from './take-folder.ts'

const communes = units.filter((unit) => unit.line === 'territorial')
const answers = { 'fld.um_total': 1 }
const common = async (): Promise<Buffer> => Buffer.from(await writeTemplate(orderFor(null), answers))

/** What is known of a file, what it may be answered with, and what a person reads first. */
type Row = { file: string; outcome: string; unit: string | null; choices?: readonly string[]; vi: string; en: string }
const inDoubt = ['assign_unit', 'attach', 'discard']

const rows: readonly Row[] = [
  {
    file: 'cung noi dung.xlsx',
    outcome: 'duplicate',
    unit: communes[1]!.code,
    vi: 'M48 Trùng, đã nhận ngày 15/06/2026.',
    en: 'M48 Duplicate, already received on 15/06/2026.',
  },
  ...['ban cu.xlsx', 'ban moi.xlsx'].map((file) => ({
    file,
    outcome: 'held',
    unit: communes[2]!.code,
    choices: ['use_new', 'discard'],
    vi: 'M47 Đảng ủy phường Sơn Nam gửi 02 bản khác nhau và chưa có bản nào được dùng. Chọn bản được dùng.',
    en: 'M47 Đảng ủy phường Sơn Nam sent 2 different versions and none is in use yet. Choose which one counts.',
  })),
  {
    file: `${communes[9]!.name}.xlsx`,
    outcome: 'held',
    unit: null,
    choices: inDoubt,
    vi: 'M41 Tệp ghi là của Đảng ủy phường Mỹ Hào nhưng trang bìa hoặc tên tệp lại nêu Đảng ủy phường Trà Lý. Chọn đúng đơn vị gửi.',
    en: 'M41 The file says it is from Đảng ủy phường Mỹ Hào, but its cover or its name says Đảng ủy phường Trà Lý. Choose the unit that sent it.',
  },
  {
    file: 'ky khac.xlsx',
    outcome: 'held',
    unit: communes[4]!.code,
    choices: ['move_to_period', 'use_here', 'discard'],
    vi: 'M43 Biểu mẫu này của kỳ H2-2026, không phải kỳ H1-2026. Chuyển sang kỳ H2-2026 hoặc xác nhận số liệu là của kỳ H1-2026.',
    en: 'M43 This workbook was made for period H2-2026, not H1-2026. Move it there, or confirm that its figures are for H1-2026.',
  },
  {
    file: 'chuong trinh khac.xlsx',
    outcome: 'held',
    unit: communes[5]!.code,
    choices: ['attach', 'discard'],
    vi: 'M44 Biểu mẫu này của chương trình khác (directive-99), không phải directive-58. Đề nghị đơn vị gửi theo biểu mẫu đúng chương trình.',
    en: 'M44 This workbook belongs to another programme (directive-99), not directive-58. Ask the unit for the right workbook.',
  },
  {
    file: 'chua chon don vi.xlsx',
    outcome: 'held',
    unit: null,
    choices: inDoubt,
    vi: 'M40 Chưa rõ tệp này của đơn vị nào (chua chon don vi.xlsx). Chọn đơn vị.',
    en: 'M40 It is not known which unit sent this file (chua chon don vi.xlsx). Choose the unit.',
  },
  {
    file: 'don vi la.xlsx',
    outcome: 'held',
    unit: null,
    choices: inDoubt,
    vi: 'M40 Chưa rõ tệp này của đơn vị nào (Xã Không Có Trong Danh Sách). Chọn đơn vị.',
    en: 'M40 It is not known which unit sent this file (Xã Không Có Trong Danh Sách). Choose the unit.',
  },
]

const later: readonly Row[] = [
  {
    file: 'ban thu ba.xlsx',
    outcome: 'held',
    unit: communes[2]!.code,
    choices: ['use_new', 'discard'],
    vi: 'M47 Đảng ủy phường Sơn Nam gửi 03 bản khác nhau và chưa có bản nào được dùng. Chọn bản được dùng.',
    en: 'M47 Đảng ủy phường Sơn Nam sent 3 different versions and none is in use yet. Choose which one counts.',
  },
  {
    file: 'ban sua.xlsx',
    outcome: 'held',
    unit: communes[1]!.code,
    choices: ['use_new', 'keep_current'],
    vi: 'M46 Đảng ủy phường Hồng Châu gửi bản khác với bản đang dùng: khác 01 số liệu, 01 phần lời. Chọn bản nào được dùng.',
    en: 'M46 Đảng ủy phường Hồng Châu sent a version that differs from the one in use (figures: 1, narratives: 1). Choose which one counts.',
  },
]
const afterClose: Row = {
  file: 'nop sau khi chot.xlsx',
  outcome: 'held',
  unit: communes[8]!.code,
  choices: ['use_new', 'discard'],
  vi: 'M51 Bổ sung sau khi chốt: kỳ H1-2026 đã chốt nên tệp được giữ lại, chưa tính vào số liệu.',
  en: 'M51 Supplement after closing: period H1-2026 is closed, so the file is kept and does not count.',
}

type Pass = {
  inbox: Inbox
  first: ReadonlyMap<string, SeenFile>
  second: ReadonlyMap<string, SeenFile>
  third: ReadonlyMap<string, SeenFile>
  figures: string[]
}

describe('duplicated, contradictory, of another period, programme or unit', () => {
  const passes = {} as Record<'vi' | 'en', Pass>

  beforeAll(async () => {
    const files = {
      'cung don vi.xlsx': await workbookOf(1),
      'cung noi dung.xlsx': await workbookOf(1),
      'ban cu.xlsx': await workbookOf(2, { 'fld.um_total': 5 }),
      'ban moi.xlsx': await workbookOf(2, { 'fld.um_total': 6 }),
      [`${communes[9]!.name}.xlsx`]: await workbookOf(3),
      'ky khac.xlsx': Buffer.from(await writeTemplate({ ...orderFor(communes[4]!), period: { ...firstHalf, code: 'H2-2026' } }, answers)),
      'chuong trinh khac.xlsx': Buffer.from(
        await writeTemplate({ ...orderFor(communes[5]!), programme: { ...orderFor(null).programme, code: 'directive-99' } }, answers),
      ),
      'chua chon don vi.xlsx': await common(),
      'don vi la.xlsx': setCells(await common(), { 'doc.unit': typed(['', 'Xã Không Có Trong Danh Sách']) }),
    }
    // The same content in other bytes, as a second saving makes it.
    files['cung noi dung.xlsx'] = setCells(files['cung don vi.xlsx'], { 'fld.um_total': typed(['', '100']) })
    const changed = {
      'ban thu ba.xlsx': await workbookOf(2, { 'fld.um_total': 7 }),
      'ban sua.xlsx': await workbookOf(1, { 'fld.um_total': 101, 'nar.tsk.1.1': 'Mới' }),
    }
    const late = { [afterClose.file]: await workbookOf(8) }
    for (const language of ['vi', 'en'] as const) {
      const inbox = await openInbox(language)
      await inbox.command('period', 'open', 'H2-2026', '--from', '2026-06-15', '--to', '2026-12-14', '--due', '2026-12-17 16:30')
      const figures: string[] = []
      const look = async (): Promise<unknown> => figures.push((await inbox.command('figures', '--period', period, '--json')).out)
      inbox.put(files)
      const first = await inbox.take()
      await look()
      inbox.put(changed)
      const second = await inbox.take()
      await look()
      await inbox.command('period', 'close', period)
      inbox.put(late)
      const third = await inbox.take()
      await look()
      passes[language] = { inbox, first: first.files, second: second.files, third: third.files, figures }
    }
  }, 120_000)
  afterAll(() => Object.values(passes).forEach(({ inbox }) => inbox.remove()))

  const check = (pass: 'first' | 'second' | 'third', { file, outcome, unit, choices, vi, en }: Row): void => {
    expect(passes.vi[pass].get(file)).toMatchObject({ outcome, unit, ...(choices ? { choices } : {}) })
    expect([said(passes.vi[pass].get(file))[0], said(passes.en[pass].get(file))[0]]).toEqual([vi, en])
  }

  it.each(rows)('$file → $outcome', (row) => check('first', row))
  it.each(later)('in a later run: $file → $outcome', (row) => check('second', row))
  it('after the closing a file is kept and does not count', () => check('third', afterClose))

  it('nothing that waits is counted', () => {
    for (const { figures } of Object.values(passes)) {
      expect(figures[1]).toBe(figures[0])
      expect(figures[2]).toBe(figures[0])
      expect(JSON.parse(figures[0]!)).toMatchObject({ fields: { um_total: 100 } })
    }
  })

  it('a closed period refuses what would change it, in words', async () => {
    const adjust = ['adjust', 'um_total', '5', '--period', period, '--unit', communes[1]!.code, '--reason', 'x']
    expect(await passes.vi.inbox.command(...adjust)).toMatchObject({
      exitCode: 3,
      out: '',
      notes: 'Kỳ H1-2026 đã chốt, chưa ghi thêm được. Mở lại kỳ trước khi ghi.\n',
    })
    expect(await passes.en.inbox.command(...adjust)).toMatchObject({
      exitCode: 3,
      out: '',
      notes: 'Period H1-2026 is closed. Reopen it before writing.\n',
    })
  })
})

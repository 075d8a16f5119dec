import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeTemplate } from '../../electron/workers/template/write-template.ts'
import { readWorkbook } from '../../electron/workers/workbook/read-workbook.ts'
import { orderFor, phoHien, units } from '../kit/template-order.ts'
import { oddWorkbooks, workbookOf } from './bad-files.ts'
import { openInbox, period, type Inbox, type SeenFile } from './take-folder.ts'

const communes = units.filter((unit) => unit.line === 'territorial')
const plan = {
  vi: 'Kế hoạch tổ chức thực hiện Chỉ thị số 58-CT/TW và Chương trình hành động',
  en: 'Plan to carry out Directive 58-CT/TW and the Action Programme',
}

/** Every finding about the content that needs an answer, in the words of both languages. */
const wrongNumbers: readonly [rule: string, vi: string, en: string][] = [
  [
    'M17',
    `Trang Mốc và theo dõi, ô C6 (${plan.vi}): chưa rõ ngày “30/02/2026”. Ghi theo dạng ngày/tháng/năm, ví dụ 28/02/2026.`,
    `Sheet Mốc và theo dõi, cell C6 (${plan.en}): “30/02/2026” is not a clear date. Write day/month/year, e.g. 28/02/2026.`,
  ],
  [
    'C3',
    'Trang Số liệu, ô E9 (Số đoàn viên ưu tú được giới thiệu cho Đảng xem xét, bồi dưỡng kết nạp): ghi “12,5” là số lẻ, mục này đếm theo đơn vị nguyên. Hỏi lại đơn vị.',
    'Sheet Số liệu, cell E9 (Elite members introduced to the Party): “12,5” is a fraction where whole things are counted. Ask the unit.',
  ],
  [
    'C5',
    'Trang Số liệu, ô E10 (Số đoàn viên công đoàn đã được kết nạp Đảng): ghi “12 lượt”, mục này không đếm theo lượt. Hỏi lại đơn vị số đúng.',
    'Sheet Số liệu, cell E10 (Union members admitted to the Party): “12 lượt” counts attendances, which this item does not. Ask the unit for its count.',
  ],
  [
    'C2',
    'Trang Số liệu, ô E14 (Số công nhân lao động tại doanh nghiệp tham gia học tập nâng cao trình độ kỹ năng nghề nghiệp): ghi “1,234”, có thể hiểu theo nhiều cách (dấu chấm, phẩy, dấu cách). Hỏi lại đơn vị.',
    'Sheet Số liệu, cell E14 (Enterprise workers in skills training): “1,234” can be read in more than one way (points, commas, spaces). Ask the unit.',
  ],
  [
    'C6',
    'Số đoàn viên công đoàn được tuyên truyền, phổ biến, học tập, quán triệt (1.100) lớn hơn Tổng số đoàn viên công đoàn (10). Phần không thể lớn hơn tổng; kiểm tra hai ô này.',
    'Union members informed (1,100) exceeds Union members, total (10). A part cannot exceed its total; check both cells.',
  ],
  [
    'C7',
    'Tổng số công đoàn cơ sở ghi 30, cộng các phần được 20. Kiểm tra số tổng và từng phần.',
    'Grassroots unions, total reads 30, its parts add up to 20. Check the total and each part.',
  ],
  [
    'C8',
    'Số công đoàn cơ sở đơn vị sự nghiệp (50) lớn hơn Tổng số công đoàn cơ sở (30), trong khi mục sau bao gồm mục trước.',
    'Grassroots unions in public service units (50) exceeds Grassroots unions, total (30), which contains it.',
  ],
  [
    'C9',
    'Tổng số công nhân lao động tại doanh nghiệp để trống trong khi đã có Số công nhân lao động tại doanh nghiệp được tuyên truyền, phổ biến, học tập, quán triệt (7), nên đơn vị chưa được tính vào chỉ tiêu. Hỏi đơn vị số tổng.',
    'Workers in enterprises, total is blank although Enterprise workers informed (7) is given, so the unit does not count in the indicator. Ask for the total.',
  ],
]
const likeFormulas: readonly [rule: string, vi: string, en: string][] = [
  [
    'C1',
    "Trang Số liệu, ô E7 (Tổng số đoàn viên công đoàn): ghi “=cmd|' /C calc'!A0”, chưa rõ là số nào. Hỏi lại đơn vị rồi điều chỉnh hoặc đề nghị gửi lại.",
    "Sheet Số liệu, cell E7 (Union members, total): “=cmd|' /C calc'!A0” cannot be read as a count. Ask the unit, then adjust or have it sent again.",
  ],
  [
    'C1',
    'Trang Số liệu, ô E8 (Số đoàn viên công đoàn được tuyên truyền, phổ biến, học tập, quán triệt): ghi “+84 912”, chưa rõ là số nào. Hỏi lại đơn vị rồi điều chỉnh hoặc đề nghị gửi lại.',
    'Sheet Số liệu, cell E8 (Union members informed): “+84 912” cannot be read as a count. Ask the unit, then adjust or have it sent again.',
  ],
  [
    'C4',
    'Trang Số liệu, ô E9 (Số đoàn viên ưu tú được giới thiệu cho Đảng xem xét, bồi dưỡng kết nạp): ghi “-5” là số âm. Hỏi lại đơn vị.',
    'Sheet Số liệu, cell E9 (Elite members introduced to the Party): “-5” is negative. Ask the unit.',
  ],
  [
    'C1',
    'Trang Số liệu, ô E10 (Số đoàn viên công đoàn đã được kết nạp Đảng): ghi “@SUM(1)”, chưa rõ là số nào. Hỏi lại đơn vị rồi điều chỉnh hoặc đề nghị gửi lại.',
    'Sheet Số liệu, cell E10 (Union members admitted to the Party): “@SUM(1)” cannot be read as a count. Ask the unit, then adjust or have it sent again.',
  ],
]

const inboxes = {} as Record<'vi' | 'en', Inbox>
const seen = {} as Record<'vi' | 'en', ReadonlyMap<string, SeenFile>>

beforeAll(async () => {
  const files = {
    ...(await oddWorkbooks()),
    'sai so.xlsx': await workbookOf(10, {
      'fld.um_total': 10,
      'fld.um_informed': 1100,
      'fld.um_introduced': '12,5',
      'fld.um_admitted': '12 lượt',
      'fld.w_informed': 7,
      'fld.w_upskilled': '1,234',
      'fld.ub_total': 30,
      'fld.ub_state': 10,
      'fld.ub_nonstate': 10,
      'fld.ub_psu': 50,
      'mil.plan.date': '30/02/2026',
      'mil.plan.number': '01',
    }),
  }
  for (const language of ['vi', 'en'] as const) {
    inboxes[language] = await openInbox(language)
    inboxes[language].put(files)
    seen[language] = (await inboxes[language].take()).files
  }
}, 120_000)
afterAll(() => Object.values(inboxes).forEach((inbox) => inbox.remove()))

const traced = async (commune: number, input: string): Promise<unknown> =>
  (await inboxes.vi.command('trace', input, '--period', period, '--unit', communes[commune]!.code, '--json')).json

describe('numbers that cannot be right', () => {
  it.each([
    ['sai so.xlsx', wrongNumbers],
    ['chu nhu cong thuc.xlsx', likeFormulas],
  ])('%s', (file, rows) => {
    const found = (language: 'vi' | 'en'): string[] =>
      seen[language]
        .get(file)!
        .findings.filter(({ rule, severity }) => severity === 'blocking' || rule === 'M17')
        .map(({ rule, message }) => `${rule} ${message}`)
    expect(found('vi')).toEqual(rows.map(([rule, vi]) => `${rule} ${vi}`))
    expect(found('en')).toEqual(rows.map(([rule, , en]) => `${rule} ${en}`))
  })

  it('come in the same words from the list of findings', async () => {
    for (const [language, index] of [
      ['vi', 1],
      ['en', 2],
    ] as const) {
      const { json } = await inboxes[language].command('findings', '--period', period, '--unit', communes[10]!.code, '--json')
      const messages = (json as { message: string }[]).map(({ message }) => message)
      expect(messages).toEqual(expect.arrayContaining(wrongNumbers.map((row) => row[index])))
    }
  })
})

describe('what is typed as no program expects is read, and the original kept', () => {
  it.each<[what: string, commune: number, input: string, expected: object]>([
    ['a formula counts by its stored result', 3, 'um_total', { state: 'value', value: 250, how: 'formula' }],
    ['a formula that was never calculated is no number', 3, 'um_informed', { state: 'unreadable', value: null }],
    ['text like a formula stays text', 4, 'um_total', { state: 'unreadable', value: null, raw: "=cmd|' /C calc'!A0" }],
    ['and so in a narrative', 4, 'nar.tsk.1.1', { value: '=HYPERLINK("http://vi.du","x")' }],
    ['NBSP inside a number', 5, 'um_total', { state: 'value', value: 1200, raw: '\u00a01\u00a0200\u00a0' }],
    ['NFD is stored composed', 5, 'nar.tsk.1.1', { value: 'Đã quán triệt ở cơ sở.' }],
    ['TCVN3 by its font, soft hyphen and all', 6, 'nar.tsk.1.1', { value: 'Đảng ủy xã Lương Bằng', raw: '§¶ng ñy x· L\u00ad¬ng B»ng' }],
    ['VNI by its font', 6, 'nar.tsk.1.2', { value: 'Đảng ủy xã Lương Bằng', raw: 'Ñaûng uûy xaõ Löông Baèng' }],
    ['three fonts in one cell', 6, 'nar.tsk.2.1', { value: 'Kế hoạch của Đảng ủy xã Lương Bằng Lương Bằng' }],
  ])('%s', async (_, commune, input, expected) => expect(await traced(commune, input)).toMatchObject(expected))
})

it('on the way out text that begins like a formula is written as text', async () => {
  const names = ["=cmd|' /C calc'!A0", '+84 912', '-5', '@SUM(1)']
  for (const name of names) {
    const { sheets } = readWorkbook(await writeTemplate(orderFor({ ...phoHien, name }), { 'nar.tsk.1.1': name, 'doc.note': name }))
    const same = sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.value === name))
    expect(same.length).toBeGreaterThanOrEqual(3)
    expect(same.filter((cell) => cell.kind !== 'text' || cell.formula !== undefined)).toEqual([])
    expect(sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.formula?.includes(name)))).toEqual([])
  }
})

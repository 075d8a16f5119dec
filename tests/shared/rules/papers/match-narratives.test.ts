import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDocumentBytes } from '../../../../electron/workers/document/open-document.ts'
import type { PlainDocument } from '../../../../shared/domain/document.ts'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { matchNarratives } from '../../../../shared/rules/papers/match-narratives.ts'
import { tablesAsWorkbook } from '../../../../shared/rules/papers/tables-as-workbook.ts'
import { letterhead, paperOf, signBlock, type ShortBlock } from '../../../kit/paper-blocks.ts'

const programme = bundledProgramme()
const match = (document: PlainDocument) => matchNarratives(document, programme)
/** One line per passage: task, confidence and text. */
const told = (document: PlainDocument): string[] =>
  match(document).tasks.flatMap(({ task, passages }) => passages.map(({ confidence, text }) => `${task} ${confidence}: ${text}`))
const left = (document: PlainDocument): string[] => match(document).leftovers.map(({ text }) => text)

const ownWords = paperOf(
  letterhead,
  'BÁO CÁO',
  { heading: 'Tình hình thực hiện Chỉ thị số 58-CT/TW về tuyên truyền, giáo dục chính trị, tư tưởng, pháp luật cho công nhân', level: 7 },
  '-----',
  'Thực hiện Công văn số 12-CV/BTGDVTU, Đảng ủy xã báo cáo như sau:',
  { heading: 'I. ĐẶC ĐIỂM TÌNH HÌNH', level: 2 },
  'Xã có 12 doanh nghiệp, 1.234 công nhân.',
  { heading: 'II. KẾT QUẢ THỰC HIỆN', level: 2 },
  { heading: '1. Công tác lãnh đạo, chỉ đạo thực hiện đồng bộ chủ trương xây dựng đội ngũ công nhân', level: 3 },
  'Đảng ủy đã ban hành Kế hoạch số 05-KH/ĐU.',
  { heading: '2. Đổi mới, đa dạng hình thức tuyên truyền trên mạng xã hội, chuyển đổi số', level: 3 },
  'Duy trì trang thông tin.',
  '- Đăng 120 tin, bài.',
  { lead: '3. Chính sách tiền lương, BHXH, nhà ở cho công nhân:', text: '100% doanh nghiệp đóng bảo hiểm xã hội.' },
  { heading: '4. Công tác đào tạo nghề', level: 3 },
  'Mở 02 lớp cho 80 lao động.',
  { heading: '5. Phòng ngừa tranh chấp lao động, đình công', level: 3 },
  'Không xảy ra đình công.',
  { heading: '6. Công tác khác', level: 3 },
  'Tổ chức gặp mặt đầu xuân.',
  { heading: 'III. TỒN TẠI, HẠN CHẾ', level: 2 },
  'Công tác đối thoại tại nơi làm việc còn hình thức.',
  { heading: 'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM', level: 2 },
  { heading: '1. Đào tạo nghề, đào tạo lại cho công nhân', level: 3 },
  'Mở thêm 03 lớp.',
  { heading: 'V. KIẾN NGHỊ, ĐỀ XUẤT', level: 2 },
  '1. Đối với Tỉnh ủy: Bố trí kinh phí tuyên truyền.',
  '2. Với Liên đoàn Lao động tỉnh:',
  '- Hỗ trợ tài liệu.',
  '- Đề nghị Sở Nội vụ hướng dẫn chế độ.',
  signBlock,
)

describe('passages of a paper and the tasks of the programme', () => {
  it('are found by what a unit’s own headings say', () => {
    expect(told(ownWords)).toEqual([
      'tsk.1.1 sure: Đảng ủy đã ban hành Kế hoạch số 05-KH/ĐU.',
      'tsk.2.1 sure: Duy trì trang thông tin.\nĐăng 120 tin, bài.',
      'tsk.3.1 sure: 100% doanh nghiệp đóng bảo hiểm xã hội.',
      'tsk.4.2 doubtful: Mở 02 lớp cho 80 lao động.',
      'tsk.5.2 sure: Không xảy ra đình công.',
    ])
    expect(match(ownWords).tasks.find(({ task }) => task === 'tsk.2.1')!.passages).toMatchObject([
      { heading: '2. Đổi mới, đa dạng hình thức tuyên truyền trên mạng xã hội, chuyển đổi số', place: 12 },
    ])
  })

  it('leave nothing unsaid: situation, shortcomings, plans and the rest are listed, head and signature are not', () => {
    expect(left(ownWords)).toEqual([
      'Thực hiện Công văn số 12-CV/BTGDVTU, Đảng ủy xã báo cáo như sau:',
      'Xã có 12 doanh nghiệp, 1.234 công nhân.',
      'Tổ chức gặp mặt đầu xuân.',
      'Công tác đối thoại tại nơi làm việc còn hình thức.',
      'Mở thêm 03 lớp.',
    ])
  })

  it('give proposals by whom they are put to, in a heading, a line or the sentence', () => {
    expect(match(ownWords).proposals.map(({ addressee, text }) => `${addressee}: ${text}`)).toEqual([
      'Tỉnh ủy: Bố trí kinh phí tuyên truyền.',
      'Liên đoàn Lao động tỉnh: Hỗ trợ tài liệu.',
      'Sở Nội vụ: Đề nghị Sở Nội vụ hướng dẫn chế độ.',
    ])
    const byHeading = paperOf(
      { heading: 'VI- KIẾN NGHỊ, ĐỀ XUẤT', level: 2 },
      { heading: '1. Đối với Trung ương', level: 3 },
      'Không.',
      { heading: '2. Đối với Ủy ban nhân dân tỉnh', level: 3 },
      'Quan tâm nhà ở công nhân.',
    )
    expect(match(byHeading).proposals).toEqual([
      { addressee: 'Ủy ban nhân dân tỉnh', text: 'Quan tâm nhà ở công nhân.', heading: '2. Đối với Ủy ban nhân dân tỉnh', place: 5 },
    ])
  })

  it('are sure under a task’s own label, in any order; a heading of other words out of order is doubted', () => {
    const labelOf = (code: string) => programme.tasks.find((task) => task.code === code)!.label.vi
    const swapped = paperOf(
      { heading: `1. ${labelOf('tsk.3.3').toUpperCase()}.`, level: 3 },
      'Về đối thoại.',
      { heading: `2. ${labelOf('tsk.1.1').normalize('NFD')}`, level: 3 },
      'Về lãnh đạo.',
    )
    expect(told(swapped)).toEqual(['tsk.1.1 sure: Về lãnh đạo.', 'tsk.3.3 sure: Về đối thoại.'])
    const loose = paperOf(
      { heading: '1. Đối thoại, thương lượng tập thể và dân chủ ở cơ sở', level: 3 },
      'Về đối thoại.',
      { heading: '2. Đa dạng hình thức tuyên truyền trên mạng xã hội, chuyển đổi số', level: 3 },
      'Về tuyên truyền.',
      { heading: '3. Công tác lãnh đạo thực hiện đồng bộ chủ trương xây dựng đội ngũ công nhân', level: 3 },
      'Về lãnh đạo.',
    )
    expect(told(loose).filter((line) => line.includes(' sure'))).toHaveLength(1)
  })

  it('under the heading of a whole group are told apart by their own words, never surely', () => {
    const blocks = programme.taskGroups.flatMap((group, index): ShortBlock[] => [
      { heading: `${index + 1}. ${group.label.vi}`, level: 3 },
      ...programme.tasks.filter((task) => task.group === group.code).map((task) => `- Đã ${task.label.vi.toLowerCase()}.`),
    ])
    const { tasks, leftovers } = match(paperOf(...blocks))
    expect(tasks.map(({ task, passages }) => [task, passages.length])).toEqual(programme.tasks.map(({ code }) => [code, 1]))
    expect(tasks.flatMap(({ passages }) => passages).every(({ confidence }) => confidence !== 'sure')).toBe(true)
    expect(leftovers).toEqual([])
  })

  it('are found in the rows of a table; its figures are offered like those of a workbook', () => {
    const rows = [
      ['TT', 'Nhiệm vụ', 'Kết quả'],
      ['1', 'Đối thoại, thương lượng tập thể, giám sát', 'Đã tổ chức 05 cuộc đối thoại tại doanh nghiệp.'],
      ['2', 'Tổng số đoàn viên công đoàn', '1.234'],
    ]
    const document = paperOf({ heading: 'II. KẾT QUẢ', level: 2 }, { rows })
    expect(told(document)).toEqual(['tsk.3.3 sure: Đã tổ chức 05 cuộc đối thoại tại doanh nghiệp.'])
    expect(tablesAsWorkbook(document).sheets).toMatchObject([{ name: 'Bảng 1', cells: { length: 9 } }])
    expect(tablesAsWorkbook(document).sheets[0]!.cells.at(-1)).toMatchObject({ row: 3, column: 3, kind: 'text', value: '1.234' })
  })

  it('of a real Word file, with its own styles', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'BÁO CÁO', heading: HeadingLevel.TITLE }),
            new Paragraph({ children: [new TextRun({ text: 'kết quả thực hiện Chỉ thị số 58-CT/TW', bold: true })] }),
            new Paragraph({ text: 'I. KẾT QUẢ THỰC HIỆN', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              text: 'Đa dạng hóa hình thức tuyên truyền; ứng dụng chuyển đổi số, mạng xã hội, nền tảng số',
              heading: HeadingLevel.HEADING_2,
            }),
            new Paragraph({ text: 'Đã đăng 120 tin, bài.' }),
            new Paragraph({ text: 'II. KIẾN NGHỊ', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Đề nghị Tỉnh ủy bố trí kinh phí.' }),
          ],
        },
      ],
    })
    const opened = await openDocumentBytes(await Packer.toBuffer(document), 'bao cao.docx')
    if ('finding' in opened) throw new Error(opened.finding.rule)
    expect(told(opened.document)).toEqual(['tsk.2.1 sure: Đã đăng 120 tin, bài.'])
    expect(match(opened.document).proposals).toMatchObject([{ addressee: 'Tỉnh ủy', text: 'Đề nghị Tỉnh ủy bố trí kinh phí.' }])
  })

  it('end before the signature, with or without recipients, and headings in capitals are none', () => {
    const heading = { heading: 'CHỦ TỊCH CÔNG ĐOÀN CƠ SỞ ĐỐI THOẠI VỚI NGƯỜI LAO ĐỘNG', level: 1 }
    const body = ['BÁO CÁO', 'kết quả', '-----', heading, { heading: programme.tasks[4]!.label.vi, level: 2 }, 'Đã mở ba lớp.'] as const
    const expected = told(paperOf(...body))
    expect(expected).toHaveLength(1)
    const signed = ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', '(đã ký)', 'Nguyễn Văn Bình']
    expect(told(paperOf(...body, ...signed))).toEqual(expected)
    expect(told(paperOf(...body, 'CHỦ TỊCH\n\nTrần Thị Lan', 'Nơi nhận:', '- Như trên'))).toEqual(expected)
    expect(told(paperOf(...body, { heading: 'BÍ THƯ', level: 1 }, 'Nguyễn Văn Bình'))).toEqual(expected)
    expect(match(paperOf(...body, ...signed)).leftovers).toEqual(match(paperOf(...body)).leftovers)
  })

  it('never lose or double a text, whatever the paper', () => {
    const heading = fc.constantFrom(
      'II. KẾT QUẢ',
      '1. Đào tạo nghề',
      'III. HẠN CHẾ',
      '3. Đối thoại, dân chủ ở cơ sở',
      programme.tasks[4]!.label.vi,
    )
    const block = fc.oneof(
      fc.record({ heading, level: fc.integer({ min: 1, max: 7 }) }),
      fc.constantFrom('đào tạo nghề, đào tạo lại', 'đối thoại, thương lượng tập thể', 'trồng cây', 'mạng xã hội, nền tảng số'),
    )
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (short) => {
        const numbered = short.map((one, index) => (typeof one === 'string' ? `${one} ${index}` : one))
        const { tasks, leftovers } = match(paperOf('BÁO CÁO', 'kết quả', '-----', ...numbered))
        const shown = [...tasks.flatMap(({ passages }) => passages), ...leftovers].flatMap(({ text }) => text.split('\n'))
        expect(shown.toSorted()).toEqual(numbered.filter((one) => typeof one === 'string').toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

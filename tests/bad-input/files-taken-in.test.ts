import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../shared/domain/submission.ts'
import { oddWorkbooks, unreadableFiles } from './bad-files.ts'
import { openInbox, said, type Inbox, type SeenFile } from './take-folder.ts'

type Row = { file: string; outcome: Outcome; choices?: readonly string[]; vi: readonly string[]; en: readonly string[] }

const damaged = {
  vi: ['M61 Tệp bị hỏng hoặc chép chưa trọn nên chưa đọc được. Đề nghị đơn vị mở tệp trên máy của mình, lưu lại rồi gửi lại.'],
  en: ['M61 The file is damaged or was not copied completely. Ask the unit to open it, save it again and send it again.'],
}
const tooLarge = {
  vi: [
    'M65 Tệp lớn quá mức của một báo cáo nên chưa đọc được. Đề nghị đơn vị xóa hình ảnh, trang và dòng thừa rồi gửi lại, hoặc nhập vào biểu mẫu đã gửi.',
  ],
  en: [
    'M65 The file is larger than any submission can be. Ask the unit to remove pictures, spare sheets and rows, or to fill in the template.',
  ],
}
const hostile = {
  vi: [
    'M66 Tệp có cấu trúc bất thường, có thể gây hại cho máy, nên chưa mở. Đề nghị đơn vị nhập vào biểu mẫu đã gửi và quét vi-rút máy tính.',
  ],
  en: [
    'M66 The file is built in a way that could harm this machine, so it was not opened. Ask the unit to fill in the template and to scan its computer.',
  ],
}
const paper = (vi: string, en: string): Pick<Row, 'vi' | 'en'> => ({
  vi: [
    `${vi} nên chưa lấy được số liệu. Có thể lưu kèm hồ sơ đơn vị, nhập thay từ bản giấy, hoặc đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.`,
  ],
  en: [`${en}, so no figure was taken. Keep it with the unit, key the figures in from it, or ask the unit for the .xlsx template.`],
})
const toMap = (vi: string, en: string): Pick<Row, 'outcome' | 'choices' | 'vi' | 'en'> => ({
  outcome: 'held',
  choices: ['map', 'attach', 'discard'],
  vi: [
    `M68 Tệp này là ${vi}, không phải biểu mẫu .xlsx, nên chưa lấy số liệu. Đề nghị đơn vị nhập vào biểu mẫu đã gửi, hoặc mở tệp và lưu thành dạng .xlsx.`,
  ],
  en: [
    `M68 The file is ${en}, not the .xlsx template, so no figure was taken. Ask the unit to fill in the template, or to save the file as .xlsx.`,
  ],
})

const renamed = (vi: string, en: string, named: string, ending: string): Pick<Row, 'outcome' | 'vi' | 'en'> => ({
  outcome: 'rejected',
  vi: [
    `M78 Tệp này thực ra là ${vi} mang đuôi ${named} nên chưa nhận. Đổi lại đuôi tệp thành ${ending} rồi nhận lại, hoặc đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.`,
  ],
  en: [
    `M78 The file is really ${en} under a name ending in ${named}, so it was not taken in. Rename it to end in ${ending} and take it in again, or ask the unit for the .xlsx template.`,
  ],
})

const unreadable: readonly Row[] = [
  { file: 'cat ngan.xlsx', outcome: 'rejected', ...damaged },
  { file: 'hong.xlsx', outcome: 'rejected', ...damaged },
  {
    file: 'mat khau.xlsx',
    outcome: 'rejected',
    vi: ['M62 Tệp có đặt mật khẩu nên chưa đọc được. Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.'],
    en: ['M62 The file is protected by a password. Ask the unit to remove the password and send it again.'],
  },
  {
    file: 'trang web.xlsx',
    outcome: 'rejected',
    vi: [
      'M63 Tệp này thực ra là trang web (HTML) mang tên bảng tính nên chưa đọc được. Đề nghị đơn vị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
    ],
    en: [
      'M63 The file is really a web page (HTML) under the name of a workbook. Ask the unit to open it in Excel, save it as .xlsx and send it again.',
    ],
  },
  {
    file: 'van ban.xlsx',
    outcome: 'rejected',
    vi: ['M64 Tệp này thực ra là văn bản thuần (CSV) mang tên tệp Excel nên chưa đọc được. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.'],
    en: ['M64 The file is really plain text (CSV) under the name of a workbook. Ask the unit for the .xlsx template, filled in.'],
  },
  {
    file: 'trong.xlsx',
    outcome: 'rejected',
    vi: ['M60 Tệp trống, không có nội dung. Đề nghị đơn vị gửi lại tệp.'],
    en: ['M60 The file is empty. Ask the unit to send it again.'],
  },
  { file: 'bom nen, khai that.xlsx', outcome: 'rejected', ...tooLarge },
  { file: 'bom nen, khai gian.xlsx', outcome: 'rejected', ...hostile },
  { file: 'trang 2 GB.xlsx', outcome: 'rejected', ...tooLarge },
  { file: '50.000 o gop.xlsx', outcome: 'rejected', ...tooLarge },
  { file: 'bom thuc the.xlsx', outcome: 'rejected', ...hostile },
  { file: 'long sau.xlsx', outcome: 'rejected', ...hostile },
  {
    file: 'nen la.xlsx',
    outcome: 'rejected',
    vi: ['M75 Tệp nén theo cách ít gặp nên chưa đọc được. Đề nghị đơn vị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.'],
    en: ['M75 The file is packed in a rare way that is not read. Ask the unit to open it in Excel, save it as .xlsx and send it again.'],
  },
  {
    file: 'nhieu tep.rar',
    outcome: 'rejected',
    vi: ['M71 Tệp này là tệp nén chứa các tệp khác. Giải nén rồi nhận từng tệp.'],
    en: ['M71 The file is an archive of other files. Unpack it and take in its files.'],
  },
  {
    file: 'zip rong.zip',
    outcome: 'rejected',
    vi: ['M55 Tệp nén (zip rong.zip) không chứa tệp nào. Đề nghị đơn vị gửi lại.'],
    en: ['M55 The archive (zip rong.zip) holds no files. Ask the unit to send it again.'],
  },
  {
    file: 'zip hong.zip',
    outcome: 'rejected',
    vi: ['M53 Tệp nén (zip hong.zip) chưa mở được vì hỏng, quá lớn hoặc có mật khẩu. Giải nén rồi nhận lại từng tệp.'],
    en: ['M53 The archive (zip hong.zip) could not be opened: damaged, too large or with a password. Unpack it and take in its files.'],
  },
  {
    file: 'van ban.txt',
    outcome: 'rejected',
    vi: ['M67 Tệp này là văn bản thuần (TXT) nên chưa lấy được số liệu. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.'],
    en: ['M67 The file is plain text (TXT), so no figure was taken. Ask the unit for the .xlsx template, filled in.'],
  },
  {
    file: 'chuong trinh.exe',
    outcome: 'rejected',
    vi: ['M72 Chưa nhận ra loại tệp này. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.'],
    en: ['M72 The kind of this file is not known. Ask the unit for the .xlsx template, filled in.'],
  },
  {
    file: 'Thumbs.db',
    outcome: 'rejected',
    vi: ['M49 Tệp của hệ thống (Thumbs.db), không phải báo cáo; đã bỏ qua.'],
    en: ['M49 A system file (Thumbs.db), not a submission; passed over.'],
  },
  {
    file: '~$BC xa.xlsx',
    outcome: 'rejected',
    vi: ['M49 Tệp của hệ thống (~$BC xa.xlsx), không phải báo cáo; đã bỏ qua.'],
    en: ['M49 A system file (~$BC xa.xlsx), not a submission; passed over.'],
  },
  { file: 'ban chup.pdf', outcome: 'attached', ...paper('M69 Tệp này là PDF', 'M69 The file is a PDF document') },
  { file: 'bao cao.doc', outcome: 'attached', ...paper('M69 Tệp này là văn bản Word', 'M69 The file is a Word document') },
  { file: 'anh chup.jpg', outcome: 'attached', ...paper('M70 Tệp này là ảnh', 'M70 The file is a picture') },
  { file: 'bang so lieu.csv', ...toMap('văn bản thuần (CSV)', 'plain text (CSV)') },
  { file: 'bang so lieu.xls', ...toMap('bảng tính Excel đời cũ (.xls)', 'a workbook of old Excel (.xls)') },
  { file: 'bang so lieu.ods', ...toMap('bảng tính OpenDocument (.ods)', 'an OpenDocument spreadsheet (.ods)') },
  // Whatever they are called, they are what they are.
  { file: 'xls mang ten.xlsx', ...renamed('bảng tính Excel đời cũ (.xls)', 'a workbook of old Excel (.xls)', '.xlsx', '.xls') },
  { file: 'ods mang ten.xlsx', ...renamed('bảng tính OpenDocument (.ods)', 'an OpenDocument spreadsheet (.ods)', '.xlsx', '.ods') },
  { file: 'ods mang ten.xls', ...renamed('bảng tính OpenDocument (.ods)', 'an OpenDocument spreadsheet (.ods)', '.xls', '.ods') },
  { file: 'xls mang ten.doc', ...renamed('bảng tính Excel đời cũ (.xls)', 'a workbook of old Excel (.xls)', '.doc', '.xls') },
  { file: 'csv mang ten.pdf', ...renamed('văn bản thuần (CSV)', 'plain text (CSV)', '.pdf', '.csv') },
  // Tables of text are saved as .txt, too.
  { file: 'bang chu.txt', ...toMap('văn bản thuần (CSV)', 'plain text (CSV)') },
  { file: 'word mang ten.xlsx', outcome: 'attached', ...paper('M69 Tệp này là văn bản Word', 'M69 The file is a Word document') },
  { file: 'pdf mang ten.xlsx', outcome: 'attached', ...paper('M69 Tệp này là PDF', 'M69 The file is a PDF document') },
  {
    file: 'bang so lieu.xlsb',
    outcome: 'rejected',
    vi: ['M67 Tệp này là bảng tính Excel dạng nhị phân (.xlsb) nên chưa lấy được số liệu. Đề nghị đơn vị gửi tệp .xlsx theo biểu mẫu.'],
    en: ['M67 The file is a binary workbook (.xlsb), so no figure was taken. Ask the unit for the .xlsx template, filled in.'],
  },
  { file: 'xls cat ngan.xls', outcome: 'rejected', ...damaged },
  {
    file: 'xls mat khau.xls',
    outcome: 'rejected',
    vi: ['M62 Tệp có đặt mật khẩu nên chưa đọc được. Đề nghị đơn vị bỏ mật khẩu rồi gửi lại.'],
    en: ['M62 The file is protected by a password. Ask the unit to remove the password and send it again.'],
  },
  { file: 'ods hong.ods', outcome: 'rejected', ...damaged },
  { file: 'zz.xlsx', outcome: 'imported', vi: [], en: [] },
]

const odd: readonly Row[] = [
  {
    file: 'macro.xlsm',
    outcome: 'imported',
    vi: ['M12 Tệp có macro; ứng dụng chỉ đọc số liệu trong ô, không chạy macro.'],
    en: ['M12 The file has macros; they were not run, only cells were read.'],
  },
  {
    file: 'lien ket.xlsx',
    outcome: 'imported',
    vi: ['M13 Tệp có liên kết sang tệp khác; chỉ lấy giá trị đã lưu trong tệp này.'],
    en: ['M13 The file links to other files; only values stored in this one were taken.'],
  },
  {
    file: 'cong thuc.xlsx',
    outcome: 'imported',
    vi: [
      'M4 Trang Số liệu, ô E7 (Tổng số đoàn viên công đoàn): ô nhập chứa công thức; đã lấy kết quả lưu trong tệp. Kiểm tra lại số này.',
      'M5 Trang Số liệu, ô E8 (Số đoàn viên công đoàn được tuyên truyền, phổ biến, học tập, quán triệt): công thức chưa có kết quả nên chưa lấy được số. Đề nghị đơn vị mở tệp, lưu lại rồi gửi lại.',
      'M6 Trang Số liệu, ô E9 (Số đoàn viên ưu tú được giới thiệu cho Đảng xem xét, bồi dưỡng kết nạp): ô báo #DIV/0! nên chưa có số. Đề nghị đơn vị nhập lại ô này.',
    ],
    en: [
      'M4 Sheet Số liệu, cell E7 (Union members, total): the input holds a formula; its stored result was taken. Check the figure.',
      'M5 Sheet Số liệu, cell E8 (Union members informed): a formula without a stored result, so there is no figure. Ask the unit to open, save and send the file again.',
      'M6 Sheet Số liệu, cell E9 (Elite members introduced to the Party): the cell shows #DIV/0!, so there is no figure. Ask the unit to enter it again.',
    ],
  },
  { file: 'chu nhu cong thuc.xlsx', outcome: 'imported', vi: [], en: [] },
  { file: 'NFD, NBSP.xlsx', outcome: 'imported', vi: [], en: [] },
  {
    file: 'TCVN3, VNI.xlsx',
    outcome: 'imported',
    vi: [
      'M14 03 ô gõ bằng phông chữ cũ đã được chuyển mã, ví dụ “§¶ng ñy x· L\u00ad¬ng B»ng” thành “Đảng ủy xã Lương Bằng”. Bản gốc vẫn được giữ.',
    ],
    en: [
      'M14 3 cells typed in a legacy font were decoded, e.g. “§¶ng ñy x· L\u00ad¬ng B»ng” to “Đảng ủy xã Lương Bằng”. The original is kept.',
    ],
  },
  {
    file: 'mau cu.xlsx',
    outcome: 'imported',
    vi: ['M2 Biểu mẫu phiên bản 0, phiên bản hiện dùng là 1. Số liệu vẫn được đọc theo tên ô.'],
    en: ['M2 The workbook is of template version 0, the current one is 1. Figures are still read by cell name.'],
  },
  {
    file: 'chuong trinh ban truoc.xlsx',
    outcome: 'imported',
    vi: ['M15 Biểu mẫu làm theo bản 0 của chương trình, bản hiện dùng là 1.'],
    en: ['M15 The workbook was made for version 0 of the programme, the current one is 1.'],
  },
  { file: 'khoa trang, khoa cau truc.xlsx', outcome: 'imported', vi: [], en: [] },
  { file: 'doi duoi.xls', outcome: 'imported', vi: [], en: [] },
  { file: 'doi duoi.zip', outcome: 'imported', vi: [], en: [] },
  {
    file: 'trang nhan dang bi sua.xlsx',
    outcome: 'held',
    choices: ['assign_unit', 'attach', 'discard'],
    vi: [
      'M41 Tệp ghi là của Đảng ủy phường Trần Lãm nhưng trang bìa hoặc tên tệp lại nêu Đảng ủy phường Vũ Phúc. Chọn đúng đơn vị gửi.',
      'M1 Trang nhận dạng của biểu mẫu đã bị thay đổi (mã kiểm tra không khớp). Đối chiếu tên đơn vị và kỳ trên trang Bìa.',
    ],
    en: [
      'M41 The file says it is from Đảng ủy phường Trần Lãm, but its cover or its name says Đảng ủy phường Vũ Phúc. Choose the unit that sent it.',
      'M1 The identity sheet of the workbook was changed (its check value does not match). Compare unit and period with the cover.',
    ],
  },
]

describe.each([
  {
    title: 'what cannot be read',
    rows: unreadable,
    make: unreadableFiles,
    totals: { imported: 1, duplicate: 0, held: 4, attached: 5, rejected: 29 },
  },
  {
    title: 'workbooks of ours with odd content',
    rows: odd,
    make: oddWorkbooks,
    totals: { imported: 11, duplicate: 0, held: 1, attached: 0, rejected: 0 },
  },
])('$title', ({ rows, make, totals }) => {
  const inboxes: Inbox[] = []
  const seen: Record<'vi' | 'en', ReadonlyMap<string, SeenFile>> = { vi: new Map(), en: new Map() }

  beforeAll(async () => {
    const files = await make()
    for (const language of ['vi', 'en'] as const) {
      const inbox = await openInbox(language)
      inboxes.push(inbox)
      inbox.put(files)
      const taken = await inbox.take()
      expect(taken).toMatchObject({ exitCode: 1, totals })
      seen[language] = taken.files
    }
  }, 120_000)
  afterAll(() => inboxes.forEach((inbox) => inbox.remove()))

  it.each(rows)('$file → $outcome', ({ file, outcome, choices, vi, en }) => {
    expect(seen.vi.get(file)).toMatchObject({ outcome, ...(choices ? { choices } : {}) })
    expect([said(seen.vi.get(file)), said(seen.en.get(file))]).toEqual([vi, en])
  })

  it('has a row for every file, and only what was imported or held is a submission', () => {
    expect([...seen.vi.keys()].toSorted()).toEqual(rows.map(({ file }) => file).toSorted())
    for (const file of seen.vi.values())
      expect([file.path, file.submission !== null]).toEqual([file.path, file.outcome === 'imported' || file.outcome === 'held'])
  })

  it('says nothing of the content of what was not read', () => {
    for (const file of seen.vi.values())
      if (file.figures === 0)
        expect([file.path, file.findings.filter(({ rule }) => rule.startsWith('C')).map(({ rule }) => rule)]).toEqual([file.path, []])
  })

  it('[M49] [M55] passes nothing over in silence: a system file and an archive without files have a word each', () => {
    for (const file of seen.vi.values()) if (file.outcome === 'rejected') expect(said(file)).toHaveLength(1)
  })

  it('leaves a store that verifies', async () => {
    expect(await inboxes[0]!.command('verify', '--audit', '--json')).toMatchObject({ exitCode: 0 })
  })
})

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { inject } from 'vitest'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { buildDocument } from '../../kit/build-document.ts'
import { buildSheet } from '../../kit/build-workbook.ts'
import { ownFolder } from './own-folder.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cell = (row: number, column: number, value: string | number): string =>
  typeof value === 'number'
    ? `<c r="${cellAddress(row, column)}"><v>${value}</v></c>`
    : value === ''
      ? ''
      : `<c r="${cellAddress(row, column)}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
const rowOf = (row: number, values: readonly (string | number)[]): string =>
  `<row r="${row}">${values.map((value, index) => cell(row, index + 1, value)).join('')}</row>`

/**
 * A table as a commune retypes it: no template, its own title and columns, a total in the middle, two labels in words of its
 * own. The counts stand in the last column; `informed` is the second one.
 */
export function ownTable(unit: string, informed: number): Buffer {
  const { fields } = bundledProgramme()
  const words: Readonly<Record<string, string>> = {
    um_informed: 'Trong đó: số đã được học tập, quán triệt',
    ub_total: 'CĐCS (tổng cộng các loại hình)',
  }
  const rows: (string | number)[][] = [
    ['ĐẢNG BỘ TỈNH HƯNG YÊN'],
    [unit.toUpperCase()],
    [],
    ['BIỂU SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026'],
    [],
    ['TT', 'Nội dung', 'Kỳ trước', 'Trong kỳ', 'Lũy kế từ đầu năm'],
  ]
  let group = ''
  let part = 0
  for (const [index, field] of fields.entries()) {
    if (field.group !== group) {
      if (group === 'unions') rows.push(['', 'Cộng', 0, 0, 9999])
      group = field.group
      rows.push([['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][part++]!, `Phần ${part}`])
    }
    const value = field.code === 'um_informed' ? informed : 1000 - index * 7
    rows.push([index + 1, words[field.code] ?? field.label.vi, value - 3, 5, value])
  }
  return buildSheet(rows.map((values, index) => (values.length === 0 ? '' : rowOf(index + 1, values))).join(''))
}

const paragraph = (text: string, isBold = false): string =>
  `<w:p><w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** A signed report in Word: number, day, a heading per task with its passage, the signer. */
function wordReport(unit: string, number: number): Buffer {
  const { tasks } = bundledProgramme()
  return buildDocument(
    [
      paragraph(unit.toUpperCase(), true),
      paragraph(`Số ${number}-BC/ĐU`),
      paragraph('Hưng Yên, ngày 15 tháng 6 năm 2026'),
      paragraph('BÁO CÁO', true),
      paragraph('kết quả thực hiện Chỉ thị số 58-CT/TW 6 tháng đầu năm 2026'),
      ...tasks.flatMap(({ code, label }, index) => [
        paragraph(`${index + 1}. ${label.vi}`, true),
        paragraph(`Đảng ủy đã chỉ đạo nội dung ${code.replace('tsk.', '')}; tổ chức được ${index + 3} hội nghị tại ${unit}.`),
      ]),
      paragraph('T/M BAN THƯỜNG VỤ'),
      paragraph('PHÓ BÍ THƯ'),
      paragraph('Nguyễn Văn Bình'),
    ].join(''),
  )
}

/** One page with a line of text. */
function scan(text: string): Buffer {
  const stream = `BT /F1 24 Tf 60 760 Td (${text}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj${object}endobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A picture in stripes, as a phone might take one. */
function photo(shade: number): Buffer {
  const side = 64
  const pixels = Buffer.from(Array.from({ length: side * (side + 1) }, (_, at) => (at % (side + 1) === 0 ? 0 : (at * shade) % 256)))
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

/** Of a unit whose workbook comes under a neighbour's name. */
const forwarded = '12793'

/** Units whose figures come in another way than in our workbook. */
export const offTemplate = { code: 'org.du_xa.12700', name: 'Đảng ủy xã Bắc Tiên Hưng', file: 'Bieu so lieu xa Bac Tien Hung.xlsx' }
export const onPaper = {
  code: 'org.du_xa.12019',
  name: 'Đảng ủy xã Văn Giang',
  file: 'BC xa Van Giang.docx',
  scan: 'scan xa Van Giang.pdf',
}

/**
 * The first stick of a period: 21 workbooks of which several follow no template, nine Word files, four PDFs, two pictures, an
 * archive that is not opened, and what the system leaves behind.
 */
export function makeFirstStick(): string {
  const stick = join(ownFolder(), 'USB')
  mkdirSync(join(stick, 'Word'), { recursive: true })
  const put = (name: string, bytes: Buffer | string): void => writeFileSync(join(stick, name), bytes)
  const batch = join(inject('sample'), '../submissions/01_2026-06-08_zalo')
  for (const name of readdirSync(batch).filter((one) => !one.includes(forwarded))) cpSync(join(batch, name), join(stick, name))
  put(offTemplate.file, ownTable(offTemplate.name, 950))
  put('Bieu cua xa.xlsx', ownTable('Xã không rõ', 10))
  put('Bieu chua gui.xlsx', ownTable('Bản nháp', 20))
  put(
    'Xa Yen My.xlsx',
    readFileSync(
      join(
        batch,
        readdirSync(batch).find((one) => one.includes(forwarded))!,
      ),
    ),
  )
  put('hỏng.xlsx', 'PK\u0003\u0004 abc')
  put('trống.xlsx', '')
  put('trang web.xlsx', '<html><body>x</body></html>')
  put(join('Word', onPaper.file), wordReport(onPaper.name, 15))
  for (let number = 1; number <= 8; number++) put(join('Word', `bao cao ${number}.docx`), wordReport(`Đơn vị ${number}`, number))
  put(onPaper.scan, scan('Bieu so lieu: 1200 / 1100'))
  for (let number = 1; number <= 3; number++) put(`cong van ${number}.pdf`, scan(`Cong van ${number}`))
  put('anh 1.png', photo(3))
  put('anh 2.png', photo(5))
  put('tai lieu.rar', Buffer.from('526172211a0701003392b5e50a01050600050101', 'hex'))
  put('~$bao cao.docx', 'x')
  put('Thumbs.db', 'x')
  return stick
}

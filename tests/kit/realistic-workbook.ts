import { deflateSync, crc32 } from 'node:zlib'
import type { Worksheet } from 'exceljs'
import { seededRandom } from './seeded-random.ts'

const words =
  'công đoàn cơ sở doanh nghiệp người lao động thỏa ước tập thể đối thoại hòa giải tranh chấp xã phường thực hiện chỉ thị kết quả tuyên truyền'.split(
    ' ',
  )

/**
 * A submission as units send it: cover, about 100 rows of counts with a live percentage, narratives, a hidden identity sheet.
 * One in ten carries 5,000 formatted empty rows, one in twenty a picture.
 */
export async function realisticWorkbook(seed: number): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const random = seededRandom(seed)
  const whole = (limit: number): number => Math.floor(random() * limit)
  const sentence = (length: number): string => Array.from({ length }, () => words[whole(words.length)]).join(' ')
  const workbook = new ExcelJS.Workbook()
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 5, 15))
  const cover = workbook.addWorksheet('Bìa')
  for (let row = 1; row <= 20; row++)
    cover.getRow(row).values = [sentence(4), row === 4 ? new Date(Date.UTC(2026, 5, whole(30) + 1)) : sentence(6)]
  cover.mergeCells('A1:F1')
  const figures = workbook.addWorksheet('Số liệu')
  figures.getRow(1).values = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ này', 'Mẫu số', 'Tỷ lệ', 'Kỳ trước', 'Ghi chú']
  for (let row = 2; row <= 101; row++) {
    const denominator = whole(5_000) + 1
    const numerator = whole(denominator)
    figures.getRow(row).values = [
      row - 1,
      sentence(9),
      'người',
      numerator,
      denominator,
      { formula: `D${row}/E${row}`, result: numerator / denominator },
      whole(4_000),
      row % 7 ? '' : sentence(5),
    ]
    figures.getCell(row, 6).numFmt = '0.00%'
    for (let column = 1; column <= 8; column++) {
      figures.getCell(row, column).font = { name: 'Times New Roman', size: 12, bold: row % 10 === 0 }
      figures.getCell(row, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } }
    }
  }
  if (seed % 10 === 0) formatEmptyRows(figures)
  const narratives = workbook.addWorksheet('Phần lời')
  for (let row = 1; row <= 16; row++) narratives.getRow(row).values = [`Nhiệm vụ ${row}`, sentence(60 + whole(80))]
  const identity = workbook.addWorksheet('id', { state: 'hidden' })
  for (let row = 1; row <= 6; row++) identity.getRow(row).values = ['key', String(whole(1_000_000))]
  if (seed % 20 === 0) {
    const image = workbook.addImage({ buffer: noisePicture(random) as never, extension: 'png' })
    cover.addImage(image, 'H2:L12')
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function formatEmptyRows(sheet: Worksheet): void {
  for (let row = 102; row <= 5_101; row++)
    for (let column = 1; column <= 8; column++) sheet.getCell(row, column).border = { top: { style: 'thin' }, bottom: { style: 'thin' } }
}

function noisePicture(random: () => number): Buffer {
  const side = 200
  const pixels = Buffer.from(
    Array.from({ length: side * (side * 3 + 1) }, (_, at) => (at % (side * 3 + 1) === 0 ? 0 : Math.floor(random() * 256))),
  )
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
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

import { repack } from './repack.ts'

/** Inside the file only, so that equal lists give equal bytes. */
const writtenAt = new Date(Date.UTC(2026, 0, 1))

/** A plain list on one sheet, the first row its head; texts stay texts whatever they begin with. */
export async function writeList(sheetName: string, rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.creator = 'Tổng Hợp'
  workbook.created = writtenAt
  workbook.modified = writtenAt
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const row of rows) sheet.addRow([...row])
  sheet.getRow(1).font = { name: 'Times New Roman', bold: true }
  for (const [index] of (rows[0] ?? []).entries()) sheet.getColumn(index + 1).width = index === 0 ? 22 : 16
  const stored = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return repack(new Uint8Array(stored), (_name, part) => part)
}

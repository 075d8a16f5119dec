/** What a unit's own table says: label and count, or the count as it was typed. */
export type OwnRow = readonly [label: string, count: number | string]

export const ownRows: readonly OwnRow[] = [
  ['Tổng số đoàn viên công đoàn', 1250],
  ['Đoàn viên được tuyên truyền, phổ biến', 1100],
]

/** A workbook that a unit made by itself: its name above, a head of three columns, a row for each figure. */
export const ownTable = (heading: string, rows: readonly OwnRow[] = ownRows, sheet = 'Bao cao'): Promise<Buffer> =>
  ownTables([{ heading, rows, sheet }])

/** Several such tables, each on a sheet of its own; `aside`: a number right of the heading. Without rows there is no table. */
export async function ownTables(
  tables: readonly { heading: string; rows: readonly OwnRow[]; sheet: string; aside?: number }[],
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  for (const { heading, rows, sheet, aside } of tables) {
    const page = workbook.addWorksheet(sheet)
    page.addRow(aside === undefined ? [heading] : [heading, aside])
    if (rows.length === 0) continue
    page.addRow([])
    page.addRow(['TT', 'Chỉ tiêu', 'Số liệu'])
    for (const [index, [label, count]] of rows.entries()) page.addRow([index + 1, label, count])
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

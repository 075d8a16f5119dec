import { createHash } from 'node:crypto'
import { findFontFiles, fontFamily } from '../../../electron/workers/report/font-files.ts'
import type { ReportModel, Table } from '../../../shared/domain/report.ts'

/** The peer: the same rows as one pdfmake table, with the settings that pdfmake is fastest with. */
export async function renderWithPdfmake(model: ReportModel): Promise<{ bytes: Uint8Array; pages: number }> {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({ [fontFamily]: findFontFiles() })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const { columns, rows } = tableOf(model)
  let pages = 0
  const document = await pdfmake
    .createPdf({
      version: '1.7',
      info: { creationDate: new Date(model.info.createdAt), keywords: createHash('sha256').update(model.info.title).digest('hex') },
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [56.7, 56.7, 56.7, 42.5],
      defaultStyle: { font: fontFamily, fontSize: 9.5 },
      header: (page: number) => ({ text: String((pages = page)), alignment: 'center', margin: [0, 28, 0, 0] }),
      content: [
        {
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: columns.map((_, index) => (index === 0 ? 22 : index === 1 ? 130 : 40)),
            body: [
              columns.map((column) => ({ text: column.head, bold: true, alignment: 'center' })),
              ...rows.map((row) =>
                columns.map((column, index) => {
                  if (row.spanFrom !== undefined && index > row.spanFrom) return {}
                  const isSpan = row.spanFrom === index
                  return {
                    text: row.cells[index] ?? '',
                    alignment: column.align,
                    ...(isSpan ? { colSpan: columns.length - index } : {}),
                    ...(row.style ? { bold: true } : {}),
                  }
                }),
              ),
            ],
          },
        },
      ],
    })
    .getStream()
  const chunks: Uint8Array[] = []
  await new Promise<void>((resolve) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve())
    document.end()
  })
  return { bytes: Buffer.concat(chunks), pages }
}

function tableOf(model: ReportModel): Table {
  for (const part of model.appendices[0]!.parts) if (part.kind === 'table') return part.table
  throw new Error('the appendix has a table')
}

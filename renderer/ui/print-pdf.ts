import { drawPage, openPdf, type PageSize } from './pdf-document.ts'
import './print-pdf.css'

/** Device pixels to one of the page's 96 to the inch: about 200 to the inch, as office printers are set. */
const printDensity = 2.1

/**
 * Lays the pages of a PDF out for paper, one sheet each, and calls `print`; afterwards the page is as it was. `onPage` is
 * told which page is being prepared.
 */
export async function printPdf(bytes: Uint8Array, print: () => void, onPage: (page: number, pages: number) => void): Promise<void> {
  const { pages, sizes, close } = await openPdf(bytes)
  const sheets = document.createElement('div')
  sheets.className = 'print-sheets'
  const addresses: string[] = []
  try {
    for (const [index, page] of pages.entries()) {
      onPage(index + 1, pages.length)
      const size = sizes[index]!
      const { canvas, done } = drawPage(page, size.width, printDensity, 'print')
      await done
      const address = URL.createObjectURL(await bytesOf(canvas))
      addresses.push(address)
      sheets.append(await sheetOf(address, size))
      // A canvas of this size holds fifteen megabytes until it is let go.
      canvas.width = canvas.height = 0
    }
    document.body.append(sheets)
    document.body.classList.add('prints-sheets')
    const isOver = new Promise<void>((resolve) => {
      addEventListener('afterprint', () => resolve(), { once: true })
    })
    print()
    await isOver
  } finally {
    document.body.classList.remove('prints-sheets')
    sheets.remove()
    for (const address of addresses) URL.revokeObjectURL(address)
    close()
  }
}

const bytesOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('a page could not be drawn for printing'))), 'image/png')
  })

async function sheetOf(address: string, { width, height }: PageSize): Promise<HTMLElement> {
  const sheet = document.createElement('div')
  sheet.className = width > height ? 'print-sheet lying' : 'print-sheet'
  const picture = new Image()
  picture.src = address
  picture.alt = ''
  await picture.decode()
  sheet.append(picture)
  return sheet
}

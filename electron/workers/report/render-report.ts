import { createHash } from 'node:crypto'
import type Pdfmake from 'pdfmake'
import type { PdfDocument, PdfPage } from 'pdfmake'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { defineDocument } from './define-document.ts'
import { countPages, landscapePages, pageIndexOf, setIdentifier, shiftPages } from './document-internals.ts'
import { drawAppendices } from './draw-appendices.ts'
import { drawContents, takeHeadingPages } from './draw-contents.ts'
import { drawFields } from './draw-fields.ts'
import { findFontFiles, fontFamily } from './font-files.ts'
import { keepLastRows, keepLinesTogether } from './keep-lines.ts'
import { setLetterByLetter } from './letter-by-letter.ts'
import { measureWith, sheetOf } from './measures.ts'
import type { Measure } from './measures.ts'
import { outlineText, type Outline, type OutlineOrder } from './outline-text.ts'
import { withPrintableTexts } from './printable-text.ts'

/**
 * The report as PDF 1.7, claiming PDF/A-3b. The same model gives the same bytes in any process: dates come from the
 * model, and the file identifier from its hash.
 */
export async function renderReport(given: ReportModel): Promise<{ bytes: Uint8Array; pages: number }> {
  const { pdfmake, measure } = await openPdfmake()
  const model = withPrintableTexts(given, measure)
  const bufferPages = model.hasFields || model.twoSided === true
  const document = await pdfmake.createPdf(defineDocument(model, measure), { bufferPages }).getStream()
  setIdentifier(document, createHash('sha256').update(JSON.stringify(model)).digest().subarray(0, 16))
  const textPages = countPages(document)
  const headings = model.contents ? takeHeadingPages(document, model) : undefined
  const { blanks, drawn } = drawAppendices(document, model, measure)
  if (headings && model.contents && textPages > model.contents.over) drawContents(document, model, model.contents, headings, drawn)
  const shiftOf = shiftOfPages(document, model)
  if (model.hasFields) drawFields(document, model, measure, blanks, shiftOf)
  if (model.twoSided) shiftPages(document, shiftOf)
  const bytes = await endAndCollect(document)
  return { bytes, pages: countPages(document) }
}

/** By how much what stands on a page is moved to the right: the binding edge of even pages is the other one. */
function shiftOfPages(document: PdfDocument, { twoSided, profile }: ReportModel): (page: PdfPage['dictionary']) => number {
  if (!twoSided) return () => 0
  const landscape = landscapePages(document)
  const [upright, turned] = (['portrait', 'landscape'] as const).map((orientation) => {
    const { margins } = sheetOf(profile, orientation)
    return margins.right - margins.left
  }) as [number, number]
  return (page) => (pageIndexOf(document, page) % 2 === 0 ? 0 : landscape.has(page) ? turned : upright)
}

/** See `outline-text.ts`. */
export const renderOutline = async (order: OutlineOrder): Promise<Outline> => outlineText(order, (await openPdfmake()).pdfmake)

type Opened = { pdfmake: typeof Pdfmake; measure: Measure }
let opened: Promise<Opened> | undefined

/** Loaded at first use; an empty document serves to measure before the real one is laid out. */
function openPdfmake(): Promise<Opened> {
  return (opened ??= (async () => {
    const { default: pdfmake } = await import('pdfmake')
    const files = findFontFiles()
    const allowed = new Set(Object.values(files))
    pdfmake.setFonts({ [fontFamily]: files })
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy((path) => allowed.has(path))
    const empty = await pdfmake.createPdf({ content: '', defaultStyle: { font: fontFamily } }).getStream()
    setLetterByLetter(empty.provideFont(fontFamily, false, false))
    keepLinesTogether()
    keepLastRows()
    return { pdfmake, measure: measureWith(empty) }
  })())
}

function endAndCollect(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('error', reject)
    document.on('end', () => {
      // A buffer of its own, so that it can move between threads without being copied.
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.length
      }
      resolve(bytes)
    })
    document.end()
  })
}

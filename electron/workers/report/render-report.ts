import { createHash } from 'node:crypto'
import type Pdfmake from 'pdfmake'
import type { PdfDocument } from 'pdfmake'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { defineDocument } from './define-document.ts'
import { countPages, setIdentifier } from './document-internals.ts'
import { drawAppendices } from './draw-appendices.ts'
import { drawFields } from './draw-fields.ts'
import { findFontFiles, fontFamily } from './font-files.ts'
import { setLetterByLetter } from './letter-by-letter.ts'
import { measureWith } from './measures.ts'
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
  const document = await pdfmake.createPdf(defineDocument(model, measure), { bufferPages: model.hasFields }).getStream()
  setIdentifier(document, createHash('sha256').update(JSON.stringify(model)).digest().subarray(0, 16))
  const blanks = drawAppendices(document, model, measure)
  if (model.hasFields) drawFields(document, model, measure, blanks)
  const bytes = await endAndCollect(document)
  return { bytes, pages: countPages(document) }
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

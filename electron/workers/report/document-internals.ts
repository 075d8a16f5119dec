import type { PdfDocument, PdfPage, PdfRef } from 'pdfmake'
import { fixed } from './word-cache.ts'

/** What the PDF library keeps to itself and a reproducible file of known length needs; its version is pinned. */

export function countPages(document: PdfDocument): number {
  const { _root: root } = document
  return root.data.Pages.data.Count
}

/** The library takes the file identifier from the title and the date, which two drafts can share. */
export function setIdentifier(document: PdfDocument, identifier: Buffer): void {
  Object.assign(document, { _id: identifier })
}

/** From 0, in the order of the file. */
export const pageIndexOf = (document: PdfDocument, page: PdfPage['dictionary']): number => {
  const { _root: root } = document
  return root.data.Pages.data.Kids.indexOf(page)
}

/** Puts the last `count` pages in front of all others, which viewers go on numbering from 1; the new first ones count i, ii. */
export function moveLastPagesToFront(document: PdfDocument, count: number): void {
  const { _root: root } = document
  const { Kids: pages } = root.data.Pages.data
  pages.unshift(...pages.splice(pages.length - count, count))
  root.data.PageLabels = { Nums: [0, { S: 'r' }, count, { S: 'D' }] }
}

/** Landscape pages among those that are buffered. */
export const landscapePages = ({ _pageBuffer: buffered }: PdfDocument): ReadonlySet<PdfPage['dictionary']> =>
  new Set(buffered.filter(({ width, height }) => width > height).map(({ dictionary }) => dictionary))

/** Moves what is drawn on each buffered page by so many points to the right. */
export function shiftPages({ _pageBuffer: buffered }: PdfDocument, shiftOf: (page: PdfPage['dictionary']) => number): void {
  for (const { dictionary, content } of buffered) {
    const shift = shiftOf(dictionary)
    if (shift === 0) continue
    const operator = Buffer.from(`1 0 0 1 ${fixed(shift)} 0 cm\n`)
    content.buffer.unshift(operator)
    content.data.Length = (content.data.Length ?? 0) + operator.length
  }
}

/** The first letter of a line: its page, its left edge and its top, in points from the lower left corner. */
export type PlacedLine = { page: PdfPage['dictionary']; x: number; top: number }

/** Where the layout put the line that bears an id; the name is taken out of the file again. */
export function takeDestination(document: PdfDocument, name: string): PlacedLine | undefined {
  const { _root: root } = document
  const { Dests: destinations } = root.data.Names.data
  const { _items: items } = destinations
  const found = destinations.get(name)
  if (!found) return undefined
  delete items[name]
  const [page, , x, top] = found
  return { page, x, top }
}

/** The library ends the form and every field with places of its own, last of all. */
export function setForm(document: PdfDocument, fields: readonly PdfRef[], fonts: Readonly<Record<string, PdfRef>>): void {
  const { _root: root } = document
  root.data.AcroForm = document.ref({ Fields: fields, SigFlags: 0, DR: { Font: {} }, DA: new String('/F 14 Tf 0 g') })
  Object.assign(document, { _acroform: { fonts } })
}

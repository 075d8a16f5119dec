import type { PdfDocument } from 'pdfmake'

/** What the PDF library keeps to itself and a reproducible file of known length needs; its version is pinned. */

export function countPages(document: PdfDocument): number {
  const { _root: root } = document
  return root.data.Pages.data.Count
}

/** The library takes the file identifier from the title and the date, which two drafts can share. */
export function setIdentifier(document: PdfDocument, identifier: Buffer): void {
  Object.assign(document, { _id: identifier })
}

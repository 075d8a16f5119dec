import type { DocumentBlock, PlainDocument } from '../../domain/document.ts'
import { tidyText } from '../../vietnamese/text-key.ts'

/** One line of a paper with the block it stands in; lines of one table cell share `cell`, lines outside tables have `cell` null. */
export type PaperLine = { text: string; place: number; cell: string | null }

/** Every line from top to bottom, tables cell by cell; empty ones are left out. */
export const paperLines = ({ blocks }: PlainDocument): PaperLine[] => blocks.flatMap(linesOf)

function linesOf(block: DocumentBlock): PaperLine[] {
  if (block.kind !== 'table') return split(numbered(block), block.place, null)
  return block.rows.flatMap((row, rowIndex) =>
    row.flatMap((text, column) => split(text, block.place, `${block.place}.${rowIndex}.${column}`)),
  )
}

function split(text: string, place: number, cell: string | null): PaperLine[] {
  return text
    .split('\n')
    .map(tidyText)
    .filter((line) => line !== '')
    .map((line) => ({ text: line, place, cell }))
}

/** The text as it stands on the page, with the number that the list puts in front. */
export const numbered = (block: { marker: string | null; text: string }): string =>
  block.marker === null || !/[\p{L}\d]/u.test(block.marker) ? block.text : `${block.marker} ${block.text}`

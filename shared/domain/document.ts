/**
 * A Word document as the reader gives it: what stands in it from top to bottom, after every tracked change is accepted.
 * Headers, footers, footnotes, comments, field codes and tables of contents are left out.
 */
export type PlainDocument = { blocks: readonly DocumentBlock[] }

export type DocumentBlock = DocumentHeading | DocumentParagraph | DocumentListItem | DocumentTable

type DocumentText = {
  /** 1-based among the blocks: what a source names. */
  place: number
  /** What automatic numbering puts in front ("III.", "a)", "•"); a number typed by hand stands in `text`. */
  marker: string | null
  /** NFC, legacy fonts decoded run by run; `\n` and `\t` where the writer broke the line or jumped. Never empty. */
  text: string
  /** The bold beginning of a text that goes on in ordinary letters: a heading run into its paragraph. */
  lead: string | null
  /** Where part of the text was decoded from a legacy font; `runs` are then what was typed. */
  encoding: DocumentEncoding | null
  runs?: readonly { text: string; fontName: string }[]
}

export type DocumentEncoding = 'tcvn3' | 'vni'

export type DocumentHeading = DocumentText & {
  kind: 'heading'
  /** 1 = highest. */
  level: number
  /** `style`: the writer said so; `look`: bold or numbered like one, and the level is that of its number. */
  by: 'style' | 'look'
}
export type DocumentParagraph = DocumentText & { kind: 'paragraph' }
export type DocumentListItem = DocumentText & { kind: 'list_item'; /** 1 = outermost. */ level: number }

export type DocumentTable = {
  kind: 'table'
  place: number
  /** One text per column of the grid: '' where a merged cell goes on; paragraphs of one cell are parted by `\n`. */
  rows: readonly (readonly string[])[]
  encoding: DocumentEncoding | null
}

/** pdfmake ships no types; these are the parts of it, and of the pdfkit document behind it, that the report uses. */
declare module 'pdfmake' {
  export type PdfGlyph = {
    id: number
    advanceWidth: number
    codePoints: readonly number[]
    path: { commands: readonly { command: string; args: readonly number[] }[] }
  }
  export type PdfGlyphPosition = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth: number }
  export type PdfGlyphRun = { glyphs: readonly PdfGlyph[]; positions: readonly PdfGlyphPosition[]; advanceWidth: number }
  export type PdfFont = {
    id: string
    /** Thousandths of the type size per font unit. */
    scale: number
    layoutRun(text: string): PdfGlyphRun
    ref(): PdfRef
    /** Glyph ids as hex, and positions in thousandths of the type size. */
    encode(text: string): [string[], PdfGlyphPosition[]]
    widthOfString(text: string, size: number): number
    lineHeight(size: number): number
    ascender: number
    font: { hasGlyphForCodePoint(codePoint: number): boolean; glyphsForString(text: string): readonly PdfGlyph[] }
  }
  export type PdfRef = { end(data?: Uint8Array): void }
  export type PdfPage = {
    width: number
    height: number
    fonts: Record<string, unknown>
    dictionary: PdfRef & { data: { Annots?: PdfRef[] } }
    /** What the page is drawn with, until it is written out. */
    content: { buffer: Uint8Array[]; data: { Length?: number } }
  }
  export type PdfDestination = [page: PdfPage['dictionary'], kind: string, x: number, y: number, zoom: null]
  export type PdfDocument = NodeJS.ReadableStream & {
    page: PdfPage
    _id: Buffer
    _pageBuffer: readonly PdfPage[]
    _root: {
      data: {
        Pages: { data: { Count: number; Kids: PdfPage['dictionary'][] } }
        PageLabels?: { Nums: readonly (number | { S: 'r' | 'D' })[] }
        Names: { data: { Dests: { _items: Record<string, PdfDestination>; get(name: string): PdfDestination | undefined } } }
        AcroForm?: PdfRef
      }
    }
    ref(data: object): PdfRef
    addPage(options: { size: [number, number] }): PdfDocument
    addContent(operators: string): PdfDocument
    provideFont(family: string, bold: boolean, italics: boolean): PdfFont
    end(): void
  }
  const pdfmake: {
    setFonts(fonts: Record<string, { normal: string; bold: string; italics: string; bolditalics: string }>): void
    setUrlAccessPolicy(policy: (url: string) => boolean): void
    setLocalAccessPolicy(policy: (path: string) => boolean): void
    createPdf(definition: object, options?: { bufferPages?: boolean; tableLayouts?: object }): { getStream(): Promise<PdfDocument> }
  }
  export default pdfmake
}

/** The class behind a layout, one paragraph at a time; see `keep-lines.ts`. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  export type Line = { getHeight(): number }
  export type TextNode = { _inlines: readonly object[]; thKeep?: { carry: number } }
  export type PageWriter = {
    /** Over 0 inside a block that stays whole. */
    transactionLevel: number
    context(): { y: number; availableHeight: number; pageMargins: { top: number } }
    moveToNextPage(): void
  }
  export class LayoutBuilder {
    writer: PageWriter
    buildNextLine: (this: LayoutBuilder, node: TextNode) => Line | null
  }
  /** A CommonJS module: the class stands one level deeper where Node reads it than where it is bundled. */
  const builder: typeof LayoutBuilder & { default?: typeof LayoutBuilder }
  export default builder
}

/** The class behind a table, one row at a time; see `keep-lines.ts`. */
declare module 'pdfmake/js/TableProcessor.js' {
  import type { PageWriter } from 'pdfmake/js/LayoutBuilder.js'
  export class TableProcessor {
    tableNode: { table: { body: readonly unknown[]; thLastRows?: number } }
    beginRow: (this: TableProcessor, row: number, writer: PageWriter) => void
  }
  const processor: typeof TableProcessor & { default?: typeof TableProcessor }
  export default processor
}

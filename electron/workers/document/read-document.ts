import type { DocumentBlock, DocumentEncoding, PlainDocument } from '../../../shared/domain/document.ts'
import { limits } from '../workbook/limits.ts'
import type { Package } from '../workbook/package-parts.ts'
import { isType } from '../workbook/read-workbook.ts'
import { damaged, tooLarge } from '../workbook/workbook-refusal.ts'
import { XmlScanner, tokens } from '../workbook/xml-scanner.ts'
import { readDocumentStyles, type DocumentStyles } from './document-styles.ts'
import { headingLevel } from './heading-level.ts'
import { readListNumbering, type ListNumbering } from './list-numbering.ts'
import { isContents, joinParagraphs, readParagraph, readText, type RawParagraph } from './read-paragraph.ts'
import { forEachChild, smallNumber, valueOf } from './walk-element.ts'

const mostBlocks = 50_000
const mostCells = 100_000
const mostColumns = 200

/** A .docx as blocks of text. Throws WorkbookRefusal, like the reader of workbooks and for the same reasons. */
export function readDocument(container: Package): PlainDocument {
  const main = container.relationships('').find((relationship) => isType(relationship, 'officeDocument'))?.target
  if (!main) throw damaged('no main part')
  const relationships = container.relationships(main)
  const part = (type: string): Buffer | undefined => {
    const target = relationships.find((relationship) => isType(relationship, type))?.target
    return target !== undefined && container.has(target) ? container.read(target) : undefined
  }
  const styles = readDocumentStyles(part('styles'))
  const reader = new BlockReader(new XmlScanner(container.read(main), 'document'), styles, readListNumbering(part('numbering')))
  return { blocks: reader.read() }
}

/** Elements around blocks; what was deleted or moved away is not among them. */
const wrappers: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])

/** Where paragraphs go: the document itself, or the cell of a table. */
type Sink = { add(paragraph: RawParagraph): void; table(): void }

class BlockReader {
  readonly #scanner: XmlScanner
  readonly #styles: DocumentStyles
  readonly #numbering: ListNumbering
  readonly #blocks: DocumentBlock[] = []
  #characters = 0
  #cells = 0

  constructor(scanner: XmlScanner, styles: DocumentStyles, numbering: ListNumbering) {
    this.#scanner = scanner
    this.#styles = styles
    this.#numbering = numbering
  }

  read(): DocumentBlock[] {
    const scanner = this.#scanner
    const body: Sink = { add: (paragraph) => this.#addParagraph(paragraph), table: () => this.#addTable() }
    if (scanner.next() !== tokens.open || scanner.name !== 'document') throw scanner.fail(`root ${scanner.name}`)
    forEachChild(scanner, (name) => {
      if (name === 'body') this.#readBlocks(body)
    })
    if (scanner.next() !== tokens.end) throw scanner.fail('after the document')
    return this.#blocks
  }

  /** The children of the element opened last, paragraphs whose end was deleted joined with what follows. */
  #readBlocks(sink: Sink, other: (name: string) => void = () => undefined): void {
    let open: RawParagraph | undefined
    const flush = (): void => {
      if (open) sink.add(open)
      open = undefined
    }
    const see = (name: string): void => {
      if (name === 'p') {
        const read = readParagraph(this.#scanner, {
          styles: this.#styles,
          box: () => this.#readBlocks(sink),
          spend: (characters) => this.#spend(characters),
        })
        open = open ? joinParagraphs(open, read) : read
        if (read.endsHere) flush()
      } else if (name === 'tbl') {
        flush()
        sink.table()
      } else if (wrappers.has(name)) forEachChild(this.#scanner, see)
      else other(name)
    }
    forEachChild(this.#scanner, see)
    flush()
  }

  #spend(characters: number): void {
    this.#characters += characters
    if (this.#characters > limits.characters) throw tooLarge('text')
  }

  #nextPlace(): number {
    if (this.#blocks.length >= mostBlocks) throw tooLarge('paragraphs')
    return this.#blocks.length + 1
  }

  #addParagraph({ look, runs }: RawParagraph): void {
    const style = this.#styles.of(look.style)
    const read = readText(runs)
    if (!read || isContents(style.names)) return
    const place = this.#nextPlace()
    const list = look.list ?? style.paragraph.list
    const marker = list ? this.#numbering.next(list.number, list.level) : null
    const { isBold, ...text } = read
    const base = { place, marker: marker?.marker ?? null, ...text }
    const outline = look.outline ?? style.paragraph.outline ?? outlineOfNames(style.names)
    if (outline !== undefined && outline < 9) this.#blocks.push({ kind: 'heading', level: outline + 1, by: 'style', ...base, lead: null })
    else {
      const isBullet = marker?.counts === false || /^[-+*•–—]\s/.test(read.text)
      const level = isBullet ? undefined : headingLevel({ marker: base.marker, text: read.text, isBold })
      if (level !== undefined) this.#blocks.push({ kind: 'heading', level, by: 'look', ...base, lead: null })
      else if (isBullet || marker) this.#blocks.push({ kind: 'list_item', level: (list?.level ?? 0) + 1, ...base })
      else this.#blocks.push({ kind: 'paragraph', ...base })
    }
  }

  #addTable(): void {
    const place = this.#nextPlace()
    const { rows, encoding } = this.#readTable()
    if (rows.some((row) => row.some((cell) => cell !== ''))) this.#blocks.push({ kind: 'table', place, rows, encoding })
  }

  /** A table inside a cell is that cell's text, row by row. */
  #readTable(): { rows: string[][]; encoding: DocumentEncoding | null } {
    const rows: string[][] = []
    let encoding: DocumentEncoding | null = null
    const see = (name: string): void => {
      if (name === 'tr') {
        const row = this.#readRow((found) => (encoding ??= found))
        if (row) rows.push(row)
      } else if (wrappers.has(name)) forEachChild(this.#scanner, see)
    }
    forEachChild(this.#scanner, see)
    return { rows, encoding }
  }

  /** Undefined for a row that a tracked change deleted. */
  #readRow(decoded: (encoding: DocumentEncoding | null) => void): string[] | undefined {
    const scanner = this.#scanner
    const row: string[] = []
    let isDeleted = false
    const see = (name: string): void => {
      if (name === 'tc') {
        const { span, text } = this.#readCell(decoded)
        row.push(text, ...Array.from({ length: span - 1 }, () => ''))
        this.#cells += span
        if (this.#cells > mostCells || row.length > mostColumns) throw tooLarge('cells')
      } else if (name === 'trPr')
        forEachChild(scanner, (inner) => {
          if (inner === 'del') isDeleted = true
          else if (inner === 'gridBefore') row.push(...Array.from({ length: smallNumber(valueOf(scanner), mostColumns) ?? 0 }, () => ''))
        })
      else if (wrappers.has(name)) forEachChild(scanner, see)
    }
    forEachChild(scanner, see)
    return isDeleted ? undefined : row
  }

  #readCell(decoded: (encoding: DocumentEncoding | null) => void): { span: number; text: string } {
    const scanner = this.#scanner
    const texts: string[] = []
    const sink: Sink = {
      add: ({ look, runs }) => {
        const read = readText(runs)
        if (!read) return
        const list = look.list ?? this.#styles.of(look.style).paragraph.list
        const marker = list ? this.#numbering.next(list.number, list.level) : null
        decoded(read.encoding)
        texts.push(marker ? `${marker.marker} ${read.text}` : read.text)
      },
      table: () => {
        const inner = this.#readTable()
        decoded(inner.encoding)
        texts.push(...inner.rows.map((row) => row.filter((one) => one !== '').join('\t')).filter((line) => line !== ''))
      },
    }
    let span = 1
    this.#readBlocks(sink, (name) => {
      if (name === 'tcPr')
        forEachChild(scanner, (inner) => {
          if (inner === 'gridSpan') span = Math.max(1, smallNumber(valueOf(scanner), mostColumns) ?? 1)
        })
    })
    return { span, text: texts.join('\n') }
  }
}

/** Headings of programs that name their styles without an outline level. */
function outlineOfNames(names: readonly string[]): number | undefined {
  for (const name of names) {
    const digit = /^(?:heading|tiêu đề|đề mục|đầu đề)\s*([1-9])$/iu.exec(name.normalize('NFC'))?.[1]
    if (digit !== undefined) return Number(digit) - 1
    if (/^title$/i.test(name)) return 0
  }
  return undefined
}

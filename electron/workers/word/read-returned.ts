import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import type { ReturnedParagraph, ReturnedReport, ReturnedRun } from '../../../shared/domain/returned-report.ts'
import { decodeByFont } from '../../../shared/vietnamese/legacy-fonts.ts'
import { readDocumentStyles, type DocumentStyles } from '../document/document-styles.ts'
import { findingOf } from '../document/open-document.ts'
import { isContents, joinParagraphs, readParagraph, type RawParagraph } from '../document/read-paragraph.ts'
import { forEachChild } from '../document/walk-element.ts'
import { limits } from '../workbook/limits.ts'
import { fileFinding, readFileBytes } from '../workbook/open-file.ts'
import type { Package } from '../workbook/package-parts.ts'
import { isType } from '../workbook/read-workbook.ts'
import { sniffFile } from '../workbook/sniff-file.ts'
import { damaged, tooLarge, WorkbookRefusal } from '../workbook/workbook-refusal.ts'
import { XmlScanner, tokens } from '../workbook/xml-scanner.ts'

/** What an edited Word file of a report says, or why nothing is read from it. */
export async function openReturned(path: string, name: string): Promise<{ returned: ReturnedReport } | { finding: SubmissionFinding }> {
  const { bytes, isWhole } = readFileBytes(path)
  if (!isWhole) return { finding: fileFinding('M77', 'warning', 'PDF') }
  try {
    const sniffed = sniffFile(bytes)
    return sniffed.format === 'docx' ? { returned: readReturned(sniffed.container) } : { finding: await findingOf(sniffed, bytes, name) }
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { finding: fileFinding('M76', 'warning', '', error.message) }
    throw error
  }
}

/** Paragraphs outside tables, with marks and content controls. Throws WorkbookRefusal. */
function readReturned(container: Package): ReturnedReport {
  const target = (from: string, type: string): string | undefined =>
    container.relationships(from).find((relationship) => isType(relationship, type))?.target
  const main = target('', 'officeDocument')
  if (!main) throw damaged('no main part')
  const part = (name: string | undefined): Buffer | undefined =>
    name !== undefined && container.has(name) ? container.read(name) : undefined
  const styles = readDocumentStyles(part(target(main, 'styles')))
  return {
    properties: readProperties(part(target('', 'custom-properties'))),
    ...new ReturnedReader(new XmlScanner(container.read(main), 'document'), styles).read(),
  }
}

function readProperties(bytes: Buffer | undefined): Record<string, string> {
  const properties: Record<string, string> = {}
  if (!bytes) return properties
  const scanner = new XmlScanner(bytes, 'properties')
  if (scanner.next() === tokens.open)
    forEachChild(scanner, (name) => {
      const key = name === 'property' ? scanner.attribute('name') : undefined
      if (key === undefined) return
      forEachChild(scanner, () => {
        properties[key] = scanner.readText()
      })
    })
  return properties
}

const wrappers: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])

class ReturnedReader {
  readonly #scanner: XmlScanner
  readonly #styles: DocumentStyles
  readonly #paragraphs: ReturnedParagraph[] = []
  readonly #cells: ReturnedRun[] = []
  /** Bookmarks between paragraphs belong to the next one. */
  #marks: string[] = []
  #characters = 0

  constructor(scanner: XmlScanner, styles: DocumentStyles) {
    this.#scanner = scanner
    this.#styles = styles
  }

  read(): Pick<ReturnedReport, 'paragraphs' | 'cells'> {
    const scanner = this.#scanner
    if (scanner.next() !== tokens.open || scanner.name !== 'document') throw scanner.fail(`root ${scanner.name}`)
    forEachChild(scanner, (name) => {
      if (name === 'body') this.#readBlocks((paragraph) => this.#add(paragraph))
    })
    return { paragraphs: this.#paragraphs, cells: this.#cells }
  }

  #readBlocks(add: (paragraph: RawParagraph) => void): void {
    let open: RawParagraph | undefined
    const flush = (): void => {
      if (open) add(open)
      open = undefined
    }
    const see = (name: string): void => {
      if (name === 'bookmarkStart') this.#marks.push(this.#scanner.prefixedAttribute('name') ?? '')
      else if (name === 'p') {
        const read = readParagraph(this.#scanner, {
          styles: this.#styles,
          box: () => this.#readBlocks(add),
          spend: (characters) => this.#spend(characters),
        })
        open = open ? joinParagraphs(open, read) : read
        if (read.endsHere) flush()
      } else if (name === 'tbl') {
        flush()
        this.#readTable()
      } else if (wrappers.has(name)) forEachChild(this.#scanner, see)
    }
    forEachChild(this.#scanner, see)
    flush()
  }

  /** Of tables only what stands in content controls is compared. */
  #readTable(): void {
    const see = (name: string): void => {
      if (name === 'tc') this.#readBlocks((paragraph) => this.#addCell(paragraph))
      else if (name === 'tr' || wrappers.has(name)) forEachChild(this.#scanner, see)
    }
    forEachChild(this.#scanner, see)
  }

  #spend(characters: number): void {
    this.#characters += characters
    if (this.#characters > limits.characters) throw tooLarge('text')
  }

  #add({ look, runs, marks }: RawParagraph): void {
    const style = this.#styles.of(look.style)
    if (isContents(style.names)) return
    this.#paragraphs.push({
      runs: runs.map(textOf),
      marks: [...this.#marks.splice(0), ...marks],
      isHeading: (look.outline ?? style.paragraph.outline ?? 9) < 9,
      isListed: (look.list ?? style.paragraph.list) !== undefined && (look.list ?? style.paragraph.list)!.number !== '0',
    })
  }

  #addCell({ runs }: RawParagraph): void {
    const controls = Map.groupBy(
      runs.map(textOf).filter(({ tag }) => tag?.startsWith('cell:')),
      ({ tag }) => tag!,
    )
    for (const [tag, own] of controls) this.#cells.push({ tag, text: own.map(({ text }) => text).join('') })
  }
}

const textOf = ({ text, fontName, tag }: RawParagraph['runs'][number]): ReturnedRun => ({
  text: decodeByFont(text, fontName).text.normalize('NFC'),
  ...(tag === undefined ? {} : { tag }),
})

import type { DocumentEncoding } from '../../../shared/domain/document.ts'
import { decodeByFont, legacyEncodingOfFont } from '../../../shared/vietnamese/legacy-fonts.ts'
import type { XmlScanner } from '../workbook/xml-scanner.ts'
import type { DocumentStyles, ParagraphLook, RunLook } from './document-styles.ts'
import { readParagraphLook, readRunLook } from './document-styles.ts'
import { forEachChild } from './walk-element.ts'

/** `tag`: of the content control it stands in. */
export type DocumentRun = { text: string; fontName: string; isBold: boolean; tag?: string }
/** `marks`: names of the bookmarks that begin in it. */
export type RawParagraph = { look: ParagraphLook; runs: DocumentRun[]; marks: string[]; endsHere: boolean }

/** `box`: called at each text box, which stands in a paragraph and holds paragraphs of its own. */
export type ParagraphContext = { styles: DocumentStyles; box: () => void; spend: (characters: number) => void }

/** Elements that wrap runs without changing what is read; what was deleted or moved away is not among them. */
const wrappers: ReadonlySet<string> = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdtContent',
  'fldSimple',
  'customXml',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
])
/** What lies between a run and the text box in it; of two spellings of one drawing the first is taken. */
const drawings: ReadonlySet<string> = new Set([
  'AlternateContent',
  'Choice',
  'drawing',
  'inline',
  'anchor',
  'graphic',
  'graphicData',
  'wsp',
  'wgp',
  'wpc',
  'grpSp',
  'txbx',
  'pict',
  'shape',
  'rect',
  'group',
  'textbox',
])

/** The `p` just opened, with tracked changes accepted; goes on to just after its close. */
export function readParagraph(scanner: XmlScanner, context: ParagraphContext): RawParagraph {
  const paragraph: RawParagraph = { look: {}, runs: [], marks: [], endsHere: true }
  const field = { depth: 0, isCode: false }
  let tag: string | undefined
  const see = (name: string): void => {
    if (name === 'pPr') {
      const { endsHere, ...look } = readParagraphLook(scanner)
      paragraph.look = look
      paragraph.endsHere = endsHere
    } else if (name === 'r') readRun(scanner, context, paragraph, field, tag)
    else if (name === 'bookmarkStart') paragraph.marks.push(scanner.prefixedAttribute('name') ?? '')
    else if (name === 'sdt') {
      const around = tag
      forEachChild(scanner, (inner) => {
        if (inner === 'sdtPr') tag = readTag(scanner) ?? tag
        else see(inner)
      })
      tag = around
    } else if (wrappers.has(name)) forEachChild(scanner, see)
    else if (drawings.has(name)) seeDrawing(scanner, context, name)
  }
  forEachChild(scanner, see)
  return paragraph
}

/** A paragraph whose end a tracked change deleted goes on in the next one. */
export const joinParagraphs = (open: RawParagraph, next: RawParagraph): RawParagraph => ({
  ...next,
  look: open.look,
  runs: [...open.runs, ...next.runs],
  marks: [...open.marks, ...next.marks],
})

/** Of the `sdtPr` just opened. */
function readTag(scanner: XmlScanner): string | undefined {
  const names: { tag?: string | undefined; alias?: string | undefined } = {}
  forEachChild(scanner, (name) => {
    if (name === 'tag' || name === 'alias') names[name] = scanner.prefixedAttribute('val')
  })
  return names.tag ?? names.alias
}

function readRun(
  scanner: XmlScanner,
  context: ParagraphContext,
  paragraph: RawParagraph,
  field: { depth: number; isCode: boolean },
  tag: string | undefined,
): void {
  const ofParagraph = context.styles.of(paragraph.look.style).run
  let look: RunLook = { ...context.styles.usual, ...ofParagraph }
  let text = ''
  // A soft hyphen is no character of a text, except where it is the ư of a legacy font.
  const isLegacy = (): boolean => legacyEncodingOfFont(look.fontName ?? '') !== null
  forEachChild(scanner, (name) => {
    if (name === 'rPr') {
      const { isDeleted: _, style, ...own } = readRunLook(scanner)
      look = { ...look, ...(style === undefined ? {} : context.styles.of(style).run), ...own }
    } else if (name === 't') text += scanner.readText()
    else if (name === 'tab' || name === 'ptab') text += '\t'
    else if (name === 'cr' || (name === 'br' && /^(?:textWrapping)?$/.test(scanner.prefixedAttribute('type') ?? ''))) text += '\n'
    else if (name === 'noBreakHyphen') text += '-'
    else if (name === 'softHyphen') text += isLegacy() ? '\u00ad' : ''
    else if (name === 'fldChar') stepField(scanner.prefixedAttribute('fldCharType') ?? '', field)
    else if (drawings.has(name)) seeDrawing(scanner, context, name)
  })
  if (text === '' || look.isHidden || field.isCode) return
  context.spend(text.length)
  const fontName = look.fontName ?? ''
  const last = paragraph.runs.at(-1)
  const isBold = look.isBold ?? false
  if (last?.fontName === fontName && last.isBold === isBold && last.tag === tag) last.text += text
  else paragraph.runs.push({ text, fontName, isBold, ...(tag === undefined ? {} : { tag }) })
}

/** Between `begin` and `separate` stands what a field is; what it shows follows. */
function stepField(type: string, field: { depth: number; isCode: boolean }): void {
  if (type === 'begin') field.depth++
  else if (type === 'end') field.depth = Math.max(0, field.depth - 1)
  field.isCode = type === 'begin' || (field.isCode && type !== 'separate' && field.depth > 0)
}

function seeDrawing(scanner: XmlScanner, context: ParagraphContext, opened: string): void {
  let taken = false
  forEachChild(scanner, (name) => {
    if (name === 'txbxContent') context.box()
    else if (drawings.has(name) && !(opened === 'AlternateContent' && taken)) {
      taken = true
      seeDrawing(scanner, context, name)
    }
  })
}

export type ReadText = {
  text: string
  lead: string | null
  isBold: boolean
  encoding: DocumentEncoding | null
  runs?: { text: string; fontName: string }[]
}

const longestLead = 200

/** Runs as one text, each decoded by its font; undefined where nothing but spaces stands in them. */
export function readText(runs: readonly DocumentRun[]): ReadText | undefined {
  let encoding: DocumentEncoding | null = null
  const decoded = runs.map((run) => {
    const one = decodeByFont(run.text, run.fontName)
    encoding ??= one.encoding
    return one.text
  })
  const text = decoded.join('').normalize('NFC').trim()
  if (text === '') return undefined
  const firstPlain = runs.findIndex((run) => !run.isBold && run.text.trim() !== '')
  const lead = firstPlain > 0 ? decoded.slice(0, firstPlain).join('').normalize('NFC').trim() : ''
  return {
    text,
    lead: lead === '' || lead.length > longestLead ? null : lead,
    isBold: firstPlain < 0,
    encoding,
    ...(encoding === null ? {} : { runs: runs.map((run) => ({ text: run.text, fontName: run.fontName })) }),
  }
}

/** Whether the paragraph belongs to a table of contents, which says every heading twice. */
export const isContents = (names: readonly string[]): boolean =>
  names.some((name) => /^(?:toc \d|toc heading|table of figures)$/i.test(name))

import {
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { fileProperties, keyProperties, type FileProperty } from '../../../shared/rules/word/paragraph-mark.ts'
import type { WorkerTasks } from '../tasks.ts'
import { closingKey } from '../../../shared/rules/list-paragraphs.ts'
import { repack } from '../template/repack.ts'
import { wordAppendix, wordBlocks, wordHead, wordSignature, wordTitle } from './word-parts.ts'
import { fontName, millimetres, wordRun, type WordCounters } from './word-text.ts'

/**
 * The report as a Word file: the same words in the same form as its pages, figures as content controls named by their reference,
 * numbers in tables by their cell, a bookmark at the head of each paragraph. Equal models give equal bytes.
 */
export async function writeDocument({ model, identity }: WorkerTasks['write_document']['input']): Promise<Uint8Array> {
  const { profile, info, appendices } = model
  const keys = keysOf(model)
  const lines = new Map([...Map.groupBy(keys, (key) => key)].map(([key, own]) => [key, own.length]))
  const counters: WordCounters = { controls: 0, bookmarks: 0, tables: 0, lines, written: new Map() }
  const width = contentWidth(model, 'portrait')
  const body = [
    ...wordHead(model, width),
    ...wordTitle(model, width),
    ...wordBlocks(model, width, counters),
    ...wordSignature(model, width, counters),
  ]
  const document = new Document({
    title: info.title,
    subject: info.subject,
    creator: info.author,
    styles: { default: { document: { run: { font: fontName, size: profile.body.size * 2, language: { value: 'vi-VN' } } } } },
    customProperties: [
      ...Object.entries(identity).map(([name, value]) => ({ name: fileProperties[name as FileProperty], value })),
      ...keyProperties(keys),
    ],
    sections: [
      section(model, 'portrait', body, !profile.pageNumber.onFirstPage),
      ...appendices.map((appendix) => {
        const children = wordAppendix(appendix, profile, contentWidth(model, appendix.orientation), counters)
        return section(model, appendix.orientation, children, profile.pageNumber.restartsInAppendix, profile.pageNumber.restartsInAppendix)
      }),
    ],
  })
  const packed = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(model) }])
  return repack(new Uint8Array(packed), (_name, part) => part)
}

const keysOf = ({ blocks }: ReportModel): string[] => [
  ...blocks.flatMap((block) => ('key' in block && block.key !== undefined ? [block.key] : [])),
  closingKey,
]

/** In points. */
function contentWidth({ profile: { page } }: ReportModel, orientation: 'portrait' | 'landscape'): number {
  const { left, right } = page[orientation]
  return (((orientation === 'portrait' ? page.width : page.height) - left - right) * 72) / 25.4
}

function section(
  model: ReportModel,
  orientation: 'portrait' | 'landscape',
  children: FileChild[],
  isFirstBare: boolean,
  restarts = false,
): ISectionOptions {
  const { page, pageNumber } = model.profile
  const margins = page[orientation]
  const isLandscape = orientation === 'landscape'
  return {
    properties: {
      titlePage: isFirstBare,
      page: {
        // The library turns the sheet itself.
        size: {
          width: millimetres(page.width),
          height: millimetres(page.height),
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(margins.top),
          right: millimetres(margins.right),
          bottom: millimetres(margins.bottom),
          left: millimetres(margins.left),
          header: millimetres(pageNumber.fromTop),
        },
        ...(restarts ? { pageNumbers: { start: 1 } } : {}),
      },
    },
    headers: {
      default: pageTop(model, contentWidth(model, orientation), true),
      ...(isFirstBare ? { first: pageTop(model, contentWidth(model, orientation), false) } : {}),
    },
    children,
  }
}

const markStyle = { size: 10, bold: false, italic: false, underline: false }

/** The number in the middle; the small marks of drafts and of data that nobody reported at the sides. */
function pageTop({ profile, marks }: ReportModel, width: number, isNumbered: boolean): Header {
  const { style } = profile.pageNumber
  const number = new TextRun({ children: [PageNumber.CURRENT], font: fontName, size: style.size * 2 })
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(width * 10) },
          { type: TabStopType.RIGHT, position: Math.round(width * 20) },
        ],
        children: [
          wordRun(isNumbered ? (marks.draft ?? '') : '', markStyle),
          new TextRun({ text: '\t' }),
          ...(isNumbered ? [number] : []),
          new TextRun({ text: '\t' }),
          wordRun(marks.data ?? '', { ...markStyle, bold: true }),
        ],
      }),
    ],
  })
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** With the time of the data: the library would write the time of writing. */
function coreProperties({ info }: ReportModel): string {
  const at = new Date(info.createdAt).toISOString().replace(/\.\d+Z$/, 'Z')
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const when = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${names}><dc:title>${escaped(info.title)}</dc:title>` +
    `<dc:subject>${escaped(info.subject)}</dc:subject><dc:creator>${escaped(info.author)}</dc:creator>` +
    `<dc:language>${info.language}</dc:language>${when('created')}${when('modified')}</cp:coreProperties>`
  )
}

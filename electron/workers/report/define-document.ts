import type { Block, ReportModel } from '../../../shared/domain/report.ts'
import { defineBlock } from './define-blocks.ts'
import { defineHead, defineTitle } from './define-head.ts'
import { defineSignature, signatureHeight } from './define-signature.ts'
import { tableHeight } from './define-table.ts'
import { fontFamily } from './font-files.ts'
import { keepLines } from './keep-lines.ts'
import { points, sheetOf } from './measures.ts'
import type { Measure } from './measures.ts'
import { textStyle } from './node-style.ts'
import type { Node } from './node-style.ts'

/** The small marks of drafts and trials, on the line of the page number. */
export const markSize = 10

/** Everything but the appendices: head, body, signature. */
export function defineDocument(model: ReportModel, measure: Measure): object {
  const { profile, info } = model
  const sheet = sheetOf(profile, 'portrait')
  const { margins } = sheet
  return {
    version: '1.7',
    subset: 'PDF/A-3b',
    language: info.language,
    displayTitle: true,
    info: {
      title: info.title,
      author: info.author,
      subject: info.subject,
      creator: 'Tổng Hợp',
      producer: 'Tổng Hợp',
      creationDate: new Date(info.createdAt),
    },
    pageSize: { width: sheet.width, height: sheet.height },
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
    defaultStyle: { font: fontFamily, fontSize: profile.body.size },
    header: (page: number) => definePageTop(model, page),
    content: [
      defineHead(model, sheet, measure),
      defineTitle(model, sheet, measure),
      ...withSignature(defineBody(model, measure), model, defineSignature(model, sheet, measure), signatureHeight(model, sheet, measure)),
    ],
  }
}

function definePageTop({ profile, marks }: ReportModel, page: number): Node {
  const { pageNumber } = profile
  const { portrait } = profile.page
  const isNumbered = page > 1 || pageNumber.onFirstPage
  return {
    margin: [points(portrait.left), points(pageNumber.fromTop), points(portrait.right), 0],
    columns: [
      { width: '*', text: page > 1 && marks.draft ? marks.draft : '', fontSize: markSize },
      { width: 'auto', text: isNumbered ? String(page) : '', ...textStyle(pageNumber.style) },
      { width: '*', text: marks.data ?? '', fontSize: markSize, bold: true, alignment: 'right' },
    ],
  }
}

/** Under which name the layout remembers where the heading of this block came to stand. */
export const headingPlace = (index: number): string => `th-heading-${index}`

/** Longest text, in letters, that is kept whole to stay with its heading: about half a page. */
const keptTogether = 1500
/** Highest table that is kept whole, in points: about a third of a page. */
const wholeTable = 240

/**
 * Neither headings nor lines that lead in what follows end a page: each stands in one unbreakable block with what follows it, or
 * with as much room as the beginning of that takes.
 */
function defineBody({ profile, blocks, contents }: ReportModel, measure: Measure): Node[] {
  const nodes: Node[] = []
  let leads: Node[] = []
  let letters = 0
  const take = (): Node[] => {
    const taken = leads
    leads = []
    letters = 0
    return taken
  }
  for (const [index, block] of blocks.entries()) {
    const node = {
      ...defineBlock(block, profile, measure),
      ...(block.kind === 'heading' && contents ? { id: headingPlace(index) } : {}),
    }
    if (block.kind === 'heading' || leadsIn(block)) {
      // What of a whole block does not fit on a page would be lost.
      if (letters + textOf(block).length > keptTogether) nodes.push(...take())
      letters += textOf(block).length
      leads.push(node)
    } else if (block.kind === 'table' ? tableHeight(block.table, Infinity, profile, measure) <= wholeTable : isShort(block)) {
      nodes.push(leads.length > 0 || block.kind === 'table' ? { unbreakable: true, stack: [...take(), node] } : node)
    } else if (leads.length > 0) {
      const beginning = block.kind === 'table' ? tableHeight(block.table, 1, profile, measure) : 2 * profile.body.pitch
      nodes.push(...withRoom(take(), node, beginning))
    } else nodes.push(node)
  }
  return [...nodes, ...take()]
}

/** `room` points are held free below what leads in, and given back to what follows. */
function withRoom(leads: readonly Node[], node: Node, room: number): Node[] {
  const [left, top, right, bottom] = node['margin'] as [number, number, number, number]
  return [
    { unbreakable: true, stack: [...leads, { canvas: [], margin: [0, 0, 0, room] }] },
    { ...node, margin: [left, top - room, right, bottom] },
  ]
}

/** The last words of the body stand above the signature, so that nobody signs a page without text. */
function withSignature(body: readonly Node[], { blocks }: ReportModel, signature: Node | undefined, height: number): Node[] {
  if (!signature) return [...body]
  const last = blocks.at(-1)
  const node = body.at(-1)
  if (!last || !node || last.kind === 'heading' || last.kind === 'bars') return [...body, signature]
  const before = body.slice(0, -1)
  if (isShort(last)) return [...before, { unbreakable: true, stack: [node, signature] }]
  return [...before, last.kind === 'table' ? node : keepLines(node, height), signature]
}

/** `Các kết quả khác, lũy kế từ đầu năm:` */
const leadsIn = (block: Block): boolean => block.kind === 'paragraph' && isShort(block) && /:\s*$/u.test(block.runs.at(-1)?.text ?? '')

const textOf = (block: Block): string =>
  block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : 'text' in block ? block.text : ''

const isShort = (block: Block): boolean => block.kind !== 'table' && textOf(block).length <= keptTogether

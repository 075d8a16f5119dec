import type { Block, ReportModel } from '../../../shared/domain/report.ts'
import { defineBlock } from './define-blocks.ts'
import { defineHead, defineTitle } from './define-head.ts'
import { defineSignature } from './define-signature.ts'
import { fontFamily } from './font-files.ts'
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
      ...withSignature(defineBody(model, measure), model, defineSignature(model, sheet, measure)),
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

/** Neither headings nor lines that lead in what follows end a page: each stands in one unbreakable block with what follows it. */
function defineBody({ profile, blocks, contents }: ReportModel, measure: Measure): Node[] {
  const nodes: Node[] = []
  let headings: Node[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      headings.push({ ...defineBlock(block, profile, measure), ...(contents ? { id: headingPlace(index) } : {}) })
      continue
    }
    const node = defineBlock(block, profile, measure)
    if (leadsIn(block)) {
      headings.push(node)
      continue
    }
    if (headings.length === 0) nodes.push(node)
    else if (isShort(block)) nodes.push({ unbreakable: true, stack: [...headings, node] })
    else nodes.push(...headings, node)
    headings = []
  }
  return [...nodes, ...headings]
}

/** The last words of the body stand above the signature, so that nobody signs a page without text. */
function withSignature(body: readonly Node[], { blocks }: ReportModel, signature: Node): Node[] {
  const last = blocks.at(-1)
  const node = body.at(-1)
  return last && node && last.kind !== 'heading' && last.kind !== 'bars' && isShort(last)
    ? [...body.slice(0, -1), { unbreakable: true, stack: [node, signature] }]
    : [...body, signature]
}

/** `Các kết quả khác, lũy kế từ đầu năm:` */
const leadsIn = (block: Block): boolean => block.kind === 'paragraph' && isShort(block) && /:\s*$/u.test(block.runs.at(-1)?.text ?? '')

function isShort(block: Block): boolean {
  if (block.kind === 'bars') return true
  if (block.kind === 'table') return false
  return (
    (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : 'text' in block ? block.text : '').length <= keptTogether
  )
}

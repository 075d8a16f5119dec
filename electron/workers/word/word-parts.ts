import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx'
import type { LayoutProfile, MarkedStyle, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Appendix, Block, ReportModel } from '../../../shared/domain/report.ts'
import { closingKey } from '../../../shared/rules/list-paragraphs.ts'
import { noBorders, wordBars, wordTables, type TableSize } from './word-table.ts'
import { bodyLook, centred, keyedWordParagraph, roughWidth, runsOf, twips, wordRun, type WordCounters } from './word-text.ts'

/** Side by side without lines: the head and the signature of a paper. `shares` of the width. */
function sideBySide(width: number, leftShare: number, rows: readonly (readonly [Paragraph[], Paragraph[]])[]): Table {
  const widths = [width * leftShare, width * (1 - leftShare)]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: noBorders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: twips(widths[at]!), type: WidthType.DXA },
                margins: { left: 0, right: 0 },
                children: children.length > 0 ? children : [new Paragraph({ children: [] })],
              }),
          ),
        }),
    ),
  })
}

/** A rule of that length in the middle of so wide a column. */
const rule = (length: number, columnWidth: number): Paragraph => {
  const aside = twips(Math.max(0, (columnWidth - length) / 2))
  return new Paragraph({
    indent: { left: aside, right: aside },
    spacing: { line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })
}

/** A line with the sign that its form puts under it. */
function marked(text: string, style: MarkedStyle, columnWidth: number, look: IParagraphOptions = {}): Paragraph[] {
  const { mark } = style
  const line = centred(text, style, look)
  const plain = { ...style, bold: false }
  if (mark.kind === 'asterisk') return [line, centred('*', plain)]
  if (mark.kind === 'hyphens') return [line, centred('-----', plain)]
  if (mark.kind === 'none') return [line]
  const length = Math.min(columnWidth, roughWidth(text, style.size))
  return [line, rule(mark.share === 'full' ? length : length / 3, columnWidth)]
}

export function wordHead({ profile, head, marks }: ReportModel, width: number): FileChild[] {
  const { leftShare } = profile.head
  const [left, right] = [width * leftShare, width * (1 - leftShare)]
  const gap = { spacing: { before: 80 } }
  const draft: [Paragraph[], Paragraph[]][] =
    marks.draft === null ? [] : [[[centred(marks.draft, profile.head.draft, { spacing: { before: 120 } })], []]]
  return [
    sideBySide(width, leftShare, [
      [
        [
          ...(head.superior === null ? [] : [centred(head.superior, profile.head.superior)]),
          ...marked(head.issuer, profile.head.issuer, left),
        ],
        profile.head.country.flatMap(({ text, style }) => marked(text, style, right)),
      ],
      [[centred(head.number, profile.head.number.style, gap)], [centred(head.placeAndDate, profile.head.placeAndDate, gap)]],
      ...draft,
    ]),
  ]
}

export function wordTitle({ profile, documentType, subject, addressee }: ReportModel, width: number): Paragraph[] {
  const { mark } = profile.subject
  const beneath =
    mark.kind === 'hyphens' ? [centred('-----', { ...profile.subject, bold: false })] : mark.kind === 'rule' ? [rule(width / 3, width)] : []
  return [
    centred(documentType, profile.documentType, { spacing: { before: 320 } }),
    ...subject.map((text) => centred(text, profile.subject)),
    ...beneath,
    ...(addressee === null ? [] : [centred(addressee, profile.addressee.style, { spacing: { before: 200 } })]),
    new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: [] }),
  ]
}

export function wordBlocks({ profile, blocks }: ReportModel, width: number, counters: WordCounters): FileChild[] {
  const size: TableSize = { width, size: profile.table.size, headSize: profile.table.headSize }
  const after = (): Paragraph => new Paragraph({ spacing: { line: twips(profile.body.after), lineRule: LineRuleType.EXACT }, children: [] })
  return blocks.flatMap((block): FileChild[] => {
    if (block.kind === 'heading') {
      const { style } = profile.headings[block.level - 1]!
      return [
        new Paragraph({ ...bodyLook(profile), outlineLevel: block.level - 1, keepNext: true, children: [wordRun(block.text, style)] }),
      ]
    }
    if (block.kind === 'table') return [...wordTables(block.table, 2, size, counters), after()]
    if (block.kind === 'bars')
      return [wordBars(block.bars, size), new Paragraph({ ...noteLook(profile), children: [wordRun(block.legend, profile.note)] })]
    return [wordedParagraph(block, profile, counters)]
  })
}

const noteLook = ({ body }: LayoutProfile): IParagraphOptions => ({
  alignment: AlignmentType.BOTH,
  spacing: { before: 40, after: twips(body.after) },
})

function wordedParagraph(
  block: Extract<Block, { kind: 'paragraph' | 'note' | 'open' }>,
  profile: LayoutProfile,
  counters: WordCounters,
): Paragraph {
  const key = block.key ?? ''
  if (block.kind === 'note') return keyedWordParagraph(key, [{ text: block.text }], profile.note, noteLook(profile), counters)
  const runs = block.kind === 'open' ? [{ text: block.text, italic: true as const }] : block.runs
  return keyedWordParagraph(key, runs, profile.body, bodyLook(profile), counters)
}

/** The closing sentence, then recipients left and signature right, kept on one page. */
export function wordSignature(model: ReportModel, width: number, counters: WordCounters): FileChild[] {
  const { profile, closing, recipients, signature } = model
  const keep = { keepNext: true, keepLines: true }
  const items = recipients.items.map((runs) => new Paragraph({ ...keep, children: runsOf(runs, profile.recipients.item, counters) }))
  const blank = Array.from({ length: profile.signature.blankLines }, () => centred('', profile.signature.name, keep))
  return [
    ...(closing === ''
      ? []
      : [keyedWordParagraph(closingKey, [{ text: closing }], profile.body, { ...bodyLook(profile), ...keep }, counters)]),
    sideBySide(width, 0.5, [
      [
        [new Paragraph({ ...keep, children: [wordRun(recipients.title, profile.recipients.title)] }), ...items],
        [
          centred(signature.authority, profile.signature.authority, keep),
          centred(signature.position, profile.signature.position, keep),
          ...blank,
          centred(signature.name, profile.signature.name),
        ],
      ],
    ]),
  ]
}

const plain = (size: number, look: Partial<TypeStyle> = {}): TypeStyle => ({ size, bold: false, italic: false, underline: false, ...look })

export function wordAppendix(
  { title, name, attached, orientation, parts }: Appendix,
  profile: LayoutProfile,
  width: number,
  counters: WordCounters,
): FileChild[] {
  const { appendix } = profile
  const size = orientation === 'landscape' ? 9.5 : profile.table.size
  const noteSize = orientation === 'landscape' ? 10.5 : profile.table.size
  const tableSize: TableSize = { width, size, headSize: orientation === 'landscape' ? 9 : profile.table.headSize }
  return [
    centred(title, appendix.title, { outlineLevel: 0 }),
    centred(name, appendix.name),
    centred(attached, appendix.attached, { spacing: { after: 120 } }),
    ...parts.flatMap((part): FileChild[] => {
      if (part.kind === 'table') return [...wordTables(part.table, part.fixedColumns, tableSize, counters), new Paragraph({ children: [] })]
      const style = part.style === 'lead' ? plain(noteSize, { italic: true }) : plain(noteSize, { bold: part.style === 'subtitle' })
      const look: IParagraphOptions = {
        spacing: { before: part.style === 'subtitle' ? 120 : 0, after: 60 },
        keepNext: part.style === 'subtitle',
      }
      return [new Paragraph({ ...look, children: [wordRun(part.text, style)] })]
    }),
  ]
}

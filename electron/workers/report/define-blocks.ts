import type { LayoutProfile, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Bar, Block, Run, Table } from '../../../shared/domain/report.ts'
import { points, sheetOf } from './measures.ts'
import type { Measure } from './measures.ts'
import { plainStyle, textStyle } from './node-style.ts'
import type { Node } from './node-style.ts'
import { wholeWords } from './whole-words.ts'

export function defineBlock(block: Block, profile: LayoutProfile, measure: Measure): Node {
  if (block.kind === 'heading') return defineHeading(block, profile, measure)
  if (block.kind === 'paragraph') return defineParagraph(block.runs, profile, measure)
  if (block.kind === 'open') return defineParagraph([{ text: block.text, italic: true }], profile, measure)
  if (block.kind === 'note')
    return {
      text: wholeWords([{ text: block.text }]),
      alignment: 'justify',
      margin: [0, 2, 0, profile.body.after],
      ...textStyle(profile.note),
    }
  if (block.kind === 'table') return defineTable(block.table, profile, measure)
  return defineBars(block.bars, block.legend, profile, measure)
}

function defineHeading({ level, text }: Extract<Block, { kind: 'heading' }>, profile: LayoutProfile, measure: Measure): Node {
  return {
    ...exactPitch(profile.headings[level - 1]!.style, profile, measure),
    text: wholeWords([{ text }]),
    alignment: 'justify',
    leadingIndent: points(profile.body.firstLine),
    margin: [0, 0, 0, profile.body.after],
  }
}

/** "Exactly n points" of a word processor: the line height as a factor of the typeface's own. */
function exactPitch(style: TypeStyle, profile: LayoutProfile, measure: Measure): Node {
  return { ...textStyle(style), lineHeight: profile.body.pitch / measure.lineHeight(style) }
}

export function defineParagraph(runs: readonly Run[], profile: LayoutProfile, measure: Measure): Node {
  return {
    ...exactPitch(profile.body, profile, measure),
    text: wholeWords(runs),
    alignment: 'justify',
    leadingIndent: points(profile.body.firstLine),
    margin: [0, 0, 0, profile.body.after],
  }
}

const cellPadding = 4
const lineWidth = 0.5

export const tableLayout = {
  hLineWidth: () => lineWidth,
  vLineWidth: () => lineWidth,
  paddingLeft: () => cellPadding,
  paddingRight: () => cellPadding,
  paddingTop: () => 2,
  paddingBottom: () => 3,
}

function defineTable(table: Table, profile: LayoutProfile, measure: Measure): Node {
  const style = plainStyle(profile.table.size)
  const headStyle = { ...plainStyle(profile.table.headSize), bold: true }
  const fixed = table.columns.map((column, index) =>
    column.share > 0
      ? 0
      : Math.max(measure.width(column.head, headStyle), ...table.rows.map((row) => measure.width(row.cells[index] ?? '', style))) + 1,
  )
  // Numeric widths leave out padding and lines: what they take is taken off before the rest is shared.
  const outside = table.columns.length * (2 * cellPadding + lineWidth) + lineWidth
  const free = sheetOf(profile, 'portrait').contentWidth - outside - fixed.reduce((sum, width) => sum + width, 0)
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  return {
    margin: [0, 2, 0, profile.body.after],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: table.columns.map((column, index) => (column.share > 0 ? (free * column.share) / shares : fixed[index]!)),
      body: [
        table.columns.map((column) => ({ text: column.head, alignment: 'center', ...textStyle(headStyle) })),
        ...table.rows.map((row) =>
          row.cells.map((text, index) => ({
            text: wholeWords([{ text }]),
            alignment: table.columns[index]!.align,
            ...textStyle({ ...style, bold: row.style !== undefined }),
          })),
        ),
      ],
    },
    layout: tableLayout,
  }
}

const barHeight = 9
const barGrey = '#595959'
const trackGrey = '#e6e6e6'

/** One row per indicator: name, bar against its target, both as words. Grey, because offices print in black. */
function defineBars(bars: readonly Bar[], legend: string, profile: LayoutProfile, measure: Measure): Node {
  const style = plainStyle(profile.table.size)
  const { contentWidth } = sheetOf(profile, 'portrait')
  const widest = (texts: readonly string[], of = style): number => Math.max(...texts.map((text) => measure.width(text, of))) + 2
  const values = widest(
    bars.map((bar) => bar.valueText),
    { ...style, bold: true },
  )
  const targets = widest(bars.map((bar) => `/ ${bar.targetText}`))
  const padding = 4 * 2 * 3
  const label = (contentWidth - values - targets - padding) * 0.48
  const track = contentWidth - values - targets - padding - label
  return {
    unbreakable: true,
    stack: [
      {
        margin: [0, 2, 0, 0],
        table: {
          widths: [label, track, values, targets],
          body: bars.map((bar) => [
            { text: bar.label, ...textStyle(style) },
            { canvas: drawBar(bar, track), margin: [0, 3, 0, 0] },
            { text: bar.valueText, alignment: 'right', bold: true, fontSize: style.size },
            { text: `/ ${bar.targetText}`, alignment: 'left', ...textStyle(style) },
          ]),
        },
        layout: {
          hLineWidth: () => 0,
          vLineWidth: () => 0,
          paddingLeft: () => 3,
          paddingRight: () => 3,
          paddingTop: () => 1.5,
          paddingBottom: () => 1.5,
        },
      },
      { text: legend, alignment: 'justify', margin: [0, 4, 0, profile.body.after], ...textStyle(profile.note) },
    ],
  }
}

function drawBar(bar: Bar, width: number): Node[] {
  const line = (x1: number, y1: number, x2: number, y2: number, thickness: number): Node => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    lineWidth: thickness,
  })
  const middle = barHeight / 2
  const bracket = bar.bounds
    ? [
        line(bar.bounds.low * width, middle, bar.bounds.high * width, middle, 0.6),
        line(bar.bounds.low * width, middle - 3, bar.bounds.low * width, middle + 3, 0.6),
        line(bar.bounds.high * width, middle - 3, bar.bounds.high * width, middle + 3, 0.6),
      ]
    : []
  return [
    { type: 'rect', x: 0, y: 1.5, w: width, h: barHeight - 3, color: trackGrey },
    ...(bar.value ? [{ type: 'rect', x: 0, y: 1.5, w: bar.value * width, h: barHeight - 3, color: barGrey }] : []),
    ...bracket,
    line(bar.target * width, 0, bar.target * width, barHeight, 1.6),
  ]
}

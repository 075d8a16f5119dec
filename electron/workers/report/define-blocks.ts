import type { LayoutProfile, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { Bar, Block, Run } from '../../../shared/domain/report.ts'
import { defineTable, spaceBelow } from './define-table.ts'
import { keepLines } from './keep-lines.ts'
import { figureStart, lineUpFigures, splitFigure } from './line-up-figures.ts'
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
    return keepLines({
      text: wholeWords([{ text: block.text }]),
      alignment: 'justify',
      margin: [0, 2, 0, profile.body.after],
      ...textStyle(profile.note),
    })
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
  return keepLines({
    ...exactPitch(profile.body, profile, measure),
    text: wholeWords(runs),
    alignment: 'justify',
    leadingIndent: points(profile.body.firstLine),
    margin: [0, 0, 0, profile.body.after],
  })
}

const barHeight = 9
const barGrey = '#595959'
const trackGrey = '#e6e6e6'

/** One row per indicator: name, bar against its target, both as words. Grey, because offices print in black. */
function defineBars(bars: readonly Bar[], legend: string, profile: LayoutProfile, measure: Measure): Node {
  const style = plainStyle(profile.table.size)
  const { contentWidth } = sheetOf(profile, 'portrait')
  const widest = (texts: readonly string[], of = style): number => Math.max(...texts.map((text) => measure.width(text, of))) + 2
  const strong = { ...style, bold: true }
  const lineUp = lineUpFigures(
    bars.map(({ valueText }) => ({ text: valueText })),
    (text) => measure.width(text, strong),
  )
  const values = Math.max(
    widest(
      bars.map((bar) => bar.valueText),
      strong,
    ),
    (lineUp?.head ?? 0) + (lineUp?.tail ?? 0) + 2,
  )
  const targets = widest(bars.map((bar) => `/ ${bar.targetText}`))
  const padding = 4 * 2 * 3
  // As wide as the longest name needs, at most half of what there is.
  const label = Math.min(widest(bars.map((bar) => bar.label)), (contentWidth - values - targets - padding) * 0.52)
  const track = contentWidth - values - targets - padding - label
  const valueCell = (text: string): Node => {
    const split = splitFigure(text)
    return {
      text,
      ...textStyle(strong),
      ...(lineUp && split
        ? { margin: [figureStart('right', values, lineUp, measure.width(split.head, strong)), 0, 0, 0] }
        : { alignment: 'right' }),
    }
  }
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
            valueCell(bar.valueText),
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
      { text: legend, alignment: 'justify', margin: [0, 4, 0, spaceBelow], ...textStyle(profile.note) },
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

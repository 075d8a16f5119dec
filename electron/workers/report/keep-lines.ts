import builderModule from 'pdfmake/js/LayoutBuilder.js'
import type { LayoutBuilder, Line, PageWriter, TextNode } from 'pdfmake/js/LayoutBuilder.js'
import tableModule from 'pdfmake/js/TableProcessor.js'
import type { TableProcessor } from 'pdfmake/js/TableProcessor.js'
import type { Node } from './node-style.ts'

/** So many lines of a paragraph stand on a page at least, at its foot and at its head. */
const least = 2

/**
 * Marks a paragraph whose lines are kept so. `carry`: what must find room behind its last lines, in points; without that, they go
 * along to the next page.
 */
export const keepLines = (node: Node, carry = 0): Node => ({ ...node, thKeep: { carry } })

type Plan = { before: number | undefined; built: number }

/**
 * The library breaks a page wherever a line ends. Made once for all documents of this thread: a marked paragraph is laid out ahead
 * to know how many lines there are, and the page ends before the line where it does no harm.
 */
export function keepLinesTogether(): void {
  const { prototype } = builderModule.default ?? builderModule
  const { buildNextLine } = prototype
  const plans = new WeakMap<TextNode, Plan>()
  prototype.buildNextLine = function buildKept(this: LayoutBuilder, node: TextNode): Line | null {
    const { writer } = this
    if (!node.thKeep || writer.transactionLevel > 0) return buildNextLine.call(this, node)
    let plan = plans.get(node)
    if (!plan) {
      const { _inlines: inlines } = node
      const ahead: TextNode = { ...node, _inlines: inlines.map((inline) => ({ ...inline })) }
      const heights: number[] = []
      for (let line = buildNextLine.call(this, ahead); line; line = buildNextLine.call(this, ahead)) heights.push(line.getHeight())
      const context = writer.context()
      const isTop = context.y <= context.pageMargins.top
      plans.set(node, (plan = { before: breakBefore(heights, context.availableHeight, isTop, node.thKeep.carry), built: 0 }))
    }
    const line = buildNextLine.call(this, node)
    if (line && plan.built++ === plan.before) writer.moveToNextPage()
    return line
  }
}

/** The same for tables: their last two rows, of the height that the table names in `thLastRows`, stand on one page. */
export function keepLastRows(): void {
  const { prototype } = tableModule.default ?? tableModule
  const { beginRow } = prototype
  prototype.beginRow = function beginKept(this: TableProcessor, row: number, writer: PageWriter): void {
    const { body, thLastRows } = this.tableNode.table
    const isNext = thLastRows !== undefined && row === body.length - 2 && writer.transactionLevel === 0
    if (isNext && writer.context().availableHeight < thLastRows) writer.moveToNextPage()
    beginRow.call(this, row, writer)
  }
}

/** Before which line the page ends, of lines of these heights; undefined where it may end by itself, or not at all. */
export function breakBefore(heights: readonly number[], room: number, isTop: boolean, carry: number): number | undefined {
  let [fitting, used] = [0, 0]
  while (fitting < heights.length && used + heights[fitting]! <= room) used += heights[fitting++]!
  const rest = heights.length - fitting
  if (rest === 0 ? used + carry <= room : rest >= least && (fitting === 0 || fitting >= least)) return undefined
  // At least so many lines go over; if too few stay behind, all do.
  const before = Math.min(fitting, heights.length - least)
  if (before >= least) return before
  return isTop || fitting === 0 ? undefined : 0
}

import type { FormOrder } from '../../../shared/domain/form.ts'
import type { Package } from '../workbook/package-parts.ts'
import { isType } from '../workbook/read-workbook.ts'
import { damaged } from '../workbook/workbook-refusal.ts'
import { editsOfGroup, textGroups, textOfGroup } from './fill-texts.ts'
import { hasRepeat, lookupOf, type Lookup, type MarkList } from './marks.ts'
import { applyEdits, textOfPart, xmlPieces, type XmlEdit } from './xml-pieces.ts'

/** Parts besides the main one that hold paragraphs which are printed. */
const printedParts = ['header', 'footer', 'footnotes', 'endnotes'] as const

/** The changed parts of a .docx by name; without an order nothing is changed and marks are only told. */
export function fillDocument(container: Package, order: FormOrder | undefined, marks: MarkList): Map<string, Buffer> {
  const main = container.relationships('').find((relationship) => isType(relationship, 'officeDocument'))?.target
  if (!main) throw damaged('no main part')
  const others = container.relationships(main).filter((one) => printedParts.some((type) => isType(one, type)))
  const changed = new Map<string, Buffer>()
  for (const name of new Set([main, ...others.map(({ target }) => target)])) {
    if (!container.has(name)) continue
    const xml = textOfPart(container.read(name), name)
    const filled = fillPart(xml, order, marks)
    if (filled !== xml) changed.set(name, Buffer.from(filled))
  }
  return changed
}

function fillPart(xml: string, order: FormOrder | undefined, marks: MarkList): string {
  const rows = repeatedRows(xml)
  const edits: XmlEdit[] = []
  const whole = order ? lookupOf(order.values) : () => undefined
  for (const group of textGroups(xml, 'p')) {
    const row = rows.find(({ start, end }) => start <= group.start && group.end <= end)
    marks.add(textOfGroup(group), '', { isRepeated: row !== undefined, isBlocked: false })
    if (!row) edits.push(...editsOfGroup(xml, group, whole))
  }
  if (order && order.units.length > 0)
    for (const { start, end } of rows) {
      const row = xml.slice(start, end)
      const copies = order.units.map((unit, index) => fillRow(index === 0 ? row : withoutIds(row), lookupOf(unit, order.values)))
      edits.push({ start, end, text: copies.join('') })
    }
  return applyEdits(xml, edits)
}

const fillRow = (row: string, lookup: Lookup): string =>
  applyEdits(
    row,
    textGroups(row, 'p').flatMap((group) => editsOfGroup(row, group, lookup)),
  )

/** A paragraph's own id stands once in a document. */
const withoutIds = (row: string): string => row.replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')

type Row = { start: number; end: number }

/** Innermost table rows that hold the sign of repetition; none stands in another. */
function repeatedRows(xml: string): Row[] {
  const open: number[] = []
  const rows: Row[] = []
  for (const { kind, name, start, end } of xmlPieces(xml)) {
    if (name !== 'tr') continue
    if (kind === 'open') open.push(start)
    else if (kind === 'close') rows.push({ start: open.pop() ?? start, end })
  }
  const marked = textGroups(xml, 'p').filter((group) => hasRepeat(textOfGroup(group)))
  // Rows close inside out: the first one around a paragraph is the innermost.
  const found = new Set(marked.flatMap((group) => rows.find(({ start, end }) => start <= group.start && group.end <= end) ?? []))
  const within = (row: Row, other: Row): boolean => other !== row && other.start <= row.start && row.end <= other.end
  return [...found].filter((row) => ![...found].some((other) => within(row, other)))
}

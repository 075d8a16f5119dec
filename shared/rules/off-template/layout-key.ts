import { nameKey } from '../../vietnamese/text-key.ts'
import type { FoundTable } from './find-tables.ts'

/** Years and days in heads move from period to period; the layout stays the same. */
const made = new Map<string, string>()
export function timeless(text: string): string {
  let key = made.get(text)
  if (key === undefined) {
    if (made.size > 20_000) made.clear()
    key = nameKey(text)
      .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, '#')
      .replace(/(?:19|20)\d\d/g, '#')
    made.set(text, key)
  }
  return key
}

/** What a layout consists of: sheets with tables, heads and labels with their places; no values. */
export function layoutText(
  tables: readonly FoundTable[],
  headings: readonly { sheet: string; row: number; column: number; text: string }[],
): string {
  const lines = tables.flatMap(({ grid, columns, headRows, rows }) => [
    JSON.stringify([grid.sheet.name.normalize('NFC'), headRows]),
    ...columns.map(({ column, text }) => JSON.stringify([column, timeless(text)])),
    ...rows.flatMap(({ row, label }) => (label === '' ? [] : JSON.stringify([row, timeless(label)]))),
  ])
  const marks = headings.map(({ sheet, row, column, text }) => JSON.stringify([sheet.normalize('NFC'), row, column, timeless(text)]))
  return [...lines, ...marks].join('\n')
}

/** 64 bits of two mixed 32-bit hashes (MurmurHash3's finaliser), in hex. Tells layouts apart; the labels themselves are compared at replay. */
export function layoutKey(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2_654_435_761)
    b = Math.imul(b ^ code, 1_597_334_677)
  }
  const mix = (first: number, second: number): number =>
    Math.imul(first ^ (first >>> 16), 2_246_822_507) ^ Math.imul(second ^ (second >>> 13), 3_266_489_909)
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
  return hex(mix(b, a)) + hex(mix(a, b))
}

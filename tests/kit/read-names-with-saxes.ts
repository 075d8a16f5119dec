import { SaxesParser } from 'saxes'
import { readSheetWithSaxes } from './read-sheet-with-saxes.ts'

/** Every element as path, attributes and text of its own; undefined when the XML is not well-formed. */
function walk(xml: string): { path: string; attributes: Readonly<Record<string, string>>; text: string }[] | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const found: { path: string; attributes: Readonly<Record<string, string>>; text: string }[] = []
  const open: (typeof found)[number][] = []
  let broken = false
  parser.on('error', () => (broken = true))
  parser.on('opentag', ({ name, attributes }) => {
    const element = { path: `${open.at(-1)?.path ?? ''}/${name}`, attributes, text: '' }
    found.push(element)
    open.push(element)
  })
  const add = (text: string): void => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return broken ? undefined : found
}

/** Shared strings in order: plain text and runs, without phonetic ones. */
function readStrings(xml: string): string[] | undefined {
  const strings: string[] = []
  const elements = walk(xml)
  for (const { path, text } of elements ?? []) {
    if (path === '/sst/si') strings.push('')
    else if (path === '/sst/si/t' || path === '/sst/si/r/t') strings[strings.length - 1] += text
  }
  return elements && strings
}

export type NamedValue = { type: string; value: string | null; formula: string | null }

/**
 * What stands in the cells that the workbook names, by an independent parser and the plainest reading of the format; undefined
 * where a part is not well-formed or needs more than that.
 */
export function readNamesWithSaxes(parts: ReadonlyMap<string, string>): ReadonlyMap<string, NamedValue> | undefined {
  const workbook = walk(parts.get('xl/workbook.xml') ?? '')
  const relations = walk(parts.get('xl/_rels/workbook.xml.rels') ?? '')
  const strings = readStrings(parts.get('xl/sharedStrings.xml') ?? '')
  if (!workbook || !relations || !strings) return undefined
  // Names of parts have no case (ECMA-376 part 2, 6.2.2).
  const targets = new Map<string, string>()
  for (const { path, attributes } of relations)
    if (path === '/Relationships/Relationship' && (attributes['Type'] ?? '').endsWith('/relationships/worksheet'))
      targets.set(attributes['Id'] ?? '', `xl/${attributes['Target']}`.toLowerCase())
  const sheets = new Map<string, Map<string, NamedValue>>()
  const values = new Map<string, NamedValue>()
  for (const { path, attributes, text } of workbook) {
    if (path === '/workbook/sheets/sheet') {
      const cells = readSheetWithSaxes(parts.get(targets.get(attributes['r:id'] ?? '') ?? '') ?? '<worksheet/>')
      if (!cells || cells.some(([address]) => address === '')) return undefined
      const resolve = (type: string, value: string | null): string | null =>
        type === 's' && value !== null ? (/^\s*\d+\s*$/.test(value) ? (strings[Number(value)] ?? null) : null) : value
      const byAddress = cells.map(([address, type, value, formula]) => [address, { type, value: resolve(type, value), formula }] as const)
      sheets.set((attributes['name'] ?? '').toLowerCase(), new Map(byAddress))
    } else if (path === '/workbook/definedNames/definedName') {
      const [, sheet = '', column = '', row = ''] = /^'?([^'!]*)'?!\$([A-Z]+)\$(\d+)$/.exec(text) ?? []
      const found = sheets.get(sheet.toLowerCase())?.get(`${column}${row}`)
      if (found) values.set(`${attributes['name']} ${attributes['localSheetId'] ?? ''}`, found)
    }
  }
  return values
}

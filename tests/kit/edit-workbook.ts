import { inflateEntry, readZipDirectory } from '../../electron/workers/workbook/zip-directory.ts'
import { buildZip, type ZipMember } from './build-zip.ts'

/** The parts of a workbook of ours, to be changed as no office program would. */
export function workbookParts(bytes: Uint8Array): ZipMember[] {
  const file = Buffer.from(bytes)
  return readZipDirectory(file).map((entry) => ({ name: entry.name, data: inflateEntry(file, entry) }))
}

export type CellEdits = Readonly<Record<string, string>>

/** Puts `<c …>` content into input cells by defined name; a value starting with `t=` begins with its attributes: `t="inlineStr"><is>…</is>`. */
export function setCells(bytes: Uint8Array, edits: CellEdits): Buffer {
  const parts = workbookParts(bytes)
  const textOf = (name: string): string => Buffer.from(parts.find((part) => part.name === name)!.data).toString('utf8')
  const workbook = textOf('xl/workbook.xml')
  const sheets = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]!)
  for (const [name, content] of Object.entries(edits)) {
    const place = new RegExp(`<definedName name="${name.replaceAll('.', '\\.')}">(?:&apos;)?(.+?)(?:&apos;)?!\\$([A-Z]+)\\$(\\d+)<`).exec(
      workbook,
    )
    if (!place) throw new Error(`no cell is named ${name}`)
    const part = parts.find((one) => one.name === `xl/worksheets/sheet${sheets.indexOf(place[1]!) + 1}.xml`)!
    const cell = new RegExp(`<c r="${place[2]}${place[3]}"( s="\\d+")?(?: t="\\w+")?(?:/>|>.*?</c>)`)
    const before = Buffer.from(part.data).toString('utf8')
    const [attributes, inner] = content.startsWith('t=')
      ? [` ${content.slice(0, content.indexOf('>'))}`, content.slice(content.indexOf('>') + 1)]
      : ['', content]
    const after = before.replace(
      cell,
      (_, style: string | undefined) => `<c r="${place[2]}${place[3]}"${style ?? ''}${attributes}>${inner}</c>`,
    )
    if (after === before) throw new Error(`${name} was not changed`)
    part.data = after
  }
  return buildZip(parts)
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Text as typed, each piece in the font it was typed in ('' = the cell's own). */
export const typed = (...runs: readonly (readonly [font: string, text: string])[]): string =>
  `t="inlineStr"><is>${runs.map(([font, text]) => (font === '' ? `<r><t xml:space="preserve">${escaped(text)}</t></r>` : `<r><rPr><rFont val="${font}"/></rPr><t xml:space="preserve">${escaped(text)}</t></r>`)).join('')}</is>`

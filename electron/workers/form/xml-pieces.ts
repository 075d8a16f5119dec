import { isUtf8 } from 'node:buffer'
import { damaged } from '../workbook/workbook-refusal.ts'
import { XmlScanner, tokens } from '../workbook/xml-scanner.ts'

/** A tag or a stretch of text with its place in the part; names without prefix. */
export type XmlPiece = {
  kind: 'open' | 'close' | 'empty' | 'text'
  name: string
  /** As written, of tags that open. */
  attributes: string
  start: number
  end: number
}

export type XmlEdit = { start: number; end: number; text: string }

const pattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The pieces of text that is well-formed; comments, instructions and CDATA are passed over and so stay as they are. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (const match of xml.matchAll(pattern)) {
    const [whole, closed, opened, attributes = '', slash] = match
    const place = { start: match.index, end: match.index + whole.length }
    if (closed !== undefined) yield { kind: 'close', name: withoutPrefix(closed), attributes: '', ...place }
    else if (opened !== undefined) yield { kind: slash === '/' ? 'empty' : 'open', name: withoutPrefix(opened), attributes, ...place }
    else if (whole[0] !== '<') yield { kind: 'text', name: '', attributes: '', ...place }
  }
}

/** The text of a part after a strict look at it. Throws WorkbookRefusal; other encodings than UTF-8 are not edited. */
export function textOfPart(bytes: Buffer, part: string): string {
  if (!isUtf8(bytes)) throw damaged(`${part}: not UTF-8`)
  const scanner = new XmlScanner(bytes, part)
  while (scanner.next() !== tokens.end);
  return bytes.toString('utf8')
}

/** Edits do not overlap. */
export function applyEdits(xml: string, edits: readonly XmlEdit[]): string {
  let result = ''
  let from = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    result += xml.slice(from, start) + text
    from = end
  }
  return result + xml.slice(from)
}

export const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined)

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (entities[name ?? ''] ?? whole),
  )

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

import { findMarks, type Lookup } from './marks.ts'
import { escapeXml, unescapeXml, xmlPieces, type XmlEdit, type XmlPiece } from './xml-pieces.ts'

/** The content of one `t`, with the tag that opened it. */
type TextNode = { tag: XmlPiece; start: number; end: number; text: string }

/** Texts that read as one: those of a paragraph, or of a cell, however many runs they were typed in. */
export type TextGroup = { nodes: TextNode[]; start: number; end: number }

/** `container`: local name of what holds a group, the innermost one counts; undefined: the whole is one group. */
export function textGroups(xml: string, container: string | undefined): TextGroup[] {
  const whole: TextGroup = { nodes: [], start: 0, end: xml.length }
  const groups: TextGroup[] = container === undefined ? [whole] : []
  const open: TextGroup[] = container === undefined ? [whole] : []
  let tag: XmlPiece | undefined
  let phonetic = 0
  for (const piece of xmlPieces(xml)) {
    if (piece.name === 'rPh') phonetic += piece.kind === 'open' ? 1 : piece.kind === 'close' ? -1 : 0
    if (piece.name === container) {
      if (piece.kind === 'open') {
        const group: TextGroup = { nodes: [], start: piece.start, end: piece.end }
        open.push(group)
        groups.push(group)
      } else if (piece.kind === 'close') {
        const closed = open.pop()
        if (closed) closed.end = piece.end
      }
    } else if (piece.name === 't') tag = piece.kind === 'open' ? piece : undefined
    else if (piece.kind === 'text' && tag && tag.end === piece.start && phonetic === 0)
      open.at(-1)?.nodes.push({ tag, start: piece.start, end: piece.end, text: unescapeXml(xml.slice(piece.start, piece.end)) })
  }
  return groups
}

export const textOfGroup = ({ nodes }: TextGroup): string => nodes.map(({ text }) => text).join('')

/** A mark may be spread over runs: what it stands for goes where it begins, in that run's look; the rest of it goes. */
export function editsOfGroup(xml: string, { nodes }: TextGroup, lookup: Lookup): XmlEdit[] {
  const text = nodes.map((node) => node.text).join('')
  const known = findMarks(text).flatMap((place) => {
    const value = lookup(place.mark)
    return value === undefined ? [] : [{ ...place, shown: value.shown }]
  })
  if (known.length === 0) return []
  let from = 0
  return nodes.flatMap((node): XmlEdit[] => {
    const begin = from
    from += node.text.length
    let changed = ''
    let at = begin
    for (const { start, end, shown } of known) {
      if (end <= begin || start >= from) continue
      changed += text.slice(at, Math.max(at, start))
      if (start >= begin) changed += shown
      at = Math.min(end, from)
    }
    changed += text.slice(at, from)
    if (changed === node.text) return []
    return [...keepSpaces(xml, node.tag, changed), { start: node.start, end: node.end, text: escapeXml(changed) }]
  })
}

/** White space at an edge is dropped by readers unless the tag says that it counts. */
function keepSpaces(xml: string, tag: XmlPiece, text: string): XmlEdit[] {
  if (!/^\s|\s$/.test(text) || tag.attributes.includes('xml:space')) return []
  return [{ start: tag.start, end: tag.end, text: `${xml.slice(tag.start, tag.end - 1)} xml:space="preserve">` }]
}

import type { PdfDocument, PdfFont } from 'pdfmake'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import { fontFamily } from './font-files.ts'
import { keptWords } from './kept-words.ts'

/** A word ready to be written: `width` in thousandths of the type size, `glyphs` as the inside of a TJ array. */
export type Word = { text: string; width: number; glyphs: string }

/** One cut of the typeface on one document; words and single figures are shaped once however often they occur. */
export type Face = { font: PdfFont; words: Map<string, Word> }

export type Faces = (style: TypeStyle) => Face

export function openFaces(document: PdfDocument): Faces {
  const faces = new Map<number, Face>()
  return (style) => {
    const key = (style.bold ? 1 : 0) + (style.italic ? 2 : 0)
    let face = faces.get(key)
    if (!face) faces.set(key, (face = { font: document.provideFont(fontFamily, style.bold, style.italic), words: new Map() }))
    return face
  }
}

const figuresOnly = /^[0-9.,*–…]+$/

/** Figures are put together from single signs, because hardly any number occurs twice and shaping is what costs. */
export function wordOf(face: Face, text: string): Word {
  const known = face.words.get(text)
  if (known) return known
  if (text.length > 1 && figuresOnly.test(text)) {
    let width = 0
    let hex = ''
    for (const sign of text) {
      const word = wordOf(face, sign)
      width += word.width
      hex += word.glyphs.slice(1, -1)
    }
    return { text, width, glyphs: `<${hex}>` }
  }
  const word = shape(face.font, text)
  face.words.set(text, word)
  return word
}

function shape(font: PdfFont, text: string): Word {
  const [ids, positions] = font.encode(text)
  let width = 0
  let glyphs = ''
  let open = ''
  for (const [index, id] of ids.entries()) {
    const { xAdvance, advanceWidth } = positions[index]!
    width += xAdvance
    open += id
    const kerning = xAdvance - advanceWidth
    if (kerning !== 0 && index < ids.length - 1) {
      glyphs += `<${open}>${fixed(-kerning)}`
      open = ''
    }
  }
  return { text, width, glyphs: `${glyphs}<${open}>` }
}

/** Enough digits for print, and the same digits everywhere. */
export const fixed = (value: number): string => String(Math.round(value * 100) / 100)

export const widthOf = (face: Face, text: string, size: number): number =>
  text === '' ? 0 : lineOf(face, text.split(' ')).width * (size / 1000)

/** Words of one line joined by real spaces, so that the text can be searched and copied. */
export function lineOf(face: Face, texts: readonly string[]): Word {
  if (texts.length === 1) return wordOf(face, texts[0]!)
  const space = wordOf(face, ' ')
  let width = 0
  const glyphs: string[] = []
  for (const [index, text] of texts.entries()) {
    const word = wordOf(face, text)
    if (index > 0) {
      width += space.width
      glyphs.push(space.glyphs)
    }
    width += word.width
    glyphs.push(word.glyphs)
  }
  return { text: texts.join(' '), width, glyphs: glyphs.join('') }
}

/** Breaks a text into lines of at most `width` points; a single word that is wider is cut, never lost. */
export function breakLines(face: Face, text: string, size: number, width: number): Word[] {
  if (text === '') return []
  const room = (width * 1000) / size
  const whole = text.indexOf(' ') < 0 ? wordOf(face, text) : undefined
  if (whole && whole.width <= room) return [whole]
  const space = wordOf(face, ' ').width
  const lines: Word[] = []
  let line: string[] = []
  let used = 0
  const words = keptWords(text).flatMap((part) => (wordOf(face, part).width <= room ? [part] : part.split(' ')))
  for (const part of words.flatMap((word) => cutToFit(face, word, room))) {
    const partWidth = wordOf(face, part).width
    if (line.length > 0 && used + space + partWidth > room) {
      lines.push(lineOf(face, line))
      line = []
      used = 0
    }
    used += partWidth + (line.length > 0 ? space : 0)
    line.push(part)
  }
  if (line.length > 0) lines.push(lineOf(face, line))
  return lines
}

function cutToFit(face: Face, word: string, room: number): string[] {
  if (wordOf(face, word).width <= room) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const sign of word) {
    const width = wordOf(face, sign).width
    if (part !== '' && used + width > room) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += sign
    used += width
  }
  return [...parts, part]
}

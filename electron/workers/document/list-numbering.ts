import { XmlScanner, tokens } from '../workbook/xml-scanner.ts'
import { forEachChild, smallNumber, valueOf } from './walk-element.ts'

type Level = { start: number; format: string; text: string }
type List = { levels: Map<number, Level>; counts: number[] }

export type ListNumbering = {
  /** The marker of the next item of this list and level, and whether it counts; null where there is no such list. */
  next(number: string, level: number): { marker: string; counts: boolean } | null
}

const plainLevel: Level = { start: 1, format: 'decimal', text: '' }

/** Markers of automatic lists (ECMA-376 part 1, 17.9), counted as the document is read from its beginning. */
export function readListNumbering(bytes: Buffer | undefined): ListNumbering {
  const abstracts = new Map<string, List>()
  const lists = new Map<string, { list: List; starts: Map<number, number> }>()
  if (bytes) {
    const scanner = new XmlScanner(bytes, 'numbering')
    if (scanner.next() === tokens.open)
      forEachChild(scanner, (name) => {
        if (name === 'abstractNum') {
          const id = scanner.prefixedAttribute('abstractNumId') ?? ''
          abstracts.set(id, { levels: readLevels(scanner), counts: [] })
        } else if (name === 'num') {
          const id = scanner.prefixedAttribute('numId') ?? ''
          const { abstract, starts } = readList(scanner)
          const list = abstracts.get(abstract)
          if (list) lists.set(id, { list, starts })
        }
      })
  }
  return {
    next(number, level) {
      const found = lists.get(number)
      const own = found?.list.levels.get(level)
      if (!found || !own) return null
      const { list, starts } = found
      const restart = starts.get(level)
      starts.delete(level)
      list.counts[level] = restart ?? (list.counts[level] === undefined ? own.start : list.counts[level] + 1)
      list.counts.length = level + 1
      if (own.format === 'bullet') return { marker: /^[-+*–—•]$/.test(own.text) ? own.text : '•', counts: false }
      const marker = own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const { format, start } = list.levels.get(at) ?? plainLevel
        return countText(list.counts[at] ?? start, format)
      })
      return marker.trim() === '' ? null : { marker: marker.trim(), counts: true }
    },
  }
}

function readLevels(scanner: XmlScanner): Map<number, Level> {
  const levels = new Map<number, Level>()
  forEachChild(scanner, (name) => {
    if (name !== 'lvl') return
    const place = smallNumber(scanner.prefixedAttribute('ilvl'), 8)
    const level = { ...plainLevel }
    forEachChild(scanner, (inner) => {
      if (inner === 'start') level.start = smallNumber(valueOf(scanner), 32_767) ?? 1
      else if (inner === 'numFmt') level.format = valueOf(scanner) ?? 'decimal'
      else if (inner === 'lvlText') level.text = valueOf(scanner) ?? ''
    })
    if (place !== undefined) levels.set(place, level)
  })
  return levels
}

function readList(scanner: XmlScanner): { abstract: string; starts: Map<number, number> } {
  const list = { abstract: '', starts: new Map<number, number>() }
  forEachChild(scanner, (name) => {
    if (name === 'abstractNumId') list.abstract = valueOf(scanner) ?? ''
    else if (name === 'lvlOverride') {
      const level = smallNumber(scanner.prefixedAttribute('ilvl'), 8)
      forEachChild(scanner, (inner) => {
        const start = inner === 'startOverride' ? smallNumber(valueOf(scanner), 32_767) : undefined
        if (level !== undefined && start !== undefined) list.starts.set(level, start)
      })
    }
  })
  return list
}

const romans: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  let rest = count
  let text = ''
  for (const [value, letters] of romans)
    while (rest >= value) {
      text += letters
      rest -= value
    }
  return text
}

/** After z comes aa. */
const letter = (count: number): string =>
  count < 1 ? '' : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(30, Math.ceil(count / 26)))

function countText(count: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperLetter':
      return letter(count).toUpperCase()
    case 'lowerLetter':
      return letter(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'none':
    case 'bullet':
      return ''
    default:
      return String(count)
  }
}

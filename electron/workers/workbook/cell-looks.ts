import type { SheetBorder, SheetStyle } from '../../../shared/domain/sheet-window.ts'
import { readColour } from './theme-colours.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

type Font = Pick<SheetStyle, 'face' | 'size' | 'bold' | 'italic' | 'underline' | 'strike' | 'colour'>
type Borders = Pick<SheetStyle, 'top' | 'right' | 'bottom' | 'left'>
type Alignment = Pick<SheetStyle, 'horizontal' | 'vertical' | 'wrap' | 'indent'>
type Xf = { font: number; fill: number; border: number; alignment: Alignment }

export type CellLooks = {
  /** One per entry of `cellXfs`, in order. */
  looks: readonly SheetStyle[]
  /** Of the workbook's usual text; widths of columns are counted in its digits. */
  usual: Pick<SheetStyle, 'face' | 'size'>
}

export const plainLook: SheetStyle = { face: 'sans', size: 11, vertical: 'bottom' }
export const noLooks: CellLooks = { looks: [plainLook], usual: plainLook }

/** Whether a cell without any text is seen. */
export const showsEmpty = ({ fill, top, right, bottom, left }: SheetStyle): boolean =>
  fill !== undefined || top !== undefined || right !== undefined || bottom !== undefined || left !== undefined

const isOn = (value: string | undefined): boolean => value === undefined || value === '1' || value === 'true' || value === 'on'

/** Fonts, fills, borders and alignments of the cells. Formats of named styles are not followed: programs write them out in full. */
export function readCellLooks(bytes: Buffer, theme: readonly string[]): CellLooks {
  const scanner = new XmlScanner(bytes, 'styles')
  const fonts: Font[] = []
  const fills: (string | undefined)[] = []
  const borders: Borders[] = []
  const xfs: Xf[] = []
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open || scanner.depth !== 2) continue
    if (scanner.name === 'fonts') forEachChild(scanner, 'font', () => fonts.push(readFont(scanner, theme)))
    else if (scanner.name === 'fills') forEachChild(scanner, 'fill', () => fills.push(readFill(scanner, theme)))
    else if (scanner.name === 'borders') forEachChild(scanner, 'border', () => borders.push(readBorders(scanner, theme)))
    else if (scanner.name === 'cellXfs') forEachChild(scanner, 'xf', () => xfs.push(readXf(scanner)))
    else scanner.skip()
  }
  const usual = fonts[0] ?? plainLook
  const looks = xfs.map(({ font, fill, border, alignment }): SheetStyle => {
    const colour = fills[fill]
    return { ...(fonts[font] ?? usual), ...(colour === undefined ? {} : { fill: colour }), ...borders[border], ...alignment }
  })
  return { looks: looks.length > 0 ? looks : [plainLook], usual }
}

/** Calls `read` at each opened child of this name; `read` goes on to just after its close. */
function forEachChild(scanner: XmlScanner, name: string, read: () => void): void {
  const inside = scanner.depth
  for (let token = scanner.next(); token !== tokens.close || scanner.depth >= inside; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.name === name) read()
    else scanner.skip()
  }
}

/** Calls `see` at every element inside the one opened last; goes on to just after its close. */
function seeInside(scanner: XmlScanner, see: (name: string, depth: number) => void): void {
  const outside = scanner.depth - 1
  for (let token = scanner.next(); token !== tokens.close || scanner.depth > outside; token = scanner.next())
    if (token === tokens.open) see(scanner.name, scanner.depth - outside - 1)
}

const [smallest, largest] = [4, 96]

function readFont(scanner: XmlScanner, theme: readonly string[]): Font {
  const font: Font = { face: 'sans', size: 11 }
  seeInside(scanner, (name) => {
    if (name === 'b' && isOn(scanner.attribute('val'))) font.bold = true
    else if (name === 'i' && isOn(scanner.attribute('val'))) font.italic = true
    else if (name === 'strike' && isOn(scanner.attribute('val'))) font.strike = true
    else if (name === 'u' && scanner.attribute('val') !== 'none') font.underline = true
    else if (name === 'sz') font.size = bounded(scanner.attribute('val'), smallest, largest) ?? font.size
    else if (name === 'name') font.face = faceOf(scanner.attribute('val') ?? '')
    else if (name === 'color') {
      const colour = readColour(scanner, theme)
      if (colour !== undefined) font.colour = colour
    }
  })
  return font
}

/** The kind of letter, not the font itself: it may not be on this machine. */
export function faceOf(fontName: string): SheetStyle['face'] {
  if (/courier|consol|mono/i.test(fontName)) return 'mono'
  return /time|cambria|georgia|garamond|palatino|antiqua|tinos|serif/i.test(fontName) && !/sans/i.test(fontName) ? 'serif' : 'sans'
}

/** The number in an attribute within bounds; undefined where there is none. */
export function bounded(value: string | undefined, low: number, high: number): number | undefined {
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? Math.max(low, Math.min(high, number)) : undefined
}

/** Patterns are shown by one colour: the paper's between their lines matters less than that the cell is marked. */
function readFill(scanner: XmlScanner, theme: readonly string[]): string | undefined {
  let pattern = 'none'
  let front: string | undefined
  let back: string | undefined
  seeInside(scanner, (name) => {
    if (name === 'patternFill') pattern = scanner.attribute('patternType') ?? 'none'
    else if (name === 'fgColor') front = readColour(scanner, theme)
    else if (name === 'bgColor') back = readColour(scanner, theme)
    else if (name === 'color') {
      pattern = 'gradient'
      front ??= readColour(scanner, theme)
    }
  })
  if (pattern === 'none') return undefined
  if (pattern === 'solid' || pattern === 'gradient') return front
  return back ?? '#e0e0e0'
}

const lineOf: Readonly<Record<string, SheetBorder['line']>> = {
  thin: 'thin',
  hair: 'dotted',
  dotted: 'dotted',
  dashed: 'dashed',
  dashDot: 'dashed',
  dashDotDot: 'dashed',
  medium: 'medium',
  mediumDashed: 'dashed',
  mediumDashDot: 'dashed',
  mediumDashDotDot: 'dashed',
  slantDashDot: 'dashed',
  thick: 'thick',
  double: 'double',
}
const sideOf: Readonly<Record<string, keyof Borders>> = {
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',
  start: 'left',
  end: 'right',
}

function readBorders(scanner: XmlScanner, theme: readonly string[]): Borders {
  const borders: Borders = {}
  let side: keyof Borders | undefined
  seeInside(scanner, (name, depth) => {
    if (depth === 1) {
      side = Object.hasOwn(sideOf, name) ? sideOf[name] : undefined
      const style = scanner.attribute('style') ?? ''
      if (side && Object.hasOwn(lineOf, style)) borders[side] = { line: lineOf[style]!, colour: '#000000' }
    } else if (side && borders[side] && name === 'color') {
      const colour = readColour(scanner, theme)
      if (colour !== undefined) borders[side] = { ...borders[side]!, colour }
    }
  })
  return borders
}

const horizontals: Readonly<Record<string, SheetStyle['horizontal']>> = {
  left: 'left',
  justify: 'left',
  distributed: 'centre',
  center: 'centre',
  centerContinuous: 'centre',
  right: 'right',
}
const verticals: Readonly<Record<string, SheetStyle['vertical']>> = { top: 'top', justify: 'top', center: 'middle', distributed: 'middle' }

function readXf(scanner: XmlScanner): Xf {
  const xf: Xf = {
    font: Math.max(0, scanner.integerAttribute('fontId')),
    fill: Math.max(0, scanner.integerAttribute('fillId')),
    border: Math.max(0, scanner.integerAttribute('borderId')),
    alignment: { vertical: 'bottom' },
  }
  seeInside(scanner, (name) => {
    if (name !== 'alignment') return
    const given = scanner.attribute('horizontal') ?? ''
    const horizontal = Object.hasOwn(horizontals, given) ? horizontals[given] : undefined
    const vertical = scanner.attribute('vertical') ?? ''
    const indent = bounded(scanner.attribute('indent'), 0, 30) ?? 0
    xf.alignment = {
      vertical: Object.hasOwn(verticals, vertical) ? verticals[vertical]! : 'bottom',
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(scanner.attribute('wrapText') !== undefined && isOn(scanner.attribute('wrapText')) ? { wrap: true as const } : {}),
      ...(indent > 0 ? { indent } : {}),
    }
  })
  return xf
}

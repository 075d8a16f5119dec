import type { SheetBorder, SheetStyle } from '../../../../shared/domain/sheet-window.ts'
import { bounded, faceOf, plainLook } from '../cell-looks.ts'
import { isDateFormat, plainStyle, type CellStyle } from '../cell-styles.ts'
import { XmlScanner, tokens } from '../xml-scanner.ts'
import { forEachOdsChild, isOdsFormat, readOdsFormat } from './ods-formats.ts'

type Own = {
  parent: string | undefined
  format: string | undefined
  fontName: string | undefined
  look: Partial<SheetStyle>
  /** Points. */
  width: number | undefined
  height: number | undefined
  isFitted: boolean
  isShown: boolean
}

/** Styles by family and name, as both parts of the package define them. */
export type OdsStyles = {
  /** Place in `styles` and `looks`; 0 is the workbook's usual one. */
  cell(name: string | undefined): number
  fontOf(textStyle: string | undefined): string | undefined
  columnWidth(name: string | undefined): number | undefined
  /** Points; below 0 where programs still fit it to the text. */
  rowHeight(name: string | undefined): number | undefined
  isShown(table: string | undefined): boolean
  styles: CellStyle[]
  looks: SheetStyle[]
}

const longestChain = 20

export function readOdsStyles(parts: readonly { bytes: Buffer; name: string }[]): OdsStyles {
  const fonts = new Map<string, string>()
  const formats = new Map<string, string>()
  const own = new Map<string, Own>()
  for (const { bytes, name: part } of parts) {
    const scanner = new XmlScanner(bytes, part)
    for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
      if (token !== tokens.open || scanner.depth === 1) continue
      if (scanner.depth === 2) {
        if (!/^(?:font-face-decls|styles|automatic-styles)$/.test(scanner.name)) scanner.skip()
        continue
      }
      const name = scanner.prefixedAttribute('name') ?? ''
      const kind = scanner.name
      if (kind === 'font-face') fonts.set(name, unquoted(scanner.prefixedAttribute('font-family') ?? name))
      else if (isOdsFormat(kind)) {
        formats.set(name, readOdsFormat(scanner, kind, formats))
        continue
      } else if (kind === 'style' || kind === 'default-style') {
        const family = scanner.prefixedAttribute('family') ?? ''
        own.set(`${family} ${kind === 'style' ? name : ''}`, readStyle(scanner))
        continue
      }
      scanner.skip()
    }
  }
  return resolveStyles(own, fonts, formats)
}

const unquoted = (family: string): string => family.replace(/^'(.*)'$/, '$1')

function resolveStyles(own: ReadonlyMap<string, Own>, fonts: ReadonlyMap<string, string>, formats: ReadonlyMap<string, string>): OdsStyles {
  /** Nearest first, the family's default last. */
  const chain = (family: string, name: string | undefined): Own[] => {
    const found: Own[] = []
    for (let at = name; at !== undefined && found.length < longestChain;) {
      const style = own.get(`${family} ${at}`)
      if (style) found.push(style)
      at = style?.parent
    }
    const usual = own.get(`${family} `)
    return usual ? [...found, usual] : found
  }
  const fontIn = (styles: readonly Own[]): string | undefined => {
    const name = styles.find(({ fontName }) => fontName !== undefined)?.fontName
    return name === undefined ? undefined : (fonts.get(name) ?? unquoted(name))
  }
  const styles: CellStyle[] = []
  const looks: SheetStyle[] = []
  const places = new Map<string, number>()
  const cell = (name: string | undefined): number => {
    const key = name ?? 'Default'
    const known = places.get(key)
    if (known !== undefined) return known
    const found = chain('table-cell', key)
    const formatName = found.find(({ format }) => format !== undefined)?.format
    const numberFormat = (formatName === undefined ? undefined : formats.get(formatName)) ?? plainStyle.numberFormat
    const fontName = fontIn(found) ?? ''
    styles.push({ numberFormat, fontName, isDate: isDateFormat(numberFormat) })
    looks.push(
      Object.assign({ ...plainLook, size: 10, face: faceOf(fontName) }, ...found.toReversed().map(({ look }) => look)) as SheetStyle,
    )
    places.set(key, styles.length - 1)
    return styles.length - 1
  }
  cell(undefined)
  return {
    cell,
    styles,
    looks,
    fontOf: (textStyle) => fontIn(chain('text', textStyle).filter((style) => style !== own.get('text '))),
    columnWidth: (name) => chain('table-column', name)[0]?.width,
    rowHeight(name) {
      const [row] = chain('table-row', name)
      return row?.height === undefined ? undefined : row.isFitted ? -row.height : row.height
    },
    isShown: (table) => chain('table', table)[0]?.isShown ?? true,
  }
}

function readStyle(scanner: XmlScanner): Own {
  const style: Own = {
    parent: scanner.prefixedAttribute('parent-style-name'),
    format: scanner.prefixedAttribute('data-style-name'),
    fontName: undefined,
    look: {},
    width: undefined,
    height: undefined,
    isFitted: false,
    isShown: true,
  }
  forEachOdsChild(scanner, (name) => {
    if (name === 'text-properties') {
      style.fontName = scanner.prefixedAttribute('font-name') ?? scanner.attribute('fo:font-family')
      Object.assign(style.look, textLook(scanner))
    } else if (name === 'table-cell-properties') Object.assign(style.look, cellLook(scanner))
    else if (name === 'paragraph-properties') Object.assign(style.look, paragraphLook(scanner))
    else if (name === 'table-column-properties') style.width = points(scanner.prefixedAttribute('column-width'))
    else if (name === 'table-row-properties') {
      style.height = points(scanner.prefixedAttribute('row-height'))
      style.isFitted = scanner.prefixedAttribute('use-optimal-row-height') === 'true'
    } else if (name === 'table-properties') style.isShown = scanner.attribute('table:display') !== 'false'
  })
  return style
}

const pointsPer: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, px: 0.75 }

/** A length in points; undefined where it is none. */
function points(length: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(\d{1,6}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|px)$/.exec(length ?? '') ?? []
  const factor = pointsPer[unit]
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}

const colour = (text: string | undefined): string | undefined => (/^#[0-9a-f]{6}$/i.test(text ?? '') ? text!.toLowerCase() : undefined)

function textLook(scanner: XmlScanner): Partial<SheetStyle> {
  const look: Partial<SheetStyle> = {}
  const size = bounded(/^([\d.]+)pt$/.exec(scanner.attribute('fo:font-size') ?? '')?.[1], 4, 96)
  if (size !== undefined) look.size = size
  const weight = scanner.attribute('fo:font-weight')
  if (weight !== undefined) look.bold = weight === 'bold' || Number(weight) >= 600 ? true : undefined
  const slant = scanner.attribute('fo:font-style')
  if (slant !== undefined) look.italic = slant === 'normal' ? undefined : true
  const under = scanner.prefixedAttribute('text-underline-style')
  if (under !== undefined) look.underline = under === 'none' ? undefined : true
  const through = scanner.prefixedAttribute('text-line-through-style')
  if (through !== undefined) look.strike = through === 'none' ? undefined : true
  const own = colour(scanner.attribute('fo:color'))
  if (own !== undefined) look.colour = own
  return look
}

const lines: Readonly<Record<string, SheetBorder['line']>> = { solid: 'thin', dashed: 'dashed', dotted: 'dotted', double: 'double' }

function border(text: string | undefined): SheetBorder | undefined {
  if (text === undefined || text === 'none') return undefined
  const [length = '', style = '', shade] = text.split(' ')
  const line = Object.hasOwn(lines, style) ? lines[style]! : 'thin'
  const width = points(length) ?? 0.75
  return {
    line: line === 'thin' && width >= 2 ? 'thick' : line === 'thin' && width >= 1.25 ? 'medium' : line,
    colour: colour(shade) ?? '#000000',
  }
}

function cellLook(scanner: XmlScanner): Partial<SheetStyle> {
  const look: Partial<SheetStyle> = {}
  const background = scanner.attribute('fo:background-color')
  if (background !== undefined) look.fill = colour(background)
  const all = scanner.attribute('fo:border')
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const own = scanner.attribute(`fo:border-${side}`) ?? all
    if (own !== undefined) look[side] = border(own)
  }
  const vertical = scanner.prefixedAttribute('vertical-align')
  if (vertical !== undefined) look.vertical = vertical === 'top' ? 'top' : vertical === 'middle' ? 'middle' : 'bottom'
  const wrap = scanner.attribute('fo:wrap-option')
  if (wrap !== undefined) look.wrap = wrap === 'wrap' ? true : undefined
  return look
}

function paragraphLook(scanner: XmlScanner): Partial<SheetStyle> {
  const look: Partial<SheetStyle> = {}
  const align = scanner.attribute('fo:text-align')
  if (align !== undefined) look.horizontal = align === 'center' ? 'centre' : align === 'end' || align === 'right' ? 'right' : 'left'
  const indent = Math.round((points(scanner.attribute('fo:margin-left')) ?? 0) / 7.5)
  if (indent > 0) look.indent = Math.min(30, indent)
  return look
}

import type { SheetBorder, SheetStyle } from '../../../../shared/domain/sheet-window.ts'
import { faceOf, plainLook } from '../cell-looks.ts'
import { builtInFormats, isDateFormat, type CellStyle } from '../cell-styles.ts'

export type BiffFont = { name: string; look: Pick<SheetStyle, 'face' | 'size' | 'bold' | 'italic' | 'underline' | 'strike' | 'colour'> }
export type BiffXf = { font: number; format: number; dress: (palette: readonly string[]) => Omit<SheetStyle, 'face' | 'size'> }

/** The 56 colours of the usual palette, from index 8 (MS-XLS 2.5.161). */
export const usualPalette: readonly string[] =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
    .split(' ')
    .map((hex) => `#${hex}`)

const colourAt = (palette: readonly string[], index: number): string | undefined =>
  index < 8 ? usualPalette[index] : index < 64 ? palette[index - 8] : undefined

export function readPalette(record: Buffer): string[] {
  const count = Math.min(56, record.readUInt16LE(0), Math.floor((record.length - 2) / 4))
  const own = Array.from({ length: count }, (_, at) => `#${record.toString('hex', 2 + 4 * at, 5 + 4 * at)}`)
  return [...own, ...usualPalette.slice(count)]
}

/** FONT of BIFF 5 to 8. The colour waits for the palette, which comes later. */
export function readBiffFont(record: Buffer, version: number): { font: BiffFont; colour: number } {
  const flags = record.readUInt16LE(2)
  const length = record[14] ?? 0
  const isWide = version === 8 && ((record[15] ?? 0) & 1) === 1
  const start = version === 8 ? 16 : 15
  const name = record.toString(isWide ? 'utf16le' : 'latin1', start, start + length * (isWide ? 2 : 1))
  const size = record.readUInt16LE(0) / 20
  return {
    colour: record.readUInt16LE(4),
    font: {
      name,
      look: {
        face: faceOf(name),
        size: Math.max(4, Math.min(96, size)),
        ...(record.readUInt16LE(6) >= 600 ? { bold: true as const } : {}),
        ...(flags & 2 ? { italic: true as const } : {}),
        ...(flags & 8 ? { strike: true as const } : {}),
        ...((record[10] ?? 0) !== 0 ? { underline: true as const } : {}),
      },
    },
  }
}

const horizontals: readonly SheetStyle['horizontal'][] = [undefined, 'left', 'centre', 'right', undefined, 'left', 'centre', 'centre']
const verticals: readonly SheetStyle['vertical'][] = ['top', 'middle', 'bottom', 'top', 'middle']
const lines: readonly (SheetBorder['line'] | undefined)[] = [
  undefined,
  'thin',
  'medium',
  'dashed',
  'dotted',
  'thick',
  'double',
  'dotted',
  'dashed',
  'dashed',
  'dashed',
  'dashed',
  'dashed',
  'dashed',
]

/** XF of BIFF 5 to 8; fills and borders of BIFF 8 only. */
export function readBiffXf(record: Buffer, version: number): BiffXf {
  const align = record[6] ?? 0
  const horizontal = horizontals[align & 7]
  const base = {
    vertical: verticals[(align >> 4) & 7] ?? ('bottom' as const),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(align & 8 ? { wrap: true as const } : {}),
  }
  const xf = { font: record.readUInt16LE(0), format: record.readUInt16LE(2) }
  if (version < 8 || record.length < 20) return { ...xf, dress: () => base }
  const indent = record[8]! & 15
  const [sides, tops, fills] = [record.readUInt32LE(10), record.readUInt32LE(14), record.readUInt16LE(18)]
  return {
    ...xf,
    dress: (palette) => {
      const border = (line: number, colour: number): SheetBorder | undefined => {
        const known = lines[line]
        return known && { line: known, colour: colourAt(palette, colour) ?? '#000000' }
      }
      const pattern = tops >>> 26
      const [front, back] = [colourAt(palette, fills & 127), colourAt(palette, (fills >> 7) & 127)]
      const fill = pattern === 0 ? undefined : pattern === 1 ? front : (back ?? '#e0e0e0')
      return {
        ...base,
        ...(indent > 0 ? { indent } : {}),
        ...(fill === undefined ? {} : { fill }),
        ...withBorder('left', border(sides & 15, (sides >>> 16) & 127)),
        ...withBorder('right', border((sides >>> 4) & 15, (sides >>> 23) & 127)),
        ...withBorder('top', border((sides >>> 8) & 15, tops & 127)),
        ...withBorder('bottom', border((sides >>> 12) & 15, (tops >>> 7) & 127)),
      }
    },
  }
}

const withBorder = (side: 'left' | 'right' | 'top' | 'bottom', border: SheetBorder | undefined): Partial<SheetStyle> =>
  border === undefined ? {} : { [side]: border }

/** Fonts are counted as programs count them: there is no fifth (MS-XLS 2.5.129). */
export const fontAt = (fonts: readonly BiffFont[], index: number): BiffFont | undefined => fonts[index > 4 ? index - 1 : index]

export function styleOfXf(xf: BiffXf, fonts: readonly BiffFont[], formats: ReadonlyMap<number, string>): CellStyle {
  const numberFormat = formats.get(xf.format) ?? builtInFormats[xf.format] ?? 'General'
  return { numberFormat, fontName: fontAt(fonts, xf.font)?.name ?? '', isDate: isDateFormat(numberFormat) }
}

export const lookOfXf = (xf: BiffXf, fonts: readonly BiffFont[], palette: readonly string[]): SheetStyle => ({
  ...plainLook,
  ...fontAt(fonts, xf.font)?.look,
  ...xf.dress(palette),
})

/** The colour of a font, known once the palette is. */
export function colourFont(font: BiffFont, colour: number, palette: readonly string[]): BiffFont {
  const known = colourAt(palette, colour)
  return known === undefined || known === '#000000' ? font : { ...font, look: { ...font.look, colour: known } }
}

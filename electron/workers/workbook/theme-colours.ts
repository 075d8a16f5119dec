import { XmlScanner, tokens } from './xml-scanner.ts'

/** In the order in which a style numbers them: light and dark stand the other way round than in the theme (ECMA-376 part 1, 18.8.3). */
const schemeNames = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']

/** Of a workbook that brings no theme: the colours of Office 2013 and later. */
export const officeTheme: readonly string[] = [
  'ffffff',
  '000000',
  'e7e6e6',
  '44546a',
  '4472c4',
  'ed7d31',
  'a5a5a5',
  'ffc000',
  '5b9bd5',
  '70ad47',
  '0563c1',
  '954f72',
]

const sixDigits = /^[0-9a-f]{6}$/

export function readThemeColours(bytes: Buffer): string[] {
  const scanner = new XmlScanner(bytes, 'theme')
  const colours = [...officeTheme]
  let scheme = ''
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.depth === 2 && scanner.name !== 'themeElements') scanner.skip()
    else if (scanner.depth === 3 && scanner.name !== 'clrScheme') scanner.skip()
    else if (scanner.depth === 4) scheme = scanner.name
    else if (scanner.depth === 5) {
      const colour = (scanner.attribute(scanner.name === 'sysClr' ? 'lastClr' : 'val') ?? '').toLowerCase()
      const at = schemeNames.indexOf(scheme)
      if (at >= 0 && sixDigits.test(colour)) colours[at] = colour
    }
  }
  return colours
}

const basicEight = ['000000', 'ffffff', 'ff0000', '00ff00', '0000ff', 'ffff00', 'ff00ff', '00ffff']
/** The palette of old Excel (ECMA-376 part 1, 18.8.27); 64 and 65 are the system's own and mean "as usual". */
const indexedColours: readonly string[] = [
  ...basicEight,
  ...basicEight,
  ...'800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff'.split(' '),
  ...'000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99'.split(' '),
  ...'3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(' '),
]

/** The colour of the element just opened as `#rrggbb`; undefined where it is automatic or cannot be told. */
export function readColour(scanner: XmlScanner, theme: readonly string[]): string | undefined {
  const given = scanner.attribute('rgb')?.toLowerCase()
  const base =
    given !== undefined
      ? given.slice(-6)
      : (theme[scanner.integerAttribute('theme')] ?? indexedColours[scanner.integerAttribute('indexed')] ?? '')
  if (!sixDigits.test(base)) return undefined
  const tint = Number(scanner.attribute('tint') ?? 0)
  return `#${Number.isFinite(tint) && tint !== 0 ? tinted(base, Math.max(-1, Math.min(1, tint))) : base}`
}

/** Lightens (above 0) or darkens the lightness of a colour by a share (ECMA-376 part 1, 18.8.19). */
function tinted(base: string, tint: number): string {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(base.slice(at, at + 2), 16) / 255) as [number, number, number]
  const high = Math.max(red, green, blue)
  const low = Math.min(red, green, blue)
  const lightness = (high + low) / 2
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint
  const spread = high - low
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1))
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation
  const channel = (value: number): string => {
    // Every channel keeps its place between the lowest and the highest, which is what the hue says.
    const place = spread === 0 ? 0 : (value - low) / spread
    const result = Math.round((wanted - chroma / 2 + place * chroma) * 255)
    return Math.max(0, Math.min(255, result)).toString(16).padStart(2, '0')
  }
  return channel(red) + channel(green) + channel(blue)
}

import { tokens, type XmlScanner } from '../xml-scanner.ts'

/** Goes through the children of the element opened last, each entered or skipped, on to just after its close. */
export function forEachOdsChild(scanner: XmlScanner, see: (name: string) => void): void {
  const inside = scanner.depth
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth < inside) return
    if (token !== tokens.open) continue
    see(scanner.name)
    if (scanner.depth > inside) scanner.skip()
  }
}

const formatElements: ReadonlySet<string> = new Set([
  'number-style',
  'percentage-style',
  'currency-style',
  'date-style',
  'time-style',
  'text-style',
  'boolean-style',
])
export const isOdsFormat = (name: string): boolean => formatElements.has(name)

const mostDigits = 30
const digits = (text: string | undefined, usual: number): number => {
  const count = text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : usual
  return Math.min(mostDigits, count)
}
const quoted = (text: string): string => (text === '' || /^[-\s/.:,()%+]*$/.test(text) ? text : `"${text.replaceAll('"', '')}"`)

/**
 * The number format just opened, in the code of spreadsheet programs (ODF 1.3 part 3, 16.29): what decides how a value is
 * read and shown, without colours and conditions but the one between positive and negative.
 */
export function readOdsFormat(scanner: XmlScanner, kind: string, formats: ReadonlyMap<string, string>): string {
  if (kind === 'text-style') {
    scanner.skip()
    return '@'
  }
  let code = ''
  let positive: string | undefined
  forEachOdsChild(scanner, (name) => {
    const isLong = scanner.prefixedAttribute('style') === 'long'
    switch (name) {
      case 'number':
        code += numberCode(scanner)
        break
      case 'scientific-number':
        code += `0${decimals(scanner)}E+${'0'.repeat(digits(scanner.prefixedAttribute('min-exponent-digits'), 2))}`
        break
      case 'fraction':
        code += '# ?/?'
        break
      case 'text':
      case 'currency-symbol':
        code += quoted(scanner.readText())
        break
      case 'day':
        code += isLong ? 'dd' : 'd'
        break
      case 'month':
        code += (scanner.prefixedAttribute('textual') === 'true' ? 'mmm' : 'm') + (isLong ? 'm' : '')
        break
      case 'year':
        code += isLong ? 'yyyy' : 'yy'
        break
      case 'day-of-week':
        code += isLong ? 'dddd' : 'ddd'
        break
      case 'hours':
        code += isLong ? 'hh' : 'h'
        break
      case 'minutes':
        code += isLong ? 'mm' : 'm'
        break
      case 'seconds':
        code += isLong ? 'ss' : 's'
        break
      case 'am-pm':
        code += 'AM/PM'
        break
      case 'map':
        if (/^value\(\)>=?0$/.test(scanner.prefixedAttribute('condition') ?? ''))
          positive ??= formats.get(scanner.prefixedAttribute('apply-style-name') ?? '')
        break
      default:
    }
  })
  return (positive === undefined ? '' : `${positive};`) + (code === '' ? 'General' : code)
}

function decimals(scanner: XmlScanner): string {
  const least = digits(scanner.prefixedAttribute('min-decimal-places'), -1)
  const most = digits(scanner.prefixedAttribute('decimal-places'), Math.max(0, least))
  const fixed = least < 0 ? most : Math.min(least, most)
  return most === 0 ? '' : `.${'0'.repeat(fixed)}${'#'.repeat(most - fixed)}`
}

function numberCode(scanner: XmlScanner): string {
  const whole = digits(scanner.prefixedAttribute('min-integer-digits'), 1)
  const isGrouped = scanner.prefixedAttribute('grouping') === 'true'
  const hasDecimals = scanner.prefixedAttribute('decimal-places') !== undefined
  if (!isGrouped && !hasDecimals && whole <= 1) return 'General'
  return (isGrouped ? `#,##${whole === 0 ? '#' : '0'}` : whole === 0 ? '#' : '0'.repeat(whole)) + decimals(scanner)
}

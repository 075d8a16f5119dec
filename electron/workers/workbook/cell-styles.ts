import { XmlScanner, tokens } from './xml-scanner.ts'

export type CellStyle = { numberFormat: string; fontName: string; isDate: boolean }
export const plainStyle: CellStyle = { numberFormat: 'General', fontName: '', isDate: false }

/** Formats that a file names by number only (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are dates whose look depends on the locale. */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'mm-dd-yy',
  28: 'mm-dd-yy',
  29: 'mm-dd-yy',
  30: 'mm-dd-yy',
  31: 'mm-dd-yy',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm',
  35: 'h:mm:ss',
  36: 'mm-dd-yy',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'mm-dd-yy',
  51: 'mm-dd-yy',
  52: 'mm-dd-yy',
  53: 'mm-dd-yy',
  54: 'mm-dd-yy',
  55: 'mm-dd-yy',
  56: 'mm-dd-yy',
  57: 'mm-dd-yy',
  58: 'mm-dd-yy',
}

/** Whether numbers under this format are shown as date or time: a d, m, y, h or s outside quotes, escapes, colours and conditions. */
export function isDateFormat(numberFormat: string): boolean {
  if (/^general$/i.test(numberFormat)) return false
  const bare = numberFormat
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
  return /[dmyhs]/i.test(bare)
}

/** One style per entry of `cellXfs`, in order. */
export function readCellStyles(bytes: Buffer): CellStyle[] {
  const scanner = new XmlScanner(bytes, 'styles')
  const formats = new Map<number, string>()
  const fonts: string[] = []
  const xfs: { formatId: number; fontId: number }[] = []
  let section = ''
  scanner.openRoot('styleSheet')
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.depth === 2) {
      section = scanner.name
      if (section !== 'numFmts' && section !== 'fonts' && section !== 'cellXfs') scanner.skip()
    } else if (scanner.depth === 3 && section === 'numFmts' && scanner.name === 'numFmt')
      formats.set(scanner.integerAttribute('numFmtId'), scanner.attribute('formatCode') ?? 'General')
    else if (scanner.depth === 3 && section === 'fonts' && scanner.name === 'font') fonts.push('')
    else if (scanner.depth === 4 && section === 'fonts' && scanner.name === 'name') fonts[fonts.length - 1] = scanner.attribute('val') ?? ''
    else if (scanner.depth === 3 && section === 'cellXfs' && scanner.name === 'xf')
      xfs.push({ formatId: Math.max(0, scanner.integerAttribute('numFmtId')), fontId: Math.max(0, scanner.integerAttribute('fontId')) })
  }
  const dates = new Map<string, boolean>()
  return xfs.map(({ formatId, fontId }) => {
    const numberFormat = formats.get(formatId) ?? builtInFormats[formatId] ?? 'General'
    let isDate = dates.get(numberFormat)
    if (isDate === undefined) dates.set(numberFormat, (isDate = isDateFormat(numberFormat)))
    return { numberFormat, fontName: fonts[fontId] ?? '', isDate }
  })
}

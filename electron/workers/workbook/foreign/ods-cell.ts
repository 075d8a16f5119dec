import type { PlainCell } from '../../../../shared/domain/workbook.ts'
import type { CellStyle } from '../cell-styles.ts'
import { dateSerial, readTextValue } from '../cell-value.ts'
import type { TextRun } from '../rich-text.ts'
import type { XmlScanner } from '../xml-scanner.ts'

/** The attributes of a cell that say what it holds. */
export type OdsValue = {
  type: string | undefined
  isError: boolean
  value: string | undefined
  date: string | undefined
  time: string | undefined
  boolean: string | undefined
  string: string | undefined
  formula: string | undefined
}

/** Of the `table-cell` just opened. The standard's own names come first: LibreOffice repeats some in a namespace of its own. */
export const readOdsValue = (scanner: XmlScanner): OdsValue => ({
  type: scanner.attribute('office:value-type') ?? scanner.prefixedAttribute('value-type'),
  isError: scanner.attribute('calcext:value-type') === 'error',
  value: scanner.attribute('office:value') ?? scanner.prefixedAttribute('value'),
  date: scanner.prefixedAttribute('date-value'),
  time: scanner.prefixedAttribute('time-value'),
  boolean: scanner.prefixedAttribute('boolean-value'),
  string: scanner.prefixedAttribute('string-value'),
  formula: scanner.prefixedAttribute('formula'),
})

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const errorText = /^(?:#[A-Z/0]+[!?]?|#N\/A|Err:\d{3})$/

const truthWords: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'ĐÚNG', 'SAI'])

/** The formats of values whose style says nothing. */
const usualFormats: Readonly<Record<string, string>> = { date: 'dd/mm/yyyy', time: 'hh:mm:ss', percentage: '0%' }

/** Undefined: the cell holds nothing. `paragraphs` as shown; a number is taken from its attribute, never from there. */
export function readOdsCell(
  row: number,
  column: number,
  own: OdsValue,
  paragraphs: readonly TextRun[][],
  style: CellStyle,
  date1904: boolean,
): PlainCell | undefined {
  const formula = own.formula === undefined ? undefined : plainFormula(own.formula)
  const shown = paragraphs.flatMap((runs, at): TextRun[] => (at === 0 ? runs : [{ text: '\n', fontName: null }, ...runs]))
  const shownText = shown.map(({ text }) => text).join('')
  const numberFormat = style.numberFormat === 'General' ? (usualFormats[own.type ?? ''] ?? 'General') : style.numberFormat
  const make = (kind: PlainCell['kind'], value: number | string): PlainCell => ({
    row,
    column,
    kind,
    value,
    numberFormat,
    fontName: style.fontName,
    ...(formula === undefined ? {} : { formula }),
  })
  // Without the mark of LibreOffice an error is a formula whose number is 0 and whose text says what went wrong.
  if (own.isError || (formula !== undefined && errorText.test(shownText))) return make('error', shownText === '' ? '#N/A' : shownText)
  const number = (text: string | undefined): PlainCell => {
    const value = numberPattern.test(text ?? '') ? Number(text) : Number.NaN
    return Number.isFinite(value) ? make('number', value) : make('error', text ?? '')
  }
  switch (own.type) {
    case 'float':
      // LibreOffice keeps what a formula found true or false as the number it shows as a word.
      if (truthWords.has(shownText) && (own.value === '0' || own.value === '1')) return make('boolean', Number(own.value))
      return number(own.value)
    case 'currency':
    case 'percentage':
      return number(own.value)
    case 'boolean':
      return own.boolean === 'true' || own.boolean === 'false'
        ? make('boolean', own.boolean === 'true' ? 1 : 0)
        : make('error', own.boolean ?? '')
    case 'date': {
      const serial = dateSerial(own.date ?? '', date1904)
      return serial === undefined ? make('error', own.date ?? '') : make('date', serial)
    }
    case 'time': {
      const days = timeSerial(own.time ?? '')
      return days === undefined ? make('error', own.time ?? '') : make('date', days)
    }
    case undefined:
      if (shownText === '') return formula === undefined ? undefined : { ...make('text', ''), withoutResult: true }
      break
    default:
  }
  const isShown = shownText !== '' || own.string === undefined
  const text = isShown ? (shown.every(({ fontName }) => fontName === null) ? shownText : shown) : own.string!
  return readTextValue(text, row, column, formula, style)
}

/** `PT12H30M15.5S` in days; hours may exceed a day. */
function timeSerial(text: string): number | undefined {
  const match = /^(-?)P(?:(\d{1,6})D)?T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,12})?)S)?$/.exec(text)
  if (!match) return undefined
  const [days, hours, minutes, seconds] = match.slice(2).map((part: string | undefined) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const total = days + (hours * 3_600 + minutes * 60 + seconds) / 86_400
  return match[1] === '-' ? -total : total
}

/** `of:=SUM([.A1:.B2])` as `SUM(A1:B2)`; `[$'Sheet 1'.A1]` as `'Sheet 1'!A1`. */
const plainFormula = (formula: string): string =>
  formula.replace(/^(?:[a-z]+:)?=/, '').replace(/\[([^\]]*)\]/g, (_, reference: string) => plainReference(reference))

/** A reference or an area of OpenDocument as other programs write it. */
export function plainReference(reference: string): string {
  const [from = '', to] = reference.split(/:(?=[^:]*\.)/)
  const [, sheet = '', cell = ''] = /^(.*?)\.(\$?[A-Z]{1,3}\$?\d{1,7})$/s.exec(from) ?? []
  if (cell === '') return reference
  const end = to === undefined ? '' : `:${to.slice(to.lastIndexOf('.') + 1)}`
  return `${sheet === '' ? '' : `${sheet.replace(/^\$/, '')}!`}${cell}${end}`
}

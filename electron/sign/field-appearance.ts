import { fieldParts, figuresOfPart, type FieldPart } from '../../shared/domain/report-fields.ts'
import { isArray, isString, pdfText, type PdfDict, type PdfRef, type PdfStream, type PdfValue } from './pdf/pdf-value.ts'

/** Figures of the typeface are half as wide as they are high. */
const figureWidth = 0.5

/**
 * What a place of the number or the date looks like with `value` in its field. There is exactly one look: whoever checks a file
 * draws it again and compares, so that nothing else can be painted there. The place itself says with which font and codes
 * (`THFont`, `THSize`, `THBase`, `THDigits`), and whether they end where it ends (`THEnd`; papers before that had none). Undefined when `value` is not one or the place is not ours.
 */
export function drawFieldPart(widget: PdfDict, value: string): PdfStream | undefined {
  const { entries } = widget
  const part = partOf(entries.get('NM'))
  const [font, size, base, digits, rect] = ['THFont', 'THSize', 'THBase', 'THDigits', 'Rect'].map((key) => entries.get(key))
  const figures = part === undefined ? undefined : figuresOfPart(part, value)
  if (figures === undefined || typeof size !== 'number' || typeof base !== 'number' || !isString(digits) || !isArray(rect)) return undefined
  const [left, bottom, right, top] = rect
  if (typeof left !== 'number' || typeof right !== 'number' || typeof bottom !== 'number' || typeof top !== 'number') return undefined
  const codes = Array.from(figures, (figure) => Buffer.from(digits.bytes.slice(Number(figure) * 2, Number(figure) * 2 + 2), 'latin1'))
  const [width, room] = [figures.length * figureWidth * size, right - left]
  const scale = Math.min(1, room / width)
  // The year ends its line or stands before a bracket, the number before its symbol.
  const x = (room - width * scale) / (part === 'nam' || entries.get('THEnd') === true ? 1 : 2)
  const content = `/Tx BMC q BT /F ${size} Tf 0 g ${fixed(scale * 100)} Tz 1 0 0 1 ${fixed(x)} ${fixed(base)} Tm <${Buffer.concat(codes).toString('hex')}> Tj ET Q EMC`
  const fonts: PdfValue = { kind: 'dict', entries: new Map([['F', font as PdfRef]]) }
  const raw = Buffer.from(content, 'latin1')
  return {
    kind: 'stream',
    raw,
    entries: new Map<string, PdfValue>([
      ['Type', { kind: 'name', value: 'XObject' }],
      ['Subtype', { kind: 'name', value: 'Form' }],
      ['BBox', [0, 0, Number(fixed(room)), Number(fixed(top - bottom))]],
      ['Resources', { kind: 'dict', entries: new Map([['Font', fonts]]) }],
      ['Length', raw.length],
    ]),
  }
}

/** What the place of that name shows. */
export function partOf(name: PdfValue | undefined): FieldPart | undefined {
  const [word] = isString(name) ? pdfText(name).split('-') : []
  return fieldParts.find((part) => part === word)
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100)

import type { PdfDocument, PdfPage, PdfRef } from 'pdfmake'
import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import { reportFields, type FieldPart } from '../../../shared/domain/report-fields.ts'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { setForm, takeDestination, type PlacedLine } from './document-internals.ts'
import { fontFamily } from './font-files.ts'
import { points, type Measure } from './measures.ts'
import { fixed } from './word-cache.ts'

/** Names under which the layout remembers where its lines came to stand; none of them stays in the file. */
export const placedLines = { number: 'th-number', placeAndDate: 'th-date', position: 'th-position', name: 'th-name' } as const

/** A gap that is left in a line for a number or a day. `x`, `baseline`: points from the lower left corner. */
export type Blank = { part: FieldPart; page: PdfPage['dictionary']; x: number; baseline: number; width: number; style: TypeStyle }

/** A seal is printed as large as it is. */
const sealSide = points(36)
const personWidth = points(60)
/** Between the words above and below and what is written by hand. */
const clearance = 2
const below = 0.25
const above = 0.9

const printFlag = 4
const readers: readonly { before: RegExp; part: FieldPart }[] = [
  { before: /số:?$/iu, part: 'so' },
  { before: /ngày$/u, part: 'ngay' },
  { before: /tháng$/u, part: 'thang' },
  { before: /năm$/u, part: 'nam' },
]

/** The gaps of a line that begins at `x`. */
export function findBlanks(text: string, style: TypeStyle, measure: Measure, at: Omit<PlacedLine, 'top'> & { baseline: number }): Blank[] {
  return [...text.matchAll(/ {2,}/g)].flatMap(({ 0: gap, index }) => {
    const before = text.slice(0, index)
    const part = readers.find((reader) => reader.before.test(before))?.part
    return part === undefined
      ? []
      : [{ part, style, page: at.page, baseline: at.baseline, x: at.x + measure.width(before, style), width: measure.width(gap, style) }]
  })
}

/**
 * Leaves empty fields for what comes after the text is fixed: number and day wherever they are to stand, the signer's hand
 * between position and name, the seal over a third of it from the left. They are part of the file before anybody signs, so
 * that filling them moves nothing.
 */
export function drawFields(
  document: PdfDocument,
  model: ReportModel,
  measure: Measure,
  inAppendices: readonly Blank[],
  shiftOf: (page: PdfPage['dictionary']) => number,
): void {
  const { profile, head, signature } = model
  const lineAt = (name: string, style: TypeStyle): (PlacedLine & { baseline: number }) | undefined => {
    const line = takeDestination(document, name)
    return line && { ...line, baseline: line.top - (fontOf(style).ascender / 1000) * style.size }
  }
  const fontOf = (style: TypeStyle) => document.provideFont(fontFamily, style.bold, style.italic)
  const [numberLine, dateLine] = [
    lineAt(placedLines.number, profile.head.number.style),
    lineAt(placedLines.placeAndDate, profile.head.placeAndDate),
  ]
  const blanks = [
    ...(numberLine ? findBlanks(head.number, profile.head.number.style, measure, numberLine) : []),
    ...(dateLine ? findBlanks(head.placeAndDate, profile.head.placeAndDate, measure, dateLine) : []),
    ...inAppendices,
  ]
  const empty = lookOf(1, 1)
  const fonts: Record<string, PdfRef> = {}
  const fields = [
    textField(
      reportFields.number,
      'Số văn bản',
      blanks.filter(({ part }) => part === 'so'),
    ),
    textField(
      reportFields.day,
      'Ngày văn bản',
      blanks.filter(({ part }) => part !== 'so'),
    ),
    ...signatureFields(),
  ]
  setForm(document, fields, fonts)

  function textField(name: string, label: string, places: readonly Blank[]): PdfRef {
    const style = places[0]?.style ?? profile.head.number.style
    fonts[fontOf(style).id] = fontOf(style).ref()
    const kids: PdfRef[] = []
    const field = document.ref({
      FT: 'Tx',
      T: new String(name),
      TU: new String(label),
      DA: new String(`/${fontOf(style).id} ${style.size} Tf 0 g`),
      Kids: kids,
    })
    for (const [index, blank] of places.entries()) {
      const { size } = blank.style
      const font = fontOf(blank.style)
      kids.push(
        place(blank.page, [blank.x, blank.baseline - below * size, blank.x + blank.width, blank.baseline + above * size], {
          Parent: field,
          NM: new String(`${blank.part}-${index + 1}`),
          THFont: font.ref(),
          THSize: size,
          THBase: Number(fixed(below * size)),
          ...(blank.part === 'so' ? { THEnd: true } : {}),
          THDigits: Buffer.from(font.encode('0123456789')[0].join(''), 'hex'),
        }),
      )
    }
    return field
  }

  function signatureFields(): PdfRef[] {
    const position = lineAt(placedLines.position, profile.signature.position)
    const name = lineAt(placedLines.name, profile.signature.name)
    if (!position || !name) return []
    const centre = name.x + measure.width(signature.name, profile.signature.name) / 2
    const [top, bottom] = [
      position.baseline - below * profile.signature.position.size - clearance,
      name.baseline + above * profile.signature.name.size + clearance,
    ]
    const person = [centre - personWidth / 2, bottom, centre + personWidth / 2, top] as const
    const right = person[0] + personWidth / 3
    const middle = (top + bottom) / 2
    const seal = [right - sealSide, middle - sealSide / 2, right, middle + sealSide / 2] as const
    return [
      place(name.page, person, { FT: 'Sig', T: new String(reportFields.person), TU: new String(signature.name) }),
      place(name.page, seal, { FT: 'Sig', T: new String(reportFields.office), TU: new String(head.issuer) }),
    ]
  }

  /** Fields need a look, even one that shows nothing (ISO 19005-3 §6.3.3). */
  function lookOf(width: number, height: number): PdfRef {
    const look = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} })
    look.end(Buffer.from('\n'))
    return look
  }

  /** Where what it belongs to is drawn: even pages of a paper printed on both sides stand aside. */
  function place(page: PdfPage['dictionary'], sides: readonly number[], entries: object): PdfRef {
    const shift = shiftOf(page)
    const Rect = rounded(sides.map((side, index) => (index % 2 === 0 ? side + shift : side)))
    const widget = document.ref({ Type: 'Annot', Subtype: 'Widget', F: printFlag, P: page, AP: { N: empty }, ...entries, Rect })
    widget.end()
    ;(page.data.Annots ??= []).push(widget)
    return widget
  }
}

const rounded = (sides: readonly number[]): number[] => sides.map((side) => Number(fixed(side)))

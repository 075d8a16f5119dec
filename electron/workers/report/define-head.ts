import type { CornerMark, MarkedStyle, TypeStyle } from '../../../shared/domain/layout-profile.ts'
import type { ReportModel } from '../../../shared/domain/report.ts'
import { placedLines } from './draw-fields.ts'
import { textStyle } from './node-style.ts'
import type { Node } from './node-style.ts'
import { balanceText } from './break-text.ts'
import { wholeWords } from './whole-words.ts'
import type { Measure, Sheet } from './measures.ts'

const noPadding = { paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 }
const bare = { hLineWidth: () => 0, vLineWidth: () => 0, ...noPadding }
const ruleWidth = 0.8

/** Left: who issues it and its number; right: the country or the Party, place and date. Number and date share one line. */
export function defineHead(model: ReportModel, sheet: Sheet, measure: Measure): Node {
  const { profile, head, marks } = model
  const left = sheet.contentWidth * profile.head.leftShare
  const right = sheet.contentWidth - left
  const names = [
    ...(head.superior ? [{ text: head.superior, alignment: 'center', ...textStyle(profile.head.superior) }] : []),
    ...marked(head.issuer, profile.head.issuer, left, measure),
  ]
  const country = profile.head.country.flatMap(({ text, style }) => marked(text, style, right, measure))
  const number = { text: head.number, alignment: 'center', preserveLeadingSpaces: true, ...textStyle(profile.head.number.style) }
  const placeAndDate = {
    text: head.placeAndDate,
    alignment: 'center',
    preserveTrailingSpaces: true,
    ...textStyle(profile.head.placeAndDate),
  }
  const placed = (id: string): { id?: string } => (model.hasFields ? { id } : {})
  const below = { left: [] as Node[], right: [] as Node[] }
  const widths = { left, right }
  const markBelow = (text: string | undefined, { style, column, framed }: CornerMark): void => {
    if (text !== undefined) below[column].push(framed ? framedMark(text, style, widths[column], measure) : cornerMark(text, style))
  }
  markBelow(head.urgency, profile.head.urgency)
  markBelow(head.circulation, profile.head.circulation)
  if (marks.draft) below.left.push(cornerMark(marks.draft, profile.head.draft))
  return {
    table: {
      widths: [left, right],
      body: [
        [{ stack: names }, { stack: country }],
        [
          { stack: [{ ...number, ...placed(placedLines.number) }, ...subjectBelow(model)], margin: [0, 4, 0, 0] },
          { ...placeAndDate, margin: [0, 4, 0, 0], ...placed(placedLines.placeAndDate) },
        ],
        ...(below.left.length + below.right.length > 0 ? [[{ stack: below.left }, { stack: below.right }]] : []),
      ],
    },
    layout: bare,
  }
}

const cornerMark = (text: string, style: TypeStyle): Node => ({ text, alignment: 'center', margin: [0, 6, 0, 0], ...textStyle(style) })

/** In a box of single lines as narrow as its words, wrapped where the column ends. */
function framedMark(text: string, style: TypeStyle, columnWidth: number, measure: Measure): Node {
  const padding = 6
  const width = Math.min(measure.width(text, style) + 1, columnWidth - 2 * padding - 2)
  const outside = (columnWidth - width - 2 * padding) / 2
  return {
    margin: [outside, 6, 0, 0],
    table: { widths: [width], body: [[{ text, alignment: 'center', ...textStyle(style) }]] },
    layout: {
      hLineWidth: () => ruleWidth,
      vLineWidth: () => ruleWidth,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 2,
      paddingBottom: () => 3,
    },
  }
}

/** A letter names what it is about under its number, small and slanted; papers of the State set it upright. */
const subjectBelow = ({ form, profile }: ReportModel): Node[] =>
  form?.kind === 'letter'
    ? form.subject.map((text) => ({
        text: wholeWords([{ text }]),
        alignment: 'center',
        ...textStyle({ size: 12, bold: false, italic: profile.regime === 'party', underline: false }),
      }))
    : []

/** Names that stand below one another begin below the first one. */
function defineAddressees(addressees: readonly string[], { profile }: ReportModel, sheet: Sheet, measure: Measure): Node {
  const style = textStyle(profile.addressee.style)
  const [only] = addressees
  const lead = 'Kính gửi: '
  if (addressees.length === 1)
    return { margin: [0, 18, 0, 14], text: wholeWords([{ text: `${lead}${only}` }]), alignment: 'center', ...style }
  const left = sheet.contentWidth * 0.16
  const leadWidth = measure.width(lead, profile.addressee.style) + 6
  return {
    margin: [left, 18, 0, 14],
    columns: [
      { width: leadWidth, text: lead, ...style },
      {
        width: sheet.contentWidth - left - leadWidth,
        stack: addressees.map((text, index) => ({
          text: wholeWords([{ text: `- ${text}${index === addressees.length - 1 ? '.' : ';'}` }]),
          ...style,
        })),
      },
    ],
  }
}

export function defineTitle(model: ReportModel, sheet: Sheet, measure: Measure): Node {
  const { profile, documentType, subject, addressee, form } = model
  if (form?.kind === 'letter') return defineAddressees(form.addressees, model, sheet, measure)
  const { mark } = profile.subject
  const centred = { alignment: 'center' }
  const lines = subject
    .flatMap((text) => balanceText(text, profile.subject, sheet.contentWidth, measure))
    .map((text) => ({ text: wholeWords([{ text }]), ...centred, ...textStyle(profile.subject) }))
  const beneath: Node[] =
    mark.kind === 'hyphens'
      ? [{ text: '-----', ...centred, ...textStyle({ ...profile.subject, bold: false }) }]
      : mark.kind === 'rule'
        ? [rule(sheet.contentWidth / 2, sheet.contentWidth / 6, 3)]
        : []
  const address = addressee ? [{ text: addressee, ...centred, margin: [0, 10, 0, 0], ...textStyle(profile.addressee.style) }] : []
  return {
    margin: [0, 16, 0, 12],
    stack: [{ text: documentType, ...centred, ...textStyle(profile.documentType) }, ...lines, ...beneath, ...address],
  }
}

/** A line with the sign its form puts under it; a rule is as long as the text, or a third of it. */
function marked(text: string, style: MarkedStyle, columnWidth: number, measure: Measure): Node[] {
  const line = { text, alignment: 'center', ...textStyle(style) }
  if (style.mark.kind === 'asterisk') return [line, { text: '*', alignment: 'center', ...textStyle({ ...style, bold: false }) }]
  if (style.mark.kind === 'hyphens') return [line, { text: '-----', alignment: 'center', ...textStyle({ ...style, bold: false }) }]
  if (style.mark.kind === 'none') return [line]
  const textWidth = Math.min(measure.width(text, style), columnWidth)
  return [line, rule(columnWidth / 2, style.mark.share === 'full' ? textWidth : textWidth / 3, 1)]
}

const rule = (centre: number, length: number, gap: number): Node => ({
  margin: [0, gap, 0, 2],
  canvas: [{ type: 'line', x1: centre - length / 2, y1: 0, x2: centre + length / 2, y2: 0, lineWidth: ruleWidth }],
})

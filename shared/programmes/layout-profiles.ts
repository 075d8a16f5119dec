import type { LayoutProfile, TypeStyle } from '../domain/layout-profile.ts'
import type { LayoutProfileCode } from '../domain/programme.ts'

const upright = (size: number): TypeStyle => ({ size, bold: false, italic: false, underline: false })
const bold = (size: number): TypeStyle => ({ ...upright(size), bold: true })
const italic = (size: number): TypeStyle => ({ ...upright(size), italic: true })

const a4 = {
  width: 210,
  height: 297,
  portrait: { top: 20, right: 15, bottom: 20, left: 30 },
  // Turned by 90° the binding edge lies on top; tables need the width.
  landscape: { top: 20, right: 20, bottom: 15, left: 20 },
}

/** Hướng dẫn 36-HD/VPTW ngày 03/4/2018: papers of the Party up to 26/5/2026. */
const partyHd36: LayoutProfile = {
  code: 'party_hd36_2018',
  regime: 'party',
  page: a4,
  pageNumber: { style: upright(14), fromTop: 10, onFirstPage: false, restartsInAppendix: false },
  head: {
    country: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', style: { ...bold(15), mark: { kind: 'rule', share: 'full' } } }],
    superior: upright(14),
    issuer: { ...bold(14), mark: { kind: 'asterisk' } },
    number: { pattern: 'Số         -{type}/{symbol}', style: upright(14) },
    placeAndDate: italic(14),
    leftShare: 0.44,
    draft: bold(14),
    urgency: { style: bold(14), column: 'left', framed: false },
    circulation: { style: bold(14), column: 'left', framed: false },
  },
  documentType: bold(16),
  subject: { ...bold(14), mark: { kind: 'hyphens' } },
  addressee: { shown: false, style: upright(14) },
  body: { ...upright(14), pitch: 18, firstLine: 10, after: 6 },
  headings: [
    { style: bold(14), after: '. ' },
    { style: bold(14), after: '. ' },
    { style: { ...bold(14), italic: true }, after: '. ' },
  ],
  table: { size: 11, headSize: 11 },
  note: italic(12),
  recipients: { title: { ...upright(14), underline: true }, item: upright(12), separator: ',', typist: upright(12) },
  signature: { abbreviation: '/', authority: bold(14), position: upright(14), blankLines: 4, name: bold(14) },
  contents: { over: 15, title: bold(14) },
  appendix: {
    number: 'arabic',
    title: bold(14),
    name: bold(14),
    attached: italic(12),
    attachedText: '(kèm theo Báo cáo số         -{type}/{symbol}, {date})',
  },
}

/** Hướng dẫn 05-HD/VPTW: papers of the Party from 27/5/2026 on. */
const partyHd05: LayoutProfile = {
  ...partyHd36,
  code: 'party_hd05_2026',
  body: { ...upright(14), pitch: 19, firstLine: 10, after: 6 },
  headings: [
    { style: bold(14), after: '- ' },
    { style: bold(14), after: '. ' },
    { style: { ...bold(14), italic: true }, after: '. ' },
  ],
  recipients: { ...partyHd36.recipients, separator: ';' },
}

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: papers of the State's bodies. */
const stateNd30: LayoutProfile = {
  code: 'state_nd30_2020',
  regime: 'state',
  page: a4,
  pageNumber: { style: upright(13), fromTop: 10, onFirstPage: false, restartsInAppendix: true },
  head: {
    country: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: { ...bold(12), mark: { kind: 'none' } } },
      { text: 'Độc lập - Tự do - Hạnh phúc', style: { ...bold(13), mark: { kind: 'rule', share: 'full' } } },
    ],
    superior: upright(12),
    issuer: { ...bold(12), mark: { kind: 'rule', share: 'third' } },
    number: { pattern: 'Số:         /{type}-{symbol}', style: upright(13) },
    placeAndDate: italic(13),
    leftShare: 0.42,
    draft: bold(13),
    urgency: { style: bold(13), column: 'left', framed: true },
    circulation: { style: bold(13), column: 'right', framed: true },
  },
  documentType: bold(14),
  subject: { ...bold(14), mark: { kind: 'rule', share: 'third' } },
  addressee: { shown: true, style: upright(14) },
  body: { ...upright(14), pitch: 18, firstLine: 10, after: 6 },
  headings: [
    { style: bold(14), after: '. ' },
    { style: bold(14), after: '. ' },
    { style: { ...bold(14), italic: true }, after: '. ' },
  ],
  table: { size: 11, headSize: 11 },
  note: italic(12),
  recipients: { title: { ...bold(12), italic: true }, item: upright(11), separator: ';', typist: upright(11) },
  signature: { abbreviation: '.', authority: bold(14), position: bold(14), blankLines: 4, name: bold(14) },
  contents: { over: 15, title: bold(14) },
  appendix: {
    number: 'roman',
    title: bold(14),
    name: bold(14),
    attached: italic(13),
    attachedText: '(Kèm theo Báo cáo số:         /{type}-{symbol} {date})',
  },
}

export const layoutProfiles: Readonly<Record<LayoutProfileCode, LayoutProfile>> = {
  party_hd36_2018: partyHd36,
  party_hd05_2026: partyHd05,
  state_nd30_2020: stateNd30,
}

/** The profile in force on a day (ISO): the latest whose `from` is not after it; before the first one, the first. */
export function layoutProfileOn(day: string, choices: readonly { from: string; profile: LayoutProfileCode }[]): LayoutProfile {
  const byDay = choices.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const chosen = byDay.findLast((choice) => choice.from <= day) ?? byDay[0]
  if (!chosen) throw new Error('a programme names at least one layout profile')
  return layoutProfiles[chosen.profile]
}

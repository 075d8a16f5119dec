import type { LayoutProfileCode } from './programme.ts'

/** Lengths in millimetres, type sizes and line pitch in points. */
export type TypeStyle = { size: number; bold: boolean; italic: boolean; underline: boolean }
export type Margins = { top: number; right: number; bottom: number; left: number }

/** What stands under a line of the head: nothing, a rule as a share of the line's length, an asterisk or five hyphens. */
export type Mark = { kind: 'none' } | { kind: 'rule'; share: 'full' | 'third' } | { kind: 'asterisk' } | { kind: 'hyphens' }

export type MarkedStyle = TypeStyle & { mark: Mark }

/**
 * The form of an official paper as data: which body of rules applies is chosen by the date of the paper, and a rule that
 * leaves a range is fixed here to one value.
 */
export type LayoutProfile = {
  code: LayoutProfileCode
  regime: 'party' | 'state'
  page: { width: number; height: number; portrait: Margins; landscape: Margins }
  pageNumber: { style: TypeStyle; fromTop: number; onFirstPage: boolean; restartsInAppendix: boolean }
  head: {
    /** Lines of the right column, top to bottom, with their style. */
    country: readonly { text: string; style: MarkedStyle }[]
    superior: TypeStyle
    issuer: MarkedStyle
    /** `{type}` and `{symbol}` are filled in; the number itself stays open. */
    number: { pattern: string; style: TypeStyle }
    placeAndDate: TypeStyle
    /** Share of the text width that the left column takes. */
    leftShare: number
    draft: TypeStyle
    /** Words in capitals under the number, or under place and date. */
    urgency: CornerMark
    circulation: CornerMark
  }
  documentType: TypeStyle
  subject: MarkedStyle
  addressee: { shown: boolean; style: TypeStyle }
  body: TypeStyle & { pitch: number; firstLine: number; after: number }
  headings: readonly [HeadingStyle, HeadingStyle, HeadingStyle]
  /** Tables inside the body and in appendices; never under 9 pt. */
  table: { size: number; headSize: number }
  note: TypeStyle
  /** The typist's mark stands under the list, as the last line of the column. */
  recipients: { title: TypeStyle; item: TypeStyle; separator: ',' | ';'; typist: TypeStyle }
  signature: {
    /** `/` in Party papers (T/M), `.` in State papers (TM.). */
    abbreviation: '/' | '.'
    authority: TypeStyle
    position: TypeStyle
    blankLines: number
    name: TypeStyle
  }
  /** In front of a text of more than `over` pages. */
  contents: { over: number; title: TypeStyle }
  appendix: { number: 'arabic' | 'roman'; title: TypeStyle; name: TypeStyle; attached: TypeStyle; attachedText: string }
}

export type CornerMark = { style: TypeStyle; column: 'left' | 'right'; framed: boolean }

/** `after` follows the number: `I- `, `1. `, `a) `. */
export type HeadingStyle = { style: TypeStyle; after: string }

import type { PlainCell } from '../domain/workbook.ts'
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeVni } from './vni.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

/** Only the font tells: the same code points are good text in any other font. */
export function legacyEncodingOfFont(fontName: string): LegacyEncoding | null {
  if (/^\s*\.\s*vn/i.test(fontName)) return 'tcvn3'
  if (/^\s*vni[-\s]/i.test(fontName)) return 'vni'
  return null
}

/** `.VnTimeH` and its kin draw every letter as a capital, because TCVN3 has no toned capitals. */
const isCapitalsFont = (fontName: string): boolean => /H\s*$/.test(fontName)

/** Letters that no single-byte encoding can hold: the text was typed as Unicode and the font is only its dress. */
const unicodeVietnamese = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/

export type DecodedText = { text: string; encoding: LegacyEncoding | null }

/** NFC text as a reader of that font sees it; `encoding` null where nothing had to be decoded. */
export function decodeByFont(text: string, fontName: string): DecodedText {
  const encoding = legacyEncodingOfFont(fontName)
  const composed = text.normalize('NFC')
  if (encoding === null || unicodeVietnamese.test(composed)) return { text: composed, encoding: null }
  const decoded = encoding === 'vni' ? decodeVni(composed) : decodeTcvn3(composed)
  const seen = encoding === 'tcvn3' && isCapitalsFont(fontName) ? decoded.toUpperCase() : decoded
  return { text: seen, encoding: seen === composed ? null : encoding }
}

/** The text of a cell, run by run where its parts have different fonts; '' for a missing cell. Never trimmed. */
export function decodeCellText(cell: Pick<PlainCell, 'value' | 'fontName' | 'runs'> | undefined): DecodedText {
  if (cell === undefined) return { text: '', encoding: null }
  if (cell.runs === undefined) return decodeByFont(String(cell.value), cell.fontName)
  const runs = cell.runs.map((run) => decodeByFont(run.text, run.fontName))
  return {
    text: runs
      .map((run) => run.text)
      .join('')
      .normalize('NFC'),
    encoding: runs.find((run) => run.encoding !== null)?.encoding ?? null,
  }
}

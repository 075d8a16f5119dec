import type { MappingReading } from '../domain/layout-mapping.ts'
import type { PlainCell } from '../domain/workbook.ts'
import { isPlausibleWord, tellingWords } from './plausible-words.ts'
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
export const unicodeVietnamese = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/

export type DecodedText = { text: string; encoding: LegacyEncoding | null }

/** Every character by the table, whatever it makes of the text. */
export const decodeLegacy = (text: string, encoding: LegacyEncoding): string => (encoding === 'vni' ? decodeVni(text) : decodeTcvn3(text))

/**
 * NFC text as a reader of that font sees it; `encoding` null where nothing had to be decoded. `silent` = what a person
 * settled for fonts that do not tell: it is not forced on a text that is good as typed and nonsense when decoded.
 */
export function decodeByFont(text: string, fontName: string, silent: MappingReading['encoding'] = 'unicode'): DecodedText {
  const composed = text.normalize('NFC')
  const byFont = legacyEncodingOfFont(fontName)
  const encoding = byFont ?? (silent === 'unicode' ? null : silent)
  if (encoding === null || unicodeVietnamese.test(composed)) return { text: composed, encoding: null }
  const decoded = decodeLegacy(composed, encoding)
  if (byFont === null && isSense(composed) && !isSense(decoded)) return { text: composed, encoding: null }
  const seen = byFont === 'tcvn3' && isCapitalsFont(fontName) ? decoded.toUpperCase() : decoded
  return { text: seen, encoding: seen === composed ? null : encoding }
}

const isSense = (text: string): boolean => tellingWords(text).every(isPlausibleWord)

/**
 * The text of a cell, run by run where its parts have different fonts; '' for a missing cell. Never trimmed.
 * `silent` = what a person settled for texts whose font does not tell.
 */
export function decodeCellText(
  cell: Pick<PlainCell, 'value' | 'fontName' | 'runs'> | undefined,
  silent: MappingReading['encoding'] = 'unicode',
): DecodedText {
  if (cell === undefined) return { text: '', encoding: null }
  if (cell.runs === undefined) return decodeByFont(String(cell.value), cell.fontName, silent)
  const runs = cell.runs.map((run) => decodeByFont(run.text, run.fontName, silent))
  return {
    text: runs
      .map((run) => run.text)
      .join('')
      .normalize('NFC'),
    encoding: runs.find((run) => run.encoding !== null)?.encoding ?? null,
  }
}

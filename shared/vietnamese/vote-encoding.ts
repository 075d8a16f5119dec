import type { Confidence, MappingReading } from '../domain/layout-mapping.ts'
import { decodeByFont, decodeLegacy, unicodeVietnamese } from './legacy-fonts.ts'
import { isPlausibleWord, tellingWords } from './plausible-words.ts'
import { restoreLostLetters } from './repair-text.ts'

export type TextEncoding = MappingReading['encoding']

/** One text before and after, for a person to compare; `typed` is never lost. */
export type EncodingSample = { typed: string; decoded: string }

export type EncodingCandidate = {
  encoding: TextEncoding
  /** Words with a marked letter or sign that are no Vietnamese syllable when read this way, among `words`. */
  invalid: number
  /** At most five texts that this reading changes, in their order. */
  samples: readonly EncodingSample[]
}

/** Always a question to a person; nothing is decoded by it. */
export type EncodingVote = {
  suggestion: TextEncoding
  confidence: Confidence
  /** Different words that tell anything: those with a character outside ASCII. */
  words: number
  /** Best first. */
  candidates: readonly EncodingCandidate[]
  /** Letters that no old encoding can hold: these texts were typed as Unicode. */
  unicodeTexts: number
}

const encodings: readonly TextEncoding[] = ['unicode', 'tcvn3', 'vni']
const shownSamples = 5

/** A text as it reads in an encoding that a person chose for texts whose font does not tell. */
export const decodeAs = (text: string, encoding: TextEncoding): string => decodeByFont(text, '', encoding).text

/**
 * Votes over the texts of a column or a sheet whose fonts do not tell: how many different words are no syllable as typed,
 * as TCVN3 and as VNI. A single word can be good text in two encodings (`mét`, `Bé`), so few words are never sure. The
 * order of the texts changes nothing but the order of the samples.
 */
export function voteEncoding(texts: readonly string[]): EncodingVote {
  const composed = [...new Set(texts.map((text) => text.normalize('NFC')))]
  const silent = composed.filter((text) => !unicodeVietnamese.test(text))
  const words = [...new Set(silent.flatMap(tellingWords))]
  const candidates = encodings
    .map((encoding) => ({ encoding, invalid: countInvalid(words, encoding), samples: samplesOf(silent, encoding) }))
    .toSorted((a, b) => a.invalid - b.invalid || encodings.indexOf(a.encoding) - encodings.indexOf(b.encoding))
  const unicodeTexts = composed.length - silent.length
  return { ...judge(words.length, candidates, unicodeTexts), words: words.length, candidates, unicodeTexts }
}

const countInvalid = (words: readonly string[], encoding: TextEncoding): number =>
  words.filter((word) => !isPlausibleWord(readAs(word, encoding))).length

/** ư is the soft hyphen in TCVN3, which programs drop: what is left still tells (`Mêng Kh¬ng`). */
function readAs(word: string, encoding: TextEncoding): string {
  if (encoding === 'unicode') return word
  const decoded = decodeLegacy(word, encoding)
  return encoding === 'tcvn3' ? restoreLostLetters(decoded) : decoded
}

function samplesOf(texts: readonly string[], encoding: TextEncoding): EncodingSample[] {
  const samples: EncodingSample[] = []
  for (const typed of texts) {
    if (samples.length === shownSamples) break
    const decoded = decodeAs(typed, encoding)
    if (decoded !== typed) samples.push({ typed, decoded })
  }
  return samples
}

function judge(
  words: number,
  candidates: readonly EncodingCandidate[],
  unicodeTexts: number,
): Pick<EncodingVote, 'suggestion' | 'confidence'> {
  const [best, second] = candidates as [EncodingCandidate, EncodingCandidate]
  const suggestion = best.encoding
  if (suggestion === 'unicode' && unicodeTexts > 0 && best.invalid * 4 <= words) return { suggestion, confidence: 'sure' }
  if (words === 0) return { suggestion, confidence: 'doubtful' }
  const lead = second.invalid - best.invalid
  // Text with Unicode letters beside it speaks against an old encoding on the same sheet.
  const isContested = suggestion !== 'unicode' && unicodeTexts > 0
  if (lead === 0) return { suggestion, confidence: 'weak' }
  if (!isContested && words >= 6 && best.invalid * 10 <= words && lead * 2 >= words) return { suggestion, confidence: 'sure' }
  return { suggestion, confidence: words >= 3 && best.invalid * 4 <= words && lead * 3 >= words ? 'doubtful' : 'weak' }
}

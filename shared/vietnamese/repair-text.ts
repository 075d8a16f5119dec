import { unicodeVietnamese } from './legacy-fonts.ts'
import { isPlausibleWord } from './plausible-words.ts'
import { isSyllable } from './syllables.ts'

/**
 * Text that went through a wrong door on its way here. Each repair is a suggestion beside the text as it came: undefined
 * where there is nothing to repair. double_encoded: UTF-8 read as single bytes (`TiÃªn Lá»¯`) · look_alikes: letters of
 * another script or width · lost_letters: ư vanished as the soft hyphen it is in TCVN3 (`Mờng Khơng`).
 */
export const textTroubles = ['double_encoded', 'look_alikes', 'lost_letters'] as const
export type TextTrouble = (typeof textTroubles)[number]
export type TextRepair = { trouble: TextTrouble; repaired: string }

export function repairText(text: string): TextRepair | undefined {
  const composed = text.normalize('NFC')
  const tries: readonly [TextTrouble, (text: string) => string][] = [
    ['double_encoded', undoDoubleEncoding],
    ['look_alikes', replaceLookAlikes],
    ['lost_letters', restoreLostLetters],
  ]
  for (const [trouble, repair] of tries) {
    const repaired = repair(composed)
    if (repaired !== composed) return { trouble, repaired }
  }
  return undefined
}

/** Windows-1252 above U+00FF, by its byte from 0x80 on; `.` = a hole, which software fills with the control code. */
const windows1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'
const byteOf = new Map(windows1252.split('').flatMap((letter, index) => (letter === '.' ? [] : [[letter, 0x80 + index] as const])))
const byteLike = new RegExp(`[\\u0080-\\u00ff${[...byteOf.keys()].join('')}]+`, 'gu')

/** The first bytes of the letters of Vietnamese, and what may follow them. */
const leadingByte = /[\u00c3-\u00c6\u00e1]\P{ASCII}/u

/** Stretches of text that are bytes of UTF-8, every one of them; a single stray letter leaves the text alone. */
function undoDoubleEncoding(text: string): string {
  // Every letter of such a text is a byte.
  if (unicodeVietnamese.test(text) || !leadingByte.test(text)) return text
  let isWhole = true
  const undone = text.replace(byteLike, (stretch) => {
    const decoded = decodeUtf8(Array.from(stretch, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0)))
    if (decoded === undefined) isWhole = false
    return decoded ?? stretch
  })
  return isWhole && /\p{L}/u.test(undone) ? undone.normalize('NFC') : text
}

/** Strict: undefined for anything but shortest forms of letters outside ASCII. */
function decodeUtf8(bytes: readonly number[]): string | undefined {
  let decoded = ''
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index]!
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 0
    const rest = bytes.slice(index + 1, index + length)
    if (length === 0 || rest.length !== length - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80)) return undefined
    const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), length === 2 ? first & 0x1f : first & 0x0f)
    if (length === 3 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) return undefined
    decoded += String.fromCharCode(code)
    index += length
  }
  return decoded
}

const lookAlikes = new Map<string, string>()
for (const [others, latin] of [
  ['АВЕКМНОРСТУХІЅЈаеорсухіѕј', 'ABEKMHOPCTYXISJaeopcyxisj'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'],
  ['ÐƉðɖ₫ıƣ', 'ĐĐđđđiơ'],
] as const)
  others.split('').forEach((letter, index) => lookAlikes.set(letter, latin[index]!))
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}ÐƉðɖ₫ıƣ]/u
const fullWidth = /[\uff01-\uff5e]/g

/** Only in words that have letters of the Latin script, too: a name in Russian stays one. */
function replaceLookAlikes(text: string): string {
  if (!otherScript.test(text) && text.search(fullWidth) < 0) return text
  const narrow = text.replace(fullWidth, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  return narrow.replace(/[\p{L}\p{M}₫]+/gu, (word) => {
    if (!otherScript.test(word) || !/\p{Script=Latin}/u.test(word)) return word
    const replaced = Array.from(word, (letter) => lookAlikes.get(letter) ?? letter)
      .join('')
      .normalize('NFC')
    return otherScript.test(replaced) || !(isPlausibleWord(replaced) || /^\p{ASCII}+$/u.test(replaced)) ? word : replaced
  })
}

const horned = /[ơờởỡớợ]/iu
const withoutVowel = /^[b-df-hj-np-tv-zđ]+$/iu

/** ơ only stands before ng, c and u where ư stands before it; nearly every text has neither this nor words without a vowel. */
const withTraceOfLoss = /(?<!ư)[ơờởỡớợ](?:ng|c|u)(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])[b-df-hj-np-tv-zđ]{3,}(?![\p{L}\p{M}])/iu

/** ư stood before a vowel (`Mờng`, Mường) or alone (`Hng`, Hưng); words that are good without it hide the loss. */
export function restoreLostLetters(text: string): string {
  if (!withTraceOfLoss.test(text)) return text
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const before = word.search(horned)
    if (word.length < 3 || (before < 0 && !withoutVowel.test(word)) || !/^\p{Lu}?\p{Ll}+$/u.test(word) || isSyllable(word)) return word
    const places = before >= 0 ? [before] : Array.from({ length: word.length - 1 }, (_, index) => index + 1)
    const restored = places.map((place) => `${word.slice(0, place)}ư${word.slice(place)}`).filter(isSyllable)
    return restored.length === 1 ? restored[0]! : word
  })
}

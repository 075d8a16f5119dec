const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g
const syllable = /[\p{L}\p{M}]+/gu
/** NBSP and its kin are spaces; `\s` covers them but not the zero-width ones, which are nothing at all. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** Word turns hyphens into dashes while typing, so a document number may carry any of them. */
const hyphens = /\s*[-\u2010-\u2015\u2212]\s*/g

/** NFC text with NBSP and other odd spaces as plain spaces, runs collapsed, ends trimmed. Case, tones and hyphens stay. */
export const tidyText = (text: string): string => text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()

/** Whether `tidyText` leaves anything; asked of every text of every unit. */
export const hasWords = (text: string): boolean => /[^\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(text)

/**
 * Identity of a text whatever the input method: NFC and NFD, tone on either vowel (Thuỵ = Thụy), NBSP,
 * spaces round hyphens, Đ written with the Latin eth. Case counts. Two texts are the same text if their keys are equal.
 */
export function textKey(text: string): string {
  return tidyText(text)
    .replace(hyphens, '-')
    .replace(/ð/g, 'đ')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(syllable, (word) => {
      const decomposed = word.normalize('NFD')
      const tones = decomposed.match(toneMarks)
      return tones ? decomposed.replace(toneMarks, '') + tones.join('') : decomposed
    })
}

/** `textKey` without case: names of units, headers, words. */
export const nameKey = (text: string): string => textKey(text.toLowerCase())

/** For search only, never for identity: no case, no tones, no marks, đ as d. */
export const searchFold = (text: string): string => textKey(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd')

/** Syllables of a text in order: a hash of each, and where it stands in the text (UTF-16, end exclusive). */
export type Syllables = { hashes: Uint32Array; starts: Uint32Array; ends: Uint32Array; count: number }

/** Lower case of every letter a Vietnamese text is written with, one unit for one unit; 0 where no letter stands. */
const lower = new Uint16Array(0x2000)
for (let code = 0; code < lower.length; code++) {
  const letter = String.fromCharCode(code)
  if (/[\p{L}\p{M}]/u.test(letter)) lower[code] = letter.toLowerCase().length === 1 ? letter.toLowerCase().charCodeAt(0) : code
}
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Every number is the same syllable here: who copies a text changes the numbers first. */
const numberHash = 0x9e3779b9

/** `text` is NFC. A number with its groups and decimals is one syllable; anything but letters, marks and digits divides. */
export function readSyllables(text: string): Syllables {
  const most = (text.length >> 1) + 1
  const [hashes, starts, ends] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)]
  let count = 0
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at)
    const start = at
    if (isDigit(code)) {
      while (at < text.length && (isDigit(text.charCodeAt(at)) || (isMark(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))))) at++
      hashes[count] = numberHash
    } else if (code < lower.length && lower[code] !== 0) {
      let hash = 0x811c9dc5
      for (let letter; at < text.length && (letter = lower[text.charCodeAt(at)] ?? 0) !== 0; at++)
        hash = Math.imul(hash ^ letter, 0x01000193)
      hashes[count] = scatter(hash)
    } else {
      at++
      continue
    }
    starts[count] = start
    ends[count] = at
    count++
  }
  return { hashes, starts, ends, count }
}

const isMark = (code: number): boolean => code === 44 || code === 46

/** Spreads a hash over all its bits (the finishing step of MurmurHash3), so that a remainder of it is as good as random. */
export function scatter(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

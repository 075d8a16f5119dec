import { isUtf8 } from 'node:buffer'

/** Letters of Vietnamese in Windows-1258 above ASCII, and the five tone marks that follow their vowel. */
const letters1258 = 'ÀÁÂĂÈÉÊÌÍĐÓÔƠÙÚƯÝàáâăèéêìíđóôơùúưýÕõÃã'
const vowels = /[aăâeêioôơuưy]/i
const tones: ReadonlySet<number> = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])

/**
 * The text of a separated file: UTF-8 and UTF-16 by mark or form, Vietnamese Windows (1258) where every letter fits it, else
 * Western, whose code points are those of the old Vietnamese encodings: only a person says whether it is one of them.
 */
export function decodeSeparated(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file).normalize('NFC')
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file).normalize('NFC')
  if (isUtf8(file)) return new TextDecoder('utf-8').decode(file).normalize('NFC')
  return isVietnameseWindows(file)
    ? new TextDecoder('windows-1258').decode(file).normalize('NFC')
    : new TextDecoder('windows-1252').decode(file)
}

function isVietnameseWindows(file: Buffer): boolean {
  const decoded = new TextDecoder('windows-1258').decode(file)
  let [high, fitting, marks, following] = [0, 0, 0, 0]
  for (let at = 0; at < file.length; at++) {
    const byte = file[at]!
    // Quotation marks, dashes and the like stand in both.
    if (byte < 0xc0) continue
    high++
    if (tones.has(byte)) {
      marks++
      if (at > 0 && vowels.test(decoded[at - 1]!)) following++
    } else if (letters1258.includes(decoded[at]!)) fitting++
  }
  return marks > 0 && following >= 0.98 * marks && following + fitting >= 0.98 * high
}

export const separators = [';', '\t', '|', ','] as const
export type Separator = (typeof separators)[number]

/**
 * The separator that parts the first lines most evenly; `;` where nothing does. Commas come last: in Vietnamese they stand
 * in numbers and sentences too. A line `sep=…` decides.
 */
export function findSeparator(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (said !== undefined) return said
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n?|\n/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '')
  let best: Separator = ';'
  let bestScore = 0
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = mostFrequent(counts.filter((count) => count > 0))
    const score = counts.filter((count) => count === usual && count > 0).length
    if (score > bestScore) [best, bestScore] = [separator, score]
  }
  return best
}

function mostFrequent(counts: readonly number[]): number {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  return [...seen].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

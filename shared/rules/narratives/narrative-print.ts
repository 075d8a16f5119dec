import { isDigit, readSyllables, scatter, type Syllables } from './read-syllables.ts'
import { listShingles, sortedOnce } from './shingles.ts'

/** What is kept of one narrative so that copies are found without reading it again. */
export type NarrativePrint = {
  task: string
  syllables: number
  /** Of the whole text, numbers included. */
  whole: number
  /** One in eight of its shingles, ascending. */
  kept: Uint32Array
}

const oneIn = 8

export const keepSome = (shingles: Uint32Array): Uint32Array => sortedOnce(shingles.filter((shingle) => shingle % oneIn === 0))

export function printNarrative(task: string, text: string): NarrativePrint {
  const syllables = readSyllables(text)
  return { task, syllables: syllables.count, whole: hashWhole(text, syllables), kept: keepSome(listShingles(syllables)) }
}

/** Of two hashes of 32 bits so many as an exact number holds: one alone meets another by chance among some thousand texts. */
function hashWhole(text: string, { hashes, starts, ends, count }: Syllables): number {
  let [one, two] = [0, 1]
  for (let at = 0; at < count; at++) {
    // A number is one syllable like any other; its digits make the whole text another one.
    let digits = 0
    if (isDigit(text.charCodeAt(starts[at]!)))
      for (let place = starts[at]!; place < ends[at]!; place++) digits = (Math.imul(digits, 31) + text.charCodeAt(place)) | 0
    one = scatter((Math.imul(one, 31) + hashes[at]! + digits) | 0)
    two = scatter((Math.imul(two, 37) ^ (hashes[at]! + digits)) | 0)
  }
  return one * wholeRoom + (two % wholeRoom)
}

const wholeRoom = 2 ** 20

/** As it is stored: the tasks' codes in one text, the numbers of all of them in one row of 32-bit integers, low byte first. */
export type PackedPrints = { tasks: string; prints: Uint8Array }

export function packPrints(prints: readonly NarrativePrint[]): PackedPrints {
  const numbers = prints.flatMap(({ syllables, whole, kept }) => [
    syllables,
    Math.floor(whole / wholeRoom),
    whole % wholeRoom,
    kept.length,
    ...kept,
  ])
  const bytes = new DataView(new ArrayBuffer(numbers.length * 4))
  numbers.forEach((number, index) => bytes.setUint32(index * 4, number, true))
  return { tasks: prints.map(({ task }) => task).join(' '), prints: new Uint8Array(bytes.buffer) }
}

export function unpackPrints({ tasks, prints }: PackedPrints): NarrativePrint[] {
  const bytes = new DataView(prints.buffer, prints.byteOffset, prints.byteLength)
  let at = 0
  const next = (): number => bytes.getUint32(4 * at++, true)
  return tasks === ''
    ? []
    : tasks.split(' ').map((task) => {
        const [syllables, high, low, length] = [next(), next(), next(), next()]
        const kept = new Uint32Array(length)
        for (let place = 0; place < length; place++) kept[place] = next()
        return { task, syllables, whole: high * wholeRoom + low, kept }
      })
}

import { limits } from '../limits.ts'
import { damaged, tooLarge } from '../workbook-refusal.ts'

/** A text of the workbook with the fonts its later parts are drawn in, by index of the font. */
export type BiffText = { text: string; runs: readonly { start: number; font: number }[] }

/** Reads over a record and those that go on with it; characters broken off at a border begin anew with their own width (MS-XLS 2.5.293). */
class RecordReader {
  readonly #parts: readonly Buffer[]
  #part = 0
  #at = 0

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts
  }

  get isDone(): boolean {
    return this.#part >= this.#parts.length || (this.#part === this.#parts.length - 1 && this.#at >= this.#parts[this.#part]!.length)
  }

  number(bytes: 1 | 2 | 4): number {
    let value = 0
    for (let at = 0; at < bytes; at++) value += this.#byte() * 256 ** at
    return value
  }

  #byte(): number {
    while (this.#part < this.#parts.length && this.#at >= this.#parts[this.#part]!.length) this.#nextPart()
    const part = this.#parts[this.#part]
    if (!part) throw damaged('strings cut off')
    return part[this.#at++]!
  }

  #nextPart(): void {
    this.#part++
    this.#at = 0
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0;) {
      const part = this.#parts[this.#part]
      if (!part) throw damaged('strings cut off')
      const step = Math.min(left, part.length - this.#at)
      this.#at += step
      left -= step
      if (left > 0) this.#nextPart()
    }
  }

  characters(count: number, isWideAtFirst: boolean): string {
    let text = ''
    let isWide = isWideAtFirst
    for (let left = count; left > 0;) {
      const part = this.#parts[this.#part]
      if (!part) throw damaged('strings cut off')
      const room = Math.min(left, Math.floor((part.length - this.#at) / (isWide ? 2 : 1)))
      const end = this.#at + room * (isWide ? 2 : 1)
      text += part.toString(isWide ? 'utf16le' : 'latin1', this.#at, end)
      this.#at = end
      left -= room
      if (left > 0) {
        this.#nextPart()
        isWide = (this.#byte() & 1) === 1
      }
    }
    return text
  }
}

/** The shared strings: the SST record and its continuations. Throws WorkbookRefusal. */
export function readBiffStrings(parts: readonly Buffer[]): BiffText[] {
  const reader = new RecordReader(parts)
  reader.skip(4)
  const count = reader.number(4)
  if (count > limits.sharedStrings) throw tooLarge('shared strings')
  const strings: BiffText[] = []
  let characters = 0
  while (strings.length < count && !reader.isDone) {
    const length = reader.number(2)
    const flags = reader.number(1)
    const runCount = flags & 8 ? reader.number(2) : 0
    const extraBytes = flags & 4 ? reader.number(4) : 0
    characters += length
    if (characters > limits.characters) throw tooLarge('text')
    const text = reader.characters(length, (flags & 1) === 1)
    const runs = Array.from({ length: runCount }, () => ({ start: reader.number(2), font: reader.number(2) }))
    // Phonetic marks of East Asian text: no part of what is read.
    reader.skip(extraBytes)
    strings.push({ text, runs })
  }
  return strings
}

import { tidyText } from '../../vietnamese/text-key.ts'
import { textPrint } from '../text-print.ts'

/**
 * WD1: what a bookmark at the head of a paragraph in the Word file says: prints of its key and of the text it was written with, and
 * which line of how many it was at its place.
 */
export type ParagraphMark = { key: string; text: string; line: number; lines: number }

const pattern = /^TH_([0-9a-f]{12})_([0-9a-f]{12})_(\d{1,4})of(\d{1,4})$/
const printLetters = 12

export const keyPrint = (key: string): string => textPrint(key).slice(0, printLetters)

/** Of what a reader sees; odd spaces and the way letters are composed make no difference. */
export const shownPrint = (text: string): string => textPrint(tidyText(text)).slice(0, printLetters)

/** Bookmarks have at most 40 letters, and each stands once. */
export const markName = (key: string, text: string, line: number, lines: number): string =>
  `TH_${keyPrint(key)}_${shownPrint(text)}_${line}of${lines}`

export function readMark(name: string): ParagraphMark | undefined {
  const [, key, text, line, lines] = pattern.exec(name) ?? []
  return key !== undefined && text !== undefined ? { key, text, line: Number(line), lines: Number(lines) } : undefined
}

/** WD2: properties of the file that say whose report it is. */
export const fileProperties = { programme: 'TongHop.Programme', period: 'TongHop.Period', kind: 'TongHop.Kind' } as const
export type FileProperty = keyof typeof fileProperties

/** So many letters of a key's print tell the paragraphs of one report apart. */
export const shortPrint = (key: string): string => keyPrint(key).slice(0, 8)

const keysProperty = 'TongHop.Keys'
/** A property of a file holds at most 255 letters. */
const printsInProperty = 31

/** WD2: which paragraphs the file was written with, so that one that came up later is not taken for one that was removed. */
export function keyProperties(keys: readonly string[]): { name: string; value: string }[] {
  const prints = [...new Set(keys.map(shortPrint))]
  return Array.from({ length: Math.ceil(prints.length / printsInProperty) }, (_, at) => ({
    name: `${keysProperty}.${at + 1}`,
    value: prints.slice(at * printsInProperty, (at + 1) * printsInProperty).join(''),
  }))
}

/** The opposite; undefined where the file does not say. */
export function exportedKeys(properties: Readonly<Record<string, string>>): ReadonlySet<string> | undefined {
  const values = Object.entries(properties).flatMap(([name, value]) => (name.startsWith(`${keysProperty}.`) ? [value] : []))
  return values.length === 0 ? undefined : new Set(values.flatMap((value) => value.match(/[0-9a-f]{8}/g) ?? []))
}

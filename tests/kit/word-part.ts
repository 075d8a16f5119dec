import { buildZip } from './build-zip.ts'
import { workbookParts } from './edit-workbook.ts'

/** One part of a Word file as text. */
export const partOf = (bytes: Uint8Array, name: string): string =>
  Buffer.from(workbookParts(bytes).find((part) => part.name === name)!.data).toString('utf8')

/** The file with one part rewritten, as a program or a person at it would; refuses a change that changes nothing. */
export function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Buffer {
  const before = partOf(bytes, name)
  const after = change(before)
  if (after === before) throw new Error(`${name} was not changed`)
  return buildZip(workbookParts(bytes).map((part) => (part.name === name ? { ...part, data: after } : part)))
}

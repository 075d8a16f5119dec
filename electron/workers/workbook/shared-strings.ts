import { limits } from './limits.ts'
import { readRichText } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import { tooLarge } from './workbook-refusal.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

export function readSharedStrings(bytes: Buffer): RichText[] {
  const scanner = new XmlScanner(bytes, 'sharedStrings')
  const strings: RichText[] = []
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open || scanner.depth !== 2) continue
    if (scanner.name !== 'si') scanner.skip()
    else if (strings.push(readRichText(scanner)) > limits.sharedStrings) throw tooLarge('shared strings')
  }
  return strings
}

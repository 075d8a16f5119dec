import { limits } from './limits.ts'
import { TextStride } from './plain-spellings.ts'
import { decodeEscapes, readRichText } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import { tooLarge } from './workbook-refusal.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

const part = 'sharedStrings'

export function readSharedStrings(bytes: Buffer): RichText[] {
  const scanner = new XmlScanner(bytes, part)
  const strings: RichText[] = []
  const stride = new TextStride(part)
  scanner.openRoot('sst')
  for (;;) {
    if (scanner.depth === 1 && scanner.stride(stride.overTexts)) {
      for (const text of stride.texts) strings.push(decodeEscapes(text))
      stride.texts.length = 0
    }
    if (strings.length > limits.sharedStrings) throw tooLarge('shared strings')
    const token = scanner.next()
    if (token === tokens.end) return strings
    if (token !== tokens.open || scanner.depth !== 2) continue
    if (scanner.name === 'si') strings.push(readRichText(scanner))
    else scanner.skip()
  }
}

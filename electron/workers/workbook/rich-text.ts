import type { XmlScanner } from './xml-scanner.ts'
import { tokens } from './xml-scanner.ts'

export type TextRun = { text: string; /** Null: the font of the cell. */ fontName: string | null }
/** A shared or inline string: plain, or runs that name fonts of their own. */
export type RichText = string | readonly TextRun[]

/** `_x000D_` stands for a character that XML cannot hold, `_x005F_` for its own underscore (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export const decodeEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** The content of the `si` or `is` just opened, without phonetic runs; goes on to just after its close. */
export function readRichText(scanner: XmlScanner): RichText {
  const outside = scanner.depth - 1
  const runs: TextRun[] = []
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth === outside) break
    if (token !== tokens.open) continue
    if (scanner.name === 't') runs.push({ text: decodeEscapes(scanner.readText()), fontName: null })
    else if (scanner.name === 'r') runs.push(readRun(scanner))
    else scanner.skip()
  }
  return runs.every((run) => run.fontName === null) ? runs.map((run) => run.text).join('') : runs
}

function readRun(scanner: XmlScanner): TextRun {
  const outside = scanner.depth - 1
  let text = ''
  let fontName: string | null = null
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth === outside) return { text, fontName }
    if (token !== tokens.open) continue
    const isChild = scanner.depth === outside + 2
    if (isChild && scanner.name === 't') text += decodeEscapes(scanner.readText())
    // Only there, and only of the run's own properties: text under them is shown by nobody.
    else if (!isChild && scanner.name === 'rFont') fontName = scanner.attribute('val') ?? null
    else if (!isChild || scanner.name !== 'rPr') scanner.skip()
  }
}

import type { TextRun } from '../rich-text.ts'
import { limits } from '../limits.ts'
import { tooLarge } from '../workbook-refusal.ts'
import { tokens, type XmlScanner } from '../xml-scanner.ts'
import type { OdsStyles } from './ods-styles.ts'

/** What stands in a cell's text without being part of it. */
const beside: ReadonlySet<string> = new Set(['annotation', 'annotation-end', 'note', 'ruby-text', 'frame', 'custom-shape', 'g', 'control'])

/** The `p` just opened as runs, spaces as ODF counts them (1.3 part 3, 6.1.2); goes on to just after its close. */
export function readOdsParagraph(scanner: XmlScanner, styles: OdsStyles, runs: TextRun[]): void {
  const outside = scanner.depth - 1
  const fonts: (string | null)[] = [null]
  const at = { isAfterSpace: true }
  const add = (text: string): void => {
    const fontName = fonts.at(-1) ?? null
    const last = runs.at(-1)
    if (last?.fontName === fontName) last.text += text
    else if (text !== '') runs.push({ text, fontName })
    if (text.length > limits.characters) throw tooLarge('text')
  }
  let isTrailing = false
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close) {
      if (scanner.depth === outside) break
      fonts.pop()
    } else if (token === tokens.text) {
      const text = scanner.text().replace(/[ \t\r\n]+/g, ' ')
      const shown = at.isAfterSpace && text.startsWith(' ') ? text.slice(1) : text
      add(shown)
      if (text !== '') at.isAfterSpace = text.endsWith(' ')
      if (shown !== '') isTrailing = shown.endsWith(' ')
    } else if (token === tokens.open) {
      if (beside.has(scanner.name)) {
        scanner.skip()
        continue
      }
      const special = specialText(scanner)
      if (special !== undefined) {
        add(special)
        isTrailing = false
        at.isAfterSpace = false
      }
      const font = scanner.name === 'span' ? (styles.fontOf(scanner.prefixedAttribute('style-name')) ?? null) : null
      fonts.push(font ?? fonts.at(-1) ?? null)
    }
  }
  const last = runs.at(-1)
  if (isTrailing && last) last.text = last.text.slice(0, -1)
}

function specialText(scanner: XmlScanner): string | undefined {
  if (scanner.name === 's') {
    const count = scanner.prefixedAttribute('c') ?? '1'
    return ' '.repeat(/^\d{1,4}$/.test(count) ? Number(count) : 1)
  }
  return scanner.name === 'tab' ? '\t' : scanner.name === 'line-break' ? '\n' : undefined
}

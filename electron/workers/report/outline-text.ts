import type Pdfmake from 'pdfmake'
import { fontFamily } from './font-files.ts'

/** Letters as paths: what is shown in a signature's box needs no font of its own. */
export type OutlineOrder = { lines: readonly string[]; size: number }
export type Outline = { content: string; width: number; height: number }

const leading = 1.25

/** Path operators (ISO 32000-1 §8.5) from the lower left corner of all lines, in points. */
export async function outlineText({ lines, size }: OutlineOrder, pdfmake: typeof Pdfmake): Promise<Outline> {
  const document = await pdfmake.createPdf({ content: '', defaultStyle: { font: fontFamily } }).getStream()
  const { font, scale, ascender } = document.provideFont(fontFamily, false, false)
  const unit = (scale * size) / 1000
  const height = lines.length * size * leading
  let width = 0
  const parts: string[] = []
  for (const [index, line] of lines.entries()) {
    let x = 0
    const baseline = height - index * size * leading - (ascender / 1000) * size
    for (const glyph of font.glyphsForString(line.normalize('NFC'))) {
      let [lastX, lastY] = [0, 0]
      const at = (px: number, py: number): string => `${fixed(x + px * unit)} ${fixed(baseline + py * unit)}`
      for (const { command, args } of glyph.path.commands) {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
        if (command === 'moveTo') parts.push(`${at(a, b)} m`)
        else if (command === 'lineTo') parts.push(`${at(a, b)} l`)
        else if (command === 'bezierCurveTo') parts.push(`${at(a, b)} ${at(c, d)} ${at(e, f)} c`)
        else if (command === 'quadraticCurveTo') {
          const [firstX, firstY] = [lastX + ((a - lastX) * 2) / 3, lastY + ((b - lastY) * 2) / 3]
          const [secondX, secondY] = [c + ((a - c) * 2) / 3, d + ((b - d) * 2) / 3]
          parts.push(`${at(firstX, firstY)} ${at(secondX, secondY)} ${at(c, d)} c`)
        } else parts.push('h')
        if (args.length >= 2) [lastX, lastY] = [args.at(-2)!, args.at(-1)!]
      }
      x += glyph.advanceWidth * unit
    }
    width = Math.max(width, x)
  }
  return { content: `${parts.join(' ')} f`, width, height }
}

const fixed = (value: number): string => String(Math.round(value * 100) / 100)

import type { TypeStyle } from '../../../shared/domain/layout-profile.ts'
import { keptWords } from './kept-words.ts'
import type { Measure } from './measures.ts'

/** The lines that a text fills, as the layout of the body breaks it; a word that is wider than the line stands alone on one. */
export function breakText(text: string, style: TypeStyle, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of keptWords(text).flatMap((one) => (measure.width(one, style) <= width ? [one] : one.split(' ')))) {
    const longer = line === '' ? part : `${line} ${part}`
    if (line !== '' && measure.width(longer, style) > width) {
      lines.push(line)
      line = part
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** Lines about as long as one another, no more of them than there must be: no word of a title stands alone below it. */
export function balanceText(text: string, style: TypeStyle, width: number, measure: Measure): string[] {
  const lines = breakText(text, style, width, measure)
  let [low, high] = [0, width]
  let best = lines
  while (high - low > 1) {
    const middle = (low + high) / 2
    const tried = breakText(text, style, middle, measure)
    if (tried.length > lines.length || tried.some((line) => measure.width(line, style) > middle)) low = middle
    else {
      best = tried
      high = middle
    }
  }
  return best
}

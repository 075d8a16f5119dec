import type { Run } from '../../../shared/domain/report.ts'
import { keptWords } from './kept-words.ts'
import type { Node } from './node-style.ts'

/** A number of a document, a rate with its sign: torn at the end of a line, a reader takes it for two. */
const tornInside = /[\p{L}\p{N}][-/][\p{L}\p{N}]/u

/**
 * Runs as pdfmake wants them, words with a hyphen or slash inside and words that are read as one kept on one line. `fits`: whether
 * a line has room for so many of them.
 */
export function wholeWords(runs: readonly Run[], fits: (text: string) => boolean = () => true): Node[] {
  return joinRuns(runs).flatMap((run) => {
    const style = {
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
      ...(run.raised ? { sup: true } : {}),
    }
    return piecesOf(run.text, fits).map((piece): Node => ({ ...piece, ...style }))
  })
}

type Piece = { text: string; noWrap?: true; noNewLine?: true; preserveTrailingSpaces?: true }

/** Every word ends with the space behind it. */
function piecesOf(text: string, fits: (text: string) => boolean): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  const parts = keptWords(text)
  for (const [index, part] of parts.entries()) {
    const words = part.split(' ')
    const kept = words.length > 1 && fits(part)
    for (const [position, word] of words.entries()) {
      const isLast = position === words.length - 1
      const spaced = isLast && index === parts.length - 1 ? word : `${word} `
      if (!kept && !tornInside.test(word)) {
        plain += spaced
        continue
      }
      if (plain !== '') pieces.push({ text: plain })
      plain = ''
      // Words apart, so that a line set to both margins widens the spaces between them as all others.
      pieces.push({ text: spaced, noWrap: true, ...(kept && !isLast ? { noNewLine: true, preserveTrailingSpaces: true } : {}) })
    }
  }
  return plain === '' ? pieces : [...pieces, { text: plain }]
}

/** What a run refers to is nothing that print shows, and a word is never broken where it begins or ends. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const { figure: _, ...run } of runs) {
    const last = joined.at(-1)
    if (last && last.bold === run.bold && last.italic === run.italic && last.raised === run.raised)
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

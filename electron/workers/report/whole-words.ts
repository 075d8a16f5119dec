import type { Run } from '../../../shared/domain/report.ts'
import type { Node } from './node-style.ts'

/** A number of a document, a rate with its sign: torn at the end of a line, a reader takes it for two. */
const tornInside = /([^\s]*[\p{L}\p{N}][-/][\p{L}\p{N}][^\s]*(?:\s+|$))/u

/** Runs as pdfmake wants them, words with a hyphen or slash inside kept on one line. */
export function wholeWords(runs: readonly Run[]): Node[] {
  return joinRuns(runs).flatMap((run) =>
    run.text.split(tornInside).flatMap((text, index): Node[] =>
      text === ''
        ? []
        : [
            {
              text,
              ...(index % 2 === 1 ? { noWrap: true } : {}),
              ...(run.bold ? { bold: true } : {}),
              ...(run.italic ? { italics: true } : {}),
              ...(run.raised ? { sup: true } : {}),
            },
          ],
    ),
  )
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

import type { Block, Run } from '../domain/report.ts'

/** Letters of no language, which no text of a report can hold. */
const [open, between, close] = ['\ue000', '\ue001', '\ue002']
const citation = /\ue000([^\ue001]*)\ue001([^\ue002]*)\ue002/gu

/** RT1: marks a stretch of an assembled sentence as what a figure shows. `citedRuns` or `withoutCitations` take the mark out. */
export const citeFigure = (ref: string, text: string): string => `${open}${ref}${between}${text}${close}`

export const withoutCitations = (text: string): string => text.replace(citation, '$2')

function citedRuns(run: Run): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of run.text.matchAll(citation)) {
    if (match.index > from) runs.push({ ...run, text: run.text.slice(from, match.index) })
    runs.push({ ...run, text: match[2]!, figure: match[1]! })
    from = match.index + match[0].length
  }
  if (from < run.text.length) runs.push({ ...run, text: run.text.slice(from) })
  return runs
}

export const withCitedRuns = <Given extends Block>(blocks: readonly Given[]): Given[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? { ...block, runs: block.runs.flatMap(citedRuns) } : block))

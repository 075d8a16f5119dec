import type { Run } from '../domain/report.ts'
import { runsOfWritten } from './figure-tokens.ts'
import type { KeyedBlock } from './keyed-paragraph.ts'

/**
 * RT8: the office's words in place of the program's, each line a paragraph with the same key; an empty text leaves the paragraph
 * out. What has no words of the office stays as it is. Bold and italic stay where the words that had them still stand.
 */
export function overrideParagraphs(blocks: readonly KeyedBlock[], overrides: Readonly<Record<string, string>>): KeyedBlock[] {
  return blocks.flatMap((block): KeyedBlock[] => {
    const own = block.kind === 'paragraph' || block.kind === 'note' ? overrides[block.key] : undefined
    if (own === undefined) return [block]
    const lines = own.split('\n').filter((line) => line !== '')
    if (block.kind === 'note') return lines.map((line) => ({ ...block, text: printedWords(line) }))
    if (block.kind === 'paragraph') return lines.map((line) => ({ ...block, runs: dressed(runsOfWritten(line), block.runs) }))
    return [block]
  })
}

/** What a reader sees of a text with references. */
export const printedWords = (text: string): string =>
  runsOfWritten(text)
    .map((run) => run.text)
    .join('')

type Look = Pick<Run, 'bold' | 'italic'>
const lookOf = ({ bold, italic }: Run): Look => ({ ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) })

function dressed(runs: readonly Run[], before: readonly Run[]): Run[] {
  const [first] = before
  if (first && before.every(({ bold, italic }) => bold === first.bold && italic === first.italic))
    return runs.map((run) => ({ ...run, ...lookOf(first) }))
  const styled = before.filter((run) => run.figure === undefined && (run.bold || run.italic) && run.text.trim() !== '')
  return styled.reduce<Run[]>(
    (dressing, { text, ...look }) => dressing.flatMap((run) => dressStretch(run, text.trim(), lookOf({ text, ...look }))),
    [...runs],
  )
}

function dressStretch(run: Run, text: string, look: Look): Run[] {
  const at = run.figure === undefined ? run.text.indexOf(text) : -1
  if (at === -1) return [run]
  const parts = [
    { ...run, text: run.text.slice(0, at) },
    { ...run, ...look, text },
    { ...run, text: run.text.slice(at + text.length) },
  ]
  return parts.filter((part) => part.text !== '')
}

import type { Block, Run } from '../domain/report.ts'

type Worded = 'paragraph' | 'note' | 'open'

/** A block of a section: RT7, every one that is worded says what it is about. */
export type KeyedBlock = Exclude<Block, { kind: Worded }> | { [Kind in Worded]: Extract<Block, { kind: Kind }> & { key: string } }[Worded]

export const keyedParagraph = (key: string, ...parts: readonly (string | Run)[]): KeyedBlock => ({
  kind: 'paragraph',
  runs: parts.map((part) => (typeof part === 'string' ? { text: part } : part)),
  key,
})

import type { ReactNode } from 'react'
import { findWords } from '../../../shared/vietnamese/search-words.ts'

/** A text with the found words marked. */
export function FoundText({ text, words }: { text: string; words: readonly string[] }) {
  const parts: ReactNode[] = []
  let last = 0
  for (const { from, to } of findWords(text, words)) {
    parts.push(text.slice(last, from), <mark key={from}>{text.slice(from, to)}</mark>)
    last = to
  }
  return (
    <span>
      {parts}
      {text.slice(last)}
    </span>
  )
}

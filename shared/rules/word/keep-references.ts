import type { Run } from '../../domain/report.ts'
import { runsOfWritten, writtenOfRuns } from '../figure-tokens.ts'
import { matchWords, wordsOf } from './word-changes.ts'

type Word = { text: string; figure?: string; token?: number }

const wordsOfRuns = (runs: readonly Pick<Run, 'text' | 'figure'>[]): Word[] =>
  runs.flatMap(({ text, figure }, token) =>
    wordsOf(text).map((word): Word => (figure === undefined ? { text: word } : { text: word, figure, token })),
  )

/**
 * WD5: references that a program lost on the way stand again where the words round them and what they show are still the same;
 * what was typed anew refers to nothing.
 */
export function keepReferences(before: string, after: string): string {
  const old = wordsOfRuns(runsOfWritten(before))
  const runs = runsOfWritten(after)
  const fresh = wordsOfRuns(runs)
  const known = new Set(runs.flatMap(({ figure }) => figure ?? []))
  const matches = matchWords(
    old.map(({ text }) => text),
    fresh.map(({ text }) => text),
  )
  const tokens = Map.groupBy(
    old.map((word, index) => ({ ...word, match: matches[index]! })).filter(({ token }) => token !== undefined),
    ({ token }) => token!,
  )
  for (const words of tokens.values()) {
    const { figure } = words[0]!
    const from = words[0]!.match
    const isWhole = from !== -1 && words.every(({ match }, at) => match === from + at && fresh[match]!.figure === undefined)
    if (!isWhole || known.has(figure!)) continue
    for (const { match, token } of words) fresh[match] = { text: fresh[match]!.text, figure: figure!, token: -1 - token! }
  }
  const joined: Word[] = []
  for (const word of fresh) {
    const last = joined.at(-1)
    if (last && last.token === word.token && last.figure === word.figure)
      joined[joined.length - 1] = { ...last, text: last.text + word.text }
    else joined.push(word)
  }
  return writtenOfRuns(joined.map(({ text, figure }) => (figure === undefined ? { text } : { text, figure })))
}

import type { Language } from '../../shared/messages/text.ts'
import { keptSpace } from './wrap-text.ts'

/** Plain in every shell; anything else stands in quotes. */
const isPlain = (word: string): boolean => /^[\p{L}\p{N}._:\\/=+-]+$/u.test(word)

const quoted = (word: string): string => (isPlain(word) ? word : `"${word.replaceAll('"', '')}"`)

/** A command as a person types it, held together by `keptSpace`, on the same workspace and in the same language as the one before. */
export function typedCommand(words: readonly string[], { data, language }: { data: string | undefined; language: Language }): string {
  const rest = [...(data === undefined ? [] : ['--data', data]), ...(language === 'vi' ? [] : ['--lang', language])]
  return ['tonghop', ...words, ...rest].map(quoted).join(' ').replaceAll(' ', keptSpace)
}

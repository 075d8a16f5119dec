import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workbookWords } from '../../../shared/messages/workbook.ts'

type Said = { place: string; vi: string; en: string }

/** Every pair of texts in a value, however deep. */
function pairsIn(value: unknown, place: string): Said[] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string')
    return [{ place, vi: value.vi, en: value.en }]
  return Object.entries(value).flatMap(([name, inner]) => pairsIn(inner, `${place} ${name}`))
}

const folder = new URL('../../../shared/messages/', import.meta.url)
const modules = await Promise.all(
  readdirSync(folder).map(async (file): Promise<[string, Record<string, unknown>]> => [
    file,
    (await import(new URL(file, folder).href)) as Record<string, unknown>,
  ]),
)
const said = modules.filter(([file]) => file !== 'catalogue.ts').flatMap(([file, exports]) => pairsIn(exports, file))

/** Letters of Vietnamese are no word characters to `\b`. */
const word = (...words: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'iu')
const unkind = word('bạn', 'vui lòng', 'lỗi', 'thất bại', 'từ chối', 'oops', 'không hợp lệ', 'ngoại lệ')
const english = word(
  'the',
  'is',
  'of',
  'not',
  'file',
  'folder',
  'error',
  'invalid',
  'failed',
  'exception',
  'sheet',
  'cell',
  'workbook',
  'snapshot',
  'conflict',
  'hash',
  'null',
  'undefined',
)
const vietnameseLetters = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].map((name) => name.replace(/_en\}$/, '}')).toSorted()

/** Texts that are a name, a sign or a unit in both languages. */
const same = (text: string): boolean =>
  text.replace(/\{\w+\}|Tổng Hợp/g, '').replace(/[^\p{L}]/gu, '') === '' || /^(?:PDF|.*store\.db:.*)$/.test(text)

const complaints = (judge: (text: Said) => boolean): string[] => said.filter(judge).map(({ place, vi, en }) => `${place}: ${vi} | ${en}`)

describe('every text a person sees', () => {
  it('was found', () => expect(said.length).toBeGreaterThan(250))

  it('stands in both languages, each its own', () => {
    expect(complaints(({ vi, en }) => vi.trim() === '' || en.trim() === '')).toEqual([])
    expect(complaints(({ vi, en }) => vi === en && !same(vi))).toEqual([])
  })

  it('asks for the same params in both', () =>
    expect(complaints(({ vi, en }) => placeholders(vi).join() !== placeholders(en).join())).toEqual([]))

  it('accuses nobody', () => {
    expect(complaints(({ vi }) => unkind.test(vi))).toEqual([])
    const words = JSON.stringify(workbookWords)
    expect(unkind.exec(words)?.[0]).toBeUndefined()
  })

  it('keeps the languages apart', () => {
    expect(complaints(({ vi }) => english.test(vi.replace(/\{\w+\}/g, '')))).toEqual([])
    expect(complaints(({ en }) => vietnameseLetters.test(en.replaceAll('Tổng Hợp', '')))).toEqual([])
  })

  it('is composed, with single spaces inside a sentence and no space before a mark', () => {
    const untidy = (text: string): boolean => text !== text.normalize('NFC') || /[^\s}] {2}|[^\s}] [,.;!?](?:\s|$)/.test(text)
    expect(complaints(({ vi, en }) => untidy(vi) || untidy(en))).toEqual([])
  })
})

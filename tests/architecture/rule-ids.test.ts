import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ruleTexts } from '../../shared/messages/catalogue.ts'

const root = new URL('../..', import.meta.url).pathname
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** Ids of the tables' first column, and of the line that lists what a file turned out to be. */
function idsOfSpec(spec: string): string[] {
  const tables = [...spec.matchAll(/^\| ([MCRN]\d+) \|/gm)].map((match) => match[1]!)
  const listed = [...spec.matchAll(/(?:^|· )(M\d+) [a-z]/gm)].map((match) => match[1]!)
  return [...new Set([...tables, ...listed])].toSorted(byNumber)
}

/** `[C4]` in a test's name, or `'C4'` in the table of an `it.each` whose name begins with it. */
const idsCited = (text: string): string[] =>
  [...text.matchAll(/\[([MCRN]\d{1,2})\]|'([MCRN]\d{1,2})'/g)].map((match) => match[1] ?? match[2]!)

const tests = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'tests/**/*.test.ts', 'tests/*.test.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.endsWith('rule-ids.test.ts'))

describe('rule ids', () => {
  const spec = idsOfSpec(read('shared/rules/SPEC.md'))
  const cited = [...new Set(tests.flatMap((file) => idsCited(read(file))))].toSorted(byNumber)

  it('have texts and a place in SPEC.md, the same ones', () => {
    expect(spec.length).toBeGreaterThan(50)
    expect(Object.keys(ruleTexts).toSorted(byNumber)).toEqual(spec)
  })

  it('are cited by a test, each', () => {
    expect(spec.filter((id) => !cited.includes(id))).toEqual([])
  })

  it('are cited only when they exist', () => {
    expect(cited.filter((id) => !spec.includes(id))).toEqual([])
  })

  it('are found where they stand', () => {
    expect(idsOfSpec('| C4 | x |\nM60 empty · M61 damaged')).toEqual(['C4', 'M60', 'M61'])
    expect(idsCited("it('[R2] …') ['M60', 'a.xlsx'] C9")).toEqual(['R2', 'M60'])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, ReportModel } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { writtenOfRuns } from '../../../shared/rules/figure-tokens.ts'
import { generatedParagraphs, wordingOf } from '../../../shared/rules/list-paragraphs.ts'
import { printedWords } from '../../../shared/rules/override-paragraphs.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const generated = generatedParagraphs(source)
const plain = assembleReport(source)

type Worded = Extract<Block, { kind: 'paragraph' }>
const worded = ({ blocks }: ReportModel): Worded[] => blocks.filter((block) => block.kind === 'paragraph')
const textsAt = (model: ReportModel, key: string): string[] =>
  worded(model).flatMap((block) => (block.key === key ? [writtenOfRuns(block.runs)] : []))

describe('paragraphs that the program words', () => {
  it('[RT7] every one has a key of its own that begins with its section, for every kind of report', () => {
    for (const kind of ['periodic', 'interim', 'final', 'thematic'] as const) {
      const listed = generatedParagraphs({ ...source, kind })
      expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length)
      for (const { key, section } of listed) expect(key.startsWith(section === null ? 'closing' : `${section}/`)).toBe(true)
      const { blocks } = assembleReport({ ...source, kind })
      const keys = blocks.flatMap((block) =>
        block.kind === 'paragraph' || block.kind === 'note' || block.kind === 'open' ? [block.key] : [],
      )
      expect(keys).not.toContain(undefined)
      expect(keys.filter((key) => !key!.endsWith('/written'))).toEqual(listed.slice(0, -1).map(({ key }) => key))
    }
  })
  it('[RT7] a key does not move with the figures', () => {
    const keysOf = (missing: number): string[] => generatedParagraphs(makeReportSource({ missing })).map(({ key }) => key)
    const [few, many] = [keysOf(2), keysOf(9)]
    expect(many.filter((key) => few.includes(key))).toContain('shortcomings/missing')
    expect(few).toContain('opening/register')
  })
  it('[RT8] words of the office stand in their place, line by line, and nothing else changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...generated.slice(0, -1)),
        fc.constantFrom('Một đoạn.', 'Có [[reg.missing|03]] xã.\nHai đoạn.', ''),
        ({ key }, text) => {
          const after = assembleReport({ ...source, overrides: { [key]: text } })
          const others = (model: ReportModel): Block[] => model.blocks.filter((block) => !('key' in block) || block.key !== key)
          expect(others(after)).toEqual(others(plain))
          const own = after.blocks.filter((block) => 'key' in block && block.key === key)
          expect(
            own.map((block) => (block.kind === 'paragraph' ? writtenOfRuns(block.runs) : block.kind === 'note' ? block.text : '')),
          ).toEqual(text === '' ? [] : text.split('\n').map((line) => (own[0]!.kind === 'note' ? printedWords(line) : line)))
        },
      ),
      { numRuns: 15 },
    )
    expect(assembleReport({ ...source, overrides: { closing: 'Xin báo cáo.' } }).closing).toBe('Xin báo cáo.')
    expect(assembleReport({ ...source, overrides: { 'opening/gone': 'Không in.' } })).toEqual(plain)
  })
  it('[RT8] what was bold or italic stays so where its words still stand', () => {
    const said = generated.find(({ key }) => key.includes('/said/'))!
    const [block] = worded(assembleReport({ ...source, overrides: { [said.key]: said.text.replace(/^\+ /u, '+ Nổi bật: ') } })).filter(
      ({ key }) => key === said.key,
    )
    expect(block!.runs.filter(({ italic }) => italic).map(({ text }) => text)).toEqual([/\([^()]*\)$/u.exec(said.text)![0]])
    const summary = assembleReport({ ...source, overrides: { 'results_indicators/summary': 'Đạt [[reg.received|104]] việc.' } })
    expect(
      worded(summary)
        .find(({ key }) => key === 'results_indicators/summary')!
        .runs.every(({ bold }) => bold),
    ).toBe(true)
  })
  it('[RT9] wording is told from what figures show', () => {
    const register = (missing: number): string =>
      generatedParagraphs(makeReportSource({ missing })).find(({ key }) => key === 'opening/register')!.text
    expect(register(2)).not.toBe(register(5))
    expect(wordingOf(register(2))).toBe(wordingOf(register(5)))
    expect(wordingOf('Có [[reg.late|05]] xã')).not.toBe(wordingOf('Còn [[reg.late|05]] xã'))
    expect(textsAt(plain, 'opening/register')).toEqual([generated.find(({ key }) => key === 'opening/register')!.text])
  })
})

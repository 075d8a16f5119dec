import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportSource } from '../../../../shared/domain/report.ts'
import type { ReturnedParagraph, ReturnedPlace, ReturnedReport } from '../../../../shared/domain/returned-report.ts'
import { assembleReport } from '../../../../shared/rules/assemble-report.ts'
import { reportFigures } from '../../../../shared/rules/report-figures.ts'
import { compareReturned } from '../../../../shared/rules/word/compare-returned.ts'
import { keepReferences } from '../../../../shared/rules/word/keep-references.ts'
import { keyPrint, markName, readMark } from '../../../../shared/rules/word/paragraph-mark.ts'
import { wordChanges } from '../../../../shared/rules/word/word-changes.ts'
import { makeReportSource } from '../../../kit/report-source.ts'
import { returnedOf } from '../../../kit/returned-report.ts'

const source: ReportSource = {
  ...makeReportSource(),
  written: { causes: 'Do thiếu cán bộ.\nCòn [[reg.missing|03]] xã chưa gửi.' },
  overrides: { 'opening/register': 'Có [[reg.received|104]] đơn vị đã gửi.\nXin báo cáo thêm.' },
}
const figures = reportFigures(source)
const file = returnedOf(assembleReport(source))
const compare = (returned: ReturnedReport, of = source) => compareReturned(of, figures, returned)
const differing = (returned: ReturnedReport, of = source): ReturnedPlace[] =>
  compare(returned, of).places.filter(({ state }) => state !== 'unchanged')

const at = (key: string, line = 0): number => {
  const places = file.paragraphs.flatMap(({ marks }, index) => (marks.some((mark) => readMark(mark)?.key === keyPrint(key)) ? [index] : []))
  return places[line]!
}
const edited = (index: number, ...replacement: readonly Partial<ReturnedParagraph>[]): ReturnedReport => ({
  ...file,
  paragraphs: file.paragraphs.toSpliced(index, 1, ...replacement.map((change) => ({ ...file.paragraphs[index]!, ...change }))),
})
const typed = (text: string): Partial<ReturnedParagraph> => ({ runs: [{ text }], marks: [] })

describe('an edited Word file against the report', () => {
  it('[WD1] a mark fits a bookmark and says its key and its text', () => {
    const [first, second] = [markName('a/b', 'Một  đoạn', 1, 9999), markName('a/b', 'Một đoạn', 2, 9999)]
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(40)
    expect([second === first, readMark(second)]).toEqual([false, { ...readMark(first), line: 2 }])
  })
  it('[WD3] a file that nobody edited differs nowhere, for every kind, with its marks, without them, and without its controls', () => {
    for (const kind of ['periodic', 'interim', 'final', 'thematic'] as const) {
      const own = { ...source, kind, overrides: kind === 'thematic' ? {} : source.overrides }
      const whole = returnedOf(assembleReport(own))
      const bare = whole.paragraphs.map((paragraph) => ({ ...paragraph, marks: [] }))
      const plain = whole.paragraphs.map(({ runs, ...rest }) => ({ ...rest, runs: [{ text: runs.map(({ text }) => text).join('') }] }))
      for (const paragraphs of [whole.paragraphs, bare, plain])
        expect(differing({ ...whole, paragraphs }, own).map(({ key, before, after }) => ({ key, before, after }))).toEqual([])
      expect(compare(whole, own).untaken).toEqual([])
    }
  })
  it('[WD3] [WD4] what is typed into one paragraph is that paragraph’s difference and no other’s', () => {
    const words = fc.array(fc.constantFrom('Xã', 'đã', 'tổ chức', '12 cuộc,', 'đạt', '91,5%.', 'mới'), { minLength: 1, maxLength: 9 })
    const marked = file.paragraphs.flatMap(({ marks }, index) => (marks.length > 0 ? [index] : []))
    fc.assert(
      fc.property(fc.constantFrom(...marked), words, (index, typedWords) => {
        const text = `Nội dung mới: ${typedWords.join(' ')}`
        const found = differing(edited(index, { runs: [{ text }] }))
        expect(found).toHaveLength(1)
        const [{ changes, after, before }] = found as [ReturnedPlace]
        expect(after).toContain(text)
        const joined = (without: 'in' | 'out'): string =>
          changes.flatMap(({ kind, text: part }) => (kind === without ? [] : [part])).join('')
        expect(joined('out')).toBe(after.replace(/\[\[[^|]*\|([^\]]*)\]\]/gu, '$1'))
        expect(joined('in')).toBe(before.replace(/\[\[[^|]*\|([^\]]*)\]\]/gu, '$1'))
      }),
      { numRuns: 20 },
    )
  })
  it('[WD3] a paragraph that lost its mark is found by its words, a new one belongs where it was put, a removed one is said', () => {
    const index = at('shortcomings/missing')
    const runs = [{ text: 'Hiện ' }, ...file.paragraphs[index]!.runs]
    expect(differing(edited(index, { runs, marks: [] })).map(({ key, state }) => [key, state])).toEqual([
      ['shortcomings/missing', 'changed'],
    ])
    const between = edited(at('opening/lead'), {}, typed('Đoạn thêm giữa.'))
    expect(differing(between)).toMatchObject([
      { key: 'opening/lead', state: 'changed', after: expect.stringMatching(/\nĐoạn thêm giữa\.$/u) },
    ])
    const last = edited(at('opening/register', 1), {}, typed('Đoạn thêm cuối.'))
    expect(differing(last)).toMatchObject([{ key: 'opening/written', state: 'added', after: 'Đoạn thêm cuối.' }])
    expect(differing(edited(index))).toMatchObject([{ key: 'shortcomings/missing', state: 'removed', after: '' }])
  })
  it('[WD2] what the program words since the file was written is not taken for removed', () => {
    const fewer = returnedOf(assembleReport({ ...source, excerpts: [] }))
    expect(differing(fewer)).toEqual([])
    // Nor what the office wrote since then below what stands in the file, or in place of a gap.
    const later = {
      ...source,
      written: { causes: `${source.written['causes']}\nDòng viết sau.`, leadership: 'Đã chỉ đạo.', opening: 'Viết sau.' },
    }
    expect(differing(file, later)).toEqual([])
  })
  it('[WD4] a number typed into its control is said and cannot be taken; other words keep the figure of now', () => {
    const index = at('causes/written', 1)
    const number = (shown: string, before: string): Partial<ReturnedParagraph> => ({
      runs: [{ text: before }, { text: shown, tag: 'reg.missing' }, { text: ' xã chưa gửi.' }],
    })
    expect(differing(edited(index, number('07', 'Còn ')))).toMatchObject([
      { key: 'causes/written', state: 'number', numbers: [{ ref: 'reg.missing', shown: '07', now: '03' }] },
    ])
    expect(differing(edited(index, number('07', 'Vẫn còn ')))).toMatchObject([
      { state: 'changed', after: 'Do thiếu cán bộ.\nVẫn còn [[reg.missing|03]] xã chưa gửi.', numbers: [{ shown: '07' }] },
    ])
  })
  it('[WD5] references lost on the way stand again, and what was typed anew has none', () => {
    const before = 'Có [[reg.received|104]]/[[reg.expected|108]] đơn vị; còn [[reg.missing|03]].'
    expect(keepReferences(before, 'Đến nay có 104/108 đơn vị; chỉ còn 04.')).toBe(
      'Đến nay có [[reg.received|104]]/[[reg.expected|108]] đơn vị; chỉ còn 04.',
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('một ', 'hai ', '[[reg.late|05]] ', '[[reg.missing|03]] ', '05 ', 'x.')), (parts) => {
        const text = parts.join('')
        expect(keepReferences(text, text)).toBe(text)
      }),
    )
  })
  it('says what is not taken: headings, and numbers of tables', () => {
    const heading = file.paragraphs.findIndex(({ isHeading }) => isHeading)
    const view = compare({ ...edited(heading, typed('I- TÌNH HÌNH MỚI')), cells: [{ tag: 'cell:1/1/4', text: '1%' }] })
    expect(view.untaken).toEqual(['I- TÌNH HÌNH MỚI'])
    expect(view.cells).toMatchObject([{ cell: '1/1/4', shown: '1%' }])
  })
  it('[WD4] words that were replaced together are read together', () => {
    expect(wordChanges('Đã gửi 05 xã. ', 'Đến hết kỳ, đã gửi 07 xã')).toEqual([
      { kind: 'out', text: 'Đã ' },
      { kind: 'in', text: 'Đến hết kỳ, đã ' },
      { kind: 'same', text: 'gửi ' },
      { kind: 'out', text: '05' },
      { kind: 'in', text: '07' },
      { kind: 'same', text: ' xã' },
      { kind: 'out', text: '. ' },
    ])
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '  ', ', ', '05', 'xã'), { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const joined = (without: 'in' | 'out'): string =>
          wordChanges(before, after)
            .flatMap(({ kind, text }) => (kind === without ? [] : [text]))
            .join('')
        expect([joined('in'), joined('out')]).toEqual([before, after])
      }),
    )
  })
  it('[WD4] texts of any length are compared', () => {
    const long = Array.from({ length: 3000 }, (_, index) => `từ${index}`).join(' ')
    expect(wordChanges(long, `${long} nữa`).map(({ kind }) => kind)).toEqual(['out', 'in'])
  })
})

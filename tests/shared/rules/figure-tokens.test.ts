import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import {
  fillTokens,
  looseNumbers,
  refreshTokens,
  runsOfWritten,
  staleFigures,
  tieNumber,
  writtenOfRuns,
} from '../../../shared/rules/figure-tokens.ts'
import { wordingOf } from '../../../shared/rules/list-paragraphs.ts'
import { reportFigures } from '../../../shared/rules/report-figures.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const figures = reportFigures(source)
const shownOf = new Map(figures.map(({ ref, shown }) => [ref, shown]))

const word = fc.constantFrom('Còn', 'đơn vị', 'chưa gửi;', '1.234', '91,2%', '[', '[[', ']]', '|', 'năm 2026')
const ref = fc.constantFrom('reg.received', 'reg.missing', 'fld.um_total', 'fld.gone', `${source.programme.indicators[0]!.code}.rate`)
const token = fc.tuple(ref, fc.constantFrom('01', '104', '91,2%', '1.234')).map(([name, shown]) => `[[${name}|${shown}]]`)
const text = fc.array(fc.oneof(word, token), { maxLength: 12 }).map((parts) => parts.join(' '))

describe('figures in prose', () => {
  it('[RT1] every number of the register in the opening cites its figure, and print shows what it shows', () => {
    const runs = assembleReport(source).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    const cited = runs.filter(({ figure }) => figure !== undefined)
    expect(cited.length).toBeGreaterThan(20)
    for (const run of cited) expect([run.figure, run.text]).toEqual([run.figure, shownOf.get(run.figure!)])
    expect(cited.map(({ figure }) => figure)).toEqual(expect.arrayContaining(['reg.received', 'reg.missing', 'fld.um_total']))
    expect(JSON.stringify(assembleReport(source))).not.toMatch(/[\ue000-\uf8ff]/u)
  })
  it('[RT1] what the office wrote prints without its tokens, and comes back from the runs as it was', () => {
    const written = { causes: 'Còn [[reg.missing|03]] đơn vị (chiếm [[fld.gone|2,8%]]).' }
    const block = assembleReport({ ...source, written }).blocks.find(
      (one) => one.kind === 'paragraph' && one.runs.some(({ figure }) => figure === 'fld.gone'),
    )
    expect(block).toEqual({
      kind: 'paragraph',
      key: 'causes/written',
      runs: [
        { text: 'Còn ' },
        { text: '03', figure: 'reg.missing' },
        { text: ' đơn vị (chiếm ' },
        { text: '2,8%', figure: 'fld.gone' },
        { text: ').' },
      ],
    })
    fc.assert(fc.property(text, (given) => writtenOfRuns(runsOfWritten(given)) === given))
  })
  it('[RT2] a name is filled with what the figure shows; one that is no figure is named', () => {
    expect(fillTokens('[[reg.expected]] và [[reg.expected|1]] và [[fld.none]]', figures)).toEqual({
      text: `[[reg.expected|${shownOf.get('reg.expected')}]] và [[reg.expected|1]] và [[fld.none]]`,
      unknown: ['fld.none'],
    })
  })
  it('[RT1] [RT3] names of earlier versions mean the same figures, and are listed and kept as those of today', () => {
    const { code } = source.programme.indicators[0]!
    const now = shownOf.get(`${code}.rate`)!
    expect(figures.filter(({ ref }) => ref.startsWith('ind.ind.'))).toEqual([])
    expect(fillTokens(`[[ind.${code}.rate]]`, figures)).toEqual({ text: `[[${code}.rate|${now}]]`, unknown: [] })
    expect(staleFigures(`[[ind.${code}.rate|${now}]] [[ind.${code}.rate|1]]`, figures)).toEqual([{ ref: `${code}.rate`, shown: '1', now }])
    expect(refreshTokens(`[[ind.${code}.rate|1]]`, figures)).toEqual({ text: `[[${code}.rate|${now}]]`, refreshed: 1 })
    expect(runsOfWritten(`[[ind.${code}.rate|1]]`)).toEqual([{ text: '1', figure: `${code}.rate` }])
    expect(wordingOf(`[[ind.${code}.rate|1]]`)).toBe(wordingOf(`[[${code}.rate|2]]`))
  })
  it('[RT3] [RT4] refreshing changes stale references alone, and once is enough', () => {
    expect(staleFigures('[[reg.expected|1]] [[fld.gone|2]] [[reg.missing|03]]', figures)).toEqual([
      { ref: 'reg.expected', shown: '1', now: '108' },
      { ref: 'fld.gone', shown: '2', now: null },
    ])
    fc.assert(
      fc.property(text, (given) => {
        const once = refreshTokens(given, figures)
        expect(staleFigures(once.text, figures).every(({ now }) => now === null)).toBe(true)
        expect(refreshTokens(once.text, figures)).toEqual({ text: once.text, refreshed: 0 })
        const words = (of: string): string[] => runsOfWritten(of).flatMap((run) => (run.figure === undefined ? [run.text] : []))
        expect(words(once.text)).toEqual(words(given))
      }),
    )
  })
  it('[RT5] typed numbers are offered their figures; days, years, papers and parts are none', () => {
    const given =
      'Đến ngày 14/6/2026 có 108 đơn vị, đạt 12,34%, năm 2026, tháng 6, Kế hoạch số 12-KH/TU, Điều 5, giai đoạn 2021-2025, [[reg.late|05]], 1.234.567 lượt.'
    const loose = looseNumbers(given, figures)
    expect(loose.map(({ number }) => number)).toEqual(['108', '12,34%', '1.234.567'])
    expect(loose[0]!.refs).toContain('reg.expected')
    expect(loose[1]!.refs).toEqual([])
  })
  it('[RT5] a typed number refers to a figure once somebody says which, and nothing else of the text changes', () => {
    const typed = 'Năm 2026 có [[reg.expected|108]] đơn vị; 105 gửi, 105 đúng hạn.'
    const tied = tieNumber(typed, '105', 'reg.received')
    expect(tied).toBe('Năm 2026 có [[reg.expected|108]] đơn vị; [[reg.received|105]] gửi, 105 đúng hạn.')
    expect(tieNumber(typed, '108', 'reg.received')).toBe(typed)
    expect(tieNumber(typed, '2026', 'reg.received')).toBe(typed)
  })
})

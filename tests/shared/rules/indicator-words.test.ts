import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndicatorFigures, Verdict } from '../../../shared/domain/consolidation.ts'
import type { Indicator } from '../../../shared/domain/programme.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { coverageWords, showRate, targetText, verdictSummary, verdictWords } from '../../../shared/rules/indicator-words.ts'

const percent: Indicator = { ...bundledProgramme().indicators[0]!, form: 'percent', threshold: 90, sense: 'at_least', binding: 'target' }
const ratio: Indicator = { ...percent, form: 'ratio', threshold: 1 }
const nobody = { count: 0, allUnsent: true }

const figures = (verdict: Verdict, changes: Partial<IndicatorFigures> = {}): IndicatorFigures => ({
  code: percent.code,
  line: 'territorial',
  numerator: 868,
  denominator: 1000,
  rate: '86.8000',
  target: 90,
  verdict,
  final: true,
  coverage: { reported: 104, expected: 104 },
  bounds: { low: '86.8000', high: '86.8000', basis: null },
  ...changes,
})

describe('a rate as it is printed', () => {
  it('takes one more decimal where the rounded rate would contradict the target', () => {
    expect(showRate({ numerator: 8996, denominator: 10_000 }, percent)).toEqual({
      text: '89,96%',
      reached: false,
      shortfall: '0,04 điểm %',
    })
    expect(showRate({ numerator: 89_999_999, denominator: 100_000_000 }, percent)?.text).toBe('89,999999%')
    expect(showRate({ numerator: 9000, denominator: 10_000 }, percent)).toEqual({ text: '90,0%', reached: true, shortfall: '' })
  })
  it('says ratios with two decimals and without a percent sign', () => {
    expect(showRate({ numerator: 98, denominator: 100 }, ratio)).toEqual({ text: '0,98', reached: false, shortfall: '0,02' })
    expect(showRate({ numerator: 999_999, denominator: 1_000_000 }, ratio)?.text).toBe('0,999999')
  })
  it('has none when nothing was counted', () => expect(showRate({ numerator: 0, denominator: 0 }, percent)).toBeUndefined())
  it('law: display agrees with the exact comparison, and rate plus shortfall is the target', () => {
    const units = (text: string): number => Number(text.replace(' điểm %', '').replace('%', '').replaceAll('.', '').replace(',', ''))
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom(percent, ratio),
        (numerator, denominator, indicator) => {
          const shown = showRate({ numerator, denominator }, indicator)!
          const decimals = shown.text.replace('%', '').split(',')[1]!.length
          const target = indicator.threshold * 10 ** decimals
          expect(units(shown.text) >= target).toBe(shown.reached)
          expect(shown.reached).toBe(
            BigInt(numerator) * (indicator.form === 'percent' ? 100n : 1n) >= BigInt(indicator.threshold) * BigInt(denominator),
          )
          if (!shown.reached) expect(units(shown.text) + units(shown.shortfall)).toBe(target)
        },
      ),
    )
  })
})

describe('verdicts in words', () => {
  const aspiration: Indicator = { ...percent, binding: 'aspiration' }
  it.each([
    ['met', percent, true, 'Đạt'],
    ['met', percent, false, 'Đã đạt mức mục tiêu năm'],
    ['met', aspiration, true, 'Đạt mục tiêu phấn đấu'],
    ['not_met', percent, true, 'Chưa đạt'],
    ['not_met', percent, false, 'Chưa tới mức mục tiêu năm, còn thiếu 3,2 điểm %'],
    ['not_met', aspiration, true, 'Chưa đạt mục tiêu phấn đấu'],
    ['nil', percent, true, 'Không phát sinh đối tượng'],
    ['no_data', percent, true, 'Chưa có số liệu'],
  ] as const)('%s → %s', (verdict, indicator, final, words) => {
    const coverage = { reported: verdict === 'no_data' ? 0 : 104, expected: 104 }
    expect(verdictWords(figures(verdict, { final, coverage }), indicator, nobody)).toBe(words)
  })
  it('never says "no data" beside a rate: a few units reported, and nothing bounds the others', () => {
    const one = figures('no_data', { coverage: { reported: 1, expected: 104 } })
    expect(verdictWords(one, percent, { count: 103, allUnsent: true })).toBe('Chưa đủ căn cứ kết luận (còn 103 đơn vị chưa gửi)')
    expect(verdictSummary([one])).toBe('0/01 chỉ tiêu đạt; 01 chưa đủ căn cứ.')
  })
  it('says what is missing when there is not enough to conclude', () => {
    expect(verdictWords(figures('undetermined'), percent, { count: 3, allUnsent: true })).toBe(
      'Chưa đủ căn cứ kết luận (còn 03 đơn vị chưa gửi)',
    )
    expect(verdictWords(figures('undetermined'), percent, { count: 12, allUnsent: false })).toBe(
      'Chưa đủ căn cứ kết luận (còn 12 đơn vị chưa có số liệu)',
    )
  })
  it('says coverage as figures of how many', () => {
    expect(coverageWords({ reported: 104, expected: 104 })).toBe('Đã có số liệu: 104/104 đơn vị')
    expect(coverageWords({ reported: 101, expected: 104 })).toBe('Tạm tính trên 101/104 đơn vị')
  })
  it('names targets', () => {
    expect(targetText(percent)).toBe('≥ 90%')
    expect(targetText({ ...percent, threshold: 100, sense: 'all' })).toBe('100%')
    expect(targetText(ratio)).toBe('≥ 01')
  })
  it('sums verdicts up in one sentence, in progress or at the end of the year', () => {
    const all = (final: boolean): IndicatorFigures[] =>
      [...Array<Verdict>(5).fill('met'), ...Array<Verdict>(4).fill('not_met'), ...Array<Verdict>(2).fill('undetermined')].map((verdict) =>
        figures(verdict, { final }),
      )
    expect(verdictSummary(all(false))).toBe('05/11 chỉ tiêu đã đạt mức mục tiêu năm; 04 chưa tới; 02 chưa đủ căn cứ.')
    expect(verdictSummary(all(true))).toBe('05/11 chỉ tiêu đạt; 04 chưa đạt; 02 chưa đủ căn cứ.')
  })
})

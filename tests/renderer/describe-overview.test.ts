import { describe, expect, it } from 'vitest'
import { choosePeriod } from '../../renderer/client/choose-period.ts'
import { describeIndicator, describeLegend, summarise } from '../../renderer/features/overview/describe-overview.ts'
import { sampleIndicator, sampleOverview } from './overview-fixture.ts'

const partial = { coverage: { reported: 101, expected: 104 }, bounds: { low: '84.3499', high: '91.0001', basis: 'registered' } } as const
const undetermined = sampleIndicator({ ...partial, verdict: 'undetermined' })
const notMet = sampleIndicator({ ...partial, verdict: 'not_met', shown: '83.8', shortfall: '6.2' })
const missing = { expected: 108, received: 105, onTime: 99, late: 6, pending: 0, unsent: 3 }

describe('three sentences', () => {
  it('say where the period stands, whether it can still change, and what is contested', () => {
    const view = sampleOverview({
      indicators: [sampleIndicator(), notMet, undetermined],
      register: missing,
      findings: { blocking: 2, warning: 64, info: 7 },
    })
    expect(summarise(view, 'vi')).toEqual([
      '01/03 chỉ tiêu đã đạt mức mục tiêu năm; 01 chưa tới; 01 chưa đủ căn cứ.',
      'Đã nhận 105/108 báo cáo; còn 03 đơn vị chưa gửi, kết luận của 01 chỉ tiêu có thể đổi.',
      'Còn 02 điểm phải xử lý trước khi trình, 64 điểm nên xem lại.',
    ])
    expect(summarise(view, 'en')).toEqual([
      '1 of 3 indicators have reached the level set for the year; 1 not yet; 1 undetermined.',
      '105 of 108 submissions are in; still to come: 3; conclusions that can still change: 1.',
      'Findings to settle before submitting: 2; to look at again: 64.',
    ])
  })

  it('say that conclusions stand although units are missing', () => {
    const [, sending] = summarise(sampleOverview({ indicators: [notMet], register: { ...missing, pending: 1, unsent: 2 } }), 'vi')
    expect(sending).toBe('Đã nhận 105/108 báo cáo; 01 đơn vị đã gửi, chờ xử lý, còn 02 đơn vị chưa gửi, kết luận không đổi.')
  })

  it('says that the findings are still looked for until they are counted', () => {
    const { findings: _findings, ...standing } = sampleOverview()
    expect(summarise(standing, 'vi')[2]).toBe('Đang tìm các điểm cần kiểm tra…')
  })

  it('say no more than that all are in, when nothing can change', () => {
    expect(summarise(sampleOverview(), 'vi')).toEqual([
      '01/01 chỉ tiêu đã đạt mức mục tiêu năm.',
      'Đã nhận đủ 108/108 báo cáo.',
      'Không còn điểm phải xử lý hoặc nên xem lại.',
    ])
  })

  it('all in, but an indicator without figures of all: its conclusion is still open', () => {
    expect(summarise(sampleOverview({ indicators: [undetermined] }), 'vi')[1]).toBe(
      'Đã nhận đủ 108/108 báo cáo; kết luận của 01 chỉ tiêu có thể đổi.',
    )
  })

  it('judge only in a period that ends the year', () => {
    const final = [sampleIndicator({ final: true }), sampleIndicator({ ...notMet, final: true })]
    expect(summarise(sampleOverview({ indicators: final }), 'vi')[0]).toBe('01/02 chỉ tiêu đạt; 01 chưa đạt.')
  })
})

describe('a row', () => {
  it('words a verdict as progress, with what is missing in the reader’s numbers', () => {
    expect(describeIndicator(notMet, 'vi')).toMatchObject({
      result: '83,8%',
      target: '≥ 90%',
      words: 'Chưa tới mức mục tiêu năm, còn thiếu 6,2 điểm\u00a0%',
      coverage: '101/104',
      isProvisional: true,
    })
    expect(describeIndicator(notMet, 'en')).toMatchObject({ result: '83.8%', words: 'Below the level set for the year by 6.2 points' })
    expect(describeIndicator({ ...notMet, final: true }, 'vi').words).toBe('Chưa đạt')
  })

  it('tells units that sent nothing from units without this figure', () => {
    expect(describeIndicator(undetermined, 'vi').words).toBe('Chưa đủ căn cứ kết luận (còn 03 đơn vị chưa gửi)')
    expect(describeIndicator({ ...undetermined, allUnsent: false }, 'vi').words).toBe(
      'Chưa đủ căn cứ kết luận (còn 03 đơn vị chưa có số liệu)',
    )
  })

  it('draws bounds only while units are missing, and says them, cut and never rounded', () => {
    const row = describeIndicator(undetermined, 'vi')
    expect(row.bar).toMatchObject({ value: 0.9, target: 0.9 })
    expect(row.bar.bounds?.low).toBeCloseTo(0.843499, 9)
    expect(row.bar.bounds?.high).toBeCloseTo(0.910001, 9)
    expect(row.barWords).toBe('Kết quả 90,0%, mục tiêu ≥ 90%, còn có thể từ 84,34% đến 91,00%')
    expect(describeIndicator(sampleIndicator(), 'vi').bar.bounds).toBeNull()
  })

  it('a ratio has no percent sign and runs to twice its target', () => {
    const ratio = sampleIndicator({ form: 'ratio', target: 1, shown: '1.10', binding: 'aspiration' })
    expect(describeIndicator(ratio, 'vi')).toMatchObject({ result: '1,10', target: '≥ 01', bar: { value: 0.55, target: 0.5 } })
    expect(describeIndicator({ ...ratio, final: true }, 'vi').words).toBe('Đạt mục tiêu phấn đấu')
  })

  it('without figures shows why, never 0', () => {
    const row = describeIndicator(
      sampleIndicator({
        verdict: 'no_data',
        shown: null,
        bounds: { low: null, high: null, basis: 'none' },
        coverage: { reported: 0, expected: 104 },
      }),
      'vi',
    )
    expect(row).toMatchObject({ result: '–', words: 'Chưa có số liệu', bar: { value: null, bounds: null } })
  })

  it('says what the bounds rest on, only where there are any', () => {
    expect(describeLegend([undetermined], 'vi')).toContain('không vượt mức đã đăng ký khi mở kỳ.')
    expect(describeLegend([sampleIndicator()], 'vi')).toBe('Thanh là kết quả, vạch đứng là mục tiêu.')
  })
})

describe('the period that is shown', () => {
  const old = { code: 'a', from: '2025-06-15', state: 'open' } as const
  const open = { code: 'b', from: '2025-12-15', state: 'open' } as const
  const closed = { code: 'c', from: '2026-06-15', state: 'closed' } as const
  it('is the one asked for, else the newest open one, else the newest', () => {
    expect(choosePeriod([old, open, closed], 'a')).toBe(old)
    expect(choosePeriod([old, open, closed], 'gone')).toBe(open)
    expect(choosePeriod([closed], null)).toBe(closed)
    expect(choosePeriod([], 'a')).toBeUndefined()
  })
})

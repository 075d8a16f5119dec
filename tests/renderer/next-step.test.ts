import { describe, expect, it } from 'vitest'
import { leadingReport, nextStepOf } from '../../renderer/features/overview/next-step.ts'
import type { Overview } from '../../shared/contract/overview.ts'
import type { Role } from '../../shared/domain/account.ts'
import { reportStates, type ReportState } from '../../shared/domain/report-state.ts'
import { sampleOverview } from './overview-fixture.ts'
import { allows, roadOf, type Blockers } from './road-fixture.ts'

const missing = { expected: 108, received: 105, onTime: 99, late: 6, pending: 0, unsent: 3 }
const blocking = { blocking: 2, warning: 0, info: 0 }
const busy = sampleOverview({ waiting: 3, findings: blocking, register: missing })
const roles: readonly Role[] = ['clerk', 'reviewer', 'leader', 'registrar', 'administrator']
const own: Blockers = [{ code: 'own_work', count: 1 }]

type Report = { state: ReportState; blockers?: Blockers; wasBlocked?: boolean; unanswered?: number }

function stepFor(view: Overview | undefined, who: readonly Role[], report?: Report) {
  const road = report && roadOf(report.state, who, report.blockers, report.wasBlocked)
  const remark = {
    id: 'm',
    report: 'r',
    text: 'Sửa',
    at: '2026-06-29T02:40:00.000Z',
    actor: 'Tâm',
    answeredAt: null,
    answeredBy: null,
    section: null,
  }
  const remarks = Array.from({ length: report?.unanswered ?? 0 }, () => ({ ...remark, answer: null }))
  return nextStepOf(view, road && { ...road, remarks }, { language: 'vi', isAllowed: allows(who) })
}
const wordsFor = (...asked: Parameters<typeof stepFor>): string => stepFor(...asked).words

describe('the next step before there is a report', () => {
  it.each([
    ['no period', undefined, 'mở kỳ báo cáo', 'start'],
    ['files wait', busy, 'xử lý 03 tệp đang chờ', 'intake'],
    ['nothing received', sampleOverview({ register: { ...missing, received: 0 } }), 'nhận báo cáo', 'intake'],
    ['blocking findings', { ...busy, waiting: 0 }, 'xử lý 02 điểm trước khi trình', 'reconcile'],
    ['units are missing', sampleOverview({ register: missing }), 'nhắc 03 đơn vị chưa gửi', 'register'],
    ['all is there', sampleOverview(), 'dựng dự thảo báo cáo', 'report'],
  ])('%s', (_name, view, words, page) => {
    expect(stepFor(view, ['clerk'])).toMatchObject({ words, page })
  })

  it('is one that whoever looks may take', () => {
    expect(roles.map((role) => wordsFor(busy, [role]))).toEqual([
      'xử lý 03 tệp đang chờ',
      'xử lý 02 điểm trước khi trình',
      'xem tình hình của kỳ',
      'xem tình hình của kỳ',
      'xem tình hình của kỳ',
    ])
  })
})

describe('the next step on the road of the report', () => {
  it('follows the report, for each role its own, and says who is waited for', () => {
    const rows = reportStates
      .filter((state) => state !== 'superseded')
      .map((state) => [state, ...roles.map((role) => wordsFor(sampleOverview(), [role], { state }))])
    expect(rows).toEqual([
      ['draft', 'chờ cán bộ thẩm định', 'đọc, ghi nhận đã thẩm định', ...Array<string>(3).fill('chờ cán bộ thẩm định')],
      ['reviewed', 'chốt và trình duyệt', ...Array<string>(4).fill('chờ chuyên viên trình duyệt')],
      ['submitted', 'chờ lãnh đạo duyệt', 'chờ lãnh đạo duyệt', 'đọc bản trình và duyệt', 'chờ lãnh đạo duyệt', 'chờ lãnh đạo duyệt'],
      ['approved', 'chờ lãnh đạo ký', 'chờ lãnh đạo ký', 'ký số báo cáo', 'chờ lãnh đạo ký', 'chờ lãnh đạo ký'],
      ['signed', 'chờ văn thư ghi số', 'chờ văn thư ghi số', 'chờ văn thư ghi số', 'ghi số và phát hành', 'chờ văn thư ghi số'],
      [
        'issued',
        'chốt kỳ báo cáo',
        'xem báo cáo đã phát hành',
        'xem báo cáo đã phát hành',
        'ký số của cơ quan',
        'xem báo cáo đã phát hành',
      ],
    ])
  })

  it('has nothing left to settle or to chase once the report is submitted; files that wait are answered all the same', () => {
    const quiet = { ...busy, waiting: 0 }
    for (const state of ['submitted', 'approved', 'signed', 'issued'] as const)
      for (const role of roles) expect(wordsFor(quiet, [role], { state })).not.toMatch(/trước khi trình|nhắc/)
    expect(wordsFor(busy, ['clerk'], { state: 'issued' })).toBe('xử lý 03 tệp đang chờ')
    expect(wordsFor({ ...quiet, period: { ...quiet.period, state: 'closed' } }, ['clerk'], { state: 'issued' })).toBe(
      'xem báo cáo đã phát hành',
    )
  })

  it('before the submission settles first, and answers what sent it back before anything else', () => {
    expect(wordsFor({ ...busy, waiting: 0 }, ['clerk'], { state: 'reviewed', blockers: [{ code: 'blocked', count: 2 }] })).toBe(
      'xử lý 02 điểm trước khi trình',
    )
    const returned: Report = { state: 'draft', blockers: [{ code: 'remarks_open', count: 2 }], unanswered: 2 }
    expect(wordsFor(busy, ['clerk'], returned)).toBe('trả lời 02 ý kiến')
  })

  it('is no review of one’s own work, and a draft that is behind its data is built again', () => {
    expect(wordsFor(sampleOverview(), ['reviewer'], { state: 'draft', blockers: own })).toBe('chờ cán bộ thẩm định')
    const stale: Blockers = [{ code: 'stale', count: 1 }]
    expect(wordsFor(sampleOverview(), ['clerk'], { state: 'reviewed', blockers: stale })).toBe('dựng lại dự thảo báo cáo')
    expect(wordsFor(sampleOverview({ register: missing }), ['clerk'], { state: 'draft', blockers: stale })).toBe('nhắc 03 đơn vị chưa gửi')
  })

  it('leads to the report that is meant, and to where a period is closed', () => {
    expect(stepFor(sampleOverview(), ['leader'], { state: 'submitted' })).toMatchObject({ page: 'report', params: { report: 'r' } })
    expect(stepFor(sampleOverview(), ['clerk'], { state: 'issued' })).toMatchObject({ page: 'settings', params: { section: 'periods' } })
  })
})

it('the report that is furthest on its way leads, else the newest that is not superseded', () => {
  const entry = (report: string, state: ReportState) => ({ ...roadOf(state, []).report, report })
  expect(leadingReport([entry('c', 'draft'), entry('b', 'submitted'), entry('a', 'reviewed')])?.report).toBe('b')
  expect(leadingReport([entry('c', 'draft'), entry('b', 'issued')])?.report).toBe('c')
  expect(leadingReport([entry('c', 'issued'), entry('b', 'superseded'), entry('a', 'draft')])?.report).toBe('c')
  expect(leadingReport([entry('a', 'superseded')])).toBeUndefined()
})

import { expect, it } from 'vitest'
import { namePeriod, titlePeriod } from '../../../shared/rules/name-period.ts'

const half = { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', endsYear: false }
const year = { code: '2026-CN', from: '2025-12-15', to: '2026-12-14', endsYear: true }
const month = { code: '2026-T4', from: '2026-04-15', to: '2026-05-14', endsYear: false }

it('names a period by its span in both languages, and by its days where the span is none of the usual ones', () => {
  expect([half, year, month].map((period) => namePeriod(period, 'vi'))).toEqual([
    '6 tháng đầu năm 2026',
    'năm 2026',
    'từ ngày 15/4/2026 đến ngày 14/5/2026',
  ])
  expect([half, year, month].map((period) => namePeriod(period, 'en'))).toEqual([
    'the first half of 2026',
    'the year 2026',
    '15/04/2026 to 14/05/2026',
  ])
})

it('tells periods in a list apart: a title that two would have gives way to the codes', () => {
  const byCalendar = { ...half, code: '2026-H1-B', from: '2026-01-01', to: '2026-06-30' }
  const titles = (all: (typeof half)[]): string[] => all.map((period) => titlePeriod(period, all, 'vi'))
  expect(titles([half, year, month])).toEqual(['6 tháng đầu năm 2026', 'Năm 2026', '2026-T4'])
  expect(titles([half, byCalendar, year])).toEqual(['2026-H1', '2026-H1-B', 'Năm 2026'])
})

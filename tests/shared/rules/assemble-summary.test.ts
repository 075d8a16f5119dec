import { describe, expect, it } from 'vitest'
import type { ReportModel, ReportSource } from '../../../shared/domain/report.ts'
import { assembleSummary } from '../../../shared/rules/assemble-summary.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const draft = { at: null, code: null, earlier: null } as const
const wordsOf = ({ blocks }: ReportModel): string =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [])).join('\n')

describe('ST7: the report on one page', () => {
  it('has every indicator with its verdict, what is contested and who is missing', () => {
    const source = makeReportSource({ missing: 3 })
    const model = assembleSummary(source, draft)
    const [table] = model.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    expect(table!.rows).toHaveLength(source.programme.indicators.length)
    const words = wordsOf(model)
    expect(words).toContain('12 điểm nên xem lại')
    expect(words).toContain('01 số liệu điều chỉnh chờ xác nhận lại')
    for (const { name } of source.units.filter(({ state }) => state === 'missing')) expect(words).toContain(name)
    expect(words).toContain('Chưa có bản trình nào trước đó.')
    expect(model.hasFields).toBe(false)
  })

  it('names no more units than a page holds, and counts the rest', () => {
    const source = makeReportSource({ communes: 104, missing: 51 })
    expect(wordsOf(assembleSummary(source, draft))).toMatch(/ và \d{2} đơn vị khác\./)
  })

  it('says in a few words what changed since the last submission', () => {
    const before = makeReportSource({ communes: 20, missing: 2 })
    const [first] = before.figures.indicators
    const changed: ReportSource = {
      ...before,
      figures: {
        ...before.figures,
        indicators: before.figures.indicators.map((one) => (one === first ? { ...one, numerator: one.numerator + 1 } : one)),
      },
    }
    const earlier = { at: '2026-06-29T02:40:00.000Z', source: before }
    expect(wordsOf(assembleSummary(changed, { ...draft, earlier }))).toContain(
      'So với bản trình lúc 09:40 ngày 29/6/2026: 01 chỉ tiêu đổi kết quả.',
    )
    expect(wordsOf(assembleSummary(before, { ...draft, earlier }))).toContain('số liệu không đổi')
  })
})

import { describe, expect, it } from 'vitest'
import type { Block, EarlierFigures, ReportSource } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { reportFigures } from '../../../shared/rules/report-figures.ts'
import { makeEarlierFigures, makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
/** The same province without a break, so that the year before can be compared. */
const unbroken: ReportSource = { ...source, programme: { ...source.programme, breaks: [] } }
const yearAgo = makeEarlierFigures(source, { from: '2024-12-15', to: '2025-06-14' })
const [first] = source.programme.indicators

const lines = (of: ReportSource): string[] =>
  assembleReport(of).blocks.map((block: Block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''))
const withFirst = (earlier: EarlierFigures, change: Partial<EarlierFigures['indicators'][number]>): EarlierFigures => ({
  ...earlier,
  indicators: earlier.indicators.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
})

describe('what the report compares', () => {
  it('[CP1] says nothing where there is no earlier period, and the method notes say so', () => {
    const text = JSON.stringify(assembleReport(source))
    expect(text).not.toContain('so với cùng kỳ')
    expect(text).toContain('Chưa có kỳ trước để so sánh.')
  })
  it('[CP1] [CP3] compares with the year before and with the last period of the year, in sentences and in the appendix', () => {
    const now = source.figures.indicators[0]!
    const before = { numerator: Math.round(now.denominator * 0.7), denominator: now.denominator }
    const latest = makeEarlierFigures(source, { from: '2025-12-15', to: '2026-03-14' })
    const compared = { ...unbroken, earlier: { yearAgo: withFirst(yearAgo, before), latest } }
    const said = lines(compared)
    expect(said).toContainEqual(expect.stringMatching(/^So với cùng kỳ năm 2025: 01 chỉ tiêu tăng; 10 chỉ tiêu không đổi\.$/))
    expect(said).toContainEqual(
      expect.stringMatching(
        /^- Đoàn viên được tuyên truyền: tăng \d+,\d điểm % so với cùng kỳ năm 2025 \(từ 70,0% lên \d\d,\d%\); không đổi so với quý I năm 2026 \(\d\d,\d%\)\.$/,
      ),
    )
    expect(JSON.stringify(assembleReport(compared).appendices[0])).toMatch(
      /Tăng \d+,\d điểm % so với cùng kỳ năm 2025 \(70,0%\); không đổi/,
    )
    expect(JSON.stringify(assembleReport(compared))).not.toContain('Chưa có kỳ trước')
  })
  it('[CP4] says of flows how many more or fewer, and every number of it is a figure', () => {
    const compared = { ...unbroken, earlier: { yearAgo: withFirst(yearAgo, { numerator: 1 }), latest: null } }
    const fields = { ...yearAgo.fields, propaganda_sessions: { ...yearAgo.fields['propaganda_sessions']!, total: 1 } }
    const flows = { ...compared, earlier: { yearAgo: { ...compared.earlier.yearAgo, fields }, latest: null } }
    expect(lines(flows).join('\n')).toMatch(/: [\d.]+, tăng [\d.]+ cuộc so với cùng kỳ năm 2025/)
    const shownOf = new Map(reportFigures(flows).map(({ ref, shown }) => [ref, shown]))
    const runs = assembleReport(flows).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    for (const { figure, text } of runs) if (figure !== undefined) expect([figure, text]).toEqual([figure, shownOf.get(figure)])
    expect(runs.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining(['cmp.yearAgo.up', `${first!.code}.yearAgo.change`, 'fld.propaganda_sessions.yearAgo.change']),
    )
  })
  it('[CP2] says once, with the reason, what cannot be compared: a broken series, another definition, other coverage', () => {
    const broken = lines({ ...source, earlier: { yearAgo, latest: null } }).join('\n')
    expect(broken).toContain('Các chỉ tiêu không so sánh được với cùng kỳ năm 2025, do năm 2025 hợp nhất tỉnh')
    expect(broken).not.toMatch(/(tăng|giảm|không đổi)[^.]* so với cùng kỳ/)
    const apart = (change: Parameters<typeof withFirst>[1]): string =>
      lines({ ...unbroken, earlier: { yearAgo: withFirst(yearAgo, change), latest: null } }).join('\n')
    expect(apart({ counts: ['um_informed', 'w_total'] })).toContain(
      'Chỉ tiêu 1 không so sánh được với cùng kỳ năm 2025, do cách tính đã thay đổi.',
    )
    expect(apart({ coverage: { reported: 60, expected: 104 } })).toContain(
      'Chỉ tiêu 1 không so sánh được với cùng kỳ năm 2025, do số đơn vị có số liệu chênh lệch nhiều (100/104 và 60/104 đơn vị).',
    )
    expect(apart({ numerator: 0, denominator: 0 })).not.toContain('- Đoàn viên được tuyên truyền: ')
  })
})

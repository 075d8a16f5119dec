import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportNote } from '../../../shared/domain/report-judgements.ts'
import type { ReportModel, ReportSource } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { narrowToTopic } from '../../../shared/rules/narrow-to-topic.ts'
import { reportFigures } from '../../../shared/rules/report-figures.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const whole: ReportSource = { ...makeReportSource(), kind: 'thematic' }
const about = (indicators: string[], tasks: string[]): ReportSource => narrowToTopic({ ...whole, topic: { indicators, tasks } })
const headings = ({ blocks }: ReportModel): string[] => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
const [first] = whole.programme.indicators

describe('a thematic report', () => {
  it('[TP1] about a task keeps what is about it, numbered through, and has no table of figures', () => {
    const model = assembleReport(about([], ['tsk.2.1']))
    expect(headings(model).slice(0, 4)).toEqual([
      'I- TÌNH HÌNH, KẾT QUẢ THỰC HIỆN',
      '1. Công tác lãnh đạo, chỉ đạo',
      '2. Kết quả thực hiện các nhiệm vụ',
      `2.1. ${whole.programme.taskGroups[1]!.label.vi}`,
    ])
    const text = JSON.stringify(model)
    expect(text).toContain('kết quả 6 tháng đầu năm 2026, về nội dung: Đa dạng hóa hình thức tuyên truyền')
    expect(text).not.toContain(whole.programme.tasks.find(({ code }) => code === 'tsk.3.1')!.label.vi)
    expect(text).not.toContain(first!.label.vi)
    expect(model.appendices.map(({ name }) => name)).toEqual(['KẾT QUẢ THỰC HIỆN CÁC NHIỆM VỤ', 'ĐƠN VỊ GỬI CHẬM, CHƯA GỬI BÁO CÁO'])
  })
  it('[TP1] about an indicator counts that one alone, down to the columns of the units', () => {
    const model = assembleReport(about([first!.code], []))
    expect(headings(model)).toContain('2. Kết quả thực hiện các chỉ tiêu')
    expect(headings(model).join()).not.toContain('nhiệm vụ')
    const units = model.appendices[1]!.parts.flatMap((part) =>
      part.kind === 'table' ? [part.table.columns.map(({ head }) => head)] : [],
    )[0]!
    expect(units.slice(2)).toEqual(
      whole.programme.fields.filter(({ code }) => code === first!.numerator || code === first!.denominator).map(({ label }) => label.vi),
    )
    expect(reportFigures(about([first!.code], [])).some(({ ref }) => ref === 'fld.w_total')).toBe(false)
  })
  it('[TP1] keeps notes that are pinned to it', () => {
    const note = (input: string | null): ReportNote => ({
      kind: 'strength',
      unit: null,
      unitName: null,
      input,
      text: `Điểm ${input}`,
      shortcoming: null,
    })
    const notes = ['nar.tsk.2.1', 'nar.tsk.2.2', first!.numerator, null].map(note)
    const source = narrowToTopic({
      ...whole,
      judgements: { ...whole.judgements, notes },
      topic: { indicators: [first!.code], tasks: ['tsk.2.1'] },
    })
    expect(source.judgements.notes.map(({ input }) => input)).toEqual(['nar.tsk.2.1', first!.numerator])
  })
  it('[TP1] can be about anything: every choice makes a report whose figures agree', () => {
    const codes = (list: readonly { code: string }[]) => fc.subarray(list.map(({ code }) => code))
    fc.assert(
      fc.property(codes(whole.programme.indicators), codes(whole.programme.tasks), (indicators, tasks) => {
        const model = assembleReport(about(indicators, tasks))
        const numbers = headings(model).filter((text) => /^\d+\. /.test(text))
        expect(numbers.map((text) => Number(text.split('.')[0]))).not.toContain(Number.NaN)
        expect(numbers.filter((text) => text.startsWith('2. Kết quả')).length).toBe(indicators.length + tasks.length > 0 ? 1 : 0)
      }),
      { numRuns: 25 },
    )
  })
})

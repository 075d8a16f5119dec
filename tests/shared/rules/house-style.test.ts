import { describe, expect, it } from 'vitest'
import type { Block, ReportModel } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.runs.map(({ text }) => text).join('')]
      : block.kind === 'table'
        ? block.table.rows.flatMap(({ cells }) => cells)
        : 'text' in block
          ? [block.text]
          : [],
  )
const cellsOf = ({ appendices }: ReportModel): string[] =>
  appendices.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'table' ? part.table.rows.flatMap(({ cells }) => cells) : [])))

describe('ST1–ST5: the house style of a report', () => {
  it('puts nothing on the paper that nobody asked for', () => {
    const { head, recipients, marks, closing, twoSided, contents } = assembleReport({ ...makeReportSource({ communes: 6 }), draft: false })
    expect(Object.keys(head).toSorted()).toEqual(['issuer', 'number', 'placeAndDate', 'superior'])
    expect(recipients.typist).toBeUndefined()
    expect(marks.draft).toBeNull()
    expect(closing).toMatch(/[^./]\.$/)
    expect(twoSided).toBeUndefined()
    expect(contents).toMatchObject({ over: 15 })
  })

  it('says on a draft which round it is, on the paper never', () => {
    const source = makeReportSource({ communes: 6, style: { draftRound: 2 } })
    expect(assembleReport(source).marks.draft).toBe('DỰ THẢO lần 2')
    expect(assembleReport({ ...source, draft: false }).marks.draft).toBeNull()
    expect(assembleReport(makeReportSource({ communes: 6 })).marks.draft).toBe('DỰ THẢO')
  })

  it('has urgency, circulation, typist, copies, ending and contents as chosen', () => {
    const style = {
      urgency: 'flash',
      circulation: 'Lưu hành nội bộ',
      typist: 'MTH',
      copies: 120,
      ending: './.',
      contents: 'always',
    } as const
    const model = assembleReport(makeReportSource({ communes: 6, style }))
    expect(model.head).toMatchObject({ urgency: 'HỎA TỐC', circulation: 'LƯU HÀNH NỘI BỘ' })
    expect(model.recipients.typist).toBe('MTH.120')
    expect(model.closing).toMatch(/[^.]\.\/\.$/)
    expect(model.contents).toMatchObject({ over: 0 })
    expect(assembleReport(makeReportSource({ communes: 6, style: { copies: 15 } })).recipients.typist).toBe('15')
    expect(assembleReport(makeReportSource({ communes: 6, style: { contents: 'never' } })).contents).toBeUndefined()
  })

  it('writes its own words as the house does, and what others wrote as they wrote it', () => {
    const source = makeReportSource({ communes: 40, missing: 2, style: { spelling: 'second_vowel' } })
    const quoted = 'Đảng ủy phường đã hòa giải 03 vụ tại cơ sở.'
    const written = 'Các cấp ủy đã chỉ đạo hòa giải kịp thời.'
    const [unit] = source.units
    const units = source.units.map((one) => (one === unit ? { ...one, name: 'Đảng ủy xã Thụy Hòa' } : one))
    const model = assembleReport({
      ...source,
      units,
      excerpts: [{ task: 'tsk.1.1', unit: unit!.code, text: quoted }],
      written: { causes: written },
    })
    const texts = textsOf(model.blocks)
    expect(texts.some((text) => text.includes(quoted))).toBe(true)
    expect(texts.some((text) => text.includes(written))).toBe(true)
    expect(cellsOf(model).some((cell) => cell.includes('Đảng ủy xã Thụy Hòa'))).toBe(true)
    expect(model.head.issuer).toBe('TỈNH UỶ HƯNG YÊN')
    expect(model.head.placeAndDate).toContain('Hưng Yên')
    expect(model.signature.name).toBe(source.programme.signature.name)
    const asWritten = assembleReport({ ...source, units, style: { ...source.style, spelling: 'as_written' } })
    expect(asWritten.head.issuer).toBe('TỈNH ỦY HƯNG YÊN')
  })
})

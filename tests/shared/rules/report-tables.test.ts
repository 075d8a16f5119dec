import { describe, expect, it } from 'vitest'
import type { ReportSheet, SheetCell } from '../../../shared/domain/report-tables.ts'
import { judgeIndicators } from '../../../shared/rules/assemble-indicators.ts'
import { layOutTables } from '../../../shared/rules/tables/lay-out-tables.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const tables = layOutTables({ source, origins: {}, frozen: { at: '2026-06-29T02:40:00.000Z', code: 'ABCD-EFGH' } })
const sheetOf = (name: string): ReportSheet => tables.sheets.find((sheet) => sheet.name === name)!
const textsOf = ({ lines }: ReportSheet): string[] => lines.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string'))
const resultOf = (cell: SheetCell | undefined): unknown =>
  typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.result : undefined

describe('TB1–TB4: the tables of a report', () => {
  it('TB1: the province is a formula with the engine’s own sums beside it; the verdict is the engine’s words', () => {
    const judged = judgeIndicators(source)
    const rows = sheetOf('01 Chỉ tiêu')
      .lines.filter(({ kind }) => kind === 'body')
      .slice(0, judged.length)
    for (const [index, { figures, words }] of judged.entries()) {
      const { cells } = rows[index]!
      expect(cells.slice(3, 5).map(resultOf)).toEqual([figures.numerator, figures.denominator])
      expect(resultOf(cells[5])).toBe(figures.denominator === 0 ? '–' : figures.numerator / figures.denominator)
      expect(cells[7]).toBe(words)
    }
  })

  it('TB2: a unit keeps its row and a field its column; states are words, an adjusted figure says what was reported', () => {
    const [figures, origins] = [sheetOf('02 Theo đơn vị'), sheetOf('Nguồn số liệu')]
    const names = (sheet: ReportSheet): SheetCell[] => sheet.lines.map(({ cells }) => cells[1] ?? null)
    expect(names(origins).slice(5)).toEqual(names(figures).slice(5))
    const words = new Set(textsOf(figures))
    for (const state of ['Không phát sinh', 'Để trống', 'Không rõ số', 'Không thuộc đối tượng']) expect(words).toContain(state)
    const marked = figures.lines
      .flatMap(({ cells }) => cells)
      .filter((cell) => typeof cell === 'object' && cell !== null && 'marked' in cell)
    expect(marked).toHaveLength(source.adjustments.filter(({ state }) => state === 'active').length)
    expect(JSON.stringify(marked)).toContain('Số đơn vị báo cáo: Để trống.')
  })

  it('TB4: says which figures these are, and that a draft is one', () => {
    expect(textsOf(sheetOf('01 Chỉ tiêu'))[2]).toContain('Số liệu đã chốt lúc 09:40 ngày 29/6/2026, mã kiểm chứng ABCD-EFGH.')
    expect(layOutTables({ source, origins: {}, frozen: null }).mark).toContain('DỰ THẢO')
  })

  it('ST5: follows the house’s orthography in its own words; names of units, files and sheets stay as they are', () => {
    const written = makeReportSource({ style: { spelling: 'second_vowel' } })
    const [first, ...rest] = written.units
    const source = { ...written, units: [{ ...first!, name: 'Đảng ủy xã Thụy Hòa' }, ...rest] }
    const origins = { [first!.code]: { fileName: 'Hòa.xlsx', version: 1, cells: { um_total: 'Hòa!D12' } } }
    const all = layOutTables({ source, origins, frozen: null })
    const said = all.sheets.flatMap(textsOf)
    expect(said.filter((text) => text.includes('Đảng uỷ'))).not.toEqual([])
    expect(said.some((text) => text.startsWith('Hòa.xlsx (bản 1'))).toBe(true)
    expect(said).toContain('Hòa!D12')
    expect(said).toContain('Đảng ủy xã Thụy Hòa')
    expect(said.find((text) => text.startsWith('Báo cáo '))).toContain('Tỉnh uỷ')
    expect(all.sheets.map(({ name }) => name)).toEqual(tables.sheets.map(({ name }) => name))
  })

  it('refuses figures that its own sheet of units would contradict', () => {
    const [first, ...rest] = source.figures.indicators
    const broken = { ...source, figures: { ...source.figures, indicators: [{ ...first!, numerator: first!.numerator + 1 }, ...rest] } }
    expect(() => layOutTables({ source: broken, origins: {}, frozen: null })).toThrow(
      expect.objectContaining({ code: 'report.figures_disagree' }),
    )
  })
})

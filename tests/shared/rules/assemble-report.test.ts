import { describe, expect, it } from 'vitest'
import type { Block, ReportModel, ReportSource, ReportUnit } from '../../../shared/domain/report.ts'
import { layoutProfileOn, layoutProfiles } from '../../../shared/programmes/layout-profiles.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { dayInVietnam, daysLate, periodName, shortDay, spanLine } from '../../../shared/rules/report-wording.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const model = assembleReport(source)

const textOfBlock = (block: Block): string =>
  block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : 'text' in block ? block.text : ''
const bodyText = (of: ReportModel): string => of.blocks.map(textOfBlock).join('\n')
const unitRows = (of: ReportModel): readonly (readonly string[])[] =>
  of.appendices[1]!.parts.flatMap((part) => (part.kind === 'table' ? part.table.rows.map((row) => row.cells) : []))
const changeUnit = (of: ReportSource, index: number, change: (unit: ReportUnit) => ReportUnit): ReportSource => ({
  ...of,
  units: of.units.map((unit, at) => (at === index ? change(unit) : unit)),
})

describe('the assembled report', () => {
  it('is a pure function of its source, and nothing in it shares a text that is not NFC', () => {
    expect(assembleReport(structuredClone(source))).toEqual(model)
    const written = { causes: 'Nguyên nhân\u200b khách quan\nlà khó khăn.'.normalize('NFD') }
    const text = JSON.stringify(assembleReport({ ...source, written }))
    expect(text).toBe(text.normalize('NFC'))
    expect(text).toContain('Nguyên nhân khách quan')
  })
  it('marks the units whose figures were keyed in for them, and says what the mark means only where it stands', () => {
    const keyed = assembleReport(changeUnit(source, 0, (unit) => ({ ...unit, keyed: true })))
    const { name } = source.units[0]!
    expect(unitRows(keyed).filter(([, words]) => words === `${name} (nhập thay)`)).toHaveLength(1)
    expect(JSON.stringify(keyed)).toContain('(nhập thay): số liệu do cơ quan nhập thay')
    expect(JSON.stringify(model)).not.toContain('nhập thay')
  })
  it('leaves number and date open and signs as the form asks', () => {
    expect(model.head.number).toBe('Số         -BC/TU')
    expect(model.head.placeAndDate).toBe('Hưng Yên, ngày      tháng      năm         ')
    expect(model.signature.authority).toBe('T/M BAN THƯỜNG VỤ')
    const state = assembleReport({ ...source, profile: layoutProfiles.state_nd30_2020 })
    expect(state.head.number).toBe('Số:         /BC-TU')
    expect(state.signature.authority).toBe('TM. BAN THƯỜNG VỤ')
    expect(state.addressee).toBe('Kính gửi: Ban Bí thư Trung ương Đảng')
    expect(state.appendices.map(({ title }) => title)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV', 'Phụ lục V'])
  })
  it('ends recipients as the form asks, initials raised before the mark', () => {
    const ends = (of: ReportModel): string[] => of.recipients.items.map((runs) => runs.map((run) => run.text).join(''))
    expect(ends(assembleReport({ ...source, profile: layoutProfiles.party_hd36_2018 })).slice(0, 2)).toEqual([
      '- Ban Bí thư Trung ương Đảng (để báo cáo),',
      '- Ban Tuyên giáo và Dân vận Trung ương,',
    ])
    expect(ends(model)[0]).toBe('- Ban Bí thư Trung ương Đảng (để báo cáo);')
    expect(model.recipients.items.at(-1)).toEqual([{ text: '- Lưu VPTU, CVTH' }, { text: 'Hậu', raised: true }, { text: '.' }])
  })
  it('marks a draft and a trial, and neither when it is neither', () => {
    expect(model.marks).toEqual({ draft: 'DỰ THẢO', data: 'DỮ LIỆU THỬ NGHIỆM' })
    expect(assembleReport({ ...source, draft: false, trial: false }).marks).toEqual({ draft: null, data: null })
    for (const trial of [true, false]) expect(assembleReport({ ...source, trial, sample: true }).marks.data).toBe('DỮ LIỆU MẪU')
  })
  it('takes the sections of the outline for its kind and says which parts nobody has written', () => {
    const headings = (kind: ReportSource['kind']): string[] =>
      assembleReport({ ...source, kind }).blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))
    expect(headings('periodic')).toEqual([
      'I- ĐẶC ĐIỂM TÌNH HÌNH',
      'II- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, QUÁN TRIỆT',
      'III- KẾT QUẢ THỰC HIỆN',
      'IV- ĐÁNH GIÁ CHUNG',
      'V- PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI',
      'VI- KIẾN NGHỊ, ĐỀ XUẤT',
    ])
    expect(headings('thematic')).toHaveLength(3)
    const open = (of: ReportModel): number => of.blocks.filter((block) => block.kind === 'open').length
    const written = assembleReport({ ...source, written: { causes: 'Do thiếu cán bộ.\nDo kinh phí.' } })
    expect(open(written)).toBe(open(model) - 1)
    expect(bodyText(written)).toContain('Do thiếu cán bộ.\nDo kinh phí.')
  })
  it('reminds of what could be added in a draft alone, of what is empty in a submitted paper, too', () => {
    const gaps = (draft: boolean): number => assembleReport({ ...source, draft }).blocks.filter(({ kind }) => kind === 'open').length
    const fixed = assembleReport({ ...source, draft: false }).blocks
    expect(gaps(true)).toBeGreaterThan(gaps(false))
    expect(gaps(false)).toBeGreaterThan(0)
    for (const [at, block] of fixed.entries()) if (block.kind === 'open') expect(fixed[at - 1]).toMatchObject({ kind: 'heading' })
  })
  it('says the state of the register and the span', () => {
    expect(bodyText(model)).toContain(
      'Đã tiếp nhận báo cáo của 104/108 đơn vị (đúng hạn: 99; chậm: 05). Còn 01 đơn vị đã gửi, đang chờ xử lý; 03 đơn vị chưa gửi. Số liệu tính từ ngày 15/12/2025 đến ngày 14/6/2026.',
    )
  })
  it('counts plans issued by the deadline, later, without a readable day, and not at all', () => {
    const given = [
      ['28/02/2026', '1-KH/ĐU'],
      ['01/3/2026', '2-KH/ĐU'],
      ['đầu tháng 3', '3-KH/ĐU'],
      ['', ''],
    ] as const
    const units = source.units
      .slice(0, 4)
      .map((unit, index) => ({ ...unit, readings: {}, texts: { 'mil.plan.date': given[index]![0], 'mil.plan.number': given[index]![1] } }))
    const none = { ...makeReportSource({ communes: 0, missing: 0 }), units, adjustments: [], excerpts: [] }
    const assembled = assembleReport({
      ...none,
      figures: {
        indicators: none.figures.indicators.map((indicator) => ({
          ...indicator,
          numerator: 0,
          denominator: 0,
          coverage: { reported: 0, expected: 4 },
        })),
        crossChecks: [],
        fields: {},
      },
    })
    expect(bodyText(assembled)).toContain(
      '3/4 đơn vị đã thực hiện, trong đó 01 đơn vị đúng thời hạn (đến hết ngày 28/02/2026); 01 đơn vị sau thời hạn; 01 đơn vị chưa nêu rõ ngày. Còn 01 đơn vị chưa có thông tin.',
    )
  })
  it('gives each unit a row, its states as signs, adjusted figures starred, and units without figures their state', () => {
    const rows = unitRows(model)
    expect(rows.filter((cells) => /^\d+$/.test(cells[0]!))).toHaveLength(104 + 2)
    const um = 2
    expect(rows.find((cells) => cells[1] === source.units[2]!.name)![um]).toMatch(/^[\d.]+\*$/)
    expect(rows.find((cells) => cells[1] === source.units.find(({ state }) => state === 'pending')!.name)!.slice(2)).toEqual([
      'Đã gửi, chờ xử lý',
    ])
    const states = changeUnit(source, 0, (unit) => ({
      ...unit,
      readings: { ...unit.readings, leader_dialogues: { state: 'nil', value: null }, cba_registered: { state: 'blank', value: null } },
    }))
    const before = source.units[0]!.readings
    const fields = {
      ...source.figures.fields,
      leader_dialogues: source.figures.fields['leader_dialogues']! - (before['leader_dialogues']?.value ?? 0),
      cba_registered: source.figures.fields['cba_registered']! - (before['cba_registered']?.value ?? 0),
    }
    const first = unitRows(assembleReport({ ...states, figures: { ...source.figures, fields } }))[1]!
    expect(first[2 + source.programme.fields.findIndex(({ code }) => code === 'leader_dialogues')]).toBe('–')
    expect(first[2 + source.programme.fields.findIndex(({ code }) => code === 'cba_registered')]).toBe('…')
  })
  it('merges the same proposal of several units and keeps addressees apart', () => {
    expect(bodyText(model)).toContain('Đối với Tỉnh ủy:\n- Bố trí kinh phí tập huấn cán bộ công đoàn cơ sở. (05 đơn vị)')
    expect(bodyText(model)).toContain('Đối với Ủy ban nhân dân tỉnh:')
  })
})

describe('a source that cannot be right is refused', () => {
  const refusal = (given: ReportSource): { code?: string; params?: Record<string, unknown> } => {
    try {
      assembleReport(given)
      return {}
    } catch (error) {
      return error as { code: string; params: Record<string, unknown> }
    }
  }
  it('when a sum is not what the units add up to', () => {
    const [first, ...rest] = source.figures.indicators
    expect(
      refusal({ ...source, figures: { ...source.figures, indicators: [{ ...first!, numerator: first!.numerator + 1 }, ...rest] } }).code,
    ).toBe('report.figures_disagree')
    expect(refusal({ ...source, figures: { ...source.figures, fields: { ...source.figures.fields, cba_new: 7 } } }).code).toBe(
      'report.figures_disagree',
    )
    expect(
      refusal(changeUnit(source, 0, (unit) => ({ ...unit, readings: { ...unit.readings, um_total: { state: 'blank', value: null } } })))
        .code,
    ).toBe('report.figures_disagree')
  })
  it.each([
    [
      'an indicator is missing',
      (given: ReportSource): ReportSource => ({ ...given, figures: { ...given.figures, indicators: given.figures.indicators.slice(1) } }),
    ],
    ['a unit stands twice', (given: ReportSource): ReportSource => ({ ...given, units: [...given.units, given.units[0]!] })],
    [
      'an adjustment is of a stranger',
      (given: ReportSource): ReportSource => ({ ...given, adjustments: [{ ...given.adjustments[0]!, unit: 'org.x' }] }),
    ],
    [
      'an adjustment is of an unknown field',
      (given: ReportSource): ReportSource => ({ ...given, adjustments: [{ ...given.adjustments[0]!, field: 'x' }] }),
    ],
    [
      'an excerpt has no task',
      (given: ReportSource): ReportSource => ({ ...given, excerpts: [{ ...given.excerpts[0]!, task: 'tsk.9.9' }] }),
    ],
    ['a day is not a day', (given: ReportSource): ReportSource => ({ ...given, period: { ...given.period, cutOff: '14/6/2026' } })],
    [
      'a count is a fraction',
      (given: ReportSource): ReportSource =>
        changeUnit(given, 0, (unit) => ({ ...unit, readings: { ...unit.readings, cba_new: { state: 'value', value: 1.5 } } })),
    ],
    [
      'a nil has a value',
      (given: ReportSource): ReportSource =>
        changeUnit(given, 0, (unit) => ({ ...unit, readings: { ...unit.readings, cba_new: { state: 'nil', value: 3 } } })),
    ],
  ])('when %s', (_, change) => expect(refusal(change(source)).code).toBe('report.source_broken'))
})

describe('words of time', () => {
  const { period } = source
  it('names the usual spans and any other by its days', () => {
    expect(periodName(period)).toBe('6 tháng đầu năm 2026')
    expect(periodName({ ...period, to: '2026-12-14', endsYear: true })).toBe('năm 2026')
    expect(periodName({ ...period, from: '2026-01-01', to: '2026-03-31' })).toBe('quý I năm 2026')
    expect(periodName({ ...period, from: '2026-04-15', to: '2026-05-14' })).toBe('từ ngày 15/4/2026 đến ngày 14/5/2026')
    expect(spanLine(period)).toBe('Số liệu tính từ ngày 15/12/2025 đến ngày 14/6/2026.')
  })
  it('pads days below ten and the months 1 and 2, no others', () => {
    expect(shortDay('2026-02-05')).toBe('05/02/2026')
    expect(shortDay('2026-10-14')).toBe('14/10/2026')
    expect(shortDay('2026-06-04')).toBe('04/6/2026')
  })
  it('counts lateness by days in Vietnam', () => {
    expect(dayInVietnam('2026-06-17T17:30:00.000Z')).toBe('2026-06-18')
    expect(daysLate('2026-06-17T16:30:00.000+07:00', '2026-06-17T10:00:00.000Z')).toBe(0)
    expect(daysLate('2026-06-17T16:30:00.000+07:00', '2026-06-18T17:30:00.000Z')).toBe(2)
  })
  it('takes the form in force on the day', () => {
    const choices = source.programme.layoutProfiles
    expect(layoutProfileOn('2026-05-26', choices).code).toBe('party_hd36_2018')
    expect(layoutProfileOn('2026-05-27', choices).code).toBe('party_hd05_2026')
    expect(layoutProfileOn('2000-01-01', choices).code).toBe('party_hd36_2018')
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportJudgements, ReportNote } from '../../../shared/domain/report-judgements.ts'
import { audiences, causes, noteKinds, shortcomingStates } from '../../../shared/domain/review.ts'
import type { ReportModel, ReportSource, ReportUnit } from '../../../shared/domain/report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { reportFigures } from '../../../shared/rules/report-figures.ts'
import { notesForReport } from '../../../shared/rules/review/notes-for-report.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const plain = makeReportSource()
const [first, second, third] = plain.units as [ReportUnit, ReportUnit, ReportUnit]
const judged = (judgements: Partial<ReportJudgements>): ReportSource => ({ ...plain, judgements: { ...plain.judgements, ...judgements } })
const lines = (model: ReportModel): string[] =>
  model.blocks.map((block) =>
    block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : 'text' in block ? block.text : '',
  )
const said = (of: ReportSource): string => lines(assembleReport(of)).join('\n')
/** From a heading to the next of the outline. */
const section = (of: ReportSource, from: string, to: string): string => said(of).split(`${from}\n`)[1]!.split(to)[0]!.trim()
const cells = ({ appendices }: ReportModel, appendix: number): string[][] =>
  appendices[appendix]!.parts.flatMap((part) => (part.kind === 'table' ? part.table.rows.map((row) => [...row.cells]) : []))

const shortcoming = (unit: ReportUnit | null, text: string, given: Partial<NonNullable<ReportNote['shortcoming']>> = {}): ReportNote => ({
  kind: 'shortcoming',
  unit: unit?.code ?? null,
  unitName: unit?.name ?? null,
  input: null,
  text,
  shortcoming: {
    category: '',
    scope: '',
    extent: '',
    cause: 'unknown',
    causeText: '',
    remedy: '',
    owner: '',
    dueOn: null,
    state: 'open',
    periods: 1,
    ...given,
  },
})

describe('what reviewers stated of tasks', () => {
  const statuses = plain.units.slice(0, 30).map(({ code }, index) => ({
    task: 'tsk.2.1',
    unit: code,
    status: index < 20 ? ('regular' as const) : index < 28 ? ('irregular' as const) : ('not_started' as const),
  }))
  it('[TS1] is counted in the sentence and the appendix, and nothing is overdue', () => {
    const source = judged({ taskStatuses: statuses })
    expect(said(source)).toContain(
      'Đã đánh giá 30/108 đơn vị: 20 đơn vị thực hiện nền nếp; 08 đơn vị có thực hiện nhưng chưa thường xuyên; 02 đơn vị chưa triển khai.',
    )
    const model = assembleReport(source)
    expect(
      cells(model, 2)
        .find(([number]) => number === '2.1')!
        .slice(3, 7),
    ).toEqual(['20', '08', '02', '78'])
    expect(
      cells(model, 2)
        .find(([number]) => number === '2.2')!
        .slice(3, 7),
    ).toEqual(['0', '0', '0', '108'])
    expect(JSON.stringify(model)).not.toMatch(/quá hạn(?!\.)/)
  })
  it('[TS1] stands nowhere while nobody stated anything', () => {
    expect(JSON.stringify(assembleReport(plain))).not.toMatch(/Đã đánh giá|Chưa đánh giá/)
  })
})

describe('what reviewers noted', () => {
  const notes = [
    shortcoming(first, 'Chưa tổ chức đối thoại định kỳ tại doanh nghiệp', {
      category: 'đối thoại tại nơi làm việc',
      extent: '03/12 doanh nghiệp',
      cause: 'subjective',
      causeText: 'Cấp ủy chưa quan tâm chỉ đạo',
      remedy: 'Tổ chức đối thoại tại 03 doanh nghiệp',
      owner: 'Đảng ủy xã',
      dueOn: '2026-09-05',
      periods: 3,
    }),
    shortcoming(second, 'Chưa tổ chức hội nghị người lao động.', {
      category: 'Đối thoại tại nơi làm việc',
      cause: 'subjective',
      causeText: 'cấp ủy chưa quan tâm chỉ đạo.',
      state: 'done',
    }),
    shortcoming(null, 'Thiết chế văn hóa cho công nhân còn thiếu', {
      scope: 'các khu công nghiệp',
      cause: 'objective',
      causeText: 'Quỹ đất hạn hẹp',
    }),
    shortcoming(third, 'Đã có kế hoạch bổ sung', { state: 'verified' }),
    { kind: 'strength', unit: first.code, unitName: first.name, input: null, text: 'Duy trì nền nếp đối thoại', shortcoming: null },
    { kind: 'commendation', unit: second.code, unitName: second.name, input: null, text: 'Mô hình “Giờ thứ 9”', shortcoming: null },
  ] as const satisfies readonly ReportNote[]
  const source = judged({ notes })

  it('[SC1] names who, what, how much, why and what is done about it, by category, and how long it has run', () => {
    expect(section(source, '2. Tồn tại, hạn chế', '\n3. Nguyên nhân')).toContain(
      [
        'Qua thẩm định, có 03 tồn tại, hạn chế phải khắc phục, trong đó 01 nội dung kéo dài từ kỳ trước:',
        'Đối thoại tại nơi làm việc:',
        `(1) ${first.name}: Chưa tổ chức đối thoại định kỳ tại doanh nghiệp (03/12 doanh nghiệp). Nguyên nhân chủ quan: Cấp ủy chưa quan tâm chỉ đạo. Biện pháp khắc phục: Tổ chức đối thoại tại 03 doanh nghiệp; trách nhiệm: Đảng ủy xã; thời hạn: 05/9/2026. Kỳ thứ 3 liên tiếp.`,
        `(2) ${second.name}: Chưa tổ chức hội nghị người lao động. Nguyên nhân chủ quan: cấp ủy chưa quan tâm chỉ đạo. Đơn vị báo cáo đã khắc phục, chưa được xác nhận.`,
        'Nội dung khác:',
        '(3) Các khu công nghiệp: Thiết chế văn hóa cho công nhân còn thiếu. Nguyên nhân khách quan: Quỹ đất hạn hẹp.',
      ].join('\n'),
    )
  })
  it('[SC2] splits the causes, and says the same cause once', () => {
    expect(section(source, '3. Nguyên nhân', 'V- PHƯƠNG HƯỚNG')).toBe(
      [
        '3.1. Nguyên nhân khách quan',
        '- Quỹ đất hạn hẹp. (Các khu công nghiệp)',
        '3.2. Nguyên nhân chủ quan',
        `- Cấp ủy chưa quan tâm chỉ đạo. (${first.name}, ${second.name})`,
      ].join('\n'),
    )
    for (const [from, to] of [
      ['1. Ưu điểm', '2. Tồn tại'],
      ['2. Tồn tại, hạn chế', '3. Nguyên nhân'],
      ['3. Nguyên nhân', 'V- PHƯƠNG HƯỚNG'],
    ] as const)
      expect([from, section(source, from, to).includes('cơ quan soạn thảo bổ sung')]).toEqual([from, false])
    expect(section(plain, '3. Nguyên nhân', 'V- PHƯƠNG HƯỚNG')).toBe('(Phần này do cơ quan soạn thảo bổ sung.)')
  })
  it('[SC1] praises by name, and counts what was put right', () => {
    const strengths = section(source, '1. Ưu điểm', '2. Tồn tại, hạn chế')
    expect(strengths).toContain(`- ${first.name}: Duy trì nền nếp đối thoại.`)
    expect(strengths).toContain('- Đã khắc phục, được xác nhận 01 tồn tại, hạn chế nêu từ kỳ trước hoặc trong kỳ.')
    expect(strengths).toContain(`Đề nghị biểu dương, nhân rộng:\n- ${second.name}: Mô hình “Giờ thứ 9”.`)
  })
  it('[RT1] every number of a sentence shows what its figure shows', () => {
    const full = judged({ notes, taskStatuses: [{ task: 'tsk.1.1', unit: first.code, status: 'regular' }] })
    const shownOf = new Map(reportFigures(full).map(({ ref, shown }) => [ref, shown]))
    const cited = assembleReport(full).blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
    const refs = cited.flatMap(({ figure, text }) => (figure === undefined ? [] : [[figure, text] as const]))
    for (const [ref, text] of refs) expect([ref, text]).toEqual([ref, shownOf.get(ref)])
    expect(refs.map(([ref]) => ref)).toEqual(
      expect.arrayContaining([
        'stock.units',
        'sum.met',
        'tsk.1.1.regular',
        'mil.plan.inTime',
        'mon.illegal_strikes.total',
        'sht.open',
        'prop.count',
      ]),
    )
  })

  const note = fc.record({
    kind: fc.constantFrom(...noteKinds),
    audience: fc.constantFrom(...audiences),
    isClosed: fc.boolean(),
    cause: fc.constantFrom(...causes),
    state: fc.constantFrom(...shortcomingStates),
    unit: fc.constantFrom(first, second, null),
    periods: fc.constantFrom<string[][]>(['2026-H1'], ['2025', '2026-H1'], ['2025'], ['2026-H1', '2026']),
  })
  it('[S9] no word of an internal note stands in any report', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), fc.constantFrom('periodic', 'final', 'thematic'), (given, kind) => {
        const marked = given.map(({ cause, state, unit, ...rest }, index) => {
          const words = `${rest.audience === 'unit' && !rest.isClosed && rest.kind !== 'remark' ? 'công khai' : 'riêng tư'} ${index}`
          const own = { category: words, scope: words, extent: words, causeText: words, remedy: words, owner: words }
          return {
            ...rest,
            unit: unit?.code ?? null,
            unitName: unit?.name ?? null,
            input: null,
            text: words,
            shortcoming: rest.kind === 'shortcoming' ? { ...own, cause, dueOn: null, state, verifiedAt: null } : null,
          }
        })
        const text = JSON.stringify(assembleReport({ ...judged({ notes: notesForReport(marked, '2026-H1') }), kind }))
        expect(text).not.toContain('riêng tư')
        const open = marked.filter(
          ({ text: words, shortcoming: own, periods }) =>
            words.startsWith('công khai') && own !== null && own.state !== 'verified' && periods.includes('2026-H1'),
        )
        for (const { text: words } of open) expect(text).toContain(words)
      }),
      { numRuns: 40 },
    )
  })
  it('[S9] counts the periods up to this one, so that an old report stays as it was', () => {
    const [own] = notesForReport(
      [
        {
          kind: 'shortcoming',
          audience: 'unit',
          isClosed: false,
          unit: null,
          unitName: null,
          input: null,
          text: 'Còn thiếu',
          shortcoming: { ...notes[0].shortcoming!, verifiedAt: null },
          periods: ['2025-H1', '2025', '2026-H1', '2026'],
        },
      ],
      '2025',
    )
    expect(own!.shortcoming!.periods).toBe(2)
  })
})

describe('what people decided', () => {
  it('settled differences stand beside the adjustments with their basis, minutes with their day', () => {
    const source = judged({
      decisions: [
        {
          unit: first.code,
          subject: 'um_total',
          about: `${first.name}, mục Tổng số: hai nguồn khác nhau`,
          decision: 'kept',
          basis: 'minutes',
          reason: 'Hai bên thống nhất.',
        },
        { unit: null, subject: null, about: 'Chưa đủ để đối chiếu.', decision: 'waived', basis: null, reason: 'Tuyến khác chưa gửi.' },
      ],
      minutes: { [first.code]: '2026-06-18', [plain.adjustments[1]!.unit]: '2026-06-05' },
    })
    const rows = cells(assembleReport(source), 3)
    expect(rows.slice(-2)).toEqual([
      ['1', first.name, 'Mục Tổng số: hai nguồn khác nhau.', 'Giữ số của đơn vị', 'Biên bản ngày 18/6/2026', 'Hai bên thống nhất.'],
      ['2', 'Toàn tỉnh', 'Chưa đủ để đối chiếu.', 'Không xử lý tiếp', '', 'Tuyến khác chưa gửi.'],
    ])
    expect(rows[1]![5]).toBe('Biên bản ngày 05/6/2026')
  })
  it('a proposal that was set aside is not in the report, and one that went on says so', () => {
    const other = 'Sớm đầu tư nhà ở và thiết chế văn hóa cho công nhân khu công nghiệp'
    const proposing = plain.units.filter(({ texts }) => Object.values(texts).includes(other))
    const states = (state: 'forwarded' | 'set_aside'): ReportJudgements['proposalStates'] =>
      proposing.map(({ code }) => ({ unit: code, words: other.toUpperCase(), state }))
    expect(said(judged({ proposalStates: states('forwarded') }))).toMatch(/khu công nghiệp\. \([^)]*; đã chuyển nơi nhận\)/)
    expect(said(judged({ proposalStates: states('set_aside') }))).not.toContain(other)
    expect(said(plain)).toMatch(/khu công nghiệp\. \([^);]*\)/)
  })
})

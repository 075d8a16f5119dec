import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedText } from '../../../shared/domain/report-change.ts'
import type { ReportSource } from '../../../shared/domain/report.ts'
import { assembleChanges, assembleRemarks } from '../../../shared/rules/assemble-changes.ts'
import { figureRows, waitingRows } from '../../../shared/rules/change-words.ts'
import { compareReports } from '../../../shared/rules/compare-reports.ts'
import { compareParagraphs, markWords } from '../../../shared/rules/compare-texts.ts'
import { countWaiting } from '../../../shared/rules/count-waiting.ts'
import { sectionLabel } from '../../../shared/rules/section-label.ts'
import { weighSource } from '../../../shared/rules/weigh-source.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const words = array(constantFrom('Còn', 'đơn', 'vị', '03', '04', 'chưa', 'gửi', 'báo', 'cáo.'), { maxLength: 14 }).map((all) =>
  all.join(' '),
)
const paragraphs = array(
  record({
    section: constantFrom('opening', 'causes', null),
    heading: constantFrom('', '3. Nguyên nhân'),
    text: words.filter((text) => text !== ''),
  }),
  { maxLength: 8 },
)
const tidy = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ')

describe('what changed in a text', () => {
  it('[RC2] marks words: old and same are the old text, new and same the new one', () => {
    assert(
      property(words, words, (old, now) => {
        const marked = markWords(old, now)
        const join = (kind: 'old' | 'new'): string =>
          tidy(marked.flatMap((stretch) => (stretch.kind === 'same' || stretch.kind === kind ? [stretch.text] : [])).join(' '))
        expect(join('old')).toBe(old)
        expect(join('new')).toBe(now)
        if (old === now) expect(marked.every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
    expect(markWords('Còn 03 đơn vị chưa gửi.', 'Còn 02 đơn vị chưa gửi.')).toEqual([
      { kind: 'same', text: 'Còn' },
      { kind: 'old', text: ' 03' },
      { kind: 'new', text: ' 02' },
      { kind: 'same', text: ' đơn vị chưa gửi.' },
    ])
  })

  it('[RC1] is nothing for equal texts, and something for every difference; old and new can be told from it', () => {
    const textsOf = (all: readonly PlacedText[]): string[] => all.map(({ section, text }) => `${section} ${text}`).toSorted()
    assert(
      property(paragraphs, paragraphs, (old, now) => {
        expect(compareParagraphs(old, old)).toEqual([])
        const changes = compareParagraphs(old, now)
        const side = (kind: 'old' | 'new', of: 'added' | 'removed'): string[] =>
          changes
            .filter((change) => change.kind === 'changed' || change.kind === of)
            .map(
              ({ section, words: all }) =>
                `${section} ${tidy(all.flatMap((one) => (one.kind === 'same' || one.kind === kind ? [one.text] : [])).join(' '))}`,
            )
        const stayed = (all: readonly PlacedText[], told: string[]): string[] => {
          const left = textsOf(all)
          for (const one of told) left.splice(left.indexOf(one), 1)
          return left
        }
        // Without what is told of each side, both sides are the same.
        expect(stayed(old, side('old', 'removed'))).toEqual(stayed(now, side('new', 'added')))
      }),
    )
  })

  it('[RC3] takes a rewritten paragraph for one, and two that share little for one out and one in', () => {
    const at = (text: string): PlacedText => ({ section: 'causes', heading: '3. Nguyên nhân', text })
    const old = [at('Một số cấp ủy chưa quan tâm chỉ đạo.'), at('Kinh phí còn hạn chế.')]
    const now = [at('Một số cấp ủy cơ sở chưa thật sự quan tâm chỉ đạo.'), at('Cán bộ công đoàn kiêm nhiệm nhiều việc.')]
    expect(compareParagraphs(old, now).map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed'])
  })
})

/** One more in one unit's reading and in the sum, and a sentence of the office. */
function withOneMore(source: ReportSource): { field: string; changed: ReportSource } {
  const inIndicator = new Set(source.programme.indicators.flatMap(({ numerator, denominator }) => [numerator, denominator]))
  const counted = (field: string) =>
    source.units.findIndex(({ line, readings }) => line === 'territorial' && readings[field]?.state === 'value')
  const field = Object.keys(source.figures.fields).find(
    (code) => !inIndicator.has(code) && source.figures.fields[code] !== null && counted(code) >= 0,
  )!
  const place = counted(field)
  const units = source.units.map((unit, index) =>
    index === place
      ? { ...unit, readings: { ...unit.readings, [field]: { state: 'value' as const, value: unit.readings[field]!.value! + 1 } } }
      : unit,
  )
  const written = { ...source.written, causes: 'Cán bộ kiêm nhiệm nhiều việc.' }
  const fields = { ...source.figures.fields, [field]: source.figures.fields[field]! + 1 }
  return { field, changed: { ...source, units, written, figures: { ...source.figures, fields } } }
}

describe('what changed in a report', () => {
  const source = makeReportSource()

  it('[RC4] is nothing against itself; a figure and a section are named with old and new', () => {
    expect(compareReports(source, source)).toEqual({ indicators: [], fields: [], register: [], paragraphs: [], appendices: [] })
    const { field, changed } = withOneMore(source)
    const changes = compareReports(source, changed)
    const before = source.figures.fields[field]!
    expect(changes.fields).toEqual([{ code: field, before, after: before + 1 }])
    expect(
      changes.paragraphs.some(({ section, kind, heading }) => section === 'causes' && kind === 'added' && heading.includes('Nguyên nhân')),
    ).toBe(true)
    expect(figureRows(source.programme, changes, 'vi')).toHaveLength(1)
  })

  it('[RC1] a place that waits for words of the office is none of its words: filling it adds, and takes nothing out', () => {
    const { paragraphs } = compareReports(source, withOneMore(source).changed)
    const said = JSON.stringify(paragraphs)
    expect(said).toContain('Cán bộ kiêm nhiệm nhiều việc.')
    expect(said).not.toContain('do cơ quan soạn thảo bổ sung')
  })

  it('[RC5] counts the rows of appendices that differ', () => {
    const units = source.units.map((unit, index) => (index === 1 ? { ...unit, name: `${unit.name} (mới)` } : unit))
    const { appendices, indicators } = compareReports(source, { ...source, units })
    expect(indicators).toEqual([])
    expect(appendices.length).toBeGreaterThan(0)
    for (const { added, removed } of appendices) expect([added, removed]).toEqual([added, added])
  })

  it('fits what it can on a sheet and counts the rest', () => {
    const changes = compareReports(source, withOneMore(source).changed)
    const { programme, period, profile } = source
    const at = '2026-06-29T02:40:00.000Z'
    const remark = {
      text: 'Nêu rõ nguyên nhân chủ quan',
      actor: 'Phạm Đức Tâm',
      at,
      answer: 'Đã bổ sung',
      answeredBy: 'Lan',
      answeredAt: at,
      section: 'causes',
    }
    const frame = { programme, period, profile, trial: false, sample: false, at }
    const facts = {
      frame,
      kind: 'periodic' as const,
      changes,
      since: { at, actor: 'Lan', pages: 18, readAt: at },
      until: at,
      remarks: [remark],
    }
    const text = JSON.stringify(assembleChanges(facts, 0))
    expect(text).toContain('Còn 01 mục số liệu khác đã thay đổi')
    expect(text).toContain('IV.3. Nguyên nhân')
    expect(JSON.stringify(assembleChanges(facts, 10))).toContain('Cán bộ kiêm nhiệm nhiều việc.')
    expect(JSON.stringify(assembleRemarks(frame, 'periodic', [remark]))).toContain('Đã bổ sung')
    expect(assembleRemarks(frame, 'interim', [remark]).subject).toEqual(['đối với báo cáo sơ kết 6 tháng đầu năm 2026'])
    expect(sectionLabel(programme.outline, 'results_indicators', 'periodic')).toBe('III.1.1. Các chỉ tiêu định lượng')
  })
})

describe('what waits', () => {
  const source = makeReportSource()
  const missing = source.units.find(({ state, line }) => state === 'missing' && line === 'territorial')!
  const reading = (value: number) => ({ state: 'value' as const, value })

  it('[RC6] adds a unit that was not counted and replaces one that was; an agreed figure stays over what it was agreed for', () => {
    const [indicator] = source.programme.indicators
    const { numerator, denominator, coverage } = source.figures.indicators[0]!
    const fresh = {
      unit: missing.code,
      readings: new Map([
        [indicator!.numerator, reading(8)],
        [indicator!.denominator, reading(10)],
      ]),
    }
    expect(countWaiting(source, [fresh])[0]).toMatchObject({
      code: indicator!.code,
      after: { numerator: numerator + 8, denominator: denominator + 10, coverage: { ...coverage, reported: coverage.reported + 1 } },
    })
    expect(waitingRows(source.programme, countWaiting(source, [fresh]), 'vi')[0]!.effect).toContain('Tỷ lệ chung của tỉnh')
    const counted = source.units.find(({ readings, line }) => line === 'territorial' && readings[indicator!.numerator]?.state === 'value')!
    const same = { unit: counted.code, readings: new Map(Object.entries(counted.readings)) }
    expect(countWaiting({ ...source, adjustments: [] }, [same])).toEqual([])
    const reported = reading(3)
    const adjusted = {
      ...source,
      adjustments: [
        {
          unit: counted.code,
          field: indicator!.numerator,
          reported,
          value: counted.readings[indicator!.numerator]!.value!,
          state: 'active' as const,
          basis: 'phone' as const,
          reason: 'Thống nhất',
        },
      ],
    }
    const again = {
      unit: counted.code,
      readings: new Map([...Object.entries(counted.readings), [indicator!.numerator, reported] as const]),
    }
    expect(countWaiting(adjusted, [again])).toEqual([])
  })

  it('[RC6] does not depend on the order of units', () => {
    const [indicator] = source.programme.indicators
    const units = source.units.filter(({ line }) => line === 'territorial').slice(0, 6)
    assert(
      property(array(integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 }), (values) => {
        const waiting = units.map(({ code }, index) => ({
          unit: code,
          readings: new Map([
            [indicator!.numerator, reading(values[index]!)],
            [indicator!.denominator, reading(60)],
          ]),
        }))
        expect(countWaiting(source, waiting)).toEqual(countWaiting(source, waiting.toReversed()))
      }),
      { numRuns: 20 },
    )
  })

  it('[RC7] units are weighed by what the report was made from', () => {
    const weights = weighSource(source)
    expect(weights.map(({ code }) => code)).toEqual(source.programme.indicators.map(({ code }) => code))
    for (const { code, total, units } of weights) {
      const figures = source.figures.indicators.find((one) => one.code === code)!
      expect([total.numerator, total.denominator, total.units]).toEqual([figures.numerator, figures.denominator, figures.coverage.reported])
      expect(units.length).toBeLessThanOrEqual(10)
      for (const { needed } of units) expect(needed).toBeGreaterThan(0)
    }
  })
})

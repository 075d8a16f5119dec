import { describe, expect, it } from 'vitest'
import type { MappedSubmission, SubmissionIdentity } from '../../../shared/domain/submission.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { indexUnits } from '../../../shared/rules/find-unit-names.ts'
import { choicesFor, identifySubmission } from '../../../shared/rules/identify-submission.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'

const units = bundledUnits()
const index = indexUnits(units)
const tienLa = 'org.du_xa.12634'
const tienLu = units.find((unit) => unit.name.endsWith(' Tiên Lữ'))!.code
const sound: SubmissionIdentity = {
  programme: 'directive-58',
  programmeVersion: 1,
  period: '2026-H1',
  unit: tienLa,
  templateVersion: 1,
  intact: true,
}
const cover = { unitName: 'Đảng ủy xã Tiên La', unitCode: '', periodCode: '2026-H1', from: '', to: '' }

function identify(
  changes: {
    identity?: Partial<SubmissionIdentity> | null
    cover?: Partial<typeof cover>
    fileName?: string
    layout?: MappedSubmission['layout']
    expected?: string[]
  } = {},
) {
  return identifySubmission({
    mapped: {
      layout: changes.layout ?? 'template',
      identity: changes.identity === null ? null : { ...sound, ...changes.identity },
      cover: { ...cover, ...changes.cover },
    },
    fileName: changes.fileName ?? 'tien-la.xlsx',
    folders: 'USB/cum 3',
    programme: 'directive-58',
    period: '2026-H1',
    index,
    expected: new Set(changes.expected ?? units.map((unit) => unit.code)),
    learned: new Map(),
    nameOf: (code) => units.find((unit) => unit.code === code)?.name ?? code,
  })
}
/** Levenshtein's distance. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [at, letter] of a.split('').entries())
    row = row.reduce<number[]>(
      (next, above, column) => [
        ...next,
        column === 0 ? at + 1 : Math.min(above + 1, next[column - 1]! + 1, row[column - 1]! + (b[column - 1] === letter ? 0 : 1)),
      ],
      [],
    )
  return row.at(-1)!
}
const rules = (identification: ReturnType<typeof identify>): string[] => identification.reasons.map((reason) => reason.rule)

describe('identifySubmission', () => {
  it('takes the unit from the identity sheet when nothing contradicts', () => {
    expect(identify()).toMatchObject({ unit: tienLa, reasons: [], otherPeriod: null })
    expect(identify({ cover: { unitName: '' }, fileName: 'BC lan 2 sua (1).xlsx' })).toMatchObject({ unit: tienLa, reasons: [] })
  })

  it('[M41] holds what the cover contradicts, by name, code or an unknown name', () => {
    for (const change of [
      { unitName: 'Đảng ủy xã Tiên Lữ' },
      { unitCode: tienLu },
      { unitName: 'Xã Tân Phong' },
      { unitCode: 'org.du_xa.99999' },
    ]) {
      const found = identify({ cover: change })
      expect(rules(found), JSON.stringify(change)).toEqual(['M41'])
      expect(found.unit).toBeNull()
    }
  })

  it('[M41] holds what a file name contradicts: another full name, code, or a bare place alone', () => {
    for (const fileName of ['xa Tien Lu.xlsx', 'Tiên Lữ.xlsx', `${tienLu}.xlsx`, 'bc 12364.xlsx', 'tien la - xa tien lu.xlsx'])
      expect(rules(identify({ fileName })), fileName).toEqual(['M41'])
    for (const fileName of ['Tien La - Thai Binh.xlsx', 'bc huyen tien lu - xa tien la.xlsx', 'BC.xlsx'])
      expect(rules(identify({ fileName })), fileName).toEqual([])
  })

  it('[M41] suggests every unit that was named, the identity first', () => {
    expect(identify({ fileName: 'xa Tien Lu.xlsx' }).suggestions).toEqual([tienLa, tienLu])
  })

  it('[M41] tells every two communes apart that differ by two letters, on the cover of the common workbook, too', () => {
    const communes = units.flatMap(({ code, name, kind }) =>
      kind === 'xa' || kind === 'phuong' ? [{ code, name, place: searchFold(name.replace(/^.*?(?:xã|phường) /u, '')) }] : [],
    )
    const near = communes.flatMap((one, at) =>
      communes.slice(at + 1).flatMap((other) => (lettersApart(one.place, other.place) <= 2 ? [[one, other] as const] : [])),
    )
    expect(near.length).toBeGreaterThanOrEqual(29)
    for (const [one, other] of near) {
      const common = { layout: 'common_template', identity: { unit: one.code }, cover: { unitName: one.name, unitCode: one.code } } as const
      expect(identify({ ...common, fileName: `${one.name}.xlsx` }), one.name).toMatchObject({ unit: one.code, reasons: [] })
      expect(rules(identify({ ...common, fileName: `${other.name}.xlsx` })), `${one.name} – ${other.name}`).toEqual(['M41'])
      expect(rules(identify({ ...common, cover: { unitName: other.name, unitCode: one.code } })), `${one.name} – ${other.name}`).toEqual([
        'M41',
      ])
    }
  })

  it('[M40] a file name alone never decides, it only suggests', () => {
    const found = identify({ identity: { unit: '' }, layout: 'common_template', cover: { unitName: '' }, fileName: 'xa Tien Lu.xlsx' })
    expect(found).toMatchObject({ unit: null, suggestions: [tienLu] })
    expect(rules(found)).toEqual(['M40'])
  })

  it('[M40] a cover with a bare place name alone does not decide: it may be the former district', () => {
    expect(rules(identify({ identity: null, cover: { unitName: 'Tiên Lữ' }, fileName: 'a.xlsx' }))).toEqual(['M40'])
    expect(identify({ identity: null, cover: { unitName: 'Xã Tiên Lữ' }, fileName: 'a.xlsx' })).toMatchObject({ unit: tienLu, reasons: [] })
  })

  it('[M40] a damaged identity sheet does not decide, but the cover may', () => {
    expect(identify({ identity: { intact: false } })).toMatchObject({ unit: tienLa, reasons: [] })
    expect(rules(identify({ identity: { intact: false }, cover: { unitName: '' } }))).toEqual(['M40'])
    expect(rules(identify({ identity: { intact: false, unit: tienLu } }))).toEqual(['M41'])
  })

  it('[M42] holds a known unit that the period does not expect', () => {
    expect(rules(identify({ expected: [tienLu] }))).toEqual(['M42'])
  })

  it('[M43] holds another period and says which', () => {
    const found = identify({ identity: { period: '2025-H2' }, cover: { periodCode: '2025-H2' } })
    expect(found).toMatchObject({ unit: tienLa, otherPeriod: '2025-H2' })
    expect(rules(found)).toEqual(['M43'])
    expect(rules(identify({ cover: { periodCode: '2025-H2' } }))).toEqual(['M43'])
    expect(rules(identify({ identity: { period: '2025-H2', intact: false } }))).toEqual([])
  })

  it('[M44] [M45] holds another programme and another layout, before anything else is asked', () => {
    expect(rules(identify({ identity: { programme: 'directive-99' } }))).toEqual(['M44'])
    expect(rules(identify({ layout: 'off_template', identity: { unit: tienLu } }))).toEqual(['M45', 'M41'])
  })

  it('offers answers to every reason', () => {
    for (const rule of ['M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M51'] as const)
      expect(choicesFor(rule, false).length, rule).toBeGreaterThan(1)
    expect(choicesFor('M43', true)).toContain('move_to_period')
    expect(choicesFor('M43', false)).not.toContain('move_to_period')
  })
})

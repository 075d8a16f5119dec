import { describe, expect, it } from 'vitest'
import type { PlainCell, PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { errorTexts } from '../../../shared/messages/catalogue.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { parseUnitList, refuseUnitList } from '../../../shared/rules/parse-unit-list.ts'

type Content = string | number | Partial<PlainCell> | null

function workbookOf(rows: readonly (readonly Content[])[], part: { name?: string; date1904?: boolean } = {}): PlainWorkbook {
  const cells = rows.flatMap((row, r) =>
    row.flatMap((content, c): PlainCell[] => {
      if (content === null) return []
      const base = { row: r + 1, column: c + 1, numberFormat: 'General', fontName: 'Times New Roman' }
      if (typeof content === 'string') return [{ ...base, kind: 'text', value: content }]
      if (typeof content === 'number') return [{ ...base, kind: 'number', value: content }]
      return [{ ...base, kind: 'text', value: '', ...content }]
    }),
  )
  const sheet = { name: part.name ?? 'Đơn vị', visibility: 'visible' as const, cells, merges: [], hiddenRows: [], hiddenColumns: [] }
  return { sheets: [sheet], definedNames: [], date1904: part.date1904 ?? false, hasMacros: false, hasExternalLinks: false }
}

const header = ['code', 'name', 'kind', 'line', 'parent', 'rank', 'valid_from', 'valid_to', 'aliases']
const unit = (...rest: Content[]): Content[] => [...rest, ...Array<null>(Math.max(0, 9 - rest.length)).fill(null)]
const parse = (rows: readonly (readonly Content[])[], known?: ReadonlySet<string>) => parseUnitList(workbookOf(rows), known)
const places = (rows: readonly (readonly Content[])[]): string[] => {
  const reading = parse(rows)
  return 'problems' in reading ? reading.problems.map((problem) => `${problem.cell} ${problem.en}`) : []
}

describe('reading', () => {
  it('takes all columns in English', () => {
    expect(
      parse([
        header,
        ['org.x', 'Đảng ủy xã X', 'xa', 'territorial', null, 7, '01/07/2025', { kind: 'date', value: 46081 }, 'xã X; X.X ;; Xã X'],
        unit('org.y', 'Tổ Y', 'to', 'other', 'ORG.X'),
      ]),
    ).toEqual({
      units: [
        {
          code: 'org.x',
          name: 'Đảng ủy xã X',
          kind: 'xa',
          line: 'territorial',
          parent: null,
          rank: 7,
          validFrom: '2025-07-01',
          validTo: '2026-02-28',
          aliases: ['xã X', 'X.X'],
        },
        { code: 'org.y', name: 'Tổ Y', kind: 'to', line: 'other', parent: 'org.x', rank: 2, validFrom: null, validTo: null, aliases: [] },
      ],
    })
  })

  it('takes Vietnamese headings in any order, without tones, below a title, and codes typed as numbers', () => {
    const rows = [
      ['DANH SÁCH ĐƠN VỊ'],
      [null],
      ['STT', 'Tên đơn vị', 'MA DON VI', 'Nguồn', 'Loại:'],
      [1, 'Đảng ủy phường Phố Hiến', 11953, 'Địa bàn', 'phuong'],
      [2, 'LĐLĐ tỉnh', 'ldld', 'Công đoàn', 'ldld'],
      [null, ' ', null, null, null],
    ]
    expect(parse(rows)).toMatchObject({
      units: [
        { code: '11953', name: 'Đảng ủy phường Phố Hiến', line: 'territorial', rank: 1 },
        { code: 'ldld', line: 'federation', rank: 2 },
      ],
    })
  })

  it('decodes legacy fonts and 1904 dates, and passes over hidden sheets', () => {
    const book = workbookOf(
      [header, ['a', { value: 'X· Diªn Hµ', fontName: '.VnTime' }, 'xa', 'territorial', null, null, { kind: 'date', value: 44619 }]],
      { date1904: true },
    )
    const hidden = { ...workbookOf([header, unit('old', 'Cũ', 'xa', 'other')]).sheets[0]!, visibility: 'hidden' as const }
    expect(parseUnitList({ ...book, sheets: [hidden, ...book.sheets] })).toMatchObject({
      units: [{ code: 'a', name: 'Xã Diên Hà', validFrom: '2026-02-28' }],
    })
  })

  it('lets a name pass to a successor and a parent stand in the workspace', () => {
    const rows = [
      header,
      ['a', 'Xã A', 'xa', 'territorial', 'org.top', 1, null, '30/06/2025', null],
      ['b', 'Xã A', 'xa', 'territorial', 'org.top', 1, '01/07/2025', null, null],
    ]
    expect(parse(rows, new Set(['org.top']))).toMatchObject({ units: [{ code: 'a' }, { code: 'b', parent: 'org.top' }] })
  })
})

describe('refusing, with the cell', () => {
  const good = unit('a', 'Xã A', 'xa', 'territorial')
  it.each<[string, Content[][], string, RegExp]>([
    ['an unknown line', [unit('a', 'Xã A', 'xa', 'thuế')], 'D2', /line "thuế".*territorial \(địa bàn\)/],
    ['a code used twice', [good, unit('A', 'Xã B', 'xa', 'territorial')], 'A3', /"A" is already at A2/],
    [
      'a name used twice, however typed',
      [good, unit('b', 'XÃ A'.normalize('NFD'), 'xa', 'territorial')],
      'B3',
      /already names the unit at B2/,
    ],
    [
      'an alias that is a name',
      [good, ['b', 'Xã B', 'xa', 'territorial', null, null, null, null, 'B; Xã A']],
      'I3',
      /"Xã A" already names/,
    ],
    ['a parent that is nowhere', [unit('a', 'Xã A', 'xa', 'territorial', 'org.top')], 'E2', /no parent unit with the code "org.top"/],
    ['its own parent', [unit('a', 'Xã A', 'xa', 'territorial', 'a')], 'E2', /leads back/],
    ['parents in a circle', [unit('a', 'Xã A', 'xa', 'territorial', 'b'), unit('b', 'Xã B', 'xa', 'territorial', 'a')], 'E2', /leads back/],
    ['a bad day', [unit('a', 'Xã A', 'xa', 'territorial', null, 1, '31/06/2025')], 'G2', /"31\/06\/2025"/],
    ['a number as a day', [unit('a', 'Xã A', 'xa', 'territorial', null, 1, 2025)], 'G2', /cannot be read/],
    [
      'days the wrong way round',
      [unit('a', 'Xã A', 'xa', 'territorial', null, 1, '01/07/2025', '30/06/2025')],
      'H2',
      /before the first day/,
    ],
    ['a rank that is no count', [unit('a', 'Xã A', 'xa', 'territorial', null, 1.5)], 'F2', /rank/],
    ['a code with marks', [unit('xã a', 'Xã A', 'xa', 'territorial')], 'A2', /plain letters/],
    ['a missing name', [unit('a', null, 'xa', 'territorial')], 'B2', /name is empty/],
    ['an error cell', [unit('a', { kind: 'error', value: '#N/A' }, 'xa', 'territorial')], 'B2', /#N\/A/],
    ['a formula without result', [unit('a', { formula: 'A1', withoutResult: true }, 'xa', 'territorial')], 'B2', /=A1/],
  ])('%s', (_, rows, cell, words) => {
    const found = places([header, ...rows])
    expect(found[0]).toMatch(new RegExp(`^${cell} `))
    expect(found[0]).toMatch(words)
    expect(found.join()).not.toMatch(/\{\w+\}|undefined/)
  })

  it('a sheet without header, with a column missing or twice, or without rows', () => {
    expect(places([['a', 'b']])).toEqual([expect.stringMatching(/^ there is no header row/)])
    expect(places([])).toEqual([expect.stringMatching(/no header row/)])
    expect(
      places([
        ['Mã', 'Tên', 'Loại'],
        ['a', 'Xã A', 'xa'],
      ]),
    ).toEqual(['A1 the column line is missing.'])
    expect(places([['code', 'name', 'kind', 'line', 'Mã']])).toEqual(['E1 the column code stands twice (first at A1).'])
    expect(places([header])).toEqual(['A1 there is no unit below the header row.'])
  })

  it('names every cell, and refuses with the first', () => {
    const reading = parse([header, unit('a', 'Xã A', 'xa', 'thuế'), unit('b', null, 'xa', 'other')])
    const problems = 'problems' in reading ? reading.problems : []
    expect(problems.map((problem) => `${problem.sheet}!${problem.cell}`)).toEqual(['Đơn vị!D2', 'Đơn vị!B3'])
    const error = refuseUnitList(problems)
    expect(error.code).toBe('unit_list.invalid')
    expect(fillText(errorTexts[error.code], 'vi', error.params)).toContain('có 2 ô cần sửa. Trước hết: Đơn vị!D2: chưa rõ nguồn "thuế"')
    expect(fillText(errorTexts[error.code], 'en', error.params)).not.toMatch(/\{\w+\}/)
  })
})

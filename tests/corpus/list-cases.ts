import type { PlainSheet } from '../../shared/domain/workbook.ts'
import { encodeTcvn3 } from '../../shared/vietnamese/tcvn3.ts'
import { plainSheet, plainWorkbook, type Written } from '../kit/plain-workbook.ts'
import { seededRandom } from '../kit/seeded-random.ts'
import { placed, value, type AwkwardCase } from './awkward-case.ts'
import { longTable, pick, programme, shuffled, wideTable, type Built, type Random, type Truth } from './build-tables.ts'
import { fieldVariants, indicatorVariants, nearMisses } from './label-variants.ts'
import { labelManners, numberManners } from './writing-manners.ts'

const codes = programme.fields.map(({ code }) => code)
const someCodes = (random: Random, count: number): string[] => {
  const chosen = new Set(shuffled(random, codes).slice(0, count))
  return codes.filter((code) => chosen.has(code))
}

type Made = Omit<AwkwardCase, 'id' | 'kind' | 'workbook'> & { sheets: readonly PlainSheet[] }
const made = ({ sheet, truth }: Built, wanted: AwkwardCase['wanted'] = 'all', rest: Partial<Made> = {}): Made => ({
  sheets: [sheet],
  truth,
  wanted,
  ...rest,
})

/** Every kind of awkwardness, and how many workbooks of it are made. */
const kinds: readonly (readonly [kind: string, count: number, make: (random: Random, index: number) => Made])[] = [
  ...Object.entries(labelManners).map(
    ([manner, label]) =>
      [
        `labels: ${manner}`,
        7,
        (random: Random, index: number) => made(longTable({ random, label, codes: someCodes(random, 14), grouped: index % 2 === 0 })),
      ] as const,
  ),
  ...Object.entries(numberManners).map(
    ([manner, number]) =>
      [`numbers: ${manner}`, 3, (random: Random) => made(longTable({ random, number, codes: someCodes(random, 10) }))] as const,
  ),
  ['columns: previous, in the period, cumulative', 12, spans],
  ['columns: moved and other heads', 12, otherHeads],
  ['columns: plan beside result', 6, planned],
  ['columns: months and their sum', 5, months],
  ['columns: hamlets and their sum', 5, hamlets],
  [
    'rows: missing, blank and of its own',
    14,
    (random) => made(longTable({ random, codes: someCodes(random, 16), own: 4, blankRows: true, grouped: random() < 0.5 })),
  ],
  ['rows: under headings by dashes', 8, dashed],
  ['rows: labels merged downwards', 6, mergedLabels],
  ['rows: near words beside the true ones', nearMisses.length, nearMiss],
  ['rows: the same label twice', 6, twice],
  ['table: totals and done with a percentage', 16, pairs],
  ['table: runs to the right under merged heads', 14, (random) => made(wideTable(random))],
  ['table: by sector', 8, sectors],
  ['table: without any head', 6, (random) => made(headless(random))],
  ['table: two side by side', 5, sideBySide],
  ['table: two below each other', 5, stacked],
  ['sheets: renamed, second of three', 6, secondSheet],
  ['sheets: an old copy hidden', 6, hiddenCopy],
  ['rows and columns hidden', 5, hiddenRows],
  ['two units in one file: rows', 5, twoUnits],
  ['two units in one file: sheets', 5, (random, index) => twoTitles(random, index, 'sheets')],
  ['two units in one file: one below the other', 5, (random, index) => twoTitles(random, index, 'stacked')],
  ['fonts that do not tell', 5, silentFont],
]

/** The whole corpus, the same in every run. */
export function listCases(): AwkwardCase[] {
  return kinds.flatMap(([kind, count, make], at) =>
    Array.from({ length: count }, (_, index): AwkwardCase => {
      const { sheets, ...rest } = make(seededRandom(at * 1_000 + index + 1), index)
      return { id: `${kind} #${index + 1}`, kind, workbook: plainWorkbook(sheets), ...rest }
    }),
  )
}

function spans(random: Random): Made {
  const cumulative = pick(random, ['Lũy kế từ đầu năm', 'Lũy kế', 'Cộng dồn đến nay', 'Lũy kế 6 tháng đầu năm 2026'])
  const values = shuffled(random, [
    [pick(random, ['Kỳ trước', 'Cùng kỳ năm trước', 'Kỳ báo cáo trước liền kỳ trước']), false],
    [pick(random, ['Trong kỳ', 'Phát sinh trong kỳ', 'Trong quý II']), false],
    [cumulative, true],
  ] as const)
  return made(longTable({ random, values, codes: someCodes(random, 12) }))
}

function otherHeads(random: Random): Made {
  const heads = {
    number: pick(random, ['STT', 'TT', 'Số TT', null]),
    label: pick(random, ['Nội dung', 'Chỉ tiêu', 'Nội dung chỉ tiêu', 'Danh mục', 'Tiêu chí']),
    unit: pick(random, ['Đơn vị tính', 'ĐVT', null]),
    note: pick(random, ['Ghi chú', null]),
  }
  if (heads.number === null && heads.unit === null) heads.unit = 'ĐVT'
  const values = [
    [pick(random, ['Số lượng', 'Kết quả', 'Số liệu', 'Kết quả thực hiện', 'Kết quả 6 tháng đầu năm 2026', 'Đến ngày 14/6/2026']), true],
  ] as const
  return made(
    longTable({ random, heads, values, left: 1 + Math.floor(random() * 3), codes: someCodes(random, 14), grouped: random() < 0.5 }),
  )
}

function planned(random: Random): Made {
  return made(
    longTable({
      random,
      codes: someCodes(random, 12),
      values: [
        ['Kế hoạch năm', false],
        ['Thực hiện', true],
        ['So với cùng kỳ', false],
      ],
    }),
  )
}

function months(random: Random): Made {
  return made(
    longTable({
      random,
      codes: someCodes(random, 8),
      values: [
        ['Tháng 1', false],
        ['Tháng 2', false],
        ['Tháng 3', false],
        ['Lũy kế', true],
      ],
    }),
  )
}

function hamlets(random: Random): Made {
  return made(
    longTable({
      random,
      codes: someCodes(random, 8),
      values: [
        ['Thôn Đông', false],
        ['Thôn Đoài', false],
        ['Thôn Trung', false],
        ['Cộng', true],
      ],
    }),
    'all',
    {
      rules: ['M21'],
    },
  )
}

/** "1. Đoàn viên công đoàn / - Tổng số / - Được tuyên truyền". */
function dashed(random: Random): Made {
  const groups = [
    [
      'Đoàn viên công đoàn',
      [
        ['Tổng số', 'um_total'],
        ['Được tuyên truyền, phổ biến', 'um_informed'],
        ['Được kết nạp Đảng', 'um_admitted'],
      ],
    ],
    [
      'Công nhân lao động tại doanh nghiệp',
      [
        ['Tổng số', 'w_total'],
        ['Được học tập, quán triệt', 'w_informed'],
        ['Nâng cao tay nghề', 'w_upskilled'],
      ],
    ],
    [
      'Công đoàn cơ sở',
      [
        ['Tổng số', 'ub_total'],
        ['Khu vực nhà nước', 'ub_state'],
        ['Ngoài khu vực nhà nước', 'ub_nonstate'],
        ['Nơi có nguồn', 'ub_with_source'],
      ],
    ],
    [
      'Doanh nghiệp',
      [
        ['Tổng số', 'ent_total'],
        ['Nhà nước', 'ent_state'],
        ['Ngoài nhà nước', 'ent_nonstate'],
        ['Tổ chức đối thoại', 'ent_dialogue'],
      ],
    ],
    [
      'Cán bộ công đoàn',
      [
        ['Tổng số', 'uc_total'],
        ['Được tập huấn, bồi dưỡng', 'uc_trained'],
      ],
    ],
  ] as const
  const bullet = pick(random, ['- ', '+ ', '• '])
  const rows: Written[][] = [['BÁO CÁO'], ['STT', 'Nội dung', 'Kết quả']]
  const truth: Truth = {}
  for (const [index, [group, fields]] of shuffled(random, groups).entries()) {
    rows.push([`${index + 1}`, group])
    for (const [label, code] of fields) {
      const count = 1 + Math.floor(random() * 900)
      rows.push([null, `${bullet}${label}`, count])
      truth[code] = placed('BC', rows.length, 3, value(count))
    }
  }
  return { sheets: [plainSheet('BC', rows)], truth, wanted: 'all' }
}

function mergedLabels(random: Random): Made {
  const rows: Written[][] = [['TT', 'Nội dung', 'Chi tiết chỉ tiêu', 'Số lượng']]
  const merges: string[] = []
  const truth: Truth = {}
  const groups = [
    [
      'Đoàn viên công đoàn',
      [
        ['Tổng số', 'um_total'],
        ['Được tuyên truyền', 'um_informed'],
      ],
    ],
    [
      'CĐCS',
      [
        ['Tổng số', 'ub_total'],
        ['Khu vực nhà nước', 'ub_state'],
        ['Ngoài NN', 'ub_nonstate'],
      ],
    ],
    [
      'Doanh nghiệp',
      [
        ['Tổng số', 'ent_total'],
        ['Nhà nước', 'ent_state'],
        ['Có tổ chức công đoàn', 'ent_union'],
      ],
    ],
  ] as const
  for (const [index, [group, fields]] of shuffled(random, groups).entries()) {
    merges.push(`A${rows.length + 1}:A${rows.length + fields.length}`, `B${rows.length + 1}:B${rows.length + fields.length}`)
    for (const [at, [label, code]] of fields.entries()) {
      const count = 1 + Math.floor(random() * 900)
      rows.push([at === 0 ? index + 1 : null, at === 0 ? group : null, label, count])
      truth[code] = placed('S', rows.length, 4, value(count))
    }
  }
  return { sheets: [plainSheet('S', rows, { merges })], truth, wanted: 'all' }
}

/** A true table without the tempting field, and the near word in it. */
function nearMiss(random: Random, index: number): Made {
  const [label, tempted] = nearMisses[index]!
  const { sheet, truth } = longTable({ random, codes: someCodes(random, 8).filter((code) => code !== tempted), titles: [] })
  const row = 2 + Object.keys(truth).length
  const added = plainSheet('Sheet1', [[99, label, 'người', 77]], { top: row }).cells
  return { sheets: [{ ...sheet, cells: [...sheet.cells.filter((cell) => cell.row < row), ...added] }], truth, wanted: 'all' }
}

function twice(random: Random): Made {
  const code = pick(random, codes)
  const label = fieldVariants[code]![0]!
  const rows = [
    ['TT', 'Chỉ tiêu', 'Số lượng'],
    [1, label, 5],
    [2, label, 7],
  ]
  return { sheets: [plainSheet('S', rows)], truth: {}, wanted: 'none' }
}

function pairs(random: Random): Made {
  const chosen = shuffled(random, indicatorVariants)
  const used = new Set<string>()
  const rows: Written[][] = [
    ['TT', 'Chỉ tiêu', pick(random, ['Tổng số', 'Mẫu số']), pick(random, ['Đã thực hiện', 'Thực hiện', 'Tử số']), 'Tỷ lệ (%)'],
  ]
  const truth: Truth = {}
  let differs = false
  for (const [label, numerator, denominator] of chosen) {
    if (used.has(denominator)) continue
    used.add(denominator)
    const total = 100 + Math.floor(random() * 900)
    const done = Math.floor(total * (0.4 + random() * 0.6))
    const wrong = random() < 0.2
    differs ||= wrong
    rows.push([used.size, label, total, done, wrong ? '12%' : { kind: 'number', value: done / total, numberFormat: '0.0%' }])
    truth[denominator] = placed('S', rows.length, 3, value(total))
    truth[numerator] = placed('S', rows.length, 4, value(done))
  }
  return { sheets: [plainSheet('S', rows)], truth, wanted: 'all', ...(differs ? { rules: ['M22'] } : {}) }
}

function sectors(random: Random): Made {
  const [state, other] = random() < 0.5 ? (['Nhà nước', 'Ngoài nhà nước'] as const) : (['Khu vực nhà nước', 'Khu vực ngoài NN'] as const)
  const lines = shuffled(random, [
    ['Số CĐCS', 'ub_state', 'ub_nonstate', 'ub_total'],
    ['CĐCS có quy chế dân chủ', 'ub_state_dr', 'ub_nonstate_dr', null],
    ['Số doanh nghiệp', 'ent_state', 'ent_nonstate', 'ent_total'],
  ] as const)
  const rows: Written[][] = [['TT', 'Chỉ tiêu', state, other, 'Cộng']]
  const truth: Truth = {}
  for (const [label, first, second, sum] of lines) {
    const [a, b] = [Math.floor(random() * 90), Math.floor(random() * 90)]
    rows.push([rows.length, label, a, b, a + b])
    truth[first] = placed('S', rows.length, 3, value(a))
    truth[second] = placed('S', rows.length, 4, value(b))
    if (sum !== null) truth[sum] = placed('S', rows.length, 5, value(a + b))
  }
  return { sheets: [plainSheet('S', rows)], truth, wanted: 'all' }
}

function headless(random: Random): Built {
  const truth: Truth = {}
  const rows = someCodes(random, 10).map((code, index): Written[] => {
    const count = Math.floor(random() * 900)
    truth[code] = placed('S', index + 1, 2, value(count))
    return [pick(random, fieldVariants[code]!), count]
  })
  return { sheet: plainSheet('S', rows), truth }
}

function sideBySide(random: Random): Made {
  const chosen = someCodes(random, 12)
  const first = longTable({
    random,
    name: 'S',
    codes: chosen.slice(0, 6),
    titles: [],
    heads: { number: 'TT', label: 'Chỉ tiêu', unit: null, note: null },
  })
  const second = longTable({
    random,
    name: 'S',
    codes: chosen.slice(6),
    titles: [],
    left: 5,
    heads: { number: 'TT', label: 'Chỉ tiêu', unit: null, note: null },
  })
  const cells = [...first.sheet.cells.filter(({ row }) => row <= 7), ...second.sheet.cells]
  return { sheets: [{ ...first.sheet, cells }], truth: { ...first.truth, ...second.truth }, wanted: 'all' }
}

function stacked(random: Random): Made {
  const chosen = someCodes(random, 12)
  const first = longTable({ random, name: 'S', codes: chosen.slice(0, 6), titles: ['I. Số liệu thứ nhất'] })
  const last = Math.max(...first.sheet.cells.map(({ row }) => row))
  const second = longTable({
    random,
    name: 'S',
    codes: chosen.slice(6),
    titles: [...Array.from({ length: last }, () => ''), 'II. Số liệu thứ hai'],
  })
  const cells = [...first.sheet.cells, ...second.sheet.cells.filter(({ row }) => row > last)]
  return { sheets: [{ ...first.sheet, cells }], truth: { ...first.truth, ...second.truth }, wanted: 'all' }
}

function secondSheet(random: Random, index: number): Made {
  const { sheet, truth } = longTable({ random, name: 'BiÓu sè 2', codes: someCodes(random, 12) })
  const other = plainSheet('Bìa', [['ĐẢNG ỦY XÃ TIÊN LA'], ['BÁO CÁO'], ['Kính gửi: Ban Tuyên giáo và Dân vận Tỉnh ủy']])
  const notes = plainSheet('Thuyết minh', [['Số liệu tính đến ngày 14/6/2026'], ['Một số nội dung cần lưu ý khi đọc biểu']])
  return { sheets: index % 2 === 0 ? [other, sheet, notes] : [notes, other, sheet], truth, wanted: 'all' }
}

/** The same table of last year is still in the file, hidden. */
function hiddenCopy(random: Random, index: number): Made {
  const chosen = someCodes(random, 10)
  const now = longTable({ random, name: 'Kỳ này', codes: chosen })
  const old = longTable({ random, name: 'Cũ', codes: chosen })
  return {
    sheets: [{ ...old.sheet, visibility: index % 2 === 0 ? 'hidden' : 'very_hidden' }, now.sheet],
    truth: now.truth,
    wanted: 'all',
  }
}

function hiddenRows(random: Random): Made {
  const { sheet, truth } = longTable({ random, codes: someCodes(random, 10) })
  const rows = [...new Set(Object.values(truth).map(({ cell }) => Number(cell.replace(/\D/g, ''))))].slice(0, 2)
  return { sheets: [{ ...sheet, hiddenRows: rows }], truth, wanted: 'all', rules: ['M7'] }
}

/** Two communes in one table: whose figures are they? */
function twoUnits(random: Random): Made {
  const { sheet } = wideTable(random, 'S')
  const second = sheet.cells
    .filter(({ row }) => row === 6)
    .map((cell) => ({ ...cell, row: 7, value: cell.column === 2 ? 'Xã Tiên Lữ' : cell.value }))
  return { sheets: [{ ...sheet, cells: [...sheet.cells, ...second] }], truth: {}, wanted: 'none' }
}

const neighbours = [
  ['Xã Tiên La', 'Xã Tiên Lữ'],
  ['ĐẢNG ỦY XÃ TIÊN HƯNG', 'ĐẢNG ỦY XÃ BẮC TIÊN HƯNG'],
  ['UBND phường Phố Hiến', 'UBND phường Hồng Châu'],
  ['Đảng ủy xã Hưng Hà', 'Đảng ủy xã Long Hưng'],
  ['Đơn vị báo cáo: xã Diên Hà', 'Đơn vị báo cáo: xã Thần Khê'],
] as const

/** The same table of two communes, each under its name; half of them without one row in common. */
function twoTitles(random: Random, index: number, how: 'sheets' | 'stacked'): Made {
  const chosen = someCodes(random, 12)
  const both = index % 2 === 0 ? [chosen, chosen] : [chosen.slice(0, 6), chosen.slice(6)]
  const [first, second] = both.map(
    (codes, at) => longTable({ random, name: `B${how === 'sheets' ? at : ''}`, codes, titles: [neighbours[index]![at]!] }).sheet,
  )
  if (how === 'sheets') return { sheets: [first!, second!], truth: {}, wanted: 'none' }
  const last = Math.max(...first!.cells.map(({ row }) => row)) + 1
  return {
    sheets: [{ ...first!, cells: [...first!.cells, ...second!.cells.map((cell) => ({ ...cell, row: cell.row + last }))] }],
    truth: {},
    wanted: 'none',
  }
}

/** TCVN3 bytes in a font that does not say so: nothing is certain before a person saw it. */
function silentFont(random: Random): Made {
  const label = (text: string): Written => ({ kind: 'text', value: encodeTcvn3(text.normalize('NFC')), fontName: 'Arial' })
  const { truth, sheet } = longTable({ random, label, codes: someCodes(random, 12), titles: [] })
  return { sheets: [sheet], truth, wanted: 'safe' }
}

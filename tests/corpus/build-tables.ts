import type { Field } from '../../shared/domain/programme.ts'
import type { PlainSheet } from '../../shared/domain/workbook.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { plainSheet, type Written } from '../kit/plain-workbook.ts'
import { placed, type AwkwardCase } from './awkward-case.ts'
import { fieldVariants, ownRows } from './label-variants.ts'
import { numberManners, labelManners, type Manner, type NumberManner } from './writing-manners.ts'

export const programme = bundledProgramme()
export const fieldOf = (code: string): Field => programme.fields.find((field) => field.code === code)!

export type Random = () => number
export const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
export const shuffled = <Item>(random: Random, items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)

export type Truth = Record<string, AwkwardCase['truth'][string]>
export type Built = { sheet: PlainSheet; truth: Truth }

const units: Readonly<Record<Field['unitOfCount'], string>> = {
  person: 'người',
  turn: 'lượt người',
  union: 'CĐCS',
  enterprise: 'doanh nghiệp',
  entity: 'đơn vị',
  agreement: 'bản',
  session: 'cuộc',
  case: 'vụ',
  day: 'ngày',
}

export type LongTable = {
  name?: string
  codes?: readonly string[]
  label?: Manner
  number?: NumberManner
  /** Title lines above; notes and signature below. */
  titles?: readonly string[]
  /** Heads of the value columns; `true` marks the column whose figure counts. */
  values?: readonly (readonly [head: string, counts: boolean])[]
  heads?: { number: string | null; label: string; unit: string | null; note: string | null }
  grouped?: boolean
  own?: number
  blankRows?: boolean
  left?: number
  seed?: number
  random: Random
}

export const titles = [
  'ĐẢNG ỦY XÃ TIÊN LA',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'BÁO CÁO SỐ LIỆU THỰC HIỆN CHỈ THỊ SỐ 58-CT/TW VỀ TUYÊN TRUYỀN, GIÁO DỤC CÔNG NHÂN',
  '(6 tháng đầu năm 2026)',
]
const signatures = ['Tiên La, ngày 15 tháng 6 năm 2026', 'NGƯỜI LẬP BIỂU', 'Nguyễn Văn An']

/** One row per field, the value columns to the right: what nearly every office makes. */
export function longTable(options: LongTable): Built {
  const { random, name = 'Sheet1', label = labelManners['plain']!, number = numberManners['number']!, left = 1 } = options
  const codes = options.codes ?? programme.fields.map(({ code }) => code)
  const values = options.values ?? [['Số lượng', true]]
  const heads = options.heads ?? { number: 'TT', label: 'Chỉ tiêu', unit: 'ĐVT', note: 'Ghi chú' }
  const before = (first: Written, name: Written, unit: Written): Written[] => [
    ...(heads.number === null ? [] : [first]),
    name,
    ...(heads.unit === null ? [] : [unit]),
  ]
  const rows: Written[][] = (options.titles ?? titles).map((title) => [title])
  rows.push([
    ...before(heads.number, heads.label, heads.unit),
    ...values.map(([head]) => head),
    ...(heads.note === null ? [] : [heads.note]),
  ])
  const truth: Truth = {}
  const firstValue = before(null, null, null).length
  let numbered = 0
  let group = ''
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']
  let groups = 0
  for (const code of codes) {
    const field = fieldOf(code)
    if (options.grouped === true && field.group !== group) {
      group = field.group
      numbered = 0
      rows.push(before(roman[groups++]!, programme.fieldGroups.find((one) => one.code === group)!.label.vi, null))
    }
    if (options.blankRows === true && random() < 0.15) rows.push([])
    const counts = values.map(() => 10 + Math.floor(random() * 4_000))
    const counted = values.findIndex(([, isCounted]) => isCounted)
    const { written, reading } = number(counts[counted]!, field.unitOfCount)
    const variants = fieldVariants[code]!
    rows.push([
      ...before(++numbered, label(pick(random, variants)), units[field.unitOfCount]),
      ...counts.map((count, at) => (at === counted ? written : count)),
    ])
    truth[code] = placed(name, rows.length, left + firstValue + counted, reading)
  }
  for (const own of shuffled(random, ownRows).slice(0, options.own ?? 0))
    rows.push([...before(++numbered, own, 'hộ'), ...values.map(() => Math.floor(random() * 500))])
  rows.push([], ...signatures.map((line): Written[] => [...before(null, null, null).map(() => null), line]))
  return { sheet: plainSheet(name, rows, { left }), truth }
}

/** Fields in heads of two rows, one row of figures. */
export function wideTable(random: Random, name = 'Biểu 2', rowLabel = 'Xã Tiên La'): Built {
  const groups = [
    [
      'Đoàn viên công đoàn',
      [
        ['Tổng số', 'um_total'],
        ['Được tuyên truyền, phổ biến', 'um_informed'],
        ['Đã kết nạp Đảng', 'um_admitted'],
      ],
    ],
    [
      'Công nhân lao động',
      [
        ['Tổng số', 'w_total'],
        ['Được tuyên truyền', 'w_informed'],
        ['Học tập nâng cao tay nghề', 'w_upskilled'],
      ],
    ],
    [
      'Công đoàn cơ sở',
      [
        ['Tổng số', 'ub_total'],
        ['Khu vực nhà nước', 'ub_state'],
        ['Ngoài nhà nước', 'ub_nonstate'],
        ['Đơn vị sự nghiệp', 'ub_psu'],
      ],
    ],
    [
      'Doanh nghiệp',
      [
        ['Tổng số', 'ent_total'],
        ['Nhà nước', 'ent_state'],
        ['Ngoài NN', 'ent_nonstate'],
        ['Có tổ chức CĐ', 'ent_union'],
      ],
    ],
  ] as const
  const chosen = shuffled(random, groups).slice(0, 2 + Math.floor(random() * 3))
  const upper: Written[] = ['TT', 'Đơn vị']
  const lower: Written[] = [null, null]
  const figures: Written[] = [1, rowLabel]
  const merges = ['A4:A5', 'B4:B5']
  const truth: Truth = {}
  for (const [group, fields] of chosen) {
    const from = upper.length + 1
    for (const [head, code] of fields) {
      upper.push(upper.length + 1 === from ? group : null)
      lower.push(head)
      const count = 10 + Math.floor(random() * 900)
      figures.push(count)
      truth[code] = placed(name, 6, figures.length, { state: 'value', value: count })
    }
    const letter = (column: number): string => String.fromCharCode(64 + column)
    merges.push(`${letter(from)}4:${letter(upper.length)}4`)
  }
  return { sheet: plainSheet(name, [['ĐẢNG ỦY XÃ TIÊN LA'], ['BIỂU SỐ LIỆU'], [], upper, lower, figures], { merges }), truth }
}

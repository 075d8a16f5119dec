import type { SourceLine } from '../domain/programme.ts'
import { searchFold } from '../vietnamese/text-key.ts'

/** Columns of a list of units, in the order a person expects them. */
export const unitColumns = ['code', 'name', 'kind', 'line', 'parent', 'rank', 'valid_from', 'valid_to', 'aliases'] as const
export type UnitColumn = (typeof unitColumns)[number]
export const requiredUnitColumns = ['code', 'name', 'kind', 'line'] as const satisfies readonly UnitColumn[]

/** Headings are compared without tones, case and underscores: a list typed in a hurry is still a list. */
const fold = (heading: string): string =>
  searchFold(heading.replace(/_/g, ' '))
    .replace(/[*:().]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const headings: Readonly<Record<UnitColumn, readonly string[]>> = {
  code: ['code', 'mã', 'mã đơn vị', 'mã số'],
  name: ['name', 'tên', 'tên đơn vị', 'đơn vị'],
  kind: ['kind', 'loại', 'loại đơn vị', 'loại hình'],
  line: ['line', 'nguồn', 'nguồn số liệu', 'khối', 'tuyến', 'tuyến báo cáo'],
  parent: ['parent', 'cấp trên', 'đơn vị cấp trên', 'mã cấp trên', 'mã đơn vị cấp trên'],
  rank: ['rank', 'thứ tự', 'số thứ tự', 'stt', 'tt'],
  valid_from: ['valid_from', 'từ ngày', 'hiệu lực từ', 'hiệu lực từ ngày'],
  valid_to: ['valid_to', 'đến ngày', 'hiệu lực đến', 'hiệu lực đến ngày'],
  aliases: ['aliases', 'alias', 'tên khác', 'tên gọi khác'],
}
const columnOfHeading = new Map(unitColumns.flatMap((column) => headings[column].map((heading) => [fold(heading), column] as const)))

const lineWords: Readonly<Record<SourceLine, readonly string[]>> = {
  territorial: ['territorial', 'địa bàn', 'xã, phường', 'xã phường', 'cấp xã'],
  federation: ['federation', 'công đoàn', 'liên đoàn lao động'],
  government: ['government', 'chính quyền', 'ủy ban nhân dân', 'ubnd'],
  front: ['front', 'mặt trận', 'mặt trận tổ quốc', 'mttq'],
  advisory: ['advisory', 'tham mưu', 'cơ quan tham mưu'],
  other: ['other', 'khác'],
}
const lineOfWord = new Map(
  (Object.keys(lineWords) as SourceLine[]).flatMap((line) => lineWords[line].map((word) => [fold(word), line] as const)),
)

export const findUnitColumn = (heading: string): UnitColumn | undefined => columnOfHeading.get(fold(heading))
export const findLine = (word: string): SourceLine | undefined => lineOfWord.get(fold(word))

/** What may stand in the column of lines, for a message: `territorial (địa bàn), …`. */
export const lineChoices = Object.entries(lineWords)
  .map(([line, words]) => `${line} (${words[1]})`)
  .join(', ')

import { expect, it } from 'vitest'
import type { LayoutMapping, MappingProposal } from '../../../shared/domain/layout-mapping.ts'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { profileCounts } from '../../../shared/vietnamese/profile-counts.ts'
import { readCount } from '../../../shared/vietnamese/read-count.ts'
import { voteEncoding } from '../../../shared/vietnamese/vote-encoding.ts'

const cell = (value: string): PlainCell => ({ row: 1, column: 3, kind: 'text', value, numberFormat: 'General', fontName: 'Arial' })

it('what a column suggests is the reading of a proposal, and a kept reading goes into readCount as it is', () => {
  const column = ['1,234', '2,345,678', 'kh«ng ph¸t sinh'].map(cell)
  const texts = ['Liªn ®oµn Lao ®éng tØnh', 'c«ng ®oµn c¬ së', 'kh«ng ph¸t sinh']
  const suggested: MappingProposal['reading'] = {
    encoding: voteEncoding(texts).suggestion,
    separators: profileCounts(column).separators,
  }
  const kept: LayoutMapping = { inputs: [], reading: suggested }
  expect(column.map((each) => readCount(each, kept.reading).reading)).toEqual([
    { state: 'value', value: 1234 },
    { state: 'value', value: 2_345_678 },
    { state: 'nil', value: null },
  ])
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestCount, type Reading } from '../../../shared/domain/figure.ts'
import { cellAt, decodeColumn, encodeCell, encodeColumn, shortenRaw, type GridCell } from '../../../shared/domain/figures-grid.ts'

const count = fc.integer({ min: 0, max: largestCount })
const raw = fc.string({ unit: 'binary', maxLength: 30 }).map(shortenRaw)
const own: fc.Arbitrary<{ reading: Reading; raw?: string }> = fc.oneof(
  count.map((value) => ({ reading: { state: 'value' as const, value } })),
  fc.constantFrom('nil' as const, 'not_applicable' as const, 'blank' as const).map((state) => ({ reading: { state, value: null } })),
  raw.map((text) => ({ reading: { state: 'unreadable' as const, value: null }, raw: text })),
)
const cell: fc.Arbitrary<GridCell> = fc.oneof(
  fc.constant({ state: 'unsent' as const, value: null }),
  own.map(({ reading, raw: text }) => ({ ...reading, ...(text === undefined ? {} : { raw: text }) })),
  fc.tuple(own, count).map(([{ reading, raw: text }, value]) => ({
    state: 'value' as const,
    value,
    reported: reading,
    ...(text === undefined ? {} : { raw: text }),
  })),
)

describe('a column of the grid', () => {
  it('says after its way what it said before, whatever the cells', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const column = decodeColumn(encodeColumn(cells.map(encodeCell)), cells.length)
        expect(cells.map((_, place) => cellAt(column, place))).toEqual(cells)
      }),
    )
  })

  it('keeps zero, nil, blank and nothing sent apart', () => {
    const column = decodeColumn('0,n,b,,x,u', 6)
    expect(Array.from(column.states)).toEqual([0, 1, 3, 5, 2, 4])
    expect(column.values[0]).toBe(0)
  })

  it.each([
    ['1,2', 3],
    ['1,2', 1],
    ['', 2],
    ['1', 0],
    ['1x', 1],
    ['-1', 1],
    ['n5', 1],
    ['>5', 1],
    ['3>', 1],
    ['3>n', 1],
    ['12345678901234567890', 1],
  ])('refuses what is no column: %s for %i units', (text, units) => {
    expect(() => decodeColumn(text, units)).toThrow(Error)
  })
})

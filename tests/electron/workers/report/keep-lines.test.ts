import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakBefore } from '../../../../electron/workers/report/keep-lines.ts'

const lines = (count: number): number[] => Array.from({ length: count }, () => 19)

describe('where a page ends inside a paragraph', () => {
  it.each([
    ['all lines fit', 4, 80, undefined],
    ['one would be left at the foot', 5, 30, 0],
    ['one would go over of five', 5, 80, 3],
    ['one would go over of three', 3, 40, 0],
    ['two stay and two go over', 4, 40, undefined],
    ['none fits, which ends the page by itself', 4, 10, undefined],
    ['a single line', 1, 30, undefined],
  ])('ST9: %s', (_, count, room, before) => {
    expect(breakBefore(lines(count), room, false, 0)).toBe(before)
  })

  it('ST9: the last two lines go along with what must stand below them', () => {
    expect(breakBefore(lines(20), 400, false, 10)).toBeUndefined()
    expect(breakBefore(lines(20), 400, false, 200)).toBe(18)
    expect(breakBefore(lines(3), 400, false, 380)).toBe(0)
  })

  it('ST9: no line stands alone on either page, and a page is never ended at its top', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 700 }), fc.boolean(), (count, room, isTop) => {
        const before = breakBefore(lines(count), room, isTop, 0)
        const fitting = Math.min(count, Math.floor(room / 19))
        const onFirst = before ?? fitting
        expect(onFirst).toBeLessThanOrEqual(fitting)
        if (isTop) expect(before).not.toBe(0)
        if (isTop && fitting < 4) return
        expect([1, count - 1].includes(onFirst) && count > 1).toBe(false)
      }),
    )
  })
})

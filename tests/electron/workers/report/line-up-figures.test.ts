import { describe, expect, it } from 'vitest'
import { figureStart, lineUpFigures, splitFigure } from '../../../../electron/workers/report/line-up-figures.ts'

describe('figures below one another', () => {
  it.each([
    ['94,7%', '94', ',7%'],
    ['≥ 90%', '≥ 90', '%'],
    ['1,10', '1', ',10'],
    ['4.881*', '4.881', '*'],
    ['+0,4 điểm %', '+0', ',4 điểm %'],
    ['251.523', '251.523', ''],
  ])('ST12: %s', (text, head, tail) => {
    expect(splitFigure(text)).toEqual({ head, tail })
  })

  it.each(['', '–', '…', '104/108', 'Chưa gửi', '06/3/2026', '1,'])('ST12: %s is no figure', (text) => {
    expect(splitFigure(text)).toBeUndefined()
  })

  it('ST12: have their points at the same distance from the left, and end inside the cell', () => {
    const texts = ['94,7%', '1,10', '100%', '…', '8,95%']
    const widthOf = (text: string): number => text.length
    const lineUp = lineUpFigures(
      texts.map((text) => ({ text })),
      widthOf,
    )!
    expect(lineUp).toEqual({ head: 3, tail: 4 })
    for (const align of ['center', 'right'] as const) {
      const figures = texts.flatMap((text) => splitFigure(text) ?? [])
      const starts = figures.map(({ head }) => figureStart(align, 20, lineUp, widthOf(head)))
      expect(new Set(figures.map(({ head }, index) => starts[index]! + widthOf(head))).size).toBe(1)
      expect(Math.max(...figures.map(({ head, tail }, index) => starts[index]! + widthOf(head + tail)))).toBeLessThanOrEqual(20)
    }
  })

  it('ST12: stay where they are when all end alike', () => {
    expect(lineUpFigures([{ text: '12' }, { text: '1.345' }], (text) => text.length)).toBeUndefined()
  })
})

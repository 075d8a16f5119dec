import { describe, expect, it } from 'vitest'
import { dueState } from '../../shared/domain/due-state.ts'
import { cutByMarks, splitSentences } from '../../renderer/features/review/split-sentences.ts'

describe('splitSentences', () => {
  it('ends at a stop or a line break, not inside a number, and leaves blanks out', () => {
    const text = 'Đạt 90.5 %. Tổ chức 03 hội nghị!\n- Hạn chế: chưa đều.  '
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Đạt 90.5 %.',
      'Tổ chức 03 hội nghị!',
      '- Hạn chế: chưa đều.',
    ])
    expect(splitSentences('')).toEqual([])
  })
})

describe('cutByMarks', () => {
  it('cuts at every edge, and the pieces are the text again', () => {
    const marks = [
      { kind: 'copy', start: 2, end: 6 },
      { kind: 'note', start: 4, end: 99 },
    ] as const
    expect(cutByMarks(8, marks)).toEqual([
      { start: 0, end: 2, kinds: [] },
      { start: 2, end: 4, kinds: ['copy'] },
      { start: 4, end: 6, kinds: ['copy', 'note'] },
      { start: 6, end: 8, kinds: ['note'] },
    ])
  })
})

describe('dueState', () => {
  it('says soon two weeks before, overdue the day after, by the day in Vietnam', () => {
    const at = new Date('2026-09-29T18:00:00.000Z')
    expect(['2026-09-29', '2026-09-30', '2026-10-07', '2026-10-08', null].map((day) => dueState(day, at))).toEqual([
      'overdue',
      'soon',
      'soon',
      'later',
      'none',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { draftOf, isExpectedOn, proposalsOn, readDraft, type PeriodDraft } from '../../renderer/features/start/period-drafts.ts'

const half = proposalsOn('2026-05-20', []).proposals[0]!
const draft: PeriodDraft = draftOf(half, half.spans[0])

describe('what is proposed when a period is opened', () => {
  it('is the half-year until July, then the year, and never one that is open already', () => {
    const codeOn = (day: string, known: string[] = []): string => {
      const { proposals, likeliest } = proposalsOn(day, known)
      return proposals[likeliest]!.code
    }
    expect(codeOn('2026-01-02')).toBe('2026-H1')
    expect(codeOn('2026-07-31')).toBe('2026-H1')
    expect(codeOn('2026-08-01')).toBe('2026-CN')
    expect(codeOn('2026-06-30', ['2026-h1'])).toBe('2026-CN')
    expect(codeOn('2026-12-20', ['2026-H1', '2026-CN'])).toBe('2027-H1')
  })

  it('offers both usual spans, due three days after the last', () => {
    expect(half.spans).toEqual([
      { from: '2025-12-15', to: '2026-06-14' },
      { from: '2026-01-01', to: '2026-06-30' },
    ])
    expect(draft).toMatchObject({ from: '15/12/2025', to: '14/06/2026', cutOff: '14/06/2026', dueDay: '17/06/2026', endsYear: false })
    expect(draftOf(half, half.spans[1]).dueDay).toBe('03/07/2026')
    expect(readDraft(draft, []).order).toEqual({
      code: '2026-H1',
      from: '2025-12-15',
      to: '2026-06-14',
      cutOff: '2026-06-14',
      due: '2026-06-17T16:30',
      endsYear: false,
    })
  })
})

describe('what was typed', () => {
  it('is said field by field where it cannot be used', () => {
    const problemsOf = (changes: Partial<PeriodDraft>) => readDraft({ ...draft, ...changes }, ['2025-H1']).problems
    expect(problemsOf({})).toEqual({})
    expect(problemsOf({ code: ' ' })).toEqual({ code: 'code' })
    expect(problemsOf({ code: '2025-h1' })).toEqual({ code: 'known' })
    expect(problemsOf({ from: '31/02/2026' })).toMatchObject({ from: 'day' })
    expect(problemsOf({ to: '01/12/2025' })).toMatchObject({ to: 'order', cutOff: 'outside' })
    expect(problemsOf({ cutOff: '15/06/2026' })).toEqual({ cutOff: 'outside' })
    expect(problemsOf({ dueDay: '17/06/2025' })).toEqual({ dueDay: 'dueEarly' })
    expect(problemsOf({ dueTime: 'chiều' })).toEqual({ dueTime: 'time' })
    expect(readDraft({ ...draft, dueTime: '' }, []).order).toBeUndefined()
  })

  it('counts who exists at the cut-off', () => {
    expect(isExpectedOn({ validFrom: null, validTo: null }, '2026-06-14')).toBe(true)
    expect(isExpectedOn({ validFrom: '2026-06-15', validTo: null }, '2026-06-14')).toBe(false)
    expect(isExpectedOn({ validFrom: null, validTo: '2026-06-13' }, '2026-06-14')).toBe(false)
  })
})

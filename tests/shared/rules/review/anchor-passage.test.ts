import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorPassage, takePassage } from '../../../../shared/rules/review/anchor-passage.ts'
import { periodsRunning } from '../../../../shared/rules/review/count-periods.ts'
import { weighFinding } from '../../../../shared/rules/review/weigh-finding.ts'

const text =
  'Đảng ủy đã ban hành kế hoạch số 12. Tổ chức 03 hội nghị quán triệt. Phân công đồng chí Phó Bí thư phụ trách khu công nghiệp. Tổ chức 03 hội nghị ở doanh nghiệp.'
const pin = (quote: string, from = text) => takePassage(from, from.indexOf(quote), from.indexOf(quote) + quote.length)!

describe('anchorPassage (S4)', () => {
  it('finds the same words wherever they went, whatever the white space', () => {
    const passage = pin('Phân công đồng chí Phó Bí thư')
    const moved = `Mở đầu mới dài hơn.\n${text.replace('đồng chí Phó', 'đồng chí\n  Phó')}`
    const found = anchorPassage(passage, moved)
    expect(found).toMatchObject({ state: 'found' })
    expect(found.state !== 'lost' && moved.slice(found.start, found.end)).toBe('Phân công đồng chí\n  Phó Bí thư')
  })

  it('tells two places with the same words apart by what stands around them, and chooses none when that does not help', () => {
    const passage = pin('Tổ chức 03 hội nghị')
    const later = `Thêm một câu. ${text}`
    expect(anchorPassage(passage, later)).toMatchObject({ state: 'found', start: later.indexOf('Tổ chức 03') })
    expect(anchorPassage({ ...passage, before: '', after: '' }, later)).toEqual({ state: 'lost' })
  })

  it('shows other words between the same surroundings as changed, and says when all is gone', () => {
    const passage = pin('Phân công đồng chí Phó Bí thư phụ trách')
    const edited = text.replace('Phân công đồng chí Phó Bí thư phụ trách', 'Giao đồng chí Bí thư trực tiếp phụ trách')
    const found = anchorPassage(passage, edited)
    expect(found).toMatchObject({ state: 'changed' })
    expect(found.state !== 'lost' && edited.slice(found.start, found.end)).toContain('Giao đồng chí Bí thư')
    expect(anchorPassage(passage, 'Nội dung khác hẳn.')).toEqual({ state: 'lost' })
    expect(anchorPassage(passage, '')).toEqual({ state: 'lost' })
  })

  it('does not take a number or a word that stands somewhere else by chance for the place', () => {
    const passage = pin('12')
    expect(anchorPassage(passage, text.replace('Đảng ủy', 'Ban Thường vụ'))).toMatchObject({ state: 'found' })
    expect(anchorPassage(passage, 'Trong kỳ có 12 doanh nghiệp đối thoại.')).toEqual({ state: 'lost' })
    // A text that is no longer than that is itself.
    expect(anchorPassage(pin('Không', 'Không'), 'Không')).toMatchObject({ state: 'found' })
  })

  it('never gives a place with other words as found: property over edits', () => {
    const words = array(constantFrom('đối', 'thoại', 'với', 'công', 'nhân', '03', 'cuộc', 'hội', 'nghị', 'xã'), {
      minLength: 3,
      maxLength: 40,
    })
    assert(
      property(words, words, nat(), nat(), (before, after, a, b) => {
        const [old, next] = [before.join(' '), after.join(' ')]
        const start = a % old.length
        const end = start + 1 + (b % (old.length - start))
        const passage = takePassage(old, start, end)
        if (!passage) return
        const same = anchorPassage(passage, old)
        // Its own text always has it, unless the same words with the same surroundings stand there twice.
        if (same.state !== 'lost')
          expect([same.start, same.end].map((at) => at)).toEqual([start + lead(passage.quote), end - trail(passage.quote)])
        const found = anchorPassage(passage, next)
        if (found.state === 'found') expect(next.slice(found.start, found.end)).toBe(passage.quote.trim())
      }),
    )
  })
})

const lead = (quote: string): number => quote.length - quote.trimStart().length
const trail = (quote: string): number => quote.length - quote.trimEnd().length

describe('periodsRunning (S5)', () => {
  const periods = [
    { code: '2025', cutOff: '2025-12-14', openedAt: '2025-12-01T00:00:00.000Z' },
    { code: '2026-H1', cutOff: '2026-06-14', openedAt: '2026-06-01T00:00:00.000Z' },
    { code: '2026', cutOff: '2026-12-14', openedAt: '2026-12-01T00:00:00.000Z' },
  ]
  it('counts the period of origin and every later one opened before it was verified', () => {
    expect(periodsRunning(periods, '2025', null)).toEqual(['2025', '2026-H1', '2026'])
    expect(periodsRunning(periods.toReversed(), '2025', '2026-07-01T00:00:00.000Z')).toEqual(['2025', '2026-H1'])
    expect(periodsRunning(periods, '2026', null)).toEqual(['2026'])
    expect(periodsRunning(periods, '2024', null)).toEqual(['2024'])
  })
})

describe('weighFinding (S6)', () => {
  const indicators = [
    { code: 'a', numerator: 'n', denominator: 'd', form: 'percent' },
    { code: 'b', numerator: 'n', denominator: 'e', form: 'ratio' },
  ] as const
  const sums = { a: { numerator: 950, denominator: 1000 }, b: { numerator: 950, denominator: 0 } }
  it('takes the largest move, exactly, and 0 where nothing is known', () => {
    expect(weighFinding({ field: 'n', expected: '100', actual: '150' }, indicators, sums)).toBe(50_000)
    expect(weighFinding({ field: 'd', expected: '900', actual: '1000' }, indicators, { ...sums })).toBe(105_556)
    expect(weighFinding({ field: 'n', expected: '2', actual: '1' }, indicators, { b: { numerator: 1, denominator: 4 } })).toBe(-2500)
    for (const none of [{ expected: null }, { actual: '1..2' }, { field: 'x' }, { field: null }, { actual: '100' }])
      expect(weighFinding({ field: 'n', expected: '100', actual: '150', ...none }, indicators, sums)).toBe(0)
  })
})

import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canUndo, digitOf, listAnswers } from '../../renderer/features/intake/held-answers.ts'
import { printReceivedAt, readReceivedAt } from '../../renderer/features/intake/received-at.ts'
import { writeReceipt, writeUnitMessage } from '../../shared/rules/unit-message.ts'
import type { HeldQuestion } from '../../shared/contract/submissions.ts'
import { choicesFor } from '../../shared/rules/identify-submission.ts'

describe('when a batch came', () => {
  it.each([
    ['17/06/2026 16:30', '2026-06-17T09:30:00.000Z'],
    ['17/6/2026 16h30', '2026-06-17T09:30:00.000Z'],
    ['16:30 ngày 17/06/2026', '2026-06-17T09:30:00.000Z'],
    ['9.05 17-06-2026', '2026-06-17T02:05:00.000Z'],
    ['2026-06-17 07:00', '2026-06-17T00:00:00.000Z'],
    ['17/06/2026', '2026-06-17T16:59:59.999Z'],
  ])('reads %s', (typed, instant) => expect(readReceivedAt(typed)).toBe(instant))

  it.each(['', 'hôm qua', '31/02/2026 09:00', '17/06/2026 25:00', '17/06/26 9:00', '06/2026'])('does not guess at “%s”', (typed) =>
    expect(readReceivedAt(typed)).toBeUndefined(),
  )

  it('reads what it prints, to the minute', () => {
    const minutes = integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2099, 0, 1) / 60_000 })
    assert(
      property(minutes, (minute) => {
        const instant = new Date(minute * 60_000).toISOString()
        expect(readReceivedAt(printReceivedAt(instant))).toBe(instant)
      }),
    )
  })
})

const matter = {
  unit: 'Đảng ủy xã Tiên La',
  file: 'BC.xlsx',
  receivedAt: '2026-06-15T02:00:00.000Z',
  period: '6 tháng đầu năm 2026',
  dueAt: '2026-06-17T09:30:00.000Z',
}

describe('a message to the unit', () => {
  it('[M63] names unit, file and day, what the file really is in words, and what is asked for', () => {
    const reasons = [{ rule: 'M63', params: { format: 'HTML' } }]
    expect(writeUnitMessage({ ...matter, reasons }, 'vi')?.split('\n')).toEqual([
      'Kính gửi Đảng ủy xã Tiên La.',
      'Báo cáo kỳ 6 tháng đầu năm 2026, tệp “BC.xlsx” nhận lúc 09:00 ngày 15/06/2026: tệp thực ra là trang web (HTML) mang tên bảng tính nên chưa đọc được. Đề nghị mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại.',
      'Hạn gửi: 16:30 ngày 17/06/2026.',
      'Trân trọng.',
    ])
  })

  it('[M46] counts in two digits, [M40] leaves the unit out where nobody knows it, [M50] is no matter of the unit', () => {
    const different = [{ rule: 'M46', params: { unit: 'x', figures: 5, texts: 1 } }]
    expect(writeUnitMessage({ ...matter, reasons: different }, 'vi')).toContain('(05 số liệu, 01 phần lời)')
    const unknown = [{ rule: 'M40', params: { name: 'x' } }]
    expect(writeUnitMessage({ ...matter, unit: undefined, reasons: unknown }, 'vi')).not.toContain('Kính gửi')
    expect(writeUnitMessage({ ...matter, reasons: [{ rule: 'M50', params: { reason: 'EIO' } }] }, 'vi')).toBeUndefined()
  })

  it('thanks for a file that arrived, and says that the same was there before', () => {
    const receipt = { ...matter, isDuplicate: false, toCheck: 2 }
    expect(writeReceipt(receipt, 'vi').split('\n')).toEqual([
      'Kính gửi Đảng ủy xã Tiên La.',
      'Đã nhận báo cáo kỳ 6 tháng đầu năm 2026, tệp “BC.xlsx” lúc 09:00 ngày 15/06/2026.',
      'Có 02 điểm cần kiểm tra; cơ quan tổng hợp sẽ trao đổi lại.',
      'Trân trọng.',
    ])
    expect(writeReceipt({ ...receipt, isDuplicate: true, toCheck: 0 }, 'vi')).toContain('không phải gửi lại.\nTrân trọng.')
  })

  it('leaves no placeholder open, whatever the rule says of itself', () => {
    const params = { unit: 'A', other: 'B', found: '2025-H2', format: 'PDF', count: 2, figures: 1, texts: 1 }
    for (const rule of ['M40', 'M41', 'M42', 'M43', 'M44', 'M45', 'M46', 'M47', 'M53', 'M60', 'M61', 'M67', 'M68', 'M69', 'M75'])
      for (const language of ['vi', 'en'] as const)
        expect(writeUnitMessage({ ...matter, reasons: [{ rule, params }] }, language)).not.toMatch(/[{}]|undefined/)
  })
})

describe('the answers to a question', () => {
  const setting = { isClosed: false, nameOf: (code: string) => `xã ${code}`, language: 'vi' } as const
  const reason = (rule: string): HeldQuestion['reasons'][number] => ({
    rule,
    severity: 'blocking',
    subject: null,
    counterpart: null,
    expected: null,
    actual: null,
    params: {},
    cells: [],
  })
  const item = (rule: 'M41' | 'M43' | 'M45' | 'M46' | 'M47', more: Partial<HeldQuestion> = {}) => ({
    choices: [...choicesFor(rule, true)],
    suggestions: [] as string[],
    unit: null as string | null,
    otherPeriod: '2025-H2',
    answered: null,
    reasons: [reason(rule)],
    ...more,
  })
  const words = (...given: Parameters<typeof listAnswers>): string[] => listAnswers(...given).map((answer) => answer.words)

  it('[M41] names the first two units that the file speaks of, then leads to all of them', () => {
    const asked = item('M41', { suggestions: ['a', 'b', 'c'] })
    expect(words(asked, setting)).toEqual([
      'Là báo cáo của xã a',
      'Là báo cáo của xã b',
      'Của đơn vị khác…',
      'Lưu kèm hồ sơ đơn vị…',
      'Không dùng tệp này',
    ])
    expect(listAnswers(asked, setting).map(({ asksUnit }) => asksUnit)).toEqual([false, false, true, true, false])
  })

  it('[M46] [M47] speaks of the new version only where another one is in use', () => {
    expect(words(item('M46', { unit: 'a' }), setting)).toEqual(['Dùng bản mới', 'Giữ bản đang dùng'])
    expect(words(item('M47', { unit: 'a' }), setting)).toEqual(['Dùng bản này', 'Không dùng tệp này'])
  })

  it('[M43] names the period; [M51] offers nothing that a closed period refuses', () => {
    expect(words(item('M43'), setting)[0]).toBe('Chuyển sang kỳ 2025-H2')
    expect(words(item('M46', { unit: 'a' }), { ...setting, isClosed: true })).toEqual(['Giữ bản đang dùng'])
  })

  it('takes back only what set a file aside', () => {
    expect((['discard', 'attach', 'keep_current'] as const).every(canUndo)).toBe(true)
    expect((['use_new', 'assign_unit', 'use_here', 'move_to_period'] as const).some(canUndo)).toBe(false)
  })

  it('hears a digit only by itself: not held down, not with Ctrl, not while a word is composed', () => {
    const press = { key: '2', isComposing: false, repeat: false, ctrlKey: false, altKey: false, metaKey: false }
    expect(digitOf(press)).toBe(2)
    for (const change of [
      { isComposing: true },
      { repeat: true },
      { ctrlKey: true },
      { altKey: true },
      { key: '0' },
      { key: 'w' },
      { key: 'Process' },
    ])
      expect(digitOf({ ...press, ...change })).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { describeAudit, describeCheckExactly } from '../../renderer/features/journal/describe-audit.ts'
import { printHead, readHead } from '../../renderer/features/journal/head-code.ts'
import { groupByDay, printTime, readJournalFilter } from '../../renderer/features/journal/journal-filter.ts'
import { resultFileOf } from '../../renderer/features/jobs/result-file-of.ts'
import { describeEnd, describeProgress } from '../../renderer/ui/describe-job.ts'
import type { AuditReport } from '../../shared/contract/trust.ts'
import { journalActions } from '../../shared/messages/journal.ts'
import { actionsOfGroup, journalGroups } from '../../shared/messages/journal-page.ts'

const head = '0123456789abcdef'.repeat(4)
const check = (name: string, count: number, problems: AuditReport['checks'][number]['problems'] = [], more = 0) => ({
  name,
  count,
  problems,
  more,
})
const report = (changes: Partial<AuditReport> = {}): AuditReport => ({
  ok: true,
  entries: 1234,
  head,
  knownHead: null,
  checks: [check('pages', 20), check('journal', 1234), check('submissions', 106), check('files', 107)],
  ...changes,
})
const made = { at: '2026-06-29T02:40:00.000Z', actor: null }
const nameOf = (unit: string): string => ({ 'org.a': 'Xã Tiên La' })[unit] ?? unit

describe('describeAudit', () => {
  it('says in a few sentences that all is well, what was looked at, and by whom', () => {
    expect(describeAudit(report(), made, nameOf, 'vi')).toEqual({
      isIntact: true,
      places: [],
      sentences: [
        'Dữ liệu nguyên vẹn: số liệu, phần lời, tệp gốc và nhật ký đúng như lúc ghi.',
        'Đã kiểm tra 1.234 dòng nhật ký, 106 báo cáo của đơn vị, 107 tệp gốc, và cộng lại mọi số cộng sẵn.',
        'Chưa so với mã đã chép ra giấy; chỉ phép so đó cho thấy nhật ký không bị viết lại từ đầu.',
        'Ứng dụng tự kiểm tra lúc 09:40 ngày 29/06/2026.',
      ],
    })
    const compared = describeAudit(report({ knownHead: head }), { ...made, actor: 'Lan' }, nameOf, 'en')
    expect(compared.sentences.slice(2)).toEqual([
      'The journal holds the code that was written down, so what came before it was not written anew.',
      'Checked by Lan at 09:40 on 29/06/2026.',
    ])
  })

  it('names the units of what was changed, and says what to do', () => {
    const changed = { code: 'submission_changed', params: { submission: 'x', unit: 'org.a', period: '2026-H1' } }
    const words = describeAudit(
      report({
        ok: false,
        knownHead: head,
        checks: [
          check('journal', 9, [{ code: 'head_unknown', params: { head } }]),
          check('submissions', 106, [changed], 2),
          check('files', 107),
        ],
      }),
      made,
      nameOf,
      'vi',
    )
    expect(words.sentences[0]).toBe('Có 04 chỗ khác với lúc ghi.')
    expect(words.sentences[1]).toContain('khôi phục từ bản sao lưu')
    expect(words.sentences[2]).toContain('Không có dòng nhật ký nào mang mã')
    expect(words.places).toEqual(['Chuỗi nhật ký: 01 chỗ khác', 'Số liệu và phần lời đã nhận: 03 chỗ khác (Xã Tiên La, kỳ 2026-H1)'])
  })

  it('gives the exact findings for whoever has to look into it', () => {
    expect(describeCheckExactly(check('files', 1234), 'vi')).toEqual(['đã kiểm tra 1.234'])
    expect(describeCheckExactly(check('files', 9, [{ code: 'file_missing', params: { path: '/a' } }], 3), 'vi')).toEqual([
      'không còn tệp /a',
      '… và 3 điểm nữa',
    ])
    expect(describeCheckExactly(check('files', 9, [{ code: 'of_a_newer_version', params: {} }]), 'vi')).toEqual(['of_a_newer_version'])
  })
})

describe('the head of the journal on paper', () => {
  it('is read back as it was printed, with the words round it or in capitals', () => {
    expect(readHead(`Mã đầu nhật ký lúc 09:40 ngày 29/06/2026: ${printHead(head)}`)).toEqual({ head })
    expect(readHead(head.toUpperCase())).toEqual({ head })
    expect(readHead(`${printHead(head).slice(0, 40)}\n${printHead(head).slice(40)}`)).toEqual({ head })
  })

  it('says how much of it is there', () => {
    expect(readHead('  ')).toBeUndefined()
    expect(readHead('0123 4567')).toEqual({ letters: 8 })
    expect(readHead(`${head}0`)).toEqual({ letters: 65 })
  })
})

describe('the journal’s filter', () => {
  it('takes from the address what it understands', () => {
    expect(readJournalFilter({ from: '1/6/2026', to: '31/02/2026', actor: '', group: 'figures', text: '  ', tab: 'x' })).toEqual({
      from: '2026-06-01',
      actions: ['figure.adjust', 'figure.withdraw_adjustment'],
    })
    expect(readJournalFilter({ group: 'nobody’s', unit: 'org.a', text: 'sao luu' })).toEqual({ unit: 'org.a', text: 'sao luu' })
  })

  it('puts every action into exactly one group', () => {
    expect(journalGroups.flatMap(actionsOfGroup).toSorted()).toEqual([...journalActions].toSorted())
  })

  it('groups by days in Vietnam', () => {
    const lines = ['2026-06-15T17:30:00.000Z', '2026-06-15T16:59:00.000Z', '2026-06-15T01:00:00.000Z'].map((at) => ({ at }))
    expect(groupByDay(lines).map(({ day, lines: own }) => [day, own.map(({ at }) => printTime(at))])).toEqual([
      ['2026-06-16', ['00:30']],
      ['2026-06-15', ['23:59', '08:00']],
    ])
  })
})

describe('a job in words', () => {
  const ended = { kind: 'import', state: 'done', error: null } as const
  const totals = { imported: 14, duplicate: 0, held: 2, attached: 0, rejected: 1 }

  it('says how far it is: an import reads every file and then stores it', () => {
    expect([0, 28, 76, 90, 152].map((done) => describeProgress({ kind: 'import', done, total: 152 }, 'vi'))).toEqual([
      'Đang đọc 0/76',
      'Đang đọc 28/76',
      'Đang ghi 0/76',
      'Đang ghi 14/76',
      'Đang ghi 76/76',
    ])
    expect(describeProgress({ kind: 'audit', done: 1, total: 3 }, 'vi')).toBe('Đang kiểm tra, đã xong 33 %')
    expect(describeProgress({ kind: 'backup', done: 0, total: 0 }, 'vi')).toBe('Đang chuẩn bị…')
  })

  it('says how it ended', () => {
    expect(describeEnd({ ...ended, result: { files: [], totals, passedOver: 0 } }, 'vi')).toBe(
      'Đã tiếp nhận 14, chờ xử lý 02, chưa đọc được 01',
    )
    expect(describeEnd({ ...ended, state: 'cancelled', result: { files: [], totals, passedOver: 0, cancelled: true } }, 'vi')).toBe(
      'Đã dừng theo yêu cầu. Đã tiếp nhận 14, chờ xử lý 02, chưa đọc được 01',
    )
    expect(describeEnd({ ...ended, state: 'interrupted', result: null }, 'vi')).toBe('Đã bị ngắt; làm lại sẽ bỏ qua phần đã xong')
    expect(describeEnd({ ...ended, state: 'failed', result: null, error: { reference: 'TH-4F2A' } }, 'vi')).toContain('TH-4F2A')
    expect(
      describeEnd({ ...ended, state: 'failed', result: null, error: { code: 'backup.not_found', params: { path: 'D:' } } }, 'vi'),
    ).toBe('Không có tệp sao lưu D:.')
  })

  it('offers the one file that it made', () => {
    const file = 'a'.repeat(32)
    const files = [
      { unit: 'org.a', file },
      { unit: null, file },
    ]
    const of = (kind: 'templates' | 'backup', result: object, state: 'done' | 'failed' = 'done') =>
      resultFileOf({ kind, state, result: result as never })
    expect(of('backup', { sha256: '', bytes: 1, file })).toBe(file)
    expect(of('backup', { sha256: '', bytes: 1, file }, 'failed')).toBeUndefined()
    expect([of('templates', { files }), of('templates', { files: files.slice(1) }), of('templates', { files, archive: file })]).toEqual([
      undefined,
      file,
      file,
    ])
  })
})

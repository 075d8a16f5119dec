import { afterAll, expect, it } from 'vitest'
import { drawPaper } from '../../../electron/review/write-letter.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import type { MinutesSource, NoticeItem, NoticeSource, PaperFrame, RecordSource } from '../../../shared/domain/letter.ts'
import type { LayoutProfileCode } from '../../../shared/domain/programme.ts'
import { layoutProfiles } from '../../../shared/programmes/layout-profiles.ts'
import { checkWithQpdf, textOf, wordsOf } from '../../kit/read-pdf.ts'
import { makeReportSource } from '../../kit/report-source.ts'
import { describeWithTools } from '../../kit/system-tools.ts'

const unit = { code: 'org.du_xa.12526', name: 'Đảng ủy xã Đồng Bằng' }
const profiles = Object.keys(layoutProfiles) as LayoutProfileCode[]

function frameOf(profile: LayoutProfileCode): PaperFrame {
  const { programme, period } = makeReportSource({ profile })
  return { programme, period, profile: layoutProfiles[profile], trial: false, sample: false, at: '2026-10-01T02:00:00.000Z' }
}

const item = (number: number): NoticeItem => ({
  text: `Tồn tại thứ ${number}: chưa phân công cấp ủy viên phụ trách khu công nghiệp, cụm công nghiệp và doanh nghiệp đông công nhân`,
  extent: '03/05 cụm công nghiệp',
  cause: 'chủ quan: chưa đưa vào chương trình công tác năm của cấp ủy',
  remedy: 'Ban hành quyết định phân công',
  owner: 'Đảng ủy xã',
  dueOn: number === 1 ? '2026-09-30' : '2026-12-30',
  state: 'Mới ghi nhận',
  periods: number,
})

const crowded = (frame: PaperFrame, count: number): RecordSource => ({
  kind: 'record',
  frame,
  unit,
  desk: { office: 'Văn phòng Đảng ủy', phone: '0227 3 123 456', email: 'vanphong@hungyen.example', clerk: 'Nguyễn Thị Lan' },
  periods: Array.from({ length: count }, (_, index) => ({
    name: `6 tháng đầu năm ${2026 - index}`,
    state: 'Đúng hạn',
    received: '14:30 ngày 08/6/2026',
    versions: 2,
    open: 4,
    settled: 2,
  })),
  indicators: frame.programme.indicators.map(({ shortLabel }) => ({
    label: shortLabel.vi,
    result: '57,6%',
    target: '≥ 65%',
    verdict: 'Chưa tới mức mục tiêu năm, còn thiếu 7,4 điểm %',
  })),
  tasks: Array.from({ length: Math.min(count, 13) }, (_, index) => ({
    label: `${index + 1}.1`,
    status: 'Có thực hiện, chưa thường xuyên',
    evidence: 'Biên bản kiểm tra số 12 ngày 20/5/2026 và báo cáo của công đoàn cơ sở',
    files: ['bien-ban-kiem-tra.pdf'],
  })),
  proofs: Array.from({ length: count }, (_, index) => ({ text: item(index).text, files: 2 })),
  letters: Array.from({ length: count }, (_, index) => ({ name: `Công văn đôn đốc, lần ${index + 1}`, at: '2026-06-20T02:00:00.000Z' })),
  items: Array.from({ length: count }, (_, index) => item(index + 1)),
  calls: Array.from({ length: Math.min(count, 3) }, () => ({
    at: '2026-06-20T02:00:00.000Z',
    channel: 'Điện thoại',
    text: 'Đã nhắc gửi. '.repeat(40),
  })),
})

describeWithTools(['poppler-utils', 'qpdf'], 'papers to and about a unit', () => {
  const pool = createWorkerPool()
  afterAll(() => pool.close())

  it.each(profiles)('a record is one page whatever there is to tell, and says how much it leaves out (%s)', async (profile) => {
    for (const count of [0, 1, 5, 30]) {
      const bytes = await drawPaper({ pool }, crowded(frameOf(profile), count))
      checkWithQpdf(bytes)
      expect(wordsOf(bytes), String(count)).toHaveLength(1)
      const text = textOf(bytes).replaceAll(/\s+/g, ' ')
      for (const { shortLabel } of frameOf(profile).programme.indicators) expect(text).toContain(shortLabel.vi)
      if (count === 30) expect(text).toMatch(/Còn \d\d tồn tại khác, xem ở sổ theo dõi/)
    }
  })

  it.each(profiles)('minutes have room for who wrote, the unit and who presided, beside each other (%s)', async (profile) => {
    const row = { label: 'Tổng số đoàn viên công đoàn', unitOfCount: 'người', reported: '10', compared: '12', difference: '2' }
    const source: MinutesSource = {
      kind: 'minutes',
      frame: frameOf(profile),
      unit,
      rows: [{ ...row, reason: 'Đơn vị xác nhận', agreed: '12' }],
      open: [],
      clerk: '',
    }
    const bytes = await drawPaper({ pool }, source)
    checkWithQpdf(bytes)
    const words = wordsOf(bytes).at(-1)!.words
    const lines = ['BIÊN', 'DIỆN', 'CHỦ'].map((wanted) => words.findLast(({ text }) => text === wanted)!)
    expect(new Set(lines.map(({ yMin }) => Math.round(yMin))).size).toBe(1)
    expect(lines.map(({ xMin }) => xMin)).toEqual(lines.map(({ xMin }) => xMin).toSorted((a, b) => a - b))
  })

  it('a notice names its recipients as the programme does, with who handles it raised, and says what is overdue', async () => {
    const frame = frameOf('party_hd05_2026')
    const source: NoticeSource = { kind: 'notice', frame, unit, items: [item(1), item(2)], remarks: [] }
    const bytes = await drawPaper({ pool }, source)
    const text = textOf(bytes).replaceAll(/\s+/g, ' ')
    expect(text).toContain('trước ngày 30/9/2026 (đã quá hạn)')
    expect(text).toContain('trước ngày 30/12/2026.')
    const { initials } = frame.programme.recipients.at(-1)!
    const words = wordsOf(bytes).at(-1)!.words
    const raised = words.find(({ text: word }) => word === initials)!
    const beside = words.find(({ text: word }) => word === 'CVTH')!
    expect(raised.yMax).toBeLessThan(beside.yMax)
    expect(Math.abs(raised.xMin - beside.xMax)).toBeLessThan(1)
  })
})

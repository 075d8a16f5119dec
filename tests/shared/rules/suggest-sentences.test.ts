import { expect, it } from 'vitest'
import type { ReportSource } from '../../../shared/domain/report.ts'
import { suggestSentences } from '../../../shared/rules/suggest-sentences.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const say = (texts: readonly string[]): ReportSource => ({
  ...source,
  units: source.units.map((unit, index) => ({ ...unit, texts: index < texts.length ? { 'nar.tsk.2.1': texts[index]! } : {} })),
})

it('[RT6] sentences with a number, a first or a deed are offered, one per unit; copies and boilerplate are not', () => {
  const copied = 'Đã tổ chức 12 hội nghị tuyên truyền cho 1.250 công nhân trên địa bàn.'
  const first =
    'Lần đầu tiên tổ chức diễn đàn công nhân với lãnh đạo xã; ký kết 03 thỏa ước. Tiếp tục tăng cường công tác tuyên truyền theo quy định.'
  const texts = [
    'Tiếp tục đẩy mạnh công tác tuyên truyền, nâng cao nhận thức cho công nhân lao động.',
    `${copied} Công tác phối hợp giữa các ngành được thực hiện nghiêm túc.`,
    copied.replace('12', '15'),
    first,
    'Ngày 15/3/2026, theo Kế hoạch số 12-KH/ĐU, đơn vị tổ chức sinh hoạt chính trị tại chi bộ.',
    'Hỗ trợ 45 công nhân có hoàn cảnh khó khăn, tổng số tiền 90 triệu đồng trong dịp Tết.',
  ]
  const suggested = suggestSentences(say(texts), 'tsk.2.1')
  expect(suggested.map(({ unit, reasons }) => [source.units.findIndex(({ code }) => code === unit), reasons])).toEqual([
    [3, ['number', 'first', 'deed']],
    [5, ['number', 'deed']],
  ])
  for (const { unit, text } of suggested) expect(texts[source.units.findIndex(({ code }) => code === unit)]).toContain(text)
  expect(suggestSentences(say([]))).toEqual([])
  const many = say(
    Array.from(
      { length: 20 },
      (_, index) =>
        `Đã trao ${'nhà quà sổ thẻ xe máy tivi ghế bàn tủ'.split(' ')[index % 10]} ${'ABCDEFGHIKLMNOPQRSTUV'[index]} cho 10 công nhân nghèo ở xã.`,
    ),
  )
  expect(suggestSentences(many)).toHaveLength(5)
})

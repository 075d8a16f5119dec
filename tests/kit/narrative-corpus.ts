import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'

type Draw = () => number
const between = (draw: Draw, from: number, to: number): number => from + Math.floor(draw() * (to - from + 1))
const pick = <Value>(draw: Draw, values: readonly Value[]): Value => values[Math.floor(draw() * values.length)]!

/** Words of reports like these; sentences are drawn from them, so that no two units write the same by chance. */
const openings = [
  'Đảng ủy xã đã ban hành',
  'Ban Thường vụ chỉ đạo',
  'Các chi bộ tiếp tục',
  'Công đoàn cơ sở phối hợp',
  'Ủy ban nhân dân giao',
  'Mặt trận Tổ quốc vận động',
  'Đoàn thanh niên tham gia',
  'Hội phụ nữ mở',
  'Tổ công tác xuống',
  'Cấp ủy phân công',
]
const doings = [
  'kế hoạch tuyên truyền',
  'lớp bồi dưỡng',
  'buổi sinh hoạt chuyên đề',
  'hội nghị đối thoại',
  'đợt thăm hỏi',
  'cuộc kiểm tra',
  'tủ sách pháp luật',
  'nhóm mạng nội bộ',
  'bảng tin điện tử',
  'chương trình văn nghệ',
  'đợt khám sức khỏe',
  'ngày hội việc làm',
]
const places = [
  'khu nhà trọ',
  'cụm công nghiệp làng nghề',
  'xưởng may',
  'công ty giày da',
  'trường mầm non',
  'trạm y tế',
  'hợp tác xã',
  'nhà văn hóa thôn',
  'chợ trung tâm',
  'bến xe',
  'nhà máy bao bì',
  'cơ sở mộc',
  'kho lạnh',
  'bãi gạch',
]
const people = [
  'công nhân trẻ',
  'lao động nữ',
  'tổ trưởng sản xuất',
  'đoàn viên mới',
  'cán bộ chuyên trách',
  'người lao động thuê trọ',
  'chủ cơ sở',
  'thợ lành nghề',
  'lao động thời vụ',
  'gia đình công nhân',
]
const ends = [
  'được hưởng ứng rộng',
  'giúp yên tâm làm việc',
  'giải đáp nhiều thắc mắc về lương',
  'góp phần giữ ổn định',
  'ghi nhận nhiều ý kiến về nhà ở',
  'nâng ý thức chấp hành nội quy',
  'thu hút thêm người gia nhập',
  'còn hạn chế do ca kíp',
  'cần thêm kinh phí',
  'được duy trì hằng tháng',
]
const joints = ['tại', 'cho', 'với', 'dành cho', 'ở', 'đến', 'cùng', 'sau giờ làm ở', 'vào cuối tuần tại', 'theo đề nghị của']
const manners = [
  'kịp thời',
  'thường xuyên',
  'rộng khắp',
  'từng bước',
  'đồng bộ',
  'thiết thực',
  'linh hoạt',
  'nghiêm túc',
  'sáng tạo',
  'chu đáo',
  'bài bản',
  'gần gũi',
  'trực tiếp',
  'công khai',
]

const spoken = bundledProgramme().sourceText.match(/[\p{L}\p{M}]+/gu)!

/** Two or three words in a row out of the language of such papers. */
const chunk = (draw: Draw): string => {
  const from = between(draw, 0, spoken.length - 4)
  return spoken
    .slice(from, from + between(draw, 2, 3))
    .join(' ')
    .toLowerCase()
}
const chunks = (draw: Draw, count: number): string => Array.from({ length: count }, () => chunk(draw)).join(' ')

const sentence = (draw: Draw): string =>
  `${pick(draw, openings)} ${chunks(draw, 2)} ${between(draw, 2, 40)} ${pick(draw, doings)} ${chunks(draw, 3)}, ${pick(draw, joints)} ${pick(draw, places)} ${chunks(draw, 2)} có ${between(draw, 20, 900)} ${pick(draw, people)} ${chunks(draw, 2)}, ${pick(draw, manners)} ${pick(draw, ends)}.`

/** What every unit writes, word for word: turns of phrase, no copies. */
export const turnsOfPhrase = [
  'Thực hiện sự chỉ đạo của cấp trên, đơn vị đã nghiêm túc triển khai nhiệm vụ được giao.',
  'Trong thời gian tới đơn vị tiếp tục duy trì và nâng cao chất lượng thực hiện.',
]

/** A text of about `syllables` syllables of its own, with a turn of phrase in half of them. */
export function writeNarrative(draw: Draw, syllables = 120): string {
  const sentences = between(draw, 0, 1) === 0 ? [turnsOfPhrase[0]!] : []
  for (let count = 0; count < syllables; count += 30) sentences.push(sentence(draw))
  if (between(draw, 0, 1) === 0) sentences.push(turnsOfPhrase[1]!)
  return sentences.join(' ')
}

/** The same text with this share of its words replaced by others. */
export function changeWords(draw: Draw, text: string, percent: number): string {
  const words = text.split(' ')
  const others = [...openings, ...doings, ...places, ...people, ...ends].flatMap((phrase) => phrase.split(' '))
  return words.map((word) => (between(draw, 0, 999) < percent * 10 ? pick(draw, others) : word)).join(' ')
}

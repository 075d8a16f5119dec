import type { JournalAction } from './journal.ts'
import { journalActions } from './journal.ts'
import { texts } from './text.ts'

/** Kinds of work by which the journal can be narrowed; an action belongs to the one that its first part names. */
export const journalGroupTexts = texts({
  intake: { vi: 'Nhận báo cáo', en: 'Taking in' },
  figures: { vi: 'Điều chỉnh số liệu', en: 'Adjustments' },
  report: { vi: 'Báo cáo', en: 'Reports' },
  period: { vi: 'Kỳ và đơn vị', en: 'Periods and units' },
  people: { vi: 'Tài khoản và đăng nhập', en: 'Accounts and signing in' },
  house: { vi: 'Dữ liệu và sao lưu', en: 'Data and backups' },
})
export type JournalGroup = keyof typeof journalGroupTexts
export const journalGroups = Object.keys(journalGroupTexts) as readonly JournalGroup[]

const groupOfArea: Readonly<Record<string, JournalGroup>> = {
  submission: 'intake',
  figure: 'figures',
  finding: 'figures',
  report: 'report',
  period: 'period',
  unit: 'period',
  account: 'people',
  session: 'people',
}
const groupOf = (action: JournalAction): JournalGroup => groupOfArea[action.split('.')[0]!] ?? 'house'
export const actionsOfGroup = (group: JournalGroup): JournalAction[] => journalActions.filter((action) => groupOf(action) === group)

export const journalPageTexts = texts({
  about: {
    vi: 'Ai đã làm gì, lúc nào; và dữ liệu có còn đúng như lúc ghi không.',
    en: 'Who did what and when; and whether the data are still as they were recorded.',
  },
  lines: { vi: 'Nhật ký', en: 'Journal' },
  filters: { vi: 'Lọc nhật ký', en: 'Narrow the journal' },
  text: { vi: 'Tìm trong nhật ký', en: 'Find in the journal' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  badDay: { vi: 'Gõ ngày như 15/06/2026', en: 'Write the day like 15/06/2026' },
  actor: { vi: 'Người làm', en: 'Person' },
  anybody: { vi: 'Mọi người', en: 'Everybody' },
  group: { vi: 'Loại việc', en: 'Kind of work' },
  anything: { vi: 'Mọi việc', en: 'Everything' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  anyUnit: { vi: 'Mọi đơn vị', en: 'Every unit' },
  noUnit: { vi: 'Không có đơn vị nào như vậy', en: 'There is no such unit' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  technical: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  technicalLine: { vi: 'dòng {seq}, máy {machine}, mã {hash}', en: 'entry {seq}, machine {machine}, hash {hash}' },
  older: { vi: 'Xem các dòng cũ hơn', en: 'Show older lines' },
  looking: { vi: 'Đang tìm trong các dòng cũ hơn…', en: 'Looking through older lines…' },
  end: { vi: 'Hết nhật ký: đây là dòng đầu tiên.', en: 'This is the first line of the journal.' },
  endFound: { vi: 'Đã tìm hết nhật ký.', en: 'The whole journal was looked through.' },
  noneTitle: { vi: 'Không có dòng nhật ký nào như vậy', en: 'No line of the journal is like that' },
  noneHow: { vi: 'Bỏ bớt điều kiện lọc, hoặc tìm bằng ít từ hơn.', en: 'Take away a filter, or look for fewer words.' },
  source: { vi: 'Xem số liệu', en: 'Show the figure' },
})

export const auditPageTexts = texts({
  title: { vi: 'Kiểm chứng dữ liệu', en: 'Check of the data' },
  start: { vi: 'Kiểm tra toàn bộ dữ liệu', en: 'Check all data' },
  again: { vi: 'Kiểm tra lại toàn bộ dữ liệu', en: 'Check all data again' },
  paper: { vi: 'Mã đầu nhật ký: chép ra giấy và so lại', en: 'Head of the journal: write it down, compare it' },
  compare: { vi: 'So với mã này và kiểm tra', en: 'Compare and check' },
  notYet: {
    vi: 'Từ khi mở ứng dụng chưa kiểm tra lần nào. Ứng dụng tự kiểm tra ở phía sau ít giây sau khi mở.',
    en: 'Nothing has been checked since the application was opened. It makes a check by itself some seconds after its start.',
  },
  background: { vi: 'Ứng dụng đang tự kiểm tra ở phía sau…', en: 'The application is checking by itself…' },
  broken: {
    vi: 'Lần kiểm tra lúc {at} gặp sự cố (mã {reference}) nên chưa kết luận được. Bấm Kiểm tra lại toàn bộ dữ liệu.',
    en: 'The check at {at} broke off (reference {reference}) without a conclusion. Check again.',
  },
  intact: {
    vi: 'Dữ liệu nguyên vẹn: số liệu, phần lời, tệp gốc và nhật ký đúng như lúc ghi.',
    en: 'The data are intact: figures, narratives, kept files and journal are as they were recorded.',
  },
  looked: {
    vi: 'Đã kiểm tra {entries} dòng nhật ký, {submissions} báo cáo của đơn vị, {files} tệp gốc, và cộng lại mọi số cộng sẵn.',
    en: 'Looked at: {entries} journal lines, {submissions} submissions, {files} kept files; every sum was added up again.',
  },
  damaged: { vi: 'Có {count} chỗ khác với lúc ghi.', en: 'Differences from what was recorded: {count}.' },
  damagedDo: {
    vi: 'Chưa dùng số liệu này để trình hay in. Giữ nguyên máy, báo người phụ trách, rồi khôi phục từ bản sao lưu gần nhất (trang Thiết lập).',
    en: 'Do not submit or print from these data. Leave the machine as it is, tell the administrator, then restore the latest backup (page Settings).',
  },
  headKnown: {
    vi: 'Nhật ký có chứa mã đã chép ra giấy, nên phần trước đó chưa bị viết lại.',
    en: 'The journal holds the code that was written down, so what came before it was not written anew.',
  },
  headUnknown: {
    vi: 'Không có dòng nhật ký nào mang mã đã chép ra giấy: hoặc mã gõ chưa đúng, hoặc nhật ký đã bị viết lại.',
    en: 'No journal line carries the code that was written down: either it was not typed right, or the journal was written anew.',
  },
  headNotCompared: {
    vi: 'Chưa so với mã đã chép ra giấy; chỉ phép so đó cho thấy nhật ký không bị viết lại từ đầu.',
    en: 'Not compared with a code on paper; only that shows that the journal was not written anew from its beginning.',
  },
  atBySelf: { vi: 'Ứng dụng tự kiểm tra lúc {at}.', en: 'Checked by the application itself at {at}.' },
  atBy: { vi: '{actor} kiểm tra lúc {at}.', en: 'Checked by {actor} at {at}.' },
  inCheck: { vi: '{check}: {count} chỗ khác', en: '{check}: {count} differences' },
  inCheckUnits: { vi: '{check}: {count} chỗ khác ({units})', en: '{check}: {count} differences ({units})' },
  ofPeriod: { vi: '{unit}, kỳ {period}', en: '{unit}, period {period}' },
  details: { vi: 'Chi tiết kỹ thuật', en: 'Technical details' },
  check: { vi: 'Phép kiểm tra', en: 'Check' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  headNow: { vi: 'Mã đầu nhật ký lúc kiểm tra: {head}', en: 'Head of the journal at the check: {head}' },
  head: { vi: 'Mã đầu nhật ký', en: 'Head of the journal' },
  headWhy: {
    vi: 'Chép mã này ra giấy và giữ ngoài máy. Về sau so lại sẽ biết nhật ký trước lúc chép có bị viết lại không.',
    en: 'Write this code down and keep it away from the machine. Compared later, it tells whether the journal before it was written anew.',
  },
  headLine: { vi: 'Mã đầu nhật ký lúc {at}: {head}', en: 'Head of the journal at {at}: {head}' },
  copyHead: { vi: 'Chép mã đầu nhật ký', en: 'Copy the head of the journal' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  known: { vi: 'Mã đầu nhật ký đã chép ra giấy', en: 'Code that was written down' },
  knownHow: { vi: 'Gõ hoặc dán đủ 64 chữ số và chữ a đến f.', en: 'Type or paste all 64 digits and letters a to f.' },
  knownShort: {
    vi: 'Mã có 64 ký tự, ở đây mới có {count}. Gõ đủ mã rồi so.',
    en: 'The code has 64 characters, here there are {count}. Type all of it, then compare.',
  },
  stripDamaged: { vi: 'Dữ liệu khác với lúc ghi: xem kết quả kiểm tra', en: 'The data differ from what was recorded: see the check' },
})

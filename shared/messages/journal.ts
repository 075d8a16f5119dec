import { texts } from './text.ts'

/**
 * One sentence per action of the journal. The keys are the actions that there are: a command with another one, or one
 * without a sentence, does not compile.
 */
export const journalTexts = texts({
  'workspace.init': {
    vi: 'Tạo dữ liệu: chương trình {programme}, {units} đơn vị.',
    en: 'Created the workspace: programme {programme}, {units} units.',
  },
  'workspace.backup': { vi: 'Sao lưu dữ liệu ({bytes} byte).', en: 'Backed the workspace up ({bytes} bytes).' },
  'workspace.restore': { vi: 'Khôi phục từ bản sao lưu lập lúc {madeAt}.', en: 'Restored the backup made at {madeAt}.' },
  'clock.accept': {
    vi: 'Xác nhận giờ máy {now} là đúng; dòng nhật ký trước ghi {last}. Lý do: {reason}',
    en: 'Confirmed that {now} is the right time; the entry before says {last}. Reason: {reason}',
  },
  'unit.import': {
    vi: 'Nhập danh sách đơn vị từ {file}: thêm {added}, cập nhật {changed}, giữ nguyên {unchanged}.',
    en: 'Took in the list of units {file}: {added} added, {changed} changed, {unchanged} unchanged.',
  },
  'period.open': {
    vi: 'Mở kỳ {code} ({from} đến {to}), hạn nộp {dueAt}, {units} đơn vị phải gửi.',
    en: 'Opened period {code} ({from} to {to}), due {dueAt}, {units} units expected.',
  },
  'period.close': { vi: 'Chốt kỳ {period}.', en: 'Closed period {period}.' },
  'period.reopen': { vi: 'Mở lại kỳ {period}. Lý do: {reason}', en: 'Reopened period {period}. Reason: {reason}' },
  'period.register': {
    vi: 'Ghi {counts} mẫu số của {units} đơn vị cho kỳ {period} từ tệp {file}.',
    en: 'Recorded {counts} denominators of {units} units for period {period} from {file}.',
  },
  'submission.import': { vi: 'Nhận tệp {file}: {outcome}.', en: 'Took in {file}: {outcome}.' },
  'submission.resolve': { vi: 'Quyết định báo cáo chờ xử lý: {choice}.', en: 'Decided on a waiting submission: {choice}.' },
  'figure.adjust': {
    vi: 'Điều chỉnh {field} thành {value}. Căn cứ: {basis}. Lý do: {reason}',
    en: 'Adjusted {field} to {value}. Basis: {basis}. Reason: {reason}',
  },
  'figure.withdraw_adjustment': {
    vi: 'Rút điều chỉnh {field}. Lý do: {reason}',
    en: 'Withdrew the adjustment of {field}. Reason: {reason}',
  },
  'report.build': {
    vi: 'Dựng báo cáo {kind}, kỳ {period}, {pages} trang.',
    en: 'Built the {kind} report of period {period}, {pages} pages.',
  },
})

export type JournalAction = keyof typeof journalTexts
export const journalActions = Object.keys(journalTexts) as [JournalAction, ...JournalAction[]]

export const journalWords = texts({
  of: { vi: '{unit}: {sentence}', en: '{unit}: {sentence}' },
  by: { vi: '{at}  {actor}', en: '{at}  {actor}' },
  none: { vi: 'Không có dòng nhật ký nào như vậy.', en: 'No journal entry is like that.' },
  more: { vi: 'Chỉ hiện {shown} dòng mới nhất. Xem thêm: {command}', en: 'Only the newest {shown} are shown. See more: {command}' },
})

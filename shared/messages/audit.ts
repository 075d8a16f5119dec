import { texts } from './text.ts'

export const auditErrors = texts({
  'backup.not_found': { vi: 'Không có tệp sao lưu {path}.', en: 'There is no backup file {path}.' },
  'backup.damaged': {
    vi: 'Bản sao lưu {path} không còn nguyên vẹn: {detail}. Chưa khôi phục gì; dùng bản sao lưu khác.',
    en: 'The backup {path} is damaged: {detail}. Nothing was restored; use another backup.',
  },
  'backup.other_file': {
    vi: '{path} đã có và không phải bản sao lưu của dữ liệu này, nên chưa ghi đè. Chọn tên khác.',
    en: '{path} exists and is not a backup of this workspace, so it was not overwritten. Choose another name.',
  },
})

/** What the audit looks at, in this order. */
export const auditCheckTexts = texts({
  pages: { vi: 'Tệp dữ liệu', en: 'Store file' },
  journal: { vi: 'Chuỗi nhật ký', en: 'Journal chain' },
  rows: { vi: 'Dữ liệu so với nhật ký', en: 'Rows against the journal' },
  submissions: { vi: 'Số liệu và phần lời đã nhận', en: 'Figures and narratives received' },
  files: { vi: 'Tệp gốc lưu giữ', en: 'Kept files' },
  rollups: { vi: 'Số cộng sẵn', en: 'Roll-ups' },
  prints: { vi: 'Dấu nhận biết phần lời', en: 'Prints of narratives' },
  reports: { vi: 'Tệp báo cáo', en: 'Report files' },
  search: { vi: 'Mục lục tìm kiếm', en: 'Search index' },
})
export type AuditCheckName = keyof typeof auditCheckTexts

/** One text per way in which a store can differ from what was recorded. */
export const auditProblemTexts = texts({
  page: { vi: 'tệp store.db: {detail}', en: 'file store.db: {detail}' },
  pointing_nowhere: {
    vi: '{count} dòng của bảng {table} trỏ tới dòng không còn',
    en: '{count} rows of table {table} point to a row that is gone',
  },
  entry_changed: { vi: 'dòng nhật ký {seq} (máy {machine}) đã bị sửa', en: 'journal entry {seq} (machine {machine}) was changed' },
  entry_missing: { vi: 'thiếu dòng nhật ký {seq} (máy {machine})', en: 'journal entry {seq} (machine {machine}) is missing' },
  entry_unlinked: {
    vi: 'dòng nhật ký {seq} (máy {machine}) không nối với dòng trước',
    en: 'journal entry {seq} (machine {machine}) does not follow from the one before',
  },
  head_differs: {
    vi: 'nhật ký (máy {machine}) kết thúc ở dòng {found}, phải là dòng {expected}',
    en: 'the journal (machine {machine}) ends at entry {found}, it must end at {expected}',
  },
  head_unknown: { vi: 'không có dòng nhật ký mang mã {head}', en: 'no journal entry carries the hash {head}' },
  row_changed: {
    vi: '{table} {key} khác với dòng nhật ký {seq} ghi lại',
    en: '{table} {key} differs from what journal entry {seq} recorded',
  },
  row_missing: { vi: '{table} {key} không còn, dòng nhật ký {seq} có ghi', en: '{table} {key} is gone, journal entry {seq} recorded it' },
  row_unrecorded: { vi: '{table} {key} không có trong nhật ký', en: '{table} {key} is not in the journal' },
  submission_changed: {
    vi: 'số liệu hoặc phần lời của báo cáo {submission} ({unit}, kỳ {period}) đã bị sửa',
    en: 'figures or narratives of submission {submission} ({unit}, period {period}) were changed',
  },
  file_missing: { vi: 'không còn tệp {path}', en: 'file {path} is gone' },
  file_changed: { vi: 'tệp {path} đã bị sửa', en: 'file {path} was changed' },
  rollup_differs: {
    vi: 'số cộng sẵn của {name} (tuyến {line}, kỳ {period}) là {stored}, cộng lại ra {computed}',
    en: 'the roll-up of {name} (line {line}, period {period}) is {stored}, the figures give {computed}',
  },
  print_differs: {
    vi: 'dấu nhận biết phần lời của báo cáo {submission} ({unit}, kỳ {period}) khác với phần lời đang lưu',
    en: 'the print of the narratives of submission {submission} ({unit}, period {period}) is not what its texts give',
  },
  search_differs: {
    vi: 'mục lục tìm kiếm có {count} từ khác với phần lời và tên tệp đang lưu',
    en: 'words of the search index that differ from the texts and file names in store: {count}',
  },
  unreadable: { vi: 'chưa đọc được: {detail}', en: 'cannot be read: {detail}' },
  passed: { vi: 'đã kiểm tra {count}', en: '{count} checked' },
  more: { vi: '… và {count} điểm nữa', en: '… and {count} more' },
})
export type AuditProblemCode = keyof typeof auditProblemTexts

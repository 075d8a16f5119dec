import { texts } from './text.ts'

export const ruleErrors = texts({
  'rules.unknown_parameter': {
    vi: 'Không có tham số {name}. Các tham số: {known}.',
    en: 'There is no parameter {name}. They are: {known}.',
  },
  'rules.bad_value': {
    vi: 'Tham số cần số nguyên từ 1 đến 1.000.000, hoặc usual để trở lại mức thường dùng; “{value}” chưa dùng được.',
    en: 'A parameter is a whole number from 1 to 1,000,000, or usual to go back; “{value}” cannot be used.',
  },
})

/** What the commands about rules print. */
export const ruleOutputTexts = texts({
  rule: { vi: 'Mã', en: 'Rule' },
  says: { vi: 'Quy tắc, tham số', en: 'What it says, and by what sizes' },
  openOf: { vi: 'Còn mở/đã thấy', en: 'Open/found' },
  sleeping: { vi: '{count} quy tắc chưa có căn cứ để xét:', en: '{count} rules have nothing to judge by yet:' },
  parameterSet: { vi: '{name}: {value}, áp dụng cho mọi kỳ.', en: '{name}: {value}, for every period.' },
  noDoubts: { vi: 'Không đơn vị nào có dấu hiệu cần xem kỹ.', en: 'No unit shows signs of doubt.' },
  noCopies: { vi: 'Không có phần lời nào chép lại.', en: 'No text is copied.' },
  copied_unit: { vi: 'giống {name}', en: 'like {name}' },
  copied_last_period: { vi: 'lấy lại từ kỳ {period}', en: 'taken from {period}' },
  copied_programme: { vi: 'chép từ Chương trình hoặc hướng dẫn', en: 'taken from the programme or the guideline' },
})

/** Thiết lập, the section of rules. */
export const ruleTableTexts = texts({
  about: {
    vi: 'Kỳ {period}: {count} quy tắc, trong đó {asleep} quy tắc chưa có căn cứ để xét.',
    en: 'Rules for {period}: {count}, {asleep} of them with nothing to judge by yet.',
  },
  noPeriod: { vi: 'Chưa mở kỳ báo cáo nào', en: 'No period is open yet' },
  noPeriodHow: { vi: 'Quy tắc xét báo cáo của một kỳ.', en: 'Rules look at the submissions of a period.' },
  openPeriod: { vi: 'Mở kỳ', en: 'Open a period' },
  code: { vi: 'Mã', en: 'Rule' },
  rule: { vi: 'Quy tắc', en: 'What it says' },
  level: { vi: 'Mức', en: 'Level' },
  state: { vi: 'Đang xét', en: 'State' },
  open: { vi: 'Điểm còn mở', en: 'Open findings' },
  awake: { vi: 'Đang xét', en: 'Looks' },
  asleep: { vi: 'Chưa xét', en: 'Sleeps' },
  parameters: { vi: 'Tham số', en: 'Sizes' },
  parametersHow: {
    vi: 'Áp dụng cho mọi kỳ, ngay sau khi lưu; điểm đã tìm thấy được xét lại.',
    en: 'They apply to every period as soon as they are saved; findings are looked at again.',
  },
  range: { vi: 'Cần số nguyên từ 1 đến 999.999.', en: 'A whole number from 1 to 999,999.' },
  save: { vi: 'Lưu', en: 'Save' },
  giveBack: { vi: 'Trở lại mức {value}', en: 'Back to {value}' },
})

/** Whose text stands beside a copied one. */
export const copiedTextTexts = texts({
  unit: { vi: '{name}', en: '{name}' },
  last_period: { vi: '{name}, kỳ {period}', en: '{name}, {period}' },
  programme: { vi: 'Chương trình, hướng dẫn', en: 'Programme, guideline' },
})

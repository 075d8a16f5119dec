import { texts } from './text.ts'

/** The usual spans of a period, as they stand behind “kỳ” and “the report of”. */
export const periodNameTexts = texts({
  year: { vi: 'năm {year}', en: 'the year {year}' },
  firstHalf: { vi: '6 tháng đầu năm {year}', en: 'the first half of {year}' },
  nineMonths: { vi: '9 tháng đầu năm {year}', en: 'the first nine months of {year}' },
  firstQuarter: { vi: 'quý I năm {year}', en: 'the first quarter of {year}' },
  days: { vi: 'từ ngày {from} đến ngày {to}', en: '{from} to {to}' },
})

/** The same standing alone, as in a list to choose from. */
export const periodTitleTexts = texts({
  year: { vi: 'Năm {year}', en: 'Year {year}' },
  firstHalf: { vi: '6 tháng đầu năm {year}', en: 'First half of {year}' },
  nineMonths: { vi: '9 tháng đầu năm {year}', en: 'First nine months of {year}' },
  firstQuarter: { vi: 'Quý I năm {year}', en: 'First quarter of {year}' },
})

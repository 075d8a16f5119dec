import type { RuleParameterName } from '../domain/rule-parameters.ts'
import { texts } from './text.ts'

/** Why a rule cannot say anything yet, or not of everything. */
export const sleepTexts = texts({
  no_reports: { vi: 'Chưa có báo cáo nào được tính trong kỳ.', en: 'No submission counts in this period yet.' },
  no_other_line: { vi: 'Chưa có báo cáo của nguồn đối chiếu.', en: 'No other source has reported yet.' },
  no_parents: { vi: 'Không có đơn vị nào có đơn vị trực thuộc.', en: 'No unit has units below it.' },
  no_carry_overs: {
    vi: 'Chương trình không có mục chuyển từ kỳ trước.',
    en: 'The programme has no item carried over from the last period.',
  },
  no_self_declared: {
    vi: 'Chương trình không có mục do đơn vị tự khai phạm vi.',
    en: 'The programme has no item whose scope units declare.',
  },
  no_earlier: { vi: 'Chưa có kỳ trước để so sánh.', en: 'There is no earlier period to compare with.' },
  no_same_year: { vi: 'Chưa có kỳ trước trong cùng năm báo cáo.', en: 'There is no earlier period in the same reporting year.' },
  no_year_ago: {
    vi: 'Chưa có cùng kỳ năm trước: số lũy kế chưa so được.',
    en: 'There is no period a year before: what is counted through the year is not compared.',
  },
  broken: {
    vi: 'Kỳ trước kết thúc trước năm 2026, chuỗi số liệu không so sánh được.',
    en: 'The earlier period ends before 2026; the series cannot be compared.',
  },
  too_few: { vi: 'Chưa nhóm đơn vị cùng loại nào đủ {count} đơn vị để so.', en: 'No group of a kind has {count} units to compare.' },
  some_too_few: {
    vi: 'Chưa đủ {count} đơn vị để so ở các nhóm: {groups}.',
    en: 'Fewer than {count} units to compare in these groups: {groups}.',
  },
  no_programme_rules: { vi: 'Chương trình không có quy tắc riêng.', en: 'The programme has no rules of its own.' },
  no_texts: { vi: 'Chưa có phần lời nào trong kỳ.', en: 'No text was written in this period yet.' },
})
export type SleepCode = keyof typeof sleepTexts
export const sleepCodes = Object.keys(sleepTexts) as SleepCode[]

/** What each parameter sets, as it stands before its number. */
export const ruleParameterTexts: Readonly<Record<RuleParameterName, { vi: string; en: string }>> = texts({
  change_percent: { vi: 'Tăng, giảm quá (%)', en: 'Change beyond (%)' },
  change_smallest: { vi: 'Tăng, giảm ít nhất (đơn vị đếm)', en: 'Change of at least' },
  many_fields: { vi: 'Gộp thành một điểm khi quá (mục)', en: 'One finding beyond (items)' },
  outlier_factor_tenths: { vi: 'Khác hẳn khi lệch quá (phần mười độ tản mát)', en: 'Apart beyond (tenths of the spread)' },
  outlier_floor_percent: { vi: 'Độ tản mát không dưới (% số giữa)', en: 'Spread not below (% of the median)' },
  outlier_fewest: { vi: 'Nhóm so sánh ít nhất (đơn vị)', en: 'Group of at least (units)' },
  outlier_smallest_denominator: { vi: 'Tổng số nhỏ nhất được so', en: 'Smallest denominator compared' },
  outlier_smallest_difference: { vi: 'Lệch ít nhất (đơn vị đếm)', en: 'Off by at least' },
  stale_fewest: { vi: 'Giống nhau ít nhất (mục)', en: 'Alike in at least (items)' },
  stale_percent: { vi: 'Giống nhau từ (%)', en: 'Alike from (%)' },
  shrink_percent: { vi: 'Tổng số giảm quá (%)', en: 'Denominator fell beyond (%)' },
  source_points: { vi: 'Tỷ lệ nơi có nguồn giảm quá (điểm %)', en: 'Share with a source fell beyond (points)' },
  full_fewest: { vi: 'Số chỉ tiêu 100 % ít nhất', en: 'Percentages at 100, at least' },
  threshold_fewest: { vi: 'Số chỉ tiêu vừa khít ít nhất', en: 'Rates just at the target, at least' },
  threshold_smallest_denominator: { vi: 'Tổng số nhỏ nhất được xét', en: 'Smallest denominator looked at' },
  round_fewest: { vi: 'Số liệu từ 20 trở lên ít nhất (mục)', en: 'Figures from 20 on, at least' },
  round_percent: { vi: 'Số tròn chục từ (%)', en: 'Round tens from (%)' },
  nil_smallest: { vi: 'Kỳ trước có ít nhất', en: 'Before, at least' },
  thin_syllables: { vi: 'Phần lời ngắn dưới (tiếng)', en: 'Thin below (syllables)' },
  copy_percent: { vi: 'Giống đơn vị khác từ (%)', en: 'Like another unit from (%)' },
  repeat_percent: { vi: 'Lấy lại kỳ trước từ (%)', en: 'From the last period from (%)' },
  template_copy_percent: { vi: 'Chép Chương trình, hướng dẫn từ (%)', en: 'From programme or guideline from (%)' },
})

/** Signs of doubt in a few words, as they stand in a row after a unit's name. */
export const doubtTexts = texts({
  R7: { vi: 'số chung lệch đơn vị trực thuộc', en: 'total differs from units below' },
  R9: { vi: 'số lũy kế giảm', en: 'year’s count fell' },
  R10: { vi: 'số tăng, giảm mạnh', en: 'large changes' },
  R11: { vi: 'nhiều số tăng, giảm mạnh', en: 'many large changes' },
  R12: { vi: 'tỷ lệ khác hẳn đơn vị cùng loại', en: 'rate apart from its kind' },
  R13: { vi: 'số liệu giống kỳ trước', en: 'figures of the last period' },
  R14: { vi: 'số liệu giống đơn vị khác', en: 'figures of another unit' },
  R15: { vi: 'tổng số giảm, tỷ lệ tăng', en: 'smaller denominator, higher rate' },
  R16: { vi: 'nơi có nguồn ít đi', en: 'fewer “with a source”' },
  R17: { vi: 'chỉ tiêu nào cũng 100 %', en: '100 % throughout' },
  R18: { vi: 'nhiều chỉ tiêu vừa khít mục tiêu', en: 'rates just at the target' },
  R19: { vi: 'nhiều số tròn chục', en: 'round tens' },
  R20: { vi: 'không phát sinh, kỳ trước có số', en: 'nil where there was something' },
  R21: { vi: 'nhiều mục không còn phát sinh', en: 'many items became nil' },
  N1: { vi: 'thiếu phần lời so với kỳ trước', en: 'texts missing' },
  N2: { vi: 'phần lời sơ sài', en: 'thin texts' },
  N3: { vi: 'phần lời giống đơn vị khác', en: 'texts of another unit' },
  N4: { vi: 'phần lời lấy lại kỳ trước', en: 'texts of the last period' },
  N7: { vi: 'phần lớn lời báo cáo lấy lại kỳ trước', en: 'most texts of the last period' },
  N5: { vi: 'phần lời chép Chương trình', en: 'texts of the programme' },
  N6: { vi: 'phần lời trái với số liệu', en: 'texts against figures' },
})
export type DoubtRule = keyof typeof doubtTexts
export const doubtRules = Object.keys(doubtTexts) as DoubtRule[]

export const doubtLevelTexts = texts({
  many: { vi: 'nhiều dấu hiệu', en: 'many signs' },
  some: { vi: 'vài dấu hiệu', en: 'some signs' },
  few: { vi: 'ít dấu hiệu', en: 'few signs' },
})
export const doubtLevels = ['many', 'some', 'few'] as const
export type DoubtLevel = (typeof doubtLevels)[number]

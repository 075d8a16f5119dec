import { texts } from './text.ts'

export const programmeErrors = texts({
  'programme.invalid': {
    vi: 'Tệp chương trình chưa dùng được, có {count} chỗ cần sửa. Trước hết: {first}',
    en: 'The programme file cannot be used, {count} place(s) need correcting. First: {first_en}',
  },
  'unit_list.invalid': {
    vi: 'Danh sách đơn vị chưa dùng được, có {count} ô cần sửa. Trước hết: {first}',
    en: 'The list of units cannot be used, {count} cell(s) need correcting. First: {first_en}',
  },
})

/** What can be wrong at one place of a programme file; the place stands before it. */
export const programmeProblems = texts({
  not_json: {
    vi: 'tệp chưa đúng dạng JSON tại dòng {line}, cột {column}.',
    en: 'the file is not valid JSON at line {line}, column {column}.',
  },
  wrong_schema: {
    vi: 'tệp này không phải chương trình của Tổng Hợp (thiếu "schema": "{expected}").',
    en: 'this is not a programme of Tổng Hợp ("schema": "{expected}" is missing).',
  },
  missing: { vi: 'còn thiếu mục này.', en: 'this entry is missing.' },
  unknown_key: { vi: 'không có mục nào tên "{key}"; kiểm tra lại tên mục.', en: 'there is no entry named "{key}"; check its spelling.' },
  wrong_type: { vi: 'cần {expected}.', en: 'must be {expected_en}.' },
  wrong_choice: { vi: 'chỉ nhận một trong: {choices}.', en: 'must be one of: {choices}.' },
  wrong_form: { vi: 'viết chưa đúng dạng.', en: 'is not written in the required form.' },
  wrong_day: {
    vi: 'cần ngày có thật dạng năm-tháng-ngày, ví dụ 2026-02-28.',
    en: 'must be a real day written year-month-day, e.g. 2026-02-28.',
  },
  empty: { vi: 'chưa được để trống (cần ít nhất {minimum}).', en: 'must not be empty (at least {minimum}).' },
  too_small: { vi: 'không được nhỏ hơn {minimum}.', en: 'must not be below {minimum}.' },
  too_large: { vi: 'không được lớn hơn {maximum}.', en: 'must not be above {maximum}.' },
  other_form: { vi: 'chưa đúng ({detail}).', en: 'is not right ({detail}).' },

  duplicate: {
    vi: '"{code}" đã dùng ở {first}; mỗi mã chỉ dùng một lần.',
    en: '"{code}" is already used at {first}; a code is used once.',
  },
  overlapping_input: {
    vi: 'ô nhập "{name}" trùng tên với {first} (không phân biệt chữ hoa, chữ thường).',
    en: 'the input "{name}" has the same name as {first} (case does not count).',
  },
  rule_syntax: { vi: 'biểu thức viết chưa đúng tại cột {column}.', en: 'the expression cannot be read at column {column}.' },
  rule_unknown_name: {
    vi: 'cột {column}: không có mục số liệu "{name}" trong fields.',
    en: 'column {column}: there is no field "{name}" in fields.',
  },
  rule_unknown_function: {
    vi: 'cột {column}: không dùng được "{name}"; chỉ có phép cộng, trừ, nhân, lấy dư, so sánh, (&&), (||), (!), (a?b:c) và ratio(a, b).',
    en: 'column {column}: "{name}" cannot be used; there are sums, differences, products, remainders, comparisons, (&&), (||), (!), (a?b:c) and ratio(a, b).',
  },
  rule_divides: {
    vi: 'cột {column}: không chia bằng "/" vì phép chia số nguyên bỏ phần lẻ; dùng ratio(a, b).',
    en: 'column {column}: "/" divides whole numbers and drops the rest; use ratio(a, b).',
  },
  rule_ratio_of_two: {
    vi: 'cột {column}: ratio cần đúng hai số đếm, ví dụ ratio(um_informed, um_total).',
    en: 'column {column}: ratio takes exactly two counts, as in ratio(um_informed, um_total).',
  },
  rule_only_counts: {
    vi: 'cột {column}: chỉ dùng số đếm, số và đúng/sai; không dùng chữ, danh sách, trường con.',
    en: 'column {column}: only counts, numbers and true/false; no texts, lists or parts of fields.',
  },
  rule_mixed: {
    vi: 'cột {column}: hai vế không cùng loại (số đếm, tỷ lệ hay đúng/sai).',
    en: 'column {column}: the two sides are not of one kind (counts, ratios or true/false).',
  },
  rule_not_yes_or_no: { vi: 'biểu thức phải cho kết quả đúng hoặc sai.', en: 'the expression must be true or false.' },
  rule_no_field: { vi: 'biểu thức phải dùng ít nhất một mục số liệu.', en: 'the expression must name at least one field.' },
  rule_placeholder: {
    vi: 'không có "{name}" để điền vào câu; dùng unitName hoặc mã mục số liệu có trong biểu thức.',
    en: 'there is no "{name}" to fill in; use unitName or the code of a field of the expression.',
  },
  unknown_field: { vi: 'không có mục số liệu "{code}" trong fields.', en: 'there is no field "{code}" in fields.' },
  unknown_indicator: { vi: 'không có chỉ tiêu "{code}" trong indicators.', en: 'there is no indicator "{code}" in indicators.' },
  unknown_group: { vi: 'không có nhóm "{code}" trong {list}.', en: 'there is no group "{code}" in {list}.' },
  unknown_milestone: { vi: 'không có mốc "{code}" trong milestones.', en: 'there is no milestone "{code}" in milestones.' },
  unknown_assignment: { vi: 'không có phân công "{code}" trong assignments.', en: 'there is no assignment "{code}" in assignments.' },
  same_field: { vi: 'tử số và mẫu số cùng là "{code}".', en: 'numerator and denominator are both "{code}".' },
  other_unit_of_count: {
    vi: '"{left}" đếm theo {left_unit}, "{right}" đếm theo {right_unit}; hai số này không chia, không cộng, không so được với nhau.',
    en: '"{left}" counts {left_unit}, "{right}" counts {right_unit}; the two cannot be divided, added or compared.',
  },
  percent_over_100: { vi: 'mục tiêu phần trăm không được quá 100.', en: 'a target in percent must not exceed 100.' },
  all_is_100: { vi: '"all" chỉ dùng với mục tiêu 100 phần trăm.', en: '"all" goes only with a target of 100 percent.' },
  summed_line_nobody: {
    vi: 'không đơn vị nào thuộc nguồn "{line}" nên chỉ tiêu này sẽ không có số liệu.',
    en: 'no unit belongs to the line "{line}", so this indicator would have no figures.',
  },
  summed_line_not_asked: {
    vi: 'nguồn "{line}" được cộng nhưng phần asks không giao số liệu bắt buộc cho nguồn này.',
    en: 'the line "{line}" is summed, but asks does not ask it for the required fields.',
  },
  summed_line_compared: { vi: 'nguồn "{line}" vừa được cộng vừa dùng để đối chiếu.', en: 'the line "{line}" is both summed and compared.' },
  task_outside_group: { vi: 'mã "{code}" không nằm trong nhóm "{group}".', en: 'the code "{code}" does not lie in the group "{group}".' },
  other_deadline: {
    vi: 'thời hạn {deadline} khác hạn {due} của mốc "{milestone}".',
    en: 'the deadline {deadline} differs from {due} of the milestone "{milestone}".',
  },
  part_is_whole: { vi: '"{code}" không thể là một phần của chính nó.', en: '"{code}" cannot be a part of itself.' },
  circular: { vi: '"{code}" vòng lại chính nó qua các mục khác.', en: '"{code}" leads back to itself through other entries.' },
  clause_not_in_source: {
    vi: 'câu trích không có nguyên văn trong sourceText.',
    en: 'the clause does not stand word for word in sourceText.',
  },
  level_jump: {
    vi: 'mục cấp {level} đứng dưới cấp {above} trong loại báo cáo "{kind}".',
    en: 'a section of level {level} stands below level {above} in the report kind "{kind}".',
  },
  empty_section: {
    vi: 'đề mục không có nội dung và không có mục con trong loại báo cáo "{kind}".',
    en: 'the section has neither content nor sections below it in the report kind "{kind}".',
  },
  no_such_day: { vi: 'không có ngày {day} tháng {month}.', en: 'there is no day {day} in month {month}.' },
})
export type ProgrammeProblemCode = keyof typeof programmeProblems

/** What is expected where a value has the wrong type. */
export const expectedTypes = texts({
  string: { vi: 'chữ trong ngoặc kép', en: 'text in quotes' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách [ ]', en: 'a list [ ]' },
  object: { vi: 'nhóm mục { }', en: 'a group { }' },
})

/** What can be wrong in a cell of a list of units; sheet and cell stand before it. */
export const unitListProblems = texts({
  no_header: {
    vi: 'chưa thấy dòng tiêu đề. Cần một dòng có các cột Mã, Tên, Loại, Nguồn (code, name, kind, line).',
    en: 'there is no header row. One row must hold the columns code, name, kind, line.',
  },
  no_rows: { vi: 'dưới dòng tiêu đề chưa có đơn vị nào.', en: 'there is no unit below the header row.' },
  missing_column: { vi: 'còn thiếu cột {column}.', en: 'the column {column} is missing.' },
  duplicate_column: { vi: 'cột {column} có hai lần (lần đầu ở {first}).', en: 'the column {column} stands twice (first at {first}).' },
  missing_value: { vi: 'còn để trống {column}.', en: '{column} is empty.' },
  error_cell: { vi: 'ô báo {value}; nhập lại giá trị.', en: 'the cell shows {value}; type the value.' },
  bad_code: {
    vi: 'mã "{value}" chỉ được gồm chữ không dấu, số, dấu chấm, gạch dưới, gạch nối.',
    en: 'the code "{value}" may hold only plain letters, digits, dots, underscores and hyphens.',
  },
  duplicate_code: { vi: 'mã "{value}" đã có ở {first}.', en: 'the code "{value}" is already at {first}.' },
  duplicate_name: {
    vi: '"{value}" đã là tên hoặc tên khác của đơn vị ở {first}; hai đơn vị không được chung tên.',
    en: '"{value}" already names the unit at {first}; two units cannot share a name.',
  },
  unknown_line: { vi: 'chưa rõ nguồn "{value}". Chỉ nhận: {choices}.', en: 'the line "{value}" is not known. Use one of: {choices}.' },
  missing_parent: {
    vi: 'không có đơn vị cấp trên mang mã "{value}" trong danh sách.',
    en: 'there is no parent unit with the code "{value}" in the list.',
  },
  circular_parent: { vi: 'đơn vị cấp trên "{value}" vòng lại chính đơn vị này.', en: 'the parent "{value}" leads back to this unit.' },
  bad_rank: { vi: 'thứ tự "{value}" cần là số nguyên từ 0.', en: 'the rank "{value}" must be a whole number from 0.' },
  bad_day: { vi: 'chưa đọc được ngày "{value}". Viết dạng 01/07/2025.', en: 'the day "{value}" cannot be read. Write it as 01/07/2025.' },
  days_reversed: { vi: 'ngày kết thúc {value} trước ngày bắt đầu {from}.', en: 'the last day {value} is before the first day {from}.' },
})
export type UnitListProblemCode = keyof typeof unitListProblems

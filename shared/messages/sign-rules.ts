import { texts } from './text.ts'

/** R7 to R21: doubts about figures, from other periods, other units or the figures themselves. R30: what a programme's own rule says. */
export const signRules = texts({
  R7: {
    vi: '{unitName}: {label} ghi {actual}, cộng {count} đơn vị trực thuộc được {expected}. Đối chiếu số chung với từng đơn vị.',
    en: '{unitName}: {label} reads {actual}, its {count} units add up to {expected}. Compare the total with each of them.',
  },
  R8: {
    vi: '{unitName}: {label} ghi {actual}, số của kỳ {lastPeriod} là {expected}. Kiểm tra số chuyển kỳ.',
    en: '{unitName}: {label} reads {actual}, the figure of {lastPeriod} is {expected}. Check what was carried over.',
  },
  R9: {
    vi: '{unitName}: {label}, lũy kế từ đầu năm ghi {actual}, thấp hơn kỳ {lastPeriod} cùng năm ({expected}). Số lũy kế không thể giảm; hỏi lại đơn vị.',
    en: '{unitName}: {label}, counted from the start of the year, reads {actual}, below {expected} in {lastPeriod} of the same year. It cannot fall; ask the unit.',
  },
  R10: {
    vi: '{unitName}: {label} ghi {actual}, kỳ {lastPeriod} là {expected} ({change}). Đề nghị đơn vị nêu lý do tăng, giảm.',
    en: '{unitName}: {label} reads {actual}, against {expected} in {lastPeriod} ({change}). Ask the unit for the reason.',
  },
  R11: {
    vi: '{unitName}: {count} mục tăng, giảm quá {percent} % so với kỳ {lastPeriod}, nhiều nhất: {labels}. Đề nghị đơn vị rà soát và nêu lý do.',
    en: '{unitName}: {count} items moved by more than {percent} % since {lastPeriod}, most of all: {labels}. Ask the unit to look again and give the reasons.',
  },
  R12: {
    vi: '{unitName}: {indicator} là {rate}, trong khi {count} đơn vị cùng loại ({group}) thường quanh mức {median}. Kiểm tra cả hai số của chỉ tiêu.',
    en: '{unitName}: {indicator} is {rate}, while the {count} units of its kind ({group}) lie around {median}. Check both counts of the indicator.',
  },
  R13: {
    vi: '{unitName}: {equal}/{total} số liệu giống hệt kỳ {lastPeriod}. Hỏi đơn vị số liệu kỳ này đã được cập nhật chưa.',
    en: '{unitName}: {equal} of {total} figures are exactly those of {lastPeriod}. Ask whether they were brought up to date.',
  },
  R14: {
    vi: '{unitName}: {equal}/{total} số liệu giống hệt {otherName}. Hỏi hai đơn vị có gửi nhầm số của nhau không.',
    en: '{unitName}: {equal} of {total} figures are exactly those of {otherName}. Ask whether one sent the other’s.',
  },
  R15: {
    vi: '{unitName}: {label} giảm từ {expected} (kỳ {lastPeriod}) còn {actual}, nên tỷ lệ “{indicator}” tăng. Hỏi đơn vị vì sao tổng số giảm.',
    en: '{unitName}: {label} fell from {expected} in {lastPeriod} to {actual}, so that “{indicator}” rose. Ask why there are fewer.',
  },
  R16: {
    vi: '{unitName}: {label} từ {expected}/{before} (kỳ {lastPeriod}) còn {actual}/{value} so với {otherLabel}. Hỏi đơn vị vì sao nơi có nguồn ít đi.',
    en: '{unitName}: {label} went from {expected} of {before} in {lastPeriod} to {actual} of {value} ({otherLabel}). Ask why fewer are declared.',
  },
  R17: {
    vi: '{unitName}: cả {count} chỉ tiêu phần trăm đều đúng 100 %. Chọn vài chỉ tiêu để đơn vị chứng minh.',
    en: '{unitName}: all {count} percentages are exactly 100. Ask for evidence of some of them.',
  },
  R18: {
    vi: '{unitName}: {count} chỉ tiêu vừa đúng mức mục tiêu, không dư một đơn vị nào ({labels}). Hỏi đơn vị số được đếm thế nào.',
    en: '{unitName}: {count} indicators reach their target with not one to spare ({labels}). Ask how they were counted.',
  },
  R19: {
    vi: '{unitName}: {equal}/{total} số liệu là số tròn chục. Hỏi đơn vị số được đếm hay ước.',
    en: '{unitName}: {equal} of {total} figures are round tens. Ask whether they were counted or estimated.',
  },
  R20: {
    vi: '{unitName}: {label} kỳ này không phát sinh, kỳ {lastPeriod} có {expected}. Hỏi lại đơn vị.',
    en: '{unitName}: {label} is nil now, it was {expected} in {lastPeriod}. Ask the unit.',
  },
  R21: {
    vi: '{unitName}: {count} mục kỳ này không phát sinh, kỳ {lastPeriod} có số: {labels}. Hỏi lại đơn vị.',
    en: '{unitName}: {count} items are nil now and were not in {lastPeriod}: {labels}. Ask the unit.',
  },
  R30: { vi: '{sentence}', en: '{sentence_en}' },
})

/** Each of them in one sentence, as causes are grouped by. */
export const signRuleNames = texts({
  R7: { vi: 'Số chung bằng các đơn vị trực thuộc cộng lại.', en: 'A total is the sum of the units below.' },
  R8: { vi: 'Số chuyển kỳ khớp với kỳ trước.', en: 'What is carried over agrees with the last period.' },
  R9: { vi: 'Số lũy kế trong năm không giảm.', en: 'What is counted through the year does not fall.' },
  R10: { vi: 'Tăng, giảm nhiều so với kỳ trước thì có lý do.', en: 'A large change has a reason.' },
  R11: { vi: 'Nhiều mục cùng tăng, giảm mạnh thì phải rà soát.', en: 'Many large changes are looked at again.' },
  R12: { vi: 'Tỷ lệ không khác hẳn các đơn vị cùng loại.', en: 'A rate does not stand apart from those of its kind.' },
  R13: { vi: 'Số liệu được cập nhật cho kỳ này.', en: 'Figures are brought up to date.' },
  R14: { vi: 'Mỗi đơn vị có số liệu của mình.', en: 'Each unit has figures of its own.' },
  R15: { vi: 'Tổng số giảm thì có lý do.', en: 'A smaller total has a reason.' },
  R16: { vi: '“Nơi có nguồn” ít đi thì có lý do.', en: 'Fewer “with a source” has a reason.' },
  R17: { vi: 'Mọi chỉ tiêu đều 100 % thì cần chứng minh.', en: '100 % throughout needs evidence.' },
  R18: { vi: 'Nhiều chỉ tiêu vừa khít mục tiêu thì cần hỏi cách đếm.', en: 'Many rates just at the target need a word on counting.' },
  R19: { vi: 'Số liệu được đếm, không ước tròn chục.', en: 'Figures are counted, not rounded.' },
  R20: { vi: 'Đã có số kỳ trước mà nay không phát sinh thì phải hỏi.', en: 'Nil where there was something is asked about.' },
  R21: { vi: 'Nhiều mục cùng không còn phát sinh thì phải hỏi.', en: 'Many items that became nil are asked about.' },
  R30: { vi: 'Quy tắc riêng của chương trình.', en: 'A rule of the programme itself.' },
})

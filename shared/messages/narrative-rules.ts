import { texts } from './text.ts'

/** N1 to N7: what the narratives of the tasks show. */
export const narrativeRules = texts({
  N1: {
    vi: '{unitName}: {count} nhiệm vụ kỳ {lastPeriod} có phần lời, kỳ này để trống: {labels}. Hỏi đơn vị có bỏ sót không.',
    en: '{unitName}: {count} tasks had a text in {lastPeriod} and have none now: {labels}. Ask whether something was left out.',
  },
  N2: {
    vi: '{unitName}, nhiệm vụ “{label}”: phần lời chỉ có {count} tiếng. Đề nghị đơn vị nêu rõ đã làm gì, kết quả ra sao.',
    en: '{unitName}, task “{label}”: the text has only {count} syllables. Ask what was done and what came of it.',
  },
  N3: {
    vi: '{unitName}, nhiệm vụ “{label}”: {percent} % giống phần lời của {otherName} ({count} đơn vị có phần lời như vậy). Đề nghị viết theo kết quả của đơn vị.',
    en: '{unitName}, task “{label}”: {percent} % like the text of {otherName} (units with such a text: {count}). Ask for the unit’s own results.',
  },
  N4: {
    vi: '{unitName}, nhiệm vụ “{label}”: {percent} % phần lời lấy lại từ kỳ {lastPeriod}. Hỏi đơn vị kỳ này có gì mới.',
    en: '{unitName}, task “{label}”: {percent} % of the text comes from {lastPeriod}. Ask what is new.',
  },
  N5: {
    vi: '{unitName}, nhiệm vụ “{label}”: {percent} % phần lời chép từ Chương trình hoặc hướng dẫn. Đề nghị nêu việc đã làm.',
    en: '{unitName}, task “{label}”: {percent} % of the text is taken from the programme or the guideline. Ask what was done.',
  },
  N6: {
    vi: '{unitName}, nhiệm vụ “{label}”: phần lời ghi {actual}, số liệu “{otherLabel}” là {expected}. Hỏi đơn vị số nào đúng.',
    en: '{unitName}, task “{label}”: the text says {actual}, the figures for “{otherLabel}” say {expected}. Ask which is right.',
  },
  N7: {
    vi: '{unitName}: phần lời của {count} nhiệm vụ lấy lại từ kỳ {lastPeriod}: {labels}. Hỏi đơn vị kỳ này có gì mới.',
    en: '{unitName}: the texts of {count} tasks come from {lastPeriod}: {labels}. Ask what is new.',
  },
})

/** Each of them in one sentence, as causes are grouped by. */
export const narrativeRuleNames = texts({
  N1: { vi: 'Nhiệm vụ kỳ trước có phần lời thì kỳ này cũng có.', en: 'A task that had a text has one again.' },
  N2: { vi: 'Phần lời đủ để biết đã làm gì.', en: 'A text says enough to know what was done.' },
  N3: { vi: 'Phần lời không chép của đơn vị khác.', en: 'A text is not copied from another unit.' },
  N4: { vi: 'Phần lời được viết mới cho kỳ này.', en: 'A text is written anew.' },
  N5: { vi: 'Phần lời nêu việc đã làm, không chép lại văn bản.', en: 'A text says what was done, not what was asked.' },
  N7: { vi: 'Báo cáo được viết mới cho kỳ này.', en: 'A submission is written anew.' },
  N6: { vi: 'Số trong phần lời khớp với số liệu.', en: 'Numbers in the text agree with the figures.' },
})

/** Words that count what stands before them; the second one of a pair stays too. */
const counted: Readonly<Record<string, string | undefined>> = {
  đơn: 'vị',
  chỉ: 'tiêu',
  lượt: 'người',
  người: undefined,
  vụ: undefined,
  cuộc: undefined,
  ngày: undefined,
  tháng: undefined,
  xã: undefined,
  trang: undefined,
}

const number = /^[(“"]?[+-]?\d(?:[\d.,/]*\d)?%?$/u
/** With longer ones a line that is set to both margins would gape. */
const smallNumber = /^[(“"]?\d{1,3}$/u
const beginsAsNumber = /^[+-]?\d/u
const sign = /^[(“"]?[≥≤<>=]$/u
const dash = /^[-–]$/u
/** What names the number after it: `tháng 6`, `năm 2026`, `mục IV`; of a paper the whole, `số 58-CT/TW`. */
const naming = /^[(“"]?(?:ngày|tháng|năm|quý|mục|khoản|điều|biểu|lục)$/iu
const named = /^(?:\d{1,4}|[IVXLC]+)$/u
const bare = (word: string): string => word.replace(/[).,;:/”"]+$/u, '')

/**
 * The parts of a line that are read as one and never parted by its end, their words joined by single spaces: `6,1 điểm %`,
 * `≥ 90%`, `15 đơn vị`, `năm 2026`. Joined by spaces they are the text again.
 */
export function keptWords(text: string): string[] {
  const parts: string[] = []
  const words = text.split(' ')
  for (const [index, word] of words.entries())
    if (index > 0 && staysWith(words, index)) parts.push(`${parts.pop()} ${word}`)
    else parts.push(word)
  return parts
}

/** Whether the word at `index` stays with the one before it. */
function staysWith(words: readonly string[], index: number): boolean {
  const [first = '', before = '', word = ''] = [words[index - 2], words[index - 1], words[index]]
  if (before === '' || word === '') return false
  // A dash begins no line, unless it is the one of an item of a list.
  if (dash.test(word)) return true
  const following = bare(word)
  if (number.test(before) && (following === 'điểm' || following === '%')) return true
  if (before === 'điểm') return following === '%'
  if (smallNumber.test(before)) return following in counted
  if (sign.test(before)) return beginsAsNumber.test(word)
  if (dash.test(before)) return number.test(first) && beginsAsNumber.test(word)
  if (/^[(“"]?số$/iu.test(before)) return beginsAsNumber.test(word)
  if (naming.test(before)) return named.test(following)
  return smallNumber.test(first) && counted[before] === following
}

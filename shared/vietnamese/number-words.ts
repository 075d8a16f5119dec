import { nameKey } from './text-key.ts'

/** Numbers in words, as the grammar of Vietnamese says them: never read as a count, only compared and proposed to a person. */

const keyed = <Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(entries.flatMap(([words, value]) => words.split(' ').map((word) => [nameKey(word), value] as const)))

const digits = keyed([
  ['không', 0],
  ['một mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn tư', 4],
  ['năm lăm nhăm', 5],
  ['sáu', 6],
  ['bảy bẩy', 7],
  ['tám', 8],
  ['chín', 9],
])
const scales = keyed([
  ['nghìn ngàn', 1_000],
  ['triệu', 1_000_000],
  ['tỷ', 1_000_000_000],
])
const [ten, tens, hundred] = ['mười', 'mươi', 'trăm'].map(nameKey) as [string, string, string]
const zeroTens = new Set(['linh', 'lẻ'].map(nameKey))

/** `năm mươi` 50, `một trăm linh năm` 105, `hai nghìn không trăm ba mươi mốt` 2031; undefined for anything else. */
export function parseNumberWords(text: string): number | undefined {
  const words = nameKey(text).split(' ')
  let total = 0
  let group: string[] = []
  let scaleBefore = Infinity
  for (const word of words) {
    const scale = scales.get(word)
    if (scale === undefined) {
      group.push(word)
      continue
    }
    const count = parseGroup(group)
    if (count === undefined || count === 0 || scale >= scaleBefore) return undefined
    total += count * scale
    scaleBefore = scale
    group = []
  }
  if (group.length === 0) return scaleBefore === Infinity ? undefined : total
  const rest = parseGroup(group)
  return rest === undefined ? undefined : total + rest
}

/** Up to 999: hundreds, then tens, then ones. */
function parseGroup(words: readonly string[]): number | undefined {
  const rest = [...words]
  let count = 0
  if (rest[1] === hundred) {
    const hundreds = digits.get(rest[0]!)
    if (hundreds === undefined) return undefined
    count = hundreds * 100
    rest.splice(0, 2)
    if (rest.length === 0) return count
  }
  if (zeroTens.has(rest[0]!)) {
    const ones = rest.length === 2 ? digits.get(rest[1]!) : undefined
    return ones === undefined || ones === 0 || words.length === rest.length ? undefined : count + ones
  }
  if (rest[0] === ten) count += 10
  else if (rest[1] === tens) {
    const many = digits.get(rest[0]!)
    if (many === undefined || many < 2) return undefined
    count += many * 10
    rest.shift()
  } else {
    // "hai trăm năm mươi" is whole; "hai trăm năm" is 250 to one speaker and 205 to another.
    const only = rest.length === 1 && words.length === 1 ? digits.get(rest[0]!) : undefined
    return only
  }
  rest.shift()
  if (rest.length === 0) return count
  const ones = rest.length === 1 ? digits.get(rest[0]!) : undefined
  return ones === undefined || ones === 0 ? undefined : count + ones
}

/** VNI-Windows: a base letter followed by a mark byte; some letters have a code of their own. */
const singles = 'ñđ ôơ öư íí ìì æỉ óĩ òị îỵ'
const tonesOf = (base: string, letters: string): string[] => ['ù', 'ø', 'û', 'õ', 'ï'].map((mark, index) => base + mark + letters[index]!)
const pairs = [
  ...tonesOf('a', 'áàảãạ'),
  ...tonesOf('e', 'éèẻẽẹ'),
  ...tonesOf('o', 'óòỏõọ'),
  ...tonesOf('u', 'úùủũụ'),
  ...tonesOf('ô', 'ớờởỡợ'),
  ...tonesOf('ö', 'ứừửữự'),
  ...tonesOf('y', 'ýỳỷỹ').slice(0, 4),
  'aââ',
  'aáấ',
  'aàầ',
  'aåẩ',
  'aãẫ',
  'aäậ',
  'aêă',
  'aéắ',
  'aèằ',
  'aúẳ',
  'aüẵ',
  'aëặ',
  'eâê',
  'eáế',
  'eàề',
  'eåể',
  'eãễ',
  'eäệ',
  'oâô',
  'oáố',
  'oàồ',
  'oåổ',
  'oãỗ',
  'oäộ',
]

const lower: readonly (readonly [string, string])[] = [
  ...singles.split(' ').map((entry) => [entry[0]!, entry[1]!] as const),
  ...pairs.map((entry) => [entry.slice(0, 2), entry[2]!] as const),
]
const letters = new Map<string, string>()
const codes = new Map<string, string>()
for (const [code, letter] of lower) {
  letters.set(code, letter)
  letters.set(code.toUpperCase(), letter.toUpperCase())
  codes.set(letter, code)
  codes.set(letter.toUpperCase(), code.toUpperCase())
}

/** The base letter decides the case: careless typing leaves a small mark behind a capital. */
function decodePair(base: string, mark: string): string | undefined {
  const cased = base === base.toUpperCase() ? mark.toUpperCase() : mark.toLowerCase()
  return letters.get(base + cased)
}

/** Longest match first; characters outside the table stay. */
export function decodeVni(text: string): string {
  let decoded = ''
  for (let index = 0; index < text.length; index += 1) {
    const base = text[index]!
    const next = text[index + 1]
    const pair = next === undefined ? undefined : decodePair(base, next)
    if (pair !== undefined) index += 1
    decoded += pair ?? letters.get(base) ?? base
  }
  return decoded
}

/** NFC text as a VNI font stores it; letters that VNI does not know stay. */
export const encodeVni = (text: string): string => text.normalize('NFC').replace(/\P{ASCII}/gu, (letter) => codes.get(letter) ?? letter)

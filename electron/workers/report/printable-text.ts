import type { Measure } from './measures.ts'

/** Signs of other programs' fonts and their nearest kin; \uF0xx are Word's bullets from symbol fonts. */
const standIns: Readonly<Record<string, string>> = {
  '☐': '[ ]',
  '☑': '[x]',
  '☒': '[x]',
  '✓': 'x',
  '✔': 'x',
  '✗': 'x',
  '●': '•',
  '▪': '•',
  '➢': '-',
  '\uF0B7': '•',
  '\uF0D8': '-',
  '\uF0FC': 'x',
  '\uF02D': '-',
}

/** A letter the typeface lacks would print as an empty box; units paste such signs from other programs. */
export function withPrintableTexts<Value>(value: Value, measure: Pick<Measure, 'isPrintable'>): Value {
  const known = new Map<string, string>()
  const signOf = (sign: string): string => {
    let shown = known.get(sign)
    if (shown === undefined)
      known.set(
        sign,
        (shown = measure.isPrintable(sign.codePointAt(0)!)
          ? sign
          : (standIns[sign] ?? (/\p{M}|\p{Cf}|\p{Emoji_Presentation}/u.test(sign) ? '' : '?'))),
      )
    return shown
  }
  const visit = (inner: unknown): unknown => {
    if (typeof inner === 'string') return inner.replace(/[^\x20-\x7e]/gu, signOf)
    if (Array.isArray(inner)) return inner.map(visit)
    if (typeof inner === 'object' && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([name, part]) => [name, visit(part)]))
    return inner
  }
  return visit(value) as Value
}

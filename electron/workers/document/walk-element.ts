import { tokens, type XmlScanner } from '../workbook/xml-scanner.ts'

/**
 * Calls `see` at every child of the element opened last and goes on to just after its close. `see` may read on to just
 * after the child's close; where it does not, the child is skipped.
 */
export function forEachChild(scanner: XmlScanner, see: (name: string) => void): void {
  const inside = scanner.depth
  for (;;) {
    const token = scanner.next()
    if (token === tokens.close && scanner.depth < inside) return
    if (token !== tokens.open) continue
    see(scanner.name)
    if (scanner.depth > inside) scanner.skip()
  }
}

/** `w:val` of the element opened last. */
export const valueOf = (scanner: XmlScanner): string | undefined => scanner.prefixedAttribute('val')

/** A property that is on where it only stands there (ECMA-376 part 1, 17.17.4). */
export const isOn = (scanner: XmlScanner): boolean => !/^(?:0|false|off)$/.test(valueOf(scanner) ?? '')

/** A whole number from 0 to `most`; undefined where there is none. */
export function smallNumber(value: string | undefined, most: number): number | undefined {
  const number = value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number <= most ? number : undefined
}

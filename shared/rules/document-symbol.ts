/**
 * `127-BC/TU`, `127/BC-UBND`: a number as the form of its office has it, from the pattern at the head of its papers. What was made
 * elsewhere has no symbol of this office.
 */
export function documentSymbol({ number, type, symbol }: { number: number; type: string; symbol: string }, pattern: string): string {
  const said = `${String(number).padStart(2, '0')}${pattern.replace(/^Số:?\s+/u, '').replace('{type}', type)}`
  return symbol === '' ? said.replace(/[/-]\{symbol\}$/u, '') : said.replace('{symbol}', symbol)
}

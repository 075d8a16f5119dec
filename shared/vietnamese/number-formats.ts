/** A percentage format shows 0.9 as 90%: the stored number is not what a reader sees. Quoted and escaped signs are only text. */
export const isPercentFormat = (numberFormat: string): boolean => numberFormat.replace(/"[^"]*"|\\./g, '').includes('%')

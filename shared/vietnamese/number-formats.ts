/** Quoted and escaped signs are only text. */
const bare = (numberFormat: string): string => numberFormat.replace(/"[^"]*"|\\./g, '')

/** A percentage format shows 0.9 as 90%: the stored number is not what a reader sees. */
export const isPercentFormat = (numberFormat: string): boolean => bare(numberFormat).includes('%')

/** Decimals that a format shows: `0.0%` 1, `#,##0` 0; null where it leaves them to the number, like General. */
export function formatDecimals(numberFormat: string): number | null {
  const match = /[0#?](?:\.([0#?]+))?(?![0#?.,])/.exec(bare(numberFormat).split(';')[0]!)
  return match ? (match[1]?.length ?? 0) : null
}

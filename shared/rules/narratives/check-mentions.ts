import type { Mention } from './find-mentions.ts'

/** The exact rate lies within what a typed decimal can stand for: half of its last place to either side. Whole numbers only. */
export function agreesWithRate(typed: string, { numerator, denominator }: { numerator: number; denominator: number }): boolean {
  const [whole = '', fraction = ''] = typed.split('.')
  const scale = 10n ** BigInt(fraction.length)
  const [twice, rate] = [2n * BigInt(whole + fraction) * BigInt(denominator), 200n * BigInt(numerator) * scale]
  return rate >= twice - BigInt(denominator) && rate <= twice + BigInt(denominator)
}

export type MentionedCounts = {
  /** In effect; undefined where it does not count as reported. */
  countOf: (field: string) => number | undefined
  pairOf: (indicator: string) => { numerator: string; denominator: string } | undefined
  /** Every count of the unit: a number that is another figure of it was about that one. */
  all: ReadonlySet<number>
}

/** What the figures say where prose says otherwise; undefined where they agree or nothing can be said. */
export function contradiction(mention: Mention, { countOf, pairOf, all }: MentionedCounts): { expected: string } | undefined {
  if (mention.of === 'field') {
    const count = countOf(mention.code)
    const said = Number(mention.value)
    if (count === undefined || said === count || all.has(said)) return undefined
    return said > count || mention.whole ? { expected: String(count) } : undefined
  }
  const pair = pairOf(mention.code)
  const [numerator, denominator] = [pair && countOf(pair.numerator), pair && countOf(pair.denominator)]
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined
  return agreesWithRate(mention.value, { numerator, denominator }) ? undefined : { expected: ((numerator * 100) / denominator).toFixed(2) }
}

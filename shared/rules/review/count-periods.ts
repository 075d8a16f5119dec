import type { Period } from '../../domain/period.ts'

/**
 * S5: the periods that a shortcoming runs through, in order: the one it was noted in, and every later one that was opened before
 * it was verified. Their number is what "kỳ thứ 3 liên tiếp" counts.
 */
export function periodsRunning(
  periods: readonly Pick<Period, 'code' | 'cutOff' | 'openedAt'>[],
  origin: string,
  verifiedAt: string | null,
): string[] {
  const first = periods.find(({ code }) => code === origin)
  if (!first) return [origin]
  return periods
    .filter(
      ({ code, cutOff, openedAt }) =>
        code === origin || (cutOff > first.cutOff && (verifiedAt === null || Date.parse(openedAt) < Date.parse(verifiedAt))),
    )
    .toSorted((a, b) => (a.cutOff < b.cutOff ? -1 : 1))
    .map(({ code }) => code)
}

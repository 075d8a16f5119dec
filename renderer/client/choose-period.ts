/** The period that is shown: the one asked for; else the newest that is open; else the newest. */
export function choosePeriod<Known extends { code: string; from: string; state: 'open' | 'closed' }>(
  periods: readonly Known[],
  wanted: string | null,
): Known | undefined {
  const asked = periods.find(({ code }) => code === wanted)
  const newest = periods.toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  return asked ?? newest.find(({ state }) => state === 'open') ?? newest[0]
}

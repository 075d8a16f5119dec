const day = 86_400_000

/** Two weeks before its day a shortcoming is soon due. Days are Vietnam's. */
export function dueState(dueOn: string | null, now: Date): 'none' | 'later' | 'soon' | 'overdue' {
  if (dueOn === null) return 'none'
  const today = Date.parse(new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10))
  const left = Date.parse(dueOn) - today
  return left < 0 ? 'overdue' : left <= 14 * day ? 'soon' : 'later'
}

const day = 86_400_000

/** As many days before its day a shortcoming is soon due. */
export const soonDays = 7

/** `YYYY-MM-DD` of a moment in Vietnam. */
export const todayInVietnam = (now: Date): string => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** How near the day of a shortcoming's remedy is; days are Vietnam's. */
export function dueState(dueOn: string | null, now: Date): 'none' | 'later' | 'soon' | 'overdue' {
  if (dueOn === null) return 'none'
  const left = Date.parse(dueOn) - Date.parse(todayInVietnam(now))
  return left < 0 ? 'overdue' : left <= soonDays * day ? 'soon' : 'later'
}

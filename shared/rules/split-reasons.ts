/** Questions about how one table is read: one answer settles them all. */
const ofOneTable: ReadonlySet<string> = new Set(['M29', 'M45', 'M57', 'M68'])

/** Why a file waits, as it is said: what is asked now, what else the same answer has to mind, and what is asked afterwards. */
export function splitReasons<Reason extends { rule: string }>(
  reasons: readonly Reason[],
): { asked: Reason | undefined; beside: readonly Reason[]; later: readonly Reason[] } {
  const [asked, ...others] = reasons
  const isTogether = ({ rule }: Reason): boolean => asked !== undefined && ofOneTable.has(asked.rule) && ofOneTable.has(rule)
  return { asked, beside: others.filter(({ rule }) => rule === 'M29'), later: others.filter((reason) => !isTogether(reason)) }
}

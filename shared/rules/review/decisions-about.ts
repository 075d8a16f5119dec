import type { Decision } from '../../domain/review.ts'
import { isAnsweredAtIntake } from '../answered-at-intake.ts'

/** Rules about a count that is there; the others miss one, cannot read it, or speak of files, days and words. */
const onCounts = /^(C([678]|1[239])|M([347]|1[019]|2[012357])|R([46-9]|1\d|2[01]|30)|N6)$/

/** `isOnField`: its subject is a figure of the programme, not a text, a day or nothing. */
export type Decidable = { rule: string; unit: string | null; subject: string | null; isOnField: boolean }

/** S11: a number in the prose is held against a figure, which is what is kept then. */
const hasCount = ({ rule, subject, isOnField }: Decidable): boolean =>
  onCounts.test(rule) && (isOnField || subject === null || rule === 'N6')

/** Files that wait are answered at intake, what never came or came late is urged, and nobody answers for the province. */
export const canBeAsked = ({ rule, unit }: Pick<Decidable, 'rule' | 'unit'>): boolean =>
  unit !== null && !isAnsweredAtIntake(rule) && !/^(M5\d|R1|R2)$/.test(rule)

/** S11: what can be decided about a finding, in the order of the keys; which figures an adjustment may lay is for its cells. */
export function decisionsAbout(finding: Decidable): readonly Decision[] {
  if (isAnsweredAtIntake(finding.rule)) return []
  // A suspended adjustment is confirmed or withdrawn.
  const canBeLeft = finding.rule !== 'R3'
  return [
    ...(canBeLeft && hasCount(finding) ? (['kept'] as const) : []),
    'adjusted',
    ...(canBeAsked(finding) ? (['asked'] as const) : []),
    ...(canBeLeft ? (['waived'] as const) : []),
    'marked',
  ]
}

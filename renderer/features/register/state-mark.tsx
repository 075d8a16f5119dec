import { CircleCheck, CircleDashed, Clock, Hourglass, type LucideIcon } from 'lucide-react'
import type { UnitState } from './register-rows.ts'

const signs: Readonly<Record<UnitState, LucideIcon>> = { on_time: CircleCheck, late: Clock, pending: Hourglass, missing: CircleDashed }

/** A glyph and a word, never colour alone. */
export function StateMark({ state, words }: { state: UnitState; words: string }) {
  const Sign = signs[state]
  return (
    <span className="state-mark" data-state={state}>
      <Sign size={18} aria-hidden />
      <span>{words}</span>
    </span>
  )
}

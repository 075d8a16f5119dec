import { Circle, CircleCheck, CircleDot, Clock3, type LucideIcon } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { startTexts } from '../../../shared/messages/start-page.ts'
import type { Text } from '../../../shared/messages/text.ts'
import { useLanguage } from '../../ui/language.tsx'

export type StepState = 'done' | 'now' | 'toDo' | 'postponed' | 'notYet'

const marks: Readonly<Record<StepState, { Icon: LucideIcon; words: Text }>> = {
  done: { Icon: CircleCheck, words: startTexts.done },
  now: { Icon: CircleDot, words: startTexts.now },
  toDo: { Icon: CircleDot, words: startTexts.toDo },
  postponed: { Icon: Clock3, words: startTexts.postponed },
  notYet: { Icon: Circle, words: startTexts.notYet },
}

/** One step: its number, what it is, how far it is, and what is done about it, in place. */
export function StepCard({ number, title, state, children }: { number: number; title: string; state: StepState; children: ReactNode }) {
  const { say } = useLanguage()
  const id = useId()
  const { Icon, words } = marks[state]
  return (
    <section className="step" data-state={state} aria-labelledby={id}>
      <header className="step-head">
        <span className="step-number" aria-hidden>
          {number}
        </span>
        <h2 id={id}>{title}</h2>
        <span className="step-state">
          <Icon size={20} aria-hidden />
          {say(words)}
        </span>
      </header>
      <div className="step-body">{children}</div>
    </section>
  )
}

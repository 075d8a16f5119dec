import type { HeldQuestion } from '../../../shared/contract/submissions.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { noteKindTexts } from '../../../shared/messages/review.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { ruleSayer } from '../../../shared/rules/rule-message.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { inputName } from './input-name.ts'

/** What people settled about the figures and texts that this version changes: it would have to be settled anew. */
export function ComesUpAgain({ item: { comesUpAgain }, programme }: { item: Pick<HeldQuestion, 'comesUpAgain'>; programme: Programme }) {
  const { language, say } = useLanguage()
  const sayRule = ruleSayer(programme, language)
  const sentences = [
    ...comesUpAgain.adjustments.map(({ id, field, value, actor, reason }) => ({
      id,
      words: say(heldPageTexts.comesUpAdjustment, {
        field: labelOf(programme, field, language),
        value: formatCount(value, language),
        actor,
        reason,
      }),
    })),
    ...comesUpAgain.texts.map(({ id, name, heading }) => ({
      id,
      words: say(heldPageTexts.comesUpText, { name: inputName(programme, name, language), heading }),
    })),
    ...comesUpAgain.findings.map(({ id, rule, params }) => ({
      id,
      words: say(heldPageTexts.comesUpFinding, { finding: sayRule(rule, params) }),
    })),
    ...comesUpAgain.notes.map(({ id, kind, input, quote, text, actor }) => {
      const params = { kind: say(noteKindTexts[kind]), name: inputName(programme, input, language), text, actor }
      return {
        id,
        words: quote === null ? say(heldPageTexts.comesUpNote, params) : say(heldPageTexts.comesUpPassage, { ...params, quote }),
      }
    }),
  ]
  if (sentences.length === 0) return null
  return (
    <section className="comes-up">
      <h2>{say(heldPageTexts.comesUp)}</h2>
      <ul>
        {sentences.map(({ id, words }) => (
          <li key={id}>{words}</li>
        ))}
      </ul>
    </section>
  )
}

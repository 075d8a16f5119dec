import { intakeTexts } from '../../../shared/messages/intake-page.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** The message as it will be sent, and one button that copies it. */
export function MessageBox({ text }: { text: string | undefined }) {
  const { say } = useLanguage()
  if (text === undefined) return null
  return (
    <section className="message-box" aria-label={say(intakeTexts.message)}>
      <div className="message-head">
        <h2>{say(intakeTexts.message)}</h2>
        <CopyButton
          text={() => text}
          label={say(intakeTexts.copyMessage)}
          copied={say(intakeTexts.copied)}
          variant="default"
          size="compact-md"
        />
      </div>
      <p>{text}</p>
    </section>
  )
}

import { intakeTexts } from '../../../shared/messages/intake-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Unstaged } from '../../client/host.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'

const mostNamed = 10

/** The files that could not be brought over, each by its name and with what to do. */
export function UnstagedNotice({ unstaged }: { unstaged: readonly Unstaged[] }) {
  const { language, say } = useLanguage()
  if (unstaged.length === 0) return null
  return (
    <Notice role="alert">
      {say(intakeTexts.unstaged, { count: formatSmallCount(unstaged.length, language) })}
      <ul className="unstaged">
        {unstaged.slice(0, mostNamed).map(({ name, reason }) => (
          <li key={name}>{say(reason === 'too_large' ? intakeTexts.tooLarge : intakeTexts.unreadable, { name })}</li>
        ))}
        {unstaged.length > mostNamed && (
          <li>{say(intakeTexts.andMore, { count: formatSmallCount(unstaged.length - mostNamed, language) })}</li>
        )}
      </ul>
    </Notice>
  )
}

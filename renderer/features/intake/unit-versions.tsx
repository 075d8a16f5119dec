import { useQuery } from '@tanstack/react-query'
import { channelTexts } from '../../../shared/messages/channel.ts'
import { heldChoiceTexts } from '../../../shared/messages/command-output.ts'
import { versionsTexts } from '../../../shared/messages/versions-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { UnitVersion } from './intake-values.ts'

/** Every version of a unit, newest first: which one counts, why, and who decided it. */
export function UnitVersions({ period, unit }: { period: string; unit: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const versions = useQuery(queries.submissions.versions.queryOptions({ input: { period, unit } }))
  if (versions.error) return <Trouble error={versions.error} />
  if (!versions.data || versions.data.length === 0) return null
  return (
    <details className="unit-versions" open={versions.data.length > 1}>
      <summary>{say(versionsTexts.title)}</summary>
      <ol reversed>
        {versions.data.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ol>
    </details>
  )
}

function Version({ version }: { version: UnitVersion }) {
  const { language, say } = useLanguage()
  const { state, why, replacedBy, keyed, mapping } = version
  const number = formatSmallCount(version.version, language)
  const reason =
    why === 'replaced'
      ? replacedBy === null
        ? say(versionsTexts.replacedBySome)
        : say(versionsTexts.replaced, { by: formatSmallCount(replacedBy, language) })
      : say(versionsTexts[why])
  return (
    <li data-state={state}>
      <strong>{say(versionsTexts.number, { number })}</strong>
      {state === 'effective' ? `, ${say(versionsTexts.counts)}: ${reason}` : `: ${reason}`}
      <span>{`${version.originalName} · ${say(versionsTexts.came, { at: printInstant(version.receivedAt, language), channel: say(channelTexts[version.channel]) })}`}</span>
      {keyed && (
        <span>
          {keyed.checker === null
            ? say(versionsTexts.keyedUnchecked, { actor: keyed.actor })
            : say(versionsTexts.keyedBy, { actor: keyed.actor, checker: keyed.checker })}
        </span>
      )}
      {mapping && <span>{say(versionsTexts.mappedBy, { actor: mapping.actor, at: printInstant(mapping.at, language) })}</span>}
      {version.answers.map((answer) => (
        <span key={answer.at + answer.rule}>
          {say(versionsTexts.answered, {
            actor: answer.actor,
            at: printInstant(answer.at, language),
            answer: choiceWords(answer.choice, say),
          })}
        </span>
      ))}
    </li>
  )
}

const choiceWords = (choice: string, say: ReturnType<typeof useLanguage>['say']): string =>
  Object.hasOwn(heldChoiceTexts, choice) ? say(heldChoiceTexts[choice as keyof typeof heldChoiceTexts]) : choice

import { NativeSelect } from '@mantine/core'
import type { Overview, Standing } from '../../shared/contract/overview.ts'
import type { Period } from '../../shared/domain/period.ts'
import { frameTexts } from '../../shared/messages/page.ts'
import { titlePeriod } from '../../shared/rules/name-period.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import { PlaceLink } from '../client/place.tsx'
import { HelpButton } from '../features/help/help-button.tsx'
import { DamageMark } from '../features/journal/damage-mark.tsx'
import { InboxMark } from '../features/intake/inbox-mark.tsx'
import { JobsTray } from '../features/jobs/jobs-tray.tsx'
import { useNextStep } from '../features/overview/use-next-step.tsx'
import { DueMark } from '../features/review/due-mark.tsx'
import { SampleMark } from '../features/session/sample-mark.tsx'
import { useLanguage } from '../ui/language.tsx'
import { DisplayMenu } from './display-menu.tsx'

type StripProps = {
  periods: readonly Period[]
  shown: Period | undefined
  /** Undefined while it is read, and where there is no period; `whole` until what the rules find is counted, too. */
  view: Standing | undefined
  whole: Overview | undefined
  onChoose: (code: string) => void
}

/** What everybody asks first: which period, until when, how many have sent, what to do next. */
export function Strip({ periods, shown, view, whole, onChoose }: StripProps) {
  const { language, say } = useLanguage()
  const next = useNextStep(shown?.code, whole)
  return (
    <header className="strip">
      <span className="brand">Tổng Hợp</span>
      <SampleMark />
      <DamageMark />
      {shown && (
        <>
          <div className="fact">
            <label htmlFor="period">{say(frameTexts.period)}</label>
            <NativeSelect
              id="period"
              size="sm"
              value={shown.code}
              onChange={(event) => onChoose(event.currentTarget.value)}
              data={periods.map((period) => {
                const title = titlePeriod(period, periods, language)
                return { value: period.code, label: period.state === 'closed' ? say(frameTexts.periodClosed, { period: title }) : title }
              })}
            />
          </div>
          <div className="fact">
            <span>{say(frameTexts.due)}</span>
            <span>{printInstant(shown.dueAt, language)}</span>
          </div>
        </>
      )}
      {view && (
        <div className="fact" data-fact="sent">
          <span>{say(frameTexts.sent)}</span>
          <strong>{`${formatCount(view.register.received, language)}/${formatCount(view.register.expected, language)}`}</strong>
        </div>
      )}
      {next && (
        <div className="fact next">
          <span>{say(frameTexts.next)}</span>
          <PlaceLink page={next.page} params={next.params} title={next.words}>
            {next.words}
          </PlaceLink>
        </div>
      )}
      <div className="tools">
        <DueMark />
        <InboxMark />
        <JobsTray />
        <HelpButton />
        <DisplayMenu />
      </div>
    </header>
  )
}

import { useQuery } from '@tanstack/react-query'
import { pageTexts } from '../../../shared/messages/page.ts'
import { halfYearTexts, otherWayTexts, startTexts } from '../../../shared/messages/start-page.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { usePlace } from '../../client/place.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AccountStep } from './account-step.tsx'
import { DueReminder } from './due-reminder.tsx'
import { HalfYear } from './half-year.tsx'
import { OtherWays, RestoredNotice } from './other-ways.tsx'
import { PeriodStep } from './period-step.tsx'
import { ProgrammeStep } from './programme-step.tsx'
import './start.css'

/** Until there is a period: the three steps to one. From then on: what to do when. */
export function StartPage({ period }: PageProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const periods = useQuery(queries.periods.list.queryOptions({ input: {} }))
  const damage = useQuery(queries.workspace.describe.queryOptions({ input: {} })).data?.damage ?? null
  const isOpening = params['step'] === 'period'
  return (
    <>
      <PageHead
        title={say(pageTexts.start)}
        about={period ? say(halfYearTexts.title, { period: namePeriod(period, language) }) : say(startTexts.about)}
      />
      <div className="start">
        <RestoredNotice />
        {period && <DueReminder />}
        {damage !== null && <Notice role="alert">{say(otherWayTexts.damaged, { detail: damage })}</Notice>}
        {!period ? (
          <>
            <AccountStep number={1} />
            <ProgrammeStep number={2} />
            <PeriodStep number={3} periods={periods.data ?? []} />
          </>
        ) : isOpening ? (
          <PeriodStep number={1} periods={periods.data ?? []} onBack={() => set({ step: undefined })} />
        ) : (
          <>
            <HalfYear period={period} />
            {isAllowed('accounts.createFirst') && <AccountStep number={6} isAside />}
          </>
        )}
        <OtherWays />
      </div>
    </>
  )
}

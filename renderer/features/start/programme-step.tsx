import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { otherWayTexts, programmeStepTexts } from '../../../shared/messages/start-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { StepCard } from './step-card.tsx'

/** What is reported on and who reports is there from the beginning; an office with another list takes its own in. */
export function ProgrammeStep({ number }: { number: number }) {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const [unread, setUnread] = useState<string>()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: {} }))
  const units = useQuery(queries.units.list.queryOptions({ input: {} }))
  const take = useMutation(queries.units.import.mutationOptions())
  const count = (value: number): string => formatSmallCount(value, language)
  const importList = async (): Promise<void> => {
    const { staged, unstaged } = await host.chooseFiles({ accept: '.xlsx' })
    setUnread(unstaged[0]?.name)
    if (staged[0]) take.mutate({ file: staged[0].file })
  }
  const trouble = programme.error ?? units.error ?? take.error
  return (
    <StepCard number={number} title={say(programmeStepTexts.title)} state="done">
      {programme.data && units.data ? (
        <>
          <p>
            <strong>{programme.data.title[language]}</strong>
          </p>
          <p>
            {say(programmeStepTexts.counts, {
              indicators: count(programme.data.indicators.length),
              tasks: count(programme.data.tasks.length),
              units: count(units.data.length),
            })}{' '}
            <PlaceLink page="settings" params={{ section: 'units' }}>
              {say(programmeStepTexts.list)}
            </PlaceLink>
          </p>
        </>
      ) : (
        !trouble && <Waiting />
      )}
      {isAllowed('units.import') && (
        <div className="start-actions">
          <Button variant="default" loading={take.isPending} onClick={() => void importList()}>
            {say(programmeStepTexts.import)}
          </Button>
          <span className="muted">{say(programmeStepTexts.needed)}</span>
        </div>
      )}
      {trouble && <Trouble error={trouble} />}
      {unread !== undefined && <Notice role="alert">{say(otherWayTexts.unreadable, { name: unread })}</Notice>}
      {take.data && (
        <Notice role="status">
          {say(programmeStepTexts.imported, {
            added: count(take.data.added),
            changed: count(take.data.changed),
            unchanged: count(take.data.unchanged),
          })}
        </Notice>
      )}
    </StepCard>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { taskPageTexts } from '../../../shared/messages/task-status.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { NoteDialog, type NotePlace } from './note-dialog.tsx'
import { ProposalsView } from './proposals-view.tsx'
import { RegisterView } from './register-view.tsx'
import { TaskView } from './task-view.tsx'
import { UnitView } from './unit-view.tsx'
import './review.css'

/** `onWrite` opens the box for a note; undefined where nobody here may write. */
export type ReviewViewProps = { period: string; onWrite: ((places: readonly NotePlace[]) => void) | undefined }

const views = ['unit', 'task', 'register', 'proposals'] as const
type View = (typeof views)[number]
const viewTexts: Readonly<Record<View, keyof typeof reviewPageTexts>> = {
  unit: 'byUnit',
  task: 'byTask',
  register: 'register',
  proposals: 'proposals',
}

/** Figures and texts read unit by unit or task by task, what is noted on them, and what is followed up from period to period. */
export function ReviewPage({ period }: PageProps) {
  const { say } = useLanguage()
  if (!period)
    return (
      <>
        <PageHead title={say(reviewPageTexts.title)} />
        <EmptyState title={say(reviewPageTexts.noPeriod)} how={say(reviewPageTexts.noPeriodHow)}>
          <PlaceLink page="start">{say(reviewPageTexts.openPeriod)}</PlaceLink>
        </EmptyState>
      </>
    )
  return <Review key={period.code} period={period.code} />
}

function Review({ period }: { period: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  const [places, setPlaces] = useState<readonly NotePlace[]>()
  const [saved, setSaved] = useState(0)
  const view = views.find((one) => one === params['view']) ?? 'unit'
  const onWrite = isAllowed('notes.add') ? setPlaces : undefined
  if (programme.error) return <Trouble error={programme.error} />
  if (!programme.data) return <Waiting />
  const isReading = view === 'unit' || view === 'task'
  return (
    <>
      <PageHead title={say(reviewPageTexts.title)} />
      <div className="review-tools">
        <SegmentedControl
          aria-label={say(reviewPageTexts.views)}
          transitionDuration={0}
          value={view}
          onChange={(one) => set({ view: one })}
          data={views.map((one) => ({ value: one, label: say(reviewPageTexts[viewTexts[one]]) }))}
        />
        <span role="status">{saved > 0 && say(reviewPageTexts.saved, { count: formatSmallCount(saved, language) })}</span>
      </div>
      {view === 'unit' && <UnitView period={period} programme={programme.data} onWrite={onWrite} />}
      {view === 'task' && <TaskView period={period} programme={programme.data} onWrite={onWrite} />}
      {view === 'register' && <RegisterView period={period} programme={programme.data} />}
      {view === 'proposals' && <ProposalsView period={period} />}
      {isReading && (
        <p className="review-keys" aria-label={say(reviewPageTexts.keys)}>
          <kbd>{say(reviewPageTexts.keysPassage)}</kbd>
          <kbd>{say(reviewPageTexts.keysSentence)}</kbd>
          {onWrite && <kbd>{say(reviewPageTexts.keysPick)}</kbd>}
          {onWrite && <kbd>{say(reviewPageTexts.writeKey)}</kbd>}
          {isAllowed('tasks.setStatus') && <kbd>{say(taskPageTexts.keys)}</kbd>}
        </p>
      )}
      {places && (
        <NoteDialog
          period={period}
          places={places}
          onClose={() => setPlaces(undefined)}
          onDone={(count) => {
            setPlaces(undefined)
            setSaved(count)
          }}
        />
      )}
    </>
  )
}

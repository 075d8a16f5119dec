import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import { dueState } from '../../../shared/domain/due-state.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { shortcomingStateTexts } from '../../../shared/messages/review.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useMyUnits } from '../../client/use-my-units.ts'
import { usePaper } from '../../client/use-paper.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { NoteCard } from './note-card.tsx'

/** Every shortcoming that is followed up, over all periods, by due date; beside it the one that is chosen. */
export function RegisterView({ period, programme }: { period: string; programme: Programme }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const [all, setAll] = useState(false)
  const found = useQuery(queries.shortcomings.list.queryOptions({ input: { all } }))
  const paper = usePaper(period)
  const my = useMyUnits(period)
  if (found.error) return <Trouble error={found.error} />
  if (!found.data) return <Waiting />
  const shown = found.data.filter(({ unit }) => my.shows(unit))
  const chosen = shown.find(({ id }) => id === params['note']) ?? shown[0]
  const canNotice = isAllowed('letters.write') && found.data.some(({ audience }) => audience === 'unit')
  return (
    <>
      <div className="review-tools">
        <Checkbox label={say(reviewPageTexts.showVerified)} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        {my.mine.size > 0 && (
          <Checkbox label={say(contactPageTexts.mine)} checked={my.isOnly} onChange={(event) => my.setOnly(event.currentTarget.checked)} />
        )}
        {canNotice && (
          <Button variant="default" onClick={() => paper.write({ kind: 'notice' })}>
            {say(reviewPageTexts.writeNotices)}
          </Button>
        )}
        {paper.live.job && paper.live.job.state !== 'done' && <JobProgress job={paper.live.job} onStop={paper.live.stop} />}
        {paper.written && (
          <span role="status">{say(reviewPageTexts.paperDone, { count: formatSmallCount(paper.written.files.length, language) })}</span>
        )}
        {paper.trouble !== undefined && <Trouble error={paper.trouble} />}
      </div>
      {!chosen && my.isOnly && found.data.length > 0 && <p className="quiet">{say(contactPageTexts.noneMine)}</p>}
      {!chosen && (!my.isOnly || found.data.length === 0) && (
        <EmptyState title={say(reviewPageTexts.registerEmpty)} how={say(reviewPageTexts.registerEmptyHow)} />
      )}
      {chosen && (
        <div className="review-desk with-register">
          <div className="shortcoming-list">
            <table aria-label={say(reviewPageTexts.register)}>
              <thead>
                <tr>
                  <th scope="col">{say(reviewPageTexts.dueOn)}</th>
                  <th scope="col">{say(reviewPageTexts.unit)}</th>
                  <th scope="col">{say(reviewPageTexts.shortcoming)}</th>
                  <th scope="col">{say(reviewPageTexts.state)}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((note) => (
                  <Row
                    key={note.id}
                    note={note}
                    isChosen={note.id === chosen.id}
                    onChoose={() => set({ note: note.id }, { replace: true })}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <aside className="notes-margin" aria-label={say(reviewPageTexts.shortcoming)}>
            <NoteCard
              key={chosen.id}
              note={chosen}
              place={[chosen.unitName ?? '', chosen.input === null ? '' : labelOf(programme, chosen.input, language)]
                .filter((part) => part !== '')
                .join(', ')}
            />
          </aside>
        </div>
      )}
    </>
  )
}

function Row({ note, isChosen, onChoose }: { note: Note; isChosen: boolean; onChoose: () => void }) {
  const { language, say } = useLanguage()
  const { shortcoming, unitName, text, periods, replies } = note
  if (!shortcoming) return null
  const { dueOn, state } = shortcoming
  const due = state === 'verified' ? 'none' : dueState(dueOn, new Date())
  return (
    <tr aria-selected={isChosen} data-due={due}>
      <td>
        {dueOn === null ? <span className="quiet">{say(reviewPageTexts.noDue)}</span> : printDay(dueOn)}
        {(due === 'overdue' || due === 'soon') && <strong className="due-word">{say(reviewPageTexts[due])}</strong>}
      </td>
      <td>{unitName}</td>
      <td>
        <button type="button" className="as-link" aria-pressed={isChosen} onClick={onChoose}>
          {text}
        </button>
        {periods.length > 1 && (
          <span className="running">{say(reviewPageTexts.running, { count: formatSmallCount(periods.length, language) })}</span>
        )}
        {replies.length > 0 && state !== 'verified' && <span className="running">{say(shortcomingStateTexts.done)}</span>}
      </td>
      <td>{say(shortcomingStateTexts[state])}</td>
    </tr>
  )
}

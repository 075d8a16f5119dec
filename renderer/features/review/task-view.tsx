import { Checkbox, NativeSelect } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Programme } from '../../../shared/domain/programme.ts'
import type { TaskStatus } from '../../../shared/domain/task-status.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { taskPageTexts } from '../../../shared/messages/task-status.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { NotePlace } from './note-dialog.tsx'
import { NotesMargin } from './notes-margin.tsx'
import { PassageList, type ShownPassage } from './passage-list.tsx'
import { useCopies } from './use-copies.tsx'
import { useNotes } from './use-notes.tsx'
import { useTaskStatuses } from './use-task-statuses.tsx'
import type { ReviewViewProps } from './review-page.tsx'

/** What all units wrote on one task, as one column to read; those without anything new are folded. */
export function TaskView({ period, programme, onWrite }: ReviewViewProps & { programme: Programme }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const task = programme.tasks.find(({ code }) => code === params['task'])?.code ?? programme.tasks[0]?.code
  const read = useQuery(queries.narratives.ofTask.queryOptions({ input: task === undefined ? skipToken : { period, task } }))
  const copiesOf = useCopies({ period, ...(task === undefined ? {} : { task }) })
  const notes = useNotes(period) ?? []
  const statuses = useTaskStatuses({ period, ...(task === undefined ? {} : { task }) })
  const taskNumber = task?.replace('tsk.', '') ?? ''
  const placeTo = (unit: string): string => say(taskPageTexts.place, { unit, task: taskNumber })
  const rate =
    statuses.rate &&
    ((passage: ShownPassage, status: TaskStatus) => statuses.rate?.(passage.unit, passage.task, placeTo(passage.unitName), status))
  const [reading, setReading] = useState<string>()
  const [chosen, setChosen] = useState<NotePlace>()
  const own = useMemo(() => notes.filter(({ input }) => input === `nar.${task}`), [notes, task])
  const my = useMyUnits(period)
  const shown = (read.data ?? [])
    .filter(({ unit }) => my.shows(unit))
    .map((passage): ShownPassage => ({
      ...passage,
      key: passage.unit,
      title: passage.unitName,
      copies: copiesOf(passage.unit, passage.task),
      status: statuses.line(passage.unit, passage.task, placeTo(passage.unitName)),
    }))
  const news = shown.filter(({ isNews }) => isNews)
  const rest = shown.filter(({ isNews }) => !isNews)
  const nameOf = (unit: string | null): string => shown.find((passage) => passage.unit === unit)?.title ?? ''
  const beside = own.toSorted((a, b) => Number(b.unit === reading) - Number(a.unit === reading))
  return (
    <div className="review-desk">
      <section className="review-middle" aria-label={say(reviewPageTexts.passages)}>
        <NativeSelect
          label={say(reviewPageTexts.task)}
          value={task ?? ''}
          onChange={(event) => set({ task: event.currentTarget.value }, { replace: true })}
          data={programme.tasks.map(({ code }) => ({
            value: code,
            label: `${code.replace('tsk.', '')}. ${labelOf(programme, `nar.${code}`, language)}`,
          }))}
        />
        {my.mine.size > 0 && (
          <Checkbox
            mt="xs"
            label={say(contactPageTexts.mine)}
            checked={my.isOnly}
            onChange={(event) => my.setOnly(event.currentTarget.checked)}
          />
        )}
        {read.error && <Trouble error={read.error} />}
        {!read.data && !read.error && <Waiting />}
        {read.data && (
          <>
            <h2 className="review-part">{say(reviewPageTexts.passages)}</h2>
            <p className="quiet">
              {say(reviewPageTexts.written, { written: shown.filter(({ text }) => text !== '').length, all: shown.length })}
            </p>
            <p className="quiet">{statuses.summary}</p>
            <PassageList
              key={task}
              label={say(reviewPageTexts.passages)}
              passages={news}
              notes={own}
              onWrite={onWrite}
              onRate={rate}
              onFocus={({ unit }) => setReading(unit)}
              onChoose={setChosen}
            />
            {rest.length > 0 && (
              <details className="nothing-new">
                <summary>{say(reviewPageTexts.nothingNew, { count: formatSmallCount(rest.length, language) })}</summary>
                <PassageList
                  label={say(reviewPageTexts.nothingNew, { count: rest.length })}
                  passages={rest}
                  notes={own}
                  onWrite={onWrite}
                  onRate={rate}
                  onFocus={({ unit }) => setReading(unit)}
                  onChoose={setChosen}
                />
              </details>
            )}
          </>
        )}
      </section>
      <NotesMargin
        notes={beside}
        placeOf={({ unit }) => nameOf(unit)}
        canMove
        chosen={chosen?.input === `nar.${task}` ? chosen : undefined}
      />
      {statuses.dialog}
    </div>
  )
}

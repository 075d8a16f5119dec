import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import type { TaskStatus } from '../../../shared/domain/task-status.ts'
import { letterTexts } from '../../../shared/messages/letter.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { taskPageTexts } from '../../../shared/messages/task-status.ts'
import { showRate, targetText } from '../../../shared/rules/indicator-words.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { FigureLink } from '../../client/figure-link.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { usePaper } from '../../client/use-paper.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { NotePlace } from './note-dialog.tsx'
import { NotesMargin } from './notes-margin.tsx'
import { PassageList, type ShownPassage } from './passage-list.tsx'
import type { ReviewViewProps } from './review-page.tsx'
import { useCopies } from './use-copies.tsx'
import { useNotes } from './use-notes.tsx'
import { useTaskStatuses } from './use-task-statuses.tsx'

type UnitReadingProps = ReviewViewProps & { programme: Programme; unit: { code: string; name: string }; signs: readonly string[] }

const papers = ['notice', 'worksheet', 'record'] as const

/** One unit: what is doubtful, its figures against the targets, its texts with the last period's beside, and the notes. */
export function UnitReading({ period, programme, unit, signs, onWrite }: UnitReadingProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const read = useQuery(queries.narratives.ofUnit.queryOptions({ input: { period, unit: unit.code } }))
  const copiesOf = useCopies({ period, unit: unit.code })
  const notes = (useNotes(period) ?? []).filter((note) => note.unit === unit.code)
  const statuses = useTaskStatuses({ period, unit: unit.code })
  const paper = usePaper(period)
  const [chosen, setChosen] = useState<NotePlace>()
  const taskName = (task: string): string => `${task.replace('tsk.', '')}. ${labelOf(programme, `nar.${task}`, language)}`
  const placeTo = (task: string): string => say(taskPageTexts.place, { unit: unit.name, task: task.replace('tsk.', '') })
  const rate =
    statuses.rate &&
    ((passage: ShownPassage, status: TaskStatus) => statuses.rate?.(unit.code, passage.task, placeTo(passage.task), status))
  const placeOf = ({ input }: Note): string => (input === null ? say(reviewPageTexts.wholeUnit) : labelOf(programme, input, language))
  const passages = (read.data ?? []).map((passage): ShownPassage => ({
    ...passage,
    key: passage.task,
    title: taskName(passage.task),
    copies: copiesOf(unit.code, passage.task),
    status: statuses.line(unit.code, passage.task, placeTo(passage.task)),
    beside:
      passage.before !== null && passage.before !== '' && passage.before !== passage.text ? (
        <details className="before">
          <summary>{say(reviewPageTexts.before)}</summary>
          <p className="passage-before">{passage.before}</p>
        </details>
      ) : undefined,
  }))
  const news = passages.filter(({ isNews }) => isNews)
  const rest = passages.filter(({ isNews }) => !isNews)
  return (
    <>
      <section className="review-middle" aria-labelledby="review-unit">
        <header className="unit-head">
          <h2 id="review-unit">{unit.name}</h2>
          {onWrite && (
            <Button variant="default" size="compact-md" onClick={() => onWrite([{ unit: unit.code, words: unit.name }])}>
              {say(reviewPageTexts.write)}
            </Button>
          )}
          {isAllowed('letters.write') &&
            papers
              .filter((kind) => kind !== 'notice' || notes.some(({ audience, isClosed }) => audience === 'unit' && !isClosed))
              .map((kind) => (
                <Button key={kind} variant="default" size="compact-md" onClick={() => paper.write({ kind, units: [unit.code] })}>
                  {say(letterTexts[kind])}
                </Button>
              ))}
        </header>
        {paper.live.job?.state === 'running' && <JobProgress job={paper.live.job} onStop={paper.live.stop} />}
        {paper.live.job?.state === 'failed' && <JobProgress job={paper.live.job} />}
        {paper.written && (
          <p role="status">{say(reviewPageTexts.paperDone, { count: formatSmallCount(paper.written.files.length, language) })}</p>
        )}
        {paper.trouble !== undefined && <Trouble error={paper.trouble} />}
        <p>
          {signs.length > 0 ? signs.join(' · ') : say(reviewPageTexts.noDoubt)}{' '}
          {signs.length > 0 && (
            <PlaceLink page="reconcile" params={{ find: unit.name, level: 'warning' }}>
              {say(reviewPageTexts.toFindings)}
            </PlaceLink>
          )}
        </p>
        <UnitFigures period={period} programme={programme} unit={unit.code} />
        {read.error && <Trouble error={read.error} />}
        {!read.data && !read.error && <Waiting />}
        {read.data && (
          <>
            <h3 className="review-part">{say(reviewPageTexts.narratives)}</h3>
            <p className="quiet">{statuses.summary}</p>
            <PassageList
              label={say(reviewPageTexts.narratives)}
              passages={news}
              notes={notes}
              onWrite={onWrite}
              onRate={rate}
              onChoose={setChosen}
            />
            {rest.length > 0 && (
              <details className="nothing-new">
                <summary>{say(reviewPageTexts.nothingNew, { count: formatSmallCount(rest.length, language) })}</summary>
                <PassageList
                  label={say(reviewPageTexts.nothingNew, { count: rest.length })}
                  passages={rest}
                  notes={notes}
                  onWrite={onWrite}
                  onRate={rate}
                  onChoose={setChosen}
                />
              </details>
            )}
          </>
        )}
      </section>
      <NotesMargin notes={notes} placeOf={placeOf} canMove chosen={chosen} />
      {statuses.dialog}
    </>
  )
}

function UnitFigures({ period, programme, unit }: { period: string; programme: Programme; unit: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const figures = useQuery(queries.figures.get.queryOptions({ input: { period, unit } }))
  if (!figures.data) return null
  return (
    <table className="unit-figures" aria-label={say(reviewPageTexts.figures)}>
      <thead>
        <tr>
          <th scope="col">{say(reviewPageTexts.indicator)}</th>
          <th scope="col" className="number">
            {say(reviewPageTexts.result)}
          </th>
          <th scope="col" className="number">
            {say(reviewPageTexts.target)}
          </th>
        </tr>
      </thead>
      <tbody>
        {programme.indicators.map((indicator) => {
          const own = figures.data.indicators.find(({ code }) => code === indicator.code)
          const shown = own && showRate(own, indicator, language)
          return (
            <tr key={indicator.code} data-reached={shown?.reached}>
              <th scope="row">{say(indicator.shortLabel)}</th>
              <td className="number">
                <FigureLink unit={unit} input={indicator.numerator}>
                  {shown?.text ?? say(letterTexts.noFigure)}
                </FigureLink>
              </td>
              <td className="number">{targetText(indicator, language)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

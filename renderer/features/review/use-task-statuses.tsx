import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { TaskOfUnit } from '../../../shared/contract/tasks.ts'
import { taskStatuses, type TaskStatus } from '../../../shared/domain/task-status.ts'
import { taskPageTexts, taskStatusTexts } from '../../../shared/messages/task-status.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { EvidenceButton } from './evidence-files.tsx'
import { StatusDialog } from './status-dialog.tsx'

type Rated = { task: TaskOfUnit; place: string; status: TaskStatus | undefined }

export type TaskStatuses = {
  /** What stands under a text: what a person said, or that nobody has and what the text looks like. */
  line: (unit: string, task: string, place: string) => ReactNode
  /** Opens the box with a status chosen; undefined where nobody here may. */
  rate: ((unit: string, task: string, place: string, status: TaskStatus) => void) | undefined
  /** How many of each, in words; '' until it is known. */
  summary: string
  dialog: ReactNode
}

/** How far units are with tasks, and the box to say so. */
export function useTaskStatuses(input: { period: string; unit?: string; task?: string }): TaskStatuses {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const found = useQuery(queries.tasks.list.queryOptions({ input })).data
  const [rated, setRated] = useState<Rated>()
  const known = useMemo(() => new Map(found?.map((one) => [`${one.unit} ${one.task}`, one])), [found])
  const canRate = isAllowed('tasks.setStatus')
  const open = (unit: string, task: string, place: string, status?: TaskStatus): void => {
    const one = known.get(`${unit} ${task}`)
    if (one) setRated({ task: one, place, status })
  }
  const counts = taskStatuses.map((status): [TaskStatus, number] => [
    status,
    found?.filter(({ stated }) => stated?.status === status).length ?? 0,
  ])
  const rest = found?.filter(({ stated }) => stated === null).length ?? 0
  const parts = [
    ...counts.map(([status, count]): [string, number] => [say(taskStatusTexts[status]), count]),
    [say(taskPageTexts.unrated), rest] as const,
  ]
  return {
    line: (unit, task, place) => {
      const one = known.get(`${unit} ${task}`)
      return one && <StatusLine task={one} onRate={canRate ? () => open(unit, task, place) : undefined} />
    },
    rate: canRate ? open : undefined,
    summary: found ? parts.map(([name, count]) => `${name}: ${formatSmallCount(count, language)}`).join(' · ') : '',
    dialog: rated && (
      <StatusDialog key={`${rated.task.unit} ${rated.task.task}`} period={input.period} {...rated} onClose={() => setRated(undefined)} />
    ),
  }
}

function StatusLine({ task: { stated, suggested }, onRate }: { task: TaskOfUnit; onRate: (() => void) | undefined }) {
  const { language, say } = useLanguage()
  return (
    <div className="task-status" data-status={stated?.status ?? 'none'}>
      {stated ? (
        <p>
          <strong>{say(taskStatusTexts[stated.status])}</strong> {say(taskPageTexts.because, { evidence: stated.evidence })}{' '}
          {stated.files.map(({ sha256, name }) => (
            <EvidenceButton key={sha256} sha256={sha256} name={name} />
          ))}{' '}
          <span className="quiet">{say(taskPageTexts.by, { actor: stated.actor, at: printInstant(stated.at, language) })}</span>
        </p>
      ) : (
        <p>
          {say(taskPageTexts.unrated)}
          {suggested !== null && (
            <>
              {'. '}
              <em>{say(taskPageTexts.suggested, { status: say(taskStatusTexts[suggested]) })}</em>
            </>
          )}
        </p>
      )}
      {onRate && (
        <Button size="compact-md" variant="subtle" onClick={onRate}>
          {say(stated ? taskPageTexts.rateAgain : taskPageTexts.rate)}
        </Button>
      )}
    </div>
  )
}

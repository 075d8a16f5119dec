import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttachedPaper } from './intake-values.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { PaperForm } from './paper-form.tsx'
import { PaperNarratives } from './paper-narratives.tsx'
import { PaperView } from './paper-view.tsx'
import './papers.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { ScreenHead } from './screen-head.tsx'
import { useUnits } from './use-units.tsx'

/** The paper that the address names. */
export function PaperPlace({ receipt, period, onClose }: { receipt: string; period: Period; onClose: () => void }) {
  const { queries } = useEngine()
  const { set } = usePlace()
  const papers = useQuery(queries.papers.list.queryOptions({ input: { period: period.code } }))
  if (papers.error) return <Trouble error={papers.error} />
  if (!papers.data) return <Waiting />
  const at = papers.data.findIndex((one) => one.receipt === receipt)
  const paper = papers.data[at]
  if (!paper) return <NoPaper onClose={onClose} />
  const next = [...papers.data.slice(at + 1), ...papers.data.slice(0, at)].find((one) => one.paper === null)
  return (
    <PaperScreen
      paper={paper}
      period={period}
      onClose={onClose}
      onNext={next && (() => set({ paper: next.receipt }))}
      onKeyed={(keyed) => set({ keyed, paper: undefined })}
    />
  )
}

function NoPaper({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage()
  return (
    <>
      <ScreenHead title={say(papersPageTexts.title)} onClose={onClose} />
      <Notice role="alert">{say(papersPageTexts.gone)}</Notice>
    </>
  )
}

type PaperScreenProps = {
  paper: AttachedPaper
  period: Period
  onClose: () => void
  /** To the next one that nobody has described. */
  onNext: (() => void) | undefined
  onKeyed: (entry: string) => void
}

/** One paper of a unit: left its pages, right what is said of it and what is taken from it. */
function PaperScreen({ paper, period, onClose, onNext, onKeyed }: PaperScreenProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const { receipt, unit, name, format } = paper
  const { units, nameOf } = useUnits(period.code)
  const suggestion = useQuery(queries.papers.suggest.queryOptions({ input: { receipt } }))
  const narratives = useQuery(queries.papers.narratives.queryOptions({ input: format === 'docx' ? { receipt } : skipToken }))
  const laid = useQuery(queries.papers.taken.queryOptions({ input: unit === null ? skipToken : { period: period.code, unit } }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  const start = useMutation(queries.keyed.start.mutationOptions())
  const error = suggestion.error ?? narratives.error ?? laid.error ?? programme.error
  if (error) return <Trouble error={error} />
  if (!suggestion.data || !programme.data || (format === 'docx' && narratives.data === undefined)) return <Waiting />
  const isOpen = period.state === 'open'
  const about = (
    <>
      <PaperForm paper={paper} suggestion={suggestion.data} units={units} nameOf={nameOf} mayDescribe={isAllowed('papers.describe')} />
      {start.error && <Trouble error={start.error} />}
      <div className="row-actions">
        {unit !== null && isAllowed('keyed.start') && isOpen && (
          <Button
            variant="default"
            loading={start.isPending}
            onClick={() => whenDone(start.mutateAsync({ period: period.code, unit, receipt }), ({ id }) => onKeyed(id))}
          >
            {say(papersPageTexts.keyIn)}
          </Button>
        )}
        {paper.paper !== null && isAllowed('papers.remove') && <RemovePaper paper={paper} onDone={onClose} />}
      </div>
    </>
  )
  return (
    <div className="paper-screen">
      <ScreenHead title={name} onClose={onClose}>
        {onNext && (
          <Button variant="default" onClick={onNext}>
            {say(papersPageTexts.next)}
          </Button>
        )}
      </ScreenHead>
      {narratives.data ? (
        <PaperNarratives
          receipt={receipt}
          programme={programme.data}
          blocks={narratives.data.blocks}
          offered={narratives.data.tasks}
          proposals={narratives.data.proposals}
          laid={laid.data ?? []}
          mayTake={unit !== null && isOpen && isAllowed('papers.takeNarratives')}
        >
          {about}
        </PaperNarratives>
      ) : (
        <div className="paper-desk">
          <PaperView receipt={receipt} name={name} format={format} />
          <div className="paper-side">{about}</div>
        </div>
      )}
    </div>
  )
}

function RemovePaper({ paper, onDone }: { paper: AttachedPaper; onDone: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const remove = useMutation(queries.papers.remove.mutationOptions())
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {say(papersPageTexts.remove)}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={say(papersPageTexts.removeTitle, { file: paper.name })}
          how={say(papersPageTexts.removeHow)}
          act={say(papersPageTexts.removeNow)}
          isBusy={remove.isPending}
          error={remove.error}
          onAct={(reason) => whenDone(remove.mutateAsync({ receipt: paper.receipt, reason }), onDone)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

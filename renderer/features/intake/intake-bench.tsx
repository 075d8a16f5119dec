import { Button } from '@mantine/core'
import { FolderOpen, Inbox } from 'lucide-react'
import type { Period } from '../../../shared/domain/period.ts'
import { intakeTexts } from '../../../shared/messages/intake-page.ts'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useJob } from '../../client/use-job.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { BatchFieldsRow, type BatchFields } from './batch-fields.tsx'
import { UnstagedNotice } from './unstaged-notice.tsx'
import { useBatch, type Copying } from './use-batch.tsx'
import { useDrop } from '../../ui/use-drop.ts'

type IntakeBenchProps = {
  period: Period
  /** Nothing was received yet: the place to drop on is the page. */
  isFirst: boolean
  /** Then answering comes first, and choosing files is not the primary button. */
  hasWaiting: boolean
  fields: BatchFields
}

/** Where files are dropped, when and how they came, and how far the taking in is. */
export function IntakeBench({ period, isFirst, hasWaiting, fields }: IntakeBenchProps) {
  const { host } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const { job, stop } = useJob(params['job'])
  const batch = useBatch({
    period: period.code,
    channel: fields.channel,
    receivedAt: fields.receivedAt,
    onStarted: (id) => {
      fields.setTyped(undefined)
      set({ job: id })
    },
  })
  const isOpen = batch.copying === undefined && fields.trouble === undefined
  const isOver = useDrop(isOpen, (data) => batch.take((watch) => host.stageDropped(data, watch)))
  // In the window the engine copies while it reads, and reading is the first half.
  const isCopied = host.kind === 'browser' || (job !== undefined && job.total > 0 && job.done * 2 >= job.total)
  const isTaking = job?.state === 'running'
  return (
    <section className="bench" data-first={isFirst || undefined} data-over={isOver || undefined}>
      <div className="drop-zone">
        <Inbox size={isFirst ? 40 : 28} aria-hidden />
        <div className="drop-words">
          {isFirst && <h2>{say(intakeTexts.nothing)}</h2>}
          <p>
            {isOver
              ? say(intakeTexts.dropNow, { period: namePeriod(period, language) })
              : say(isFirst ? intakeTexts.nothingHow : intakeTexts.drop)}
          </p>
          {isFirst && <p className="quiet">{say(intakeTexts.dropAlso)}</p>}
        </div>
        <div className="drop-buttons">
          <Button
            variant={hasWaiting ? 'default' : 'filled'}
            disabled={!isOpen}
            onClick={() => batch.take((watch) => host.chooseFiles({ many: true, ...watch }))}
          >
            {say(intakeTexts.chooseFiles)}
          </Button>
          <Button
            variant="default"
            disabled={!isOpen}
            leftSection={<FolderOpen size={18} aria-hidden />}
            onClick={() => batch.take((watch) => host.chooseFolder(watch))}
          >
            {say(intakeTexts.chooseFolder)}
          </Button>
        </div>
        {isFirst && <BatchFieldsRow fields={fields} />}
        {isFirst && isAllowed('keyed.start') && period.state === 'open' && (
          <p className="row-actions">
            <span className="quiet">{say(keyedPageTexts.nothingHow)}</span>
            <Button variant="subtle" onClick={() => set({ begin: 'keyed' })}>
              {say(keyedPageTexts.start)}
            </Button>
          </p>
        )}
      </div>
      {batch.copying && batch.copying.total > 0 && <CopyProgress copying={batch.copying} onStop={batch.stop} />}
      {batch.copied !== undefined && isTaking && isCopied && (
        <p className="copied" role="status">
          ✓ {say(intakeTexts.staged, { total: formatCount(batch.copied, language) })}
        </p>
      )}
      {job && (
        <div className="taking">
          <JobProgress job={job} onStop={stop} />
          {!isTaking && (
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => {
                batch.forget()
                set({ job: undefined }, { replace: true })
              }}
            >
              {say(intakeTexts.dismiss)}
            </Button>
          )}
        </div>
      )}
      <UnstagedNotice unstaged={batch.unstaged} />
      {batch.trouble !== undefined && <Trouble error={batch.trouble} />}
    </section>
  )
}

function CopyProgress({ copying: { done, total }, onStop }: { copying: Copying; onStop: () => void }) {
  const { language, say } = useLanguage()
  const words = say(intakeTexts.staging, { done: formatCount(done, language), total: formatCount(total, language) })
  return (
    <div className="copying">
      <span>{words}</span>
      <progress value={done} max={total} aria-label={words} />
      <Button variant="default" size="compact-md" onClick={onStop}>
        {say(intakeTexts.stop)}
      </Button>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { PaperKind } from '../../../shared/domain/review.ts'
import { letterTexts } from '../../../shared/messages/letter.ts'
import { settleTexts } from '../../../shared/messages/settle-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { usePaper } from '../../client/use-paper.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'

const kinds: readonly PaperKind[] = ['query', 'minutes', 'worksheet']

/** What goes to the unit of a finding: its questions as a message or a sheet, and the minutes of what was agreed. */
export function UnitQuestions({ period, unit }: { period: string; unit: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const message = useQuery(queries.letters.message.queryOptions({ input: { period, unit } }))
  const paper = usePaper(period)
  const text = message.data?.text ?? null
  return (
    <section className="unit-questions" aria-labelledby="unit-questions">
      <h2 id="unit-questions">{say(settleTexts.papers)}</h2>
      <div className="unit-questions-buttons">
        {text !== null && (
          <CopyButton
            variant="default"
            size="compact-md"
            text={() => text}
            label={say(settleTexts.copyMessage)}
            copied={say(settleTexts.copied)}
          />
        )}
        {isAllowed('letters.write') &&
          kinds
            .filter((kind) => kind !== 'query' || text !== null)
            .map((kind) => (
              <Button key={kind} variant="default" size="compact-md" onClick={() => paper.write({ kind, units: [unit] })}>
                {say(letterTexts[kind])}
              </Button>
            ))}
      </div>
      {paper.live.job?.state === 'running' && <JobProgress job={paper.live.job} onStop={paper.live.stop} />}
      {paper.live.job?.state === 'failed' && <Trouble error={paper.live.job.error} />}
      {paper.written && <p role="status">{say(settleTexts.written, { name: paper.written.files[0]?.name ?? '' })}</p>}
      {paper.trouble !== undefined && <Trouble error={paper.trouble} />}
    </section>
  )
}

/** Takes answered query sheets in; what they say stands beside the findings. */
export function TakeAnswers() {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const take = useMutation(queries.letters.takeAnswers.mutationOptions())
  const choose = async (): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.xlsx' })
    const [file] = staged
    if (file) await take.mutateAsync({ file: file.file })
  }
  if (!isAllowed('letters.takeAnswers')) return null
  return (
    <>
      <Button variant="default" loading={take.isPending} onClick={() => void choose().catch(() => undefined)}>
        {say(settleTexts.takeAnswers)}
      </Button>
      {take.data && (
        <span role="status">
          {say(settleTexts.taken, {
            count: formatSmallCount(take.data.answers.length, language),
            rest: formatSmallCount(take.data.unanswered.length, language),
          })}
        </span>
      )}
      {take.error && <Trouble error={take.error} />}
    </>
  )
}

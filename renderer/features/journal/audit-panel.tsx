import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { AuditReport, AuditState } from '../../../shared/contract/trust.ts'
import { auditPageTexts } from '../../../shared/messages/journal-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useJob } from '../../client/use-job.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { checkName, describeAudit, describeCheckExactly } from './describe-audit.ts'
import { printHead, readHead } from './head-code.ts'

/** `nameOf` is undefined until the names of units are there. */
type AuditPanelProps = { nameOf: ((unit: string) => string) | undefined }

/** Whether everything is as it was recorded: the last check, a new one, and the head of the journal to keep on paper. */
export function AuditPanel({ nameOf }: AuditPanelProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const { params, set } = usePlace()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const last = useQuery(queries.trust.lastAudit.queryOptions({ input: {} }))
  const described = useQuery(queries.workspace.describe.queryOptions({ input: {} }))
  const { job, stop } = useJob(params['audit'])
  const start = useMutation({
    ...queries.trust.startAudit.mutationOptions(),
    onSuccess: ({ jobId }) => set({ audit: jobId }, { replace: true }),
  })
  const read = readHead(typed)
  const knownHead = read && 'head' in read ? read.head : undefined
  const letters = read && 'letters' in read ? read.letters : 0
  const head = described.data?.head
  const isRunning = job?.state === 'running'
  return (
    <section className="audit" aria-labelledby="audit">
      <h2 id="audit">{say(auditPageTexts.title)}</h2>
      {isRunning ? (
        <JobProgress job={job} onStop={stop} />
      ) : (
        <>
          {job && job.state !== 'done' && <JobProgress job={job} />}
          {last.data && nameOf && <LastAudit last={last.data} nameOf={nameOf} />}
        </>
      )}
      {last.error && <Trouble error={last.error} />}
      {start.error && <Trouble error={start.error} />}
      {isAllowed('trust.startAudit') && !isRunning && (
        <Button
          className="audit-start"
          loading={start.isPending && start.variables.knownHead === undefined}
          onClick={() => start.mutate({})}
        >
          {say(last.data?.report ? auditPageTexts.again : auditPageTexts.start)}
        </Button>
      )}
      <details className="audit-paper">
        <summary>{say(auditPageTexts.paper)}</summary>
        <div className="audit-head">
          {head && (
            <div>
              <h3>{say(auditPageTexts.head)}</h3>
              <p className="hash">{printHead(head.hash)}</p>
              <p className="hint">{say(auditPageTexts.headWhy)}</p>
              <CopyButton
                variant="default"
                label={say(auditPageTexts.copyHead)}
                copied={say(auditPageTexts.copied)}
                text={() => say(auditPageTexts.headLine, { at: printInstant(head.at, language), head: printHead(head.hash) })}
              />
            </div>
          )}
          {isAllowed('trust.startAudit') && (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                setAsked(true)
                if (!isRunning && knownHead !== undefined) start.mutate({ knownHead })
              }}
            >
              <TextInput
                label={say(auditPageTexts.known)}
                description={say(auditPageTexts.knownHow)}
                value={typed}
                onChange={(event) => {
                  setAsked(false)
                  setTyped(event.currentTarget.value)
                }}
                error={isAsked && knownHead === undefined ? say(auditPageTexts.knownShort, { count: letters }) : undefined}
                classNames={{ input: 'hash' }}
                autoComplete="off"
                spellCheck={false}
              />
              <Button type="submit" variant="default" loading={start.isPending} disabled={isRunning}>
                {say(auditPageTexts.compare)}
              </Button>
            </form>
          )}
        </div>
      </details>
    </section>
  )
}

function LastAudit({ last, nameOf }: { last: AuditState; nameOf: (unit: string) => string }) {
  const { language, say } = useLanguage()
  const { state, report, at, reference } = last
  return (
    <>
      {state === 'running' && <p role="status">{say(auditPageTexts.background)}</p>}
      {state === 'none' && <p role="status">{say(auditPageTexts.notYet)}</p>}
      {state === 'failed' && at !== null && (
        <p role="alert">{say(auditPageTexts.broken, { at: printInstant(at, language), reference: reference ?? '' })}</p>
      )}
      {report && <AuditOutcome report={report} last={last} nameOf={nameOf} />}
    </>
  )
}

function AuditOutcome({ report, last, nameOf }: { report: AuditReport; last: AuditState; nameOf: (unit: string) => string }) {
  const { language, say } = useLanguage()
  const { sentences, places, isIntact } = describeAudit(report, last, nameOf, language)
  const [first, ...others] = sentences
  const Mark = isIntact ? ShieldCheck : ShieldAlert
  return (
    <div className="audit-outcome" data-intact={isIntact} role={isIntact ? 'status' : 'alert'}>
      <Mark size={28} aria-hidden />
      <div>
        <p className="audit-verdict">{first}</p>
        {places.length > 0 && (
          <ul>
            {places.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        )}
        {others.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <details>
          <summary>{say(auditPageTexts.details)}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(auditPageTexts.check)}</th>
                <th scope="col">{say(auditPageTexts.outcome)}</th>
              </tr>
            </thead>
            <tbody>
              {report.checks.map((check) => (
                <tr key={check.name}>
                  <th scope="row">
                    <span aria-hidden>{check.problems.length === 0 ? '✓ ' : '✗ '}</span>
                    {checkName(check.name, language)}
                  </th>
                  <td>
                    {describeCheckExactly(check, language).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {report.head !== null && <p className="hash">{say(auditPageTexts.headNow, { head: printHead(report.head) })}</p>}
        </details>
      </div>
    </div>
  )
}

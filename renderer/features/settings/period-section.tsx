import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Period } from '../../../shared/domain/period.ts'
import { periodTableTexts } from '../../../shared/messages/settings.ts'
import { namePeriod, titlePeriod } from '../../../shared/rules/name-period.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { SubmitAndLeave } from './submit-and-leave.tsx'

type Asked = { to: 'close' | 'reopen'; period: Period }

/** The periods and what can be done with each: close, open again, register denominators from an outside list. */
export function PeriodSection() {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const { go } = usePlace()
  const isAllowed = useAllowed()
  const [asked, setAsked] = useState<Asked>()
  const periods = useQuery(queries.periods.list.queryOptions({ input: {} }))
  const register = useMutation(queries.periods.registerCounts.mutationOptions())
  if (periods.error) return <Trouble error={periods.error} />
  if (!periods.data) return <Waiting />
  const openButton = isAllowed('periods.open') && <Button onClick={() => go('start')}>{say(periodTableTexts.open)}</Button>
  if (periods.data.length === 0)
    return (
      <EmptyState title={say(periodTableTexts.none)} how={say(periodTableTexts.noneHow)}>
        {openButton}
      </EmptyState>
    )
  const nameOf = (code: string): string => {
    const period = periods.data.find((one) => one.code === code)
    return period ? namePeriod(period, language) : code
  }
  const registerCounts = async ({ code: period }: Period): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.xlsx' })
    const [file] = staged
    if (file) register.mutate({ period, file: file.file })
  }
  return (
    <>
      <div className="toolbar">{openButton}</div>
      {register.error && <Trouble error={register.error} />}
      {register.data && (
        <Notice role="status">
          {say(periodTableTexts.registered, {
            counts: formatSmallCount(register.data.counts, language),
            units: formatSmallCount(register.data.units, language),
            period: nameOf(register.variables.period),
          })}
        </Notice>
      )}
      <div className="panel">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{say(periodTableTexts.code)}</th>
              <th scope="col">{say(periodTableTexts.span)}</th>
              <th scope="col">{say(periodTableTexts.cutOff)}</th>
              <th scope="col">{say(periodTableTexts.due)}</th>
              <th scope="col">{say(periodTableTexts.endsYear)}</th>
              <th scope="col">{say(periodTableTexts.state)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {periods.data.map((period) => (
              <tr key={period.code}>
                <th scope="row">
                  <PeriodTitle period={period} all={periods.data} />
                </th>
                <td className="day">
                  {printDay(period.from)}&nbsp;– {printDay(period.to)}
                </td>
                <td>{printDay(period.cutOff)}</td>
                <td className="day">{printInstant(period.dueAt, language)}</td>
                <td>{say(period.endsYear ? periodTableTexts.yes : periodTableTexts.no)}</td>
                <td>{say(period.state === 'open' ? periodTableTexts.isOpen : periodTableTexts.isClosed)}</td>
                <td className="actions">
                  {period.state === 'open' && isAllowed('periods.registerCounts') && (
                    <Button variant="subtle" size="compact-md" loading={register.isPending} onClick={() => void registerCounts(period)}>
                      {say(periodTableTexts.register)}
                    </Button>
                  )}
                  {period.state === 'open' && isAllowed('periods.close') && (
                    <Button variant="subtle" size="compact-md" onClick={() => setAsked({ to: 'close', period })}>
                      {say(periodTableTexts.close)}
                    </Button>
                  )}
                  {period.state === 'closed' && isAllowed('periods.reopen') && (
                    <Button variant="subtle" size="compact-md" onClick={() => setAsked({ to: 'reopen', period })}>
                      {say(periodTableTexts.reopen)}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isAllowed('periods.registerCounts') && <p className="quiet below">{say(periodTableTexts.registerHow)}</p>}
      {asked?.to === 'close' && <CloseDialog period={asked.period} onDone={() => setAsked(undefined)} />}
      {asked?.to === 'reopen' && <ReopenDialog period={asked.period} onDone={() => setAsked(undefined)} />}
    </>
  )
}

/** Its name, and below it the code that stands in file names. */
function PeriodTitle({ period, all }: { period: Period; all: readonly Period[] }) {
  const { language } = useLanguage()
  const title = titlePeriod(period, all, language)
  return (
    <>
      {title}
      {title !== period.code && <div className="code">{period.code}</div>}
    </>
  )
}

type DialogProps = { period: Period; onDone: () => void }

function CloseDialog({ period, onDone }: DialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const close = useMutation(queries.periods.close.mutationOptions({ onSuccess: onDone }))
  return (
    <Dialog
      title={say(periodTableTexts.closeTitle, { period: namePeriod(period, language) })}
      onClose={onDone}
      onSubmit={() => close.mutate({ code: period.code })}
      trouble={close.error && <Trouble error={close.error} />}
      buttons={<SubmitAndLeave submit={say(periodTableTexts.closeNow)} isBusy={close.isPending} onLeave={onDone} />}
    >
      <p>{say(periodTableTexts.closeHow)}</p>
    </Dialog>
  )
}

function ReopenDialog({ period, onDone }: DialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [reason, setReason] = useState('')
  const reopen = useMutation(queries.periods.reopen.mutationOptions({ onSuccess: onDone }))
  return (
    <Dialog
      title={say(periodTableTexts.reopenTitle, { period: namePeriod(period, language) })}
      onClose={onDone}
      onSubmit={() => reason.trim() !== '' && reopen.mutate({ code: period.code, reason })}
      trouble={reopen.error && <Trouble error={reopen.error} />}
      buttons={
        <SubmitAndLeave
          submit={say(periodTableTexts.reopenNow)}
          isBusy={reopen.isPending}
          isReady={reason.trim() !== ''}
          onLeave={onDone}
        />
      }
    >
      <Textarea
        label={say(periodTableTexts.reason)}
        required
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}

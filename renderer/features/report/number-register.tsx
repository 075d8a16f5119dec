import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { numberTexts, signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { parseDay, printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { symbolOf } from './document-symbol.ts'
import { readNumber, todayWords } from './number-entry.ts'
import { StepDialog } from './step-dialog.tsx'

/** Every number that was given, of all periods, and what comes next. */
export function NumberRegister() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const register = useQuery(queries.reports.register.queryOptions({ input: {} }))
  const reports = useQuery(queries.reports.list.queryOptions({ input: {} }))
  const [isAdding, setAdding] = useState(false)
  if (register.error) return <Trouble error={register.error} />
  if (!register.data || !reports.data) return null
  const { termFrom, next, numbers } = register.data
  const mayRecord = isAllowed('reports.recordNumber')
  if (numbers.length === 0 && !mayRecord) return null
  const byId = new Map<string, ReportEntry>(reports.data.map((report) => [report.report, report]))
  const numberOf = (report: string | null): string => {
    const found = numbers.find((one) => one.report === report)
    return found ? symbolOf(found) : ''
  }
  return (
    <section className="panel panel-body number-register" aria-labelledby="number-register">
      <h2 id="number-register">{say(numberTexts.title)}</h2>
      <p>{say(numberTexts.about, { from: printDay(termFrom), next: next === null ? say(numberTexts.anyNumber) : String(next) })}</p>
      {mayRecord && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {say(signOffButtons.recordNumber)}
        </Button>
      )}
      {numbers.length === 0 ? (
        <p>{say(numberTexts.none)}</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{say(numberTexts.number)}</th>
              <th scope="col">{say(numberTexts.day)}</th>
              <th scope="col">{say(numberTexts.subject)}</th>
              <th scope="col">{say(numberTexts.actor)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {numbers.map((given) => {
              const { id, day, about, actor, report, supersedes } = given
              const found = report === null ? undefined : byId.get(report)
              return (
                <tr key={id}>
                  <th scope="row">{symbolOf(given)}</th>
                  <td className="day">{printDay(day)}</td>
                  <td>
                    {about}
                    {supersedes !== null && ` (${say(numberTexts.replaces, { number: numberOf(supersedes) })})`}
                  </td>
                  <td>{actor}</td>
                  <td className="day">
                    {found ? (
                      <PlaceLink page="report" params={{ period: found.period, report: found.report }}>
                        {say(numberTexts.open)}
                      </PlaceLink>
                    ) : (
                      say(numberTexts.outside)
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {isAdding && <RecordDialog next={next} onClose={() => setAdding(false)} />}
    </section>
  )
}

function RecordDialog({ next, onClose }: { next: number | null; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [typed, setTyped] = useState(next === null ? '' : String(next))
  const [typedDay, setTypedDay] = useState(todayWords)
  const [about, setAbout] = useState('')
  const [isTried, setTried] = useState(false)
  const record = useMutation(queries.reports.recordNumber.mutationOptions({ onSuccess: onClose }))
  const number = readNumber(typed)
  const day = parseDay(typedDay)
  return (
    <StepDialog
      title={say(signOffButtons.recordNumber)}
      act={say(signOffButtons.recordNumber)}
      leave={say(signOffButtons.back)}
      isBusy={record.isPending}
      error={record.error}
      onAct={() => {
        setTried(true)
        if (number !== undefined && day !== undefined && about.trim() !== '') record.mutate({ number, day, about })
      }}
      onClose={onClose}
    >
      <p>{say(signOffDialogTexts.recordHow)}</p>
      <TextInput
        label={say(signOffDialogTexts.number)}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isTried && number === undefined ? say(signOffDialogTexts.numberWrong) : undefined}
      />
      <TextInput
        label={say(signOffDialogTexts.day)}
        autoComplete="off"
        value={typedDay}
        onChange={(event) => setTypedDay(event.currentTarget.value)}
        error={isTried && day === undefined ? say(signOffDialogTexts.dayWrong) : undefined}
      />
      <TextInput
        label={say(signOffDialogTexts.about)}
        maxLength={500}
        value={about}
        onChange={(event) => setAbout(event.currentTarget.value)}
        error={isTried && about.trim() === '' ? say(signOffDialogTexts.aboutMissing) : undefined}
      />
    </StepDialog>
  )
}

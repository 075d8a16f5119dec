import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { trustSectionTexts } from '../../../shared/messages/settings.ts'
import { parseDay, printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { SubmitAndLeave } from './submit-and-leave.tsx'

type Root = { sha256: string; name: string }

/** The roots that signers are trusted by, and the day from which numbers run on. */
export function TrustSection() {
  const { queries, host } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const [asked, setAsked] = useState<Root>()
  const roots = useQuery(queries.trust.listRoots.queryOptions({ input: {} }))
  const add = useMutation(queries.trust.addRoot.mutationOptions())
  if (roots.error) return <Trouble error={roots.error} />
  if (!roots.data) return <Waiting />
  const choose = async (): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.cer,.crt,.pem,.der' })
    if (staged[0]) add.mutate({ file: staged[0].file })
  }
  return (
    <>
      <p>{say(trustSectionTexts.about)}</p>
      <div className="toolbar">
        {isAllowed('trust.addRoot') ? (
          <Button loading={add.isPending} onClick={() => void choose()}>
            {say(trustSectionTexts.add)}
          </Button>
        ) : (
          <p>{say(trustSectionTexts.administratorOnly)}</p>
        )}
      </div>
      {add.error && <Trouble error={add.error} />}
      {roots.data.length === 0 ? (
        <p>{say(trustSectionTexts.none)}</p>
      ) : (
        <div className="panel">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{say(trustSectionTexts.name)}</th>
                <th scope="col">{say(trustSectionTexts.valid)}</th>
                <th scope="col">{say(trustSectionTexts.fingerprint)}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {roots.data.map(({ sha256, name, validFrom, validTo }) => (
                <tr key={sha256}>
                  <th scope="row">{name}</th>
                  <td className="day">
                    {printDay(validFrom.slice(0, 10))}&nbsp;– {printDay(validTo.slice(0, 10))}
                  </td>
                  <td className="code">{sha256}</td>
                  <td className="actions">
                    {isAllowed('trust.removeRoot') && (
                      <Button
                        variant="default"
                        size="compact-md"
                        aria-label={say(trustSectionTexts.removeOf, { name })}
                        onClick={() => setAsked({ sha256, name })}
                      >
                        {say(trustSectionTexts.remove)}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say(trustSectionTexts.term)}</h2>
      <TermSetting />
      {asked && <RemoveDialog root={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function RemoveDialog({ root: { sha256, name }, onClose }: { root: Root; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const remove = useMutation(queries.trust.removeRoot.mutationOptions({ onSuccess: onClose }))
  return (
    <Dialog
      title={say(trustSectionTexts.removeTitle)}
      onClose={onClose}
      onSubmit={() => remove.mutate({ sha256 })}
      trouble={remove.error && <Trouble error={remove.error} />}
      buttons={<SubmitAndLeave submit={say(trustSectionTexts.remove)} isBusy={remove.isPending} onLeave={onClose} />}
    >
      <p>{say(trustSectionTexts.removeHow, { name })}</p>
    </Dialog>
  )
}

function TermSetting() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const id = useId()
  const isAllowed = useAllowed()
  const term = useQuery(queries.settings.term.queryOptions({ input: {} }))
  const [typed, setTyped] = useState<string>()
  const update = useMutation(queries.settings.updateTerm.mutationOptions({ onSuccess: () => setTyped(undefined) }))
  if (term.error) return <Trouble error={term.error} />
  if (!term.data) return <Waiting />
  const current = printDay(term.data.termFrom)
  if (!isAllowed('settings.updateTerm')) return <p>{say(trustSectionTexts.termIs, { from: current })}</p>
  const day = parseDay(typed ?? '')
  return (
    <form
      className="idle term"
      onSubmit={(event) => {
        event.preventDefault()
        if (day !== undefined) update.mutate({ termFrom: day })
      }}
    >
      <label htmlFor={id}>{say(trustSectionTexts.termFrom)}</label>
      <TextInput
        id={id}
        autoComplete="off"
        value={typed ?? current}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={typed !== undefined && day === undefined && say(trustSectionTexts.dayWrong)}
      />
      {typed !== undefined && (
        <Button type="submit" variant="default" loading={update.isPending} disabled={day === undefined}>
          {say(trustSectionTexts.save)}
        </Button>
      )}
      {update.error && <Trouble error={update.error} />}
    </form>
  )
}

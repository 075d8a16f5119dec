import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Overview } from '../../../shared/contract/overview.ts'
import { changeTexts } from '../../../shared/messages/overview-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useSession } from '../../client/use-session.ts'
import { useLanguage } from '../../ui/language.tsx'
import { describeChanges, readSeen, takeSeen, type Seen } from './compare-seen.ts'

/** What is new since this person last said that they have seen it, on this machine. */
export function ChangesSince({ view }: { view: Overview }) {
  const { queries } = useEngine()
  const session = useSession()
  const workspace = useQuery(queries.workspace.describe.queryOptions({ input: {} }))
  if (!session || !workspace.data) return null
  const person = session.account?.id ?? session.actor
  const key = `tonghop.seen/${workspace.data.workspace}/${person}/${view.period.code}`
  return <Changes key={key} storageKey={key} view={view} />
}

function Changes({ storageKey, view }: { storageKey: string; view: Overview }) {
  const { language, say } = useLanguage()
  // Who looks for the first time has nothing to compare with: what they see now is where it begins.
  const [seen, setSeen] = useState<Seen>(() => readSeen(localStorage.getItem(storageKey)) ?? takeSeen(view, new Date().toISOString()))
  useEffect(() => localStorage.setItem(storageKey, JSON.stringify(seen)), [storageKey, seen])
  const changes = describeChanges(view, seen, language)
  return (
    <section className="changes" aria-labelledby="changes">
      <h2 id="changes">{say(changeTexts.title)}</h2>
      {changes.length === 0 ? (
        <p className="quiet">
          {say(changeTexts.nothing)} {say(changeTexts.since, { at: printInstant(seen.at, language) })}.
        </p>
      ) : (
        <>
          <p className="quiet">{say(changeTexts.since, { at: printInstant(seen.at, language) })}</p>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <Button variant="default" size="compact-md" onClick={() => setSeen(takeSeen(view, new Date().toISOString()))}>
            {say(changeTexts.seen)}
          </Button>
        </>
      )}
    </section>
  )
}

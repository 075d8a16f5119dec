import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { journalPageTexts } from '../../../shared/messages/journal-page.ts'
import { pageTexts } from '../../../shared/messages/page.ts'
import { journalSentences } from '../../../shared/rules/journal-sentence.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AuditPanel } from './audit-panel.tsx'
import { JournalFilters } from './journal-filters.tsx'
import { JournalLines } from './journal-lines.tsx'
import { VerifyPanel } from './verify-panel.tsx'
import './journal.css'

/** Who did what and when, and whether everything is still as it was recorded. */
export function JournalPage() {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const units = useQuery(queries.units.list.queryOptions({ input: {} }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: {} }))
  const names = useMemo(() => new Map(units.data?.map(({ code, name }) => [code, name])), [units.data])
  const sentence = useMemo(
    () => (programme.data ? journalSentences({ programme: programme.data, units: names, language }) : undefined),
    [programme.data, names, language],
  )
  const error = units.error ?? programme.error
  return (
    <>
      <PageHead title={say(pageTexts.journal)} about={say(journalPageTexts.about)} />
      <VerifyPanel />
      <AuditPanel nameOf={units.data && ((unit) => names.get(unit) ?? unit)} />
      <section className="journal" aria-labelledby="journal-lines">
        <h2 id="journal-lines">{say(journalPageTexts.lines)}</h2>
        {error ? (
          <Trouble error={error} />
        ) : sentence && units.data ? (
          <>
            <JournalFilters units={units.data} />
            <JournalLines sentence={sentence} />
          </>
        ) : (
          <Waiting />
        )}
      </section>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { KeyedEntry } from './intake-values.ts'
import { paperFormat } from './paper-format.ts'
import { PaperView } from './paper-view.tsx'
import { sourceWords } from './source-words.ts'

/** What figures were keyed in from: the paper in its place, or who told them by phone. */
export function KeyedSource({ entry }: { entry: KeyedEntry }) {
  const { language } = useLanguage()
  const words = sourceWords(entry, language)
  return (
    <section className="keyed-source" aria-label={words}>
      <p>
        <strong>{words}</strong>
      </p>
      {entry.note !== '' && <p>{entry.note}</p>}
      {entry.receipt !== null && entry.fileName !== null && (
        <PaperView receipt={entry.receipt} name={entry.fileName} format={paperFormat(entry.fileName)} />
      )}
    </section>
  )
}

/** The same where only the entry's id is known. */
export function KeyedSourceOf({ id }: { id: string }) {
  const { queries } = useEngine()
  const entry = useQuery(queries.keyed.get.queryOptions({ input: { id } }))
  if (entry.error) return <Trouble error={entry.error} />
  return entry.data ? <KeyedSource entry={entry.data} /> : <Waiting />
}

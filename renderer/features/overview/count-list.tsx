import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'

/** `count` is undefined while it is still being counted. */
export type Counted = { name: string; label: string; count: number | undefined }

/** A few counts with their names; a count of nothing stands back. */
export function CountList({ id, title, counts }: { id: string; title: string; counts: readonly Counted[] }) {
  const { language } = useLanguage()
  return (
    <section className="counts" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl>
        {counts.map(({ name, label, count }) => (
          <div key={name} data-count={name} className={count === 0 ? 'nothing' : undefined}>
            <dt>{label}</dt>
            <dd>{count === undefined ? '…' : formatSmallCount(count, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

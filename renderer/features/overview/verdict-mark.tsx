import type { OverviewIndicator } from '../../../shared/contract/overview.ts'

/** A form of its own for each verdict, beside its words: never colour alone. */
const shapes: Record<OverviewIndicator['verdict'], string> = {
  met: 'M4.5 8.5 7 11l4.5-5.5',
  not_met: 'M8 4.2v5M8 11.4v.6',
  undetermined: 'M4.6 8h1M7.5 8h1M10.4 8h1',
  nil: 'M5.2 8h5.6',
  no_data: 'M5.2 8h5.6',
}

export function VerdictMark({ verdict }: { verdict: OverviewIndicator['verdict'] }) {
  return (
    <svg className="verdict-mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d={shapes[verdict]} />
    </svg>
  )
}

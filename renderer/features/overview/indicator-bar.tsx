import type { BarPlace } from './describe-overview.ts'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** The result as a bar, the target as an upright line, and, while units are missing, a thin bracket. */
export function IndicatorBar({ place, words }: { place: BarPlace; words: string }) {
  const { value, target, bounds } = place
  return (
    <svg className="bar" role="img" aria-label={words}>
      <rect className="bar-track" x="0" y="8" width="100%" height="10" rx="2" />
      {value !== null && <rect className="bar-value" x="0" y="8" width={percent(value)} height="10" rx="2" />}
      {bounds && (
        <g className="bar-bounds">
          <line x1={percent(bounds.low)} x2={percent(bounds.high)} y1="24" y2="24" />
          <line x1={percent(bounds.low)} x2={percent(bounds.low)} y1="20.5" y2="24.75" />
          <line x1={percent(bounds.high)} x2={percent(bounds.high)} y1="20.5" y2="24.75" />
        </g>
      )}
      <line className="bar-target" x1={percent(target)} x2={percent(target)} y1="3" y2="23" />
    </svg>
  )
}

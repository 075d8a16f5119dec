import type { SourceLine } from './programme.ts'

export const verdicts = ['met', 'not_met', 'undetermined', 'nil', 'no_data'] as const
export type Verdict = (typeof verdicts)[number]

export const bases = ['reported', 'registered', 'last_period', 'peer_max', 'none'] as const
export type Basis = (typeof bases)[number]

/** `low` and `high`: decimal strings, 4 decimals of a percent (or of the ratio), null when no basis exists. */
export type Bounds = { low: string | null; high: string | null; basis: Basis | 'mixed' | null }
export type Coverage = { reported: number; expected: number }

export type IndicatorFigures = {
  code: string
  line: SourceLine
  numerator: number
  denominator: number
  rate: string | null
  target: number
  verdict: Verdict
  final: boolean
  coverage: Coverage
  bounds: Bounds
}

export type CrossCheckFigures = {
  code: string
  line: SourceLine
  numerator: number
  denominator: number
  coverage: Coverage
}

import { resolve } from 'node:path'
import type { FindingState, Severity, SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Period } from '../../shared/domain/period.ts'
import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { Store } from '../store/database.ts'

/** `params` fill the rule's message in either language. */
export type Finding = {
  id: string
  rule: SubmissionFinding['rule']
  severity: Severity
  state: FindingState
  unit: string | null
  field: string | null
  expected: string | null
  actual: string | null
  params: SubmissionFinding['params']
  sources: readonly Source[]
}
export type Source = { path: string; sha256: string; sheet: string; cell: string }

/** What the finders of this folder read from; one period at one moment. */
export type Scene = { store: Store; period: Period; periodKey: number; programme: Programme; units: ReadonlyMap<string, Unit> }

/** A finding before it has its id; `counterpart` tells two findings of one rule and subject apart. */
export type DraftFinding = Omit<Finding, 'id' | 'field'> & {
  subject: string | null
  counterpart: string | null
  /** Finds the cells where somebody wants to see them; for findings that come in thousands. */
  look?: () => readonly Source[]
}

/** With the submission they belong to, for the overlay. */
export type StoredDraft = DraftFinding & { submission: number | null }

export const sourceOf = (
  store: Store,
  file: { sha256: string; keptAs: string },
  { sheet, cell }: { sheet: string; cell: string },
): Source => ({
  path: resolve(store.filesDirectory, file.keptAs),
  sha256: file.sha256,
  sheet,
  cell,
})

/** `unit` null: about the province. Everything not given is absent. */
export const draftFinding = (
  rule: DraftFinding['rule'],
  severity: DraftFinding['severity'],
  unit: string | null,
  rest: Partial<DraftFinding>,
): DraftFinding => ({
  rule,
  severity,
  state: 'open',
  unit,
  subject: null,
  counterpart: null,
  expected: null,
  actual: null,
  params: {},
  sources: [],
  ...rest,
})

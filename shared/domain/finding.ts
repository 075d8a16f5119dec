import type { RuleId } from '../messages/catalogue.ts'

/** Phải xử lý trước khi trình · Nên xem lại · Để biết. */
export const severities = ['blocking', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

export const findingStates = ['open', 'asked', 'kept', 'adjusted', 'waived', 'gone'] as const
export type FindingState = (typeof findingStates)[number]

export type CellReference = { sheet: string; cell: string }

/** One rule's result inside one submission; params fill the rule's message in both languages. */
export type SubmissionFinding = {
  rule: RuleId
  severity: Severity
  /** Input name without prefix for fields (`um_total`), with prefix for others (`nar.tsk.1.1`), null for the whole file. */
  subject: string | null
  /** What tells two findings of one rule and subject apart, e.g. the other field or the commune's code. */
  counterpart: string | null
  expected: string | null
  actual: string | null
  params: Readonly<Record<string, string | number>>
  cells: readonly CellReference[]
}

export type FindingDetails = Partial<Omit<SubmissionFinding, 'rule' | 'severity'>>

/** A finding with what it says; everything not given is absent. */
export const submissionFinding = (rule: RuleId, severity: Severity, details: FindingDetails = {}): SubmissionFinding => ({
  rule,
  severity,
  subject: null,
  counterpart: null,
  expected: null,
  actual: null,
  params: {},
  cells: [],
  ...details,
})

/** A reporting period. Days are ISO `yyyy-mm-dd`; `dueAt` is an ISO instant with offset. */
export type Period = {
  code: string
  from: string
  to: string
  cutOff: string
  dueAt: string
  /** `final` of every figure: a target "per year" is judged only in a period that ends the year. */
  endsYear: boolean
  state: 'open' | 'closed'
  openedAt: string
  programmeVersion: number
}

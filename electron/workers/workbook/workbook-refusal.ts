/**
 * Why a workbook is not read. `damaged`: the file contradicts itself; `too_large`: more than an honest submission can hold;
 * `unsafe`: a construction that only hostile files use; `encrypted`: members need a password; `unsupported`: a rare zip form.
 */
export type RefusalReason = 'damaged' | 'too_large' | 'unsafe' | 'encrypted' | 'unsupported'

/** Thrown inside the reader only; its callers turn it into a finding. `detail` is technical English for the log. */
export class WorkbookRefusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason, detail: string) {
    super(detail)
    this.name = 'WorkbookRefusal'
    this.reason = reason
  }
}

export const damaged = (detail: string): WorkbookRefusal => new WorkbookRefusal('damaged', detail)
export const tooLarge = (detail: string): WorkbookRefusal => new WorkbookRefusal('too_large', detail)

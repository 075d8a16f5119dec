import type { ErrorCode } from './messages/catalogue.ts'

export type ErrorParams = Readonly<Record<string, string | number>>

/** A refusal: something the user can understand and act on. Findings are data; anything else is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }
}

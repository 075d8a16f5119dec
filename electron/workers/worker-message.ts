import type { ErrorParams } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/messages/catalogue.ts'

/** What crosses the thread boundary: one request, one answer with the same number. */
export type WorkerRequest = { id: number; task: string; input: unknown }

export type WorkerAnswer =
  | { id: number; output: unknown }
  | { id: number; refusal: { code: ErrorCode; params: ErrorParams } }
  | { id: number; error: { name: string; message: string; stack: string } }

import type { SubmissionIdentity } from '../domain/submission.ts'
import { textPrint } from './text-print.ts'

/** Check value over the codes of the identity sheet. */
export const identityCheckValue = (identity: Omit<SubmissionIdentity, 'intact'>): string =>
  textPrint(identity.programme, String(identity.programmeVersion), identity.period, identity.unit, String(identity.templateVersion))

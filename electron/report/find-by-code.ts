import { AppError } from '../../shared/errors.ts'
import { readVerificationCode } from '../../shared/rules/verification-code.ts'
import type { Store } from '../store/database.ts'
import { findFreezeByCode } from '../store/report-freeze-store.ts'
import { getReport } from '../store/report-store.ts'
import { toListed, type ListedReport } from './list-reports.ts'

/** From the code of a printed slip, however it was typed. Refuses with `verify.unknown_code`. */
export function findByCode({ store }: { store: Store }, typed: string): ListedReport {
  const freeze = findFreezeByCode(store, readVerificationCode(typed))
  if (!freeze) throw new AppError('verify.unknown_code', { code: typed })
  return toListed(getReport(store, freeze.report))
}

import { join } from 'node:path'
import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findReceivedFile } from '../store/received-file-store.ts'
import type { ImportRequest } from './import-files.ts'
import { canImportAgain, getStanding, nameOf } from './list-receipts.ts'

/**
 * What brings a kept file in once more, with the day and the way it came. This is how an answer is taken back: a file that
 * was set aside is judged anew, a version that was replaced asks which one counts.
 * Refuses with `import.receipt_not_found`, `import.nothing_to_repeat`.
 */
export function requestAgain({ store }: Pick<ServiceContext, 'store'>, receipt: Id): ImportRequest {
  const standing = getStanding(store, receipt)
  const kept = standing.sha256 === null ? undefined : findReceivedFile(store, standing.sha256)
  const name = nameOf(standing.path)
  if (!kept || !canImportAgain(standing)) throw new AppError('import.nothing_to_repeat', { file: name })
  return {
    period: standing.period,
    paths: [{ path: join(store.filesDirectory, kept.keptAs), name, shownAs: standing.path }],
    receivedAt: standing.receivedAt,
    channel: standing.channel,
  }
}

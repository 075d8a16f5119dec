import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { keepFile } from '../import/keep-file.ts'
import type { ReceivedFile } from '../store/received-file-store.ts'
import type { EngineContext } from './context.ts'

/** Keeps a chosen file unchanged under its hash; its row is written by the command that names it. Refuses with `file.not_found`, `query.unreadable`. */
export async function keepStaged(
  { store, staging }: Pick<EngineContext, 'store' | 'staging'>,
  id: Id,
): Promise<{ file: ReceivedFile; path: string; name: string }> {
  const { path, name } = staging.get(id)
  const kept = await keepFile(store, path, name)
  if (kept.kind === 'unreadable') throw new AppError('query.unreadable', { file: name })
  return { file: kept.file, path: kept.path, name }
}

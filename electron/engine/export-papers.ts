import type { Id } from '../../shared/domain/identity.ts'
import { plainAscii } from '../../shared/vietnamese/plain-ascii.ts'
import { exportPapers, type ExportedPaper } from '../report/export-papers.ts'
import type { EngineContext } from './context.ts'

type Exported = { files: ExportedPaper[]; damaged: number; file?: Id; name: string }

/** The papers of a period into a folder that a person chose; without one into an archive that is kept for download. */
export async function exportPapersOf(
  context: EngineContext,
  { period, target }: { period: string; target?: Id | undefined },
): Promise<Exported> {
  const { staging } = context
  const folder = `van-ban_${plainAscii(period)}`
  const directory = target === undefined ? staging.reserve(folder, 'output').path : staging.getTarget(target).path
  const { files, paths } = await exportPapers(context, { period, directory })
  const told = { files, damaged: files.filter(({ state }) => state === 'damaged').length, name: `${folder}.zip` }
  if (target !== undefined || paths.length === 0) return target === undefined ? told : { ...told, file: target }
  const archive = staging.reserve(told.name, 'output')
  const { writeZip } = await import('../template/write-zip.ts')
  await writeZip(archive.path, paths)
  return { ...told, file: archive.id }
}

/** What is only read and written out needs no writer; who names a path is in this process. */
export { exportPapers }

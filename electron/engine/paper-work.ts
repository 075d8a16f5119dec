import { join } from 'node:path'
import type { JobResult } from '../../shared/contract/jobs.ts'
import type { PaperSource } from '../../shared/domain/letter.ts'
import { letterTexts, paperFileNames } from '../../shared/messages/letter.ts'
import { sha256 } from '../audit/canonical.ts'
import { writeTarget } from '../report/write-target.ts'
import { drawPaper, recordPaper } from '../review/write-letter.ts'
import { composePapers, type PaperRequest } from './compose-paper.ts'
import type { EngineContext } from './context.ts'
import type { JobWork } from './jobs.ts'

/** `papers`: one file where the target is a file and there is one paper, else a folder with one for each unit. */
export const paperWork =
  (
    context: EngineContext,
    { target, isFolder, ...request }: PaperRequest & { target?: string | undefined; isFolder?: boolean | undefined },
  ): JobWork<'papers'> =>
  async ({ signal, progress }): Promise<JobResult<'papers'>> => {
    const { staging } = context
    const sources = composePapers(context, request)
    progress(0, sources.length)
    const files: JobResult<'papers'>['files'] = []
    const written: string[] = []
    for (const source of sources) {
      signal.throwIfAborted()
      const bytes = await drawPaper(context, source, signal)
      const name = nameOf(source)
      const file =
        target === undefined
          ? staging.reserve(name, 'output')
          : isFolder === true || sources.length > 1
            ? staging.getTarget(staging.addOutput(join(staging.getTarget(target).path, name)))
            : staging.getTarget(target)
      await writeTarget(file.path, bytes)
      // What is recorded lies where it was wanted.
      const letter = recordPaper(context, source, bytes)
      written.push(file.path)
      files.push({ unit: 'unit' in source ? source.unit.code : null, file: file.id, name, sha256: sha256(bytes), letter })
      progress(files.length, sources.length)
    }
    if (target !== undefined || files.length < 2) return { kind: request.kind, files }
    const archive = staging.reserve(`${letterTexts[request.kind].en.toLowerCase().replaceAll(' ', '-')}_${request.period}.zip`, 'output')
    await (await import('../template/write-zip.ts')).writeZip(archive.path, written)
    return { kind: request.kind, files, archive: archive.id }
  }

function nameOf(source: PaperSource): string {
  const period = source.frame.period.code.replaceAll(/[^\w.-]/g, '-')
  const unit = 'unit' in source ? source.unit.code.split('.').slice(1).join('-') : ''
  const round = source.kind === 'urging' ? String(source.round) : ''
  return paperFileNames[source.kind].replace('{period}', period).replace('{unit}', unit).replace('{round}', round)
}

import type { Id } from '../../shared/domain/identity.ts'
import { openReport } from '../report/kept-report.ts'
import { writeTarget } from '../report/write-target.ts'
import type { EngineContext } from './context.ts'

/** Writes the kept PDF where a person chose, or keeps it for download. Refuses with `report.not_found | bytes_lost | not_written`, `file.not_found`. */
export async function saveReportAs(
  context: Pick<EngineContext, 'store' | 'staging'>,
  input: { report: Id; target?: Id | undefined },
): Promise<{ file: Id; name: string }> {
  const { path, name, bytes } = await openReport(context, input.report)
  if (input.target === undefined) return { file: context.staging.addInput(path, name), name }
  const target = context.staging.getTarget(input.target)
  await writeTarget(target.path, bytes)
  return { file: target.id, name }
}

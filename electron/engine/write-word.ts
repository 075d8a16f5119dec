import type { ReportKind } from '../../shared/domain/programme.ts'
import { reportButtons } from '../../shared/messages/report-page.ts'
import { fillText } from '../../shared/messages/text.ts'
import { assembleReport } from '../../shared/rules/assemble-report.ts'
import { sha256 } from '../audit/canonical.ts'
import { writeTarget } from '../report/write-target.ts'
import { composeReport } from './compose-report.ts'
import type { EngineContext } from './context.ts'

/** An appendix of 5,000 units is written in a few seconds. */
const timeoutMs = 300_000

/**
 * The report of today's figures as a Word file, kept for download without a target. Refuses with `period.not_found`,
 * `report.source_broken | figures_disagree | not_written`.
 */
export async function writeWord(
  context: EngineContext,
  { period, kind, target: wanted }: { period: string; kind: ReportKind; target?: string | undefined },
): Promise<{ file: string; name: string; sha256: string }> {
  const { staging, pool } = context
  const source = composeReport(context, { period, kind })
  const identity = { programme: source.programme.code, period, kind }
  const { bytes } = await pool.run('write_document', { model: assembleReport(source), identity }, { timeoutMs })
  const target =
    wanted === undefined ? staging.reserve(fillText(reportButtons.wordName, 'vi', { period }), 'output') : staging.getTarget(wanted)
  await writeTarget(target.path, bytes)
  return { file: target.id, name: target.name, sha256: sha256(bytes) }
}

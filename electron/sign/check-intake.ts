import { AppError } from '../../shared/errors.ts'
import type { ChangeProblem, PdfVerdict } from '../../shared/domain/pdf-verdict.ts'
import type { WorkerPool } from '../workers/pool.ts'

/**
 * A paper that comes back from an outside signing tool is taken only if it is the very bytes that went out, with signatures and
 * nothing else behind them. Refuses with `report.intake_other | intake_unsigned | intake_changed`.
 */
export async function checkIntake(
  { pool }: { pool: WorkerPool },
  { sent, returned, path }: { sent: Uint8Array; returned: Uint8Array; path: string },
): Promise<{ signer: string }> {
  if (returned.length <= sent.length || Buffer.compare(returned.subarray(0, sent.length), sent) !== 0)
    throw new AppError('report.intake_other')
  const { verdict, added } = await pool.run('verify_pdf', { path, roots: [], since: sent.length })
  const fresh = verdict.signatures.filter(({ end }) => end > sent.length)
  const newest = fresh.at(-1)
  if (!newest || verdict.tail !== 0) throw new AppError('report.intake_unsigned')
  const problems = problemsOf(verdict, added)
  if (problems.length > 0) throw new AppError('report.intake_changed', { problems: problems.join(', ') })
  return { signer: newest.signer }
}

function problemsOf({ integrity, later }: PdfVerdict, added: Added | undefined): string[] {
  const problems: string[] = [...new Set<ChangeProblem>([...later.problems, ...(added?.problems ?? [])])]
  // Number and day are given by the register, never by a tool.
  if (added?.number || added?.day) problems.push('number')
  if (!integrity && problems.length === 0) problems.push('digest')
  return problems
}

type Added = { problems: readonly ChangeProblem[]; number: boolean; day: boolean }

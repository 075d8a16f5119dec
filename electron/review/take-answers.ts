import type { Id } from '../../shared/domain/identity.ts'
import { AppError } from '../../shared/errors.ts'
import { readQuery } from '../../shared/rules/letters/read-query.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { getExpectedUnit, getPeriod } from '../store/period-store.ts'
import { findReceivedFile, insertReceivedFile, type ReceivedFile } from '../store/received-file-store.ts'
import { insertAnswer, listAnswersOf, type QueryAnswer } from '../store/settlement-store.ts'

export type TakenAnswers = {
  period: string
  unit: string
  answers: { finding: Id; verdict: QueryAnswer['verdict']; value: number | null; text: string }[]
  /** Questions that came back without a word. */
  unanswered: Id[]
}

/**
 * Takes the answers of a query sheet in, each beside the finding it answers; nothing is settled by it. The same answer from the
 * same file is not taken twice. Refuses with `query.not_ours | unreadable`, `period.not_found`, `unit.not_found`.
 */
export async function takeAnswers(
  context: ServiceContext,
  kept: { file: ReceivedFile; path: string; name: string },
): Promise<TakenAnswers> {
  const { store } = context
  const read = await context.pool.run('read_workbook', { path: kept.path, name: kept.name })
  if ('finding' in read) throw new AppError('query.unreadable', { file: kept.name })
  const query = readQuery(read.workbook)
  if (!query) throw new AppError('query.not_ours', { file: kept.name })
  const period = getPeriod(store, query.period).code
  const unit = getExpectedUnit(store, period, query.unit).code
  return runCommand(context, () => {
    if (!findReceivedFile(store, kept.file.sha256)) insertReceivedFile(store, kept.file)
    const at = context.clock()
    const fresh = query.answers.filter(
      ({ finding }) => !listAnswersOf(store, period, finding).some(({ sha256 }) => sha256 === kept.file.sha256),
    )
    const rows = fresh.map((answer) => {
      const id = context.newId()
      insertAnswer(store, { ...answer, id, period, unit, sha256: kept.file.sha256, actor: context.actor, at })
      return { table: 'query_answer' as const, key: id }
    })
    const params = { period, unit, answers: fresh.length, sha256: kept.file.sha256 }
    return {
      entry: { action: 'query.answer', params, rows },
      result: { period, unit, answers: query.answers, unanswered: query.unanswered },
    }
  })
}

import { AppError } from '../../shared/errors.ts'
import { queryWords } from '../../shared/messages/query.ts'
import { fillWords } from '../../shared/messages/workbook.ts'
import { periodWords } from '../../shared/rules/letters/frame-paper.ts'
import { formatSmallCount } from '../../shared/vietnamese/format-number.ts'
import type { ServiceContext } from '../audit/context.ts'
import { composePapers } from './compose-paper.ts'

/** The questions to a unit as a message to be sent by phone; null when there are none. It is text for the unit: Vietnamese. */
export function queryMessage(context: ServiceContext, { period, unit }: { period: string; unit: string }): string | null {
  try {
    const [source] = composePapers(context, { period, kind: 'query', units: [unit] })
    if (source?.kind !== 'query') return null
    const params = { unit: source.unit.name, period: periodWords(source.frame), count: formatSmallCount(source.questions.length) }
    return [
      fillWords(queryWords.messageHead, params),
      ...source.questions.map(({ sentence }, index) => fillWords(queryWords.messageLine, { order: index + 1, sentence })),
      queryWords.messageEnd,
    ].join('\n')
  } catch (error) {
    if (error instanceof AppError && error.code === 'letter.nobody') return null
    throw error
  }
}

import type { Id } from '../../shared/domain/identity.ts'
import type { PaperSource } from '../../shared/domain/letter.ts'
import { letterKinds, type LetterKind } from '../../shared/domain/review.ts'
import { assemblePaper } from '../../shared/rules/letters/assemble-paper.ts'
import { assembleRecord, recordRooms } from '../../shared/rules/letters/assemble-record.ts'
import { sha256, type Json } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { countLetters, insertLetter, listLetters, type Letter } from '../store/desk-store.ts'
import { getPeriod } from '../store/period-store.ts'

/** The bytes of a paper: pages, or a workbook for questions. Equal sources give equal bytes. */
export async function drawPaper({ pool }: Pick<ServiceContext, 'pool'>, source: PaperSource, signal?: AbortSignal): Promise<Uint8Array> {
  const options = signal ? { signal } : {}
  if (source.kind === 'query') return (await pool.run('write_query', source, options)).bytes
  if (source.kind !== 'record') return (await pool.run('render_report', assemblePaper(source), options)).bytes
  // A record is one sheet: what does not fit is counted instead of told.
  for (const room of recordRooms) {
    const { bytes, pages } = await pool.run('render_report', assembleRecord(source, room), options)
    if (pages === 1 || room === recordRooms.at(-1)) return bytes
  }
  throw new Error('there is no room for a record')
}

const isLetter = (kind: PaperSource['kind']): kind is LetterKind => letterKinds.some((one) => one === kind)

/** How often this paper went out before, and once more. */
export const nextRound = ({ store }: Pick<ServiceContext, 'store'>, period: string, kind: LetterKind, unit: string | null): number =>
  countLetters(store, period, kind, unit) + 1

/** Enters a paper in the register of what goes out, with its content as it was then; papers of the office's own are not kept there. */
export function recordPaper(context: ServiceContext, source: PaperSource, bytes: Uint8Array): Id | null {
  const { store, actor, newId } = context
  const { kind, frame } = source
  if (!isLetter(kind)) return null
  const unit = 'unit' in source ? source.unit.code : null
  const period = frame.period.code
  return runCommand(context, () => {
    const letter: Letter = {
      id: newId(),
      period,
      unit,
      kind,
      round: nextRound(context, period, kind, unit),
      content: JSON.stringify(contentOf(source)),
      sha256: sha256(bytes),
      actor,
      at: context.clock(),
    }
    insertLetter(store, letter)
    const params = { letter: letter.id, period, kind, round: letter.round, sha256: letter.sha256, ...(unit === null ? {} : { unit }) }
    return { entry: { action: 'letter.write', params, rows: [{ table: 'letter', key: letter.id }] }, result: letter.id }
  })
}

/** What was said, without what every paper has: the list of an urging letter is frozen here. */
function contentOf({ frame, ...content }: PaperSource): Json {
  return { at: frame.at, profile: frame.profile.code, ...(JSON.parse(JSON.stringify(content)) as Record<string, Json>) }
}

/** `units` are those named in an urging letter; the unit itself elsewhere. */
export type ListedLetter = Omit<Letter, 'content'> & { units: string[] }

/** The register of what went out in a period, oldest first. Refuses with `period.not_found`. */
export function listWrittenLetters({ store }: Pick<ServiceContext, 'store'>, request: { period: string }): ListedLetter[] {
  return listLetters(store, getPeriod(store, request.period).code).map(({ content, ...letter }) => {
    const { missing = [], pending = [] } = JSON.parse(content) as { missing?: { code: string }[]; pending?: { code: string }[] }
    return { ...letter, units: letter.unit === null ? [...missing, ...pending].map(({ code }) => code) : [letter.unit] }
  })
}

import { join } from 'node:path'
import type { DocumentBlock } from '../../../shared/domain/document.ts'
import type { Id } from '../../../shared/domain/identity.ts'
import { indexUnits, findUnitNames } from '../../../shared/rules/find-unit-names.ts'
import { describePaper as describeByRules, type PaperDescription } from '../../../shared/rules/papers/describe-paper.ts'
import { matchNarratives, type NarrativeMatches } from '../../../shared/rules/papers/match-narratives.ts'
import { suggestFigures, type SuggestedFigure } from '../../../shared/rules/papers/suggest-figures.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { getPeriod, listExpectedUnits } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { findReceivedFile } from '../../store/received-file-store.ts'
import { listUnits } from '../../store/unit-store.ts'
import { nameOf } from '../list-receipts.ts'
import { getAttachedFile } from './list-papers.ts'

type Doors = Pick<ServiceContext, 'store' | 'pool'>

/** What a Word paper says of itself; every part only a suggestion, empty where it does not say it. `units`: those its head names. */
export type PaperSuggestion = { number: string; issuedOn: string | null; signer: string; subject: string; units: readonly string[] }

/** The text of a Word paper with what may be taken from it; nothing is taken by itself. */
export type PaperNarratives = NarrativeMatches & { blocks: readonly DocumentBlock[] }

const nothing: PaperSuggestion = { number: '', issuedOn: null, signer: '', subject: '', units: [] }

/** Suggests what can be said of a paper; of what cannot be read nothing. Refuses with `paper.not_found`. */
export async function suggestPaper(context: Doors, receipt: Id): Promise<PaperSuggestion> {
  const { store } = context
  const file = getAttachedFile(context, receipt)
  const blocks = await readBlocks(context, receipt)
  if (!blocks) return nothing
  const said: PaperDescription = describeByRules({ blocks })
  const expected = new Set(listExpectedUnits(store, file.period).map(({ code }) => code))
  const named = said.issuer ? findUnitNames(said.issuer.value, indexUnits(listUnits(store))).map(({ unit }) => unit) : []
  return {
    number: said.number?.value ?? '',
    issuedOn: said.issuedOn?.value ?? null,
    signer: said.signer?.value ?? '',
    subject: said.subject?.value ?? '',
    units: [...new Set(named)].filter((unit) => expected.has(unit)),
  }
}

/** The document by its blocks, with the passages suggested for each task; null where it cannot be read. Refuses with `paper.not_found`. */
export async function readNarratives(context: Doors, receipt: Id): Promise<PaperNarratives | null> {
  const { store } = context
  const file = getAttachedFile(context, receipt)
  const blocks = await readBlocks(context, receipt)
  if (!blocks) return null
  const programme = getProgramme(store, getPeriod(store, file.period).programmeVersion)
  return { blocks, ...matchNarratives({ blocks }, programme) }
}

/** What the tables of the paper say on fields, in their order; of what cannot be read nothing. Refuses with `paper.not_found`. */
export async function readFigures(context: Doors, receipt: Id): Promise<SuggestedFigure[]> {
  const { store } = context
  const file = getAttachedFile(context, receipt)
  const blocks = await readBlocks(context, receipt)
  return blocks ? suggestFigures({ blocks }, getProgramme(store, getPeriod(store, file.period).programmeVersion)) : []
}

/** Undefined for what is no Word file, or cannot be read in the limits of a worker. */
async function readBlocks({ store, pool }: Doors, receipt: Id): Promise<readonly DocumentBlock[] | undefined> {
  const file = getAttachedFile({ store }, receipt)
  const kept = findReceivedFile(store, file.sha256)
  const name = nameOf(file.path)
  if (!kept || !/\.docx$/i.test(name)) return undefined
  try {
    const read = await pool.run('read_document', { path: join(store.filesDirectory, kept.keptAs), name })
    return 'document' in read ? read.document.blocks : undefined
  } catch (error) {
    // A worker that ran out of time or memory is what is wrong with the file.
    if (error instanceof Error && error.name === 'WorkerFailure' && 'reason' in error && error.reason !== 'closed') return undefined
    throw error
  }
}

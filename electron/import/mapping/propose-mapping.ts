import type { Id } from '../../../shared/domain/identity.ts'
import type { MappingProposal, MappingReading } from '../../../shared/domain/layout-mapping.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { listKeptMappings, listMappingsOfLayout, type KeptMapping } from '../../store/kept-mapping-store.ts'
import { getPeriod, listExpectedUnits } from '../../store/period-store.ts'
import { getProgramme } from '../../store/programme-store.ts'
import { findSubmission, type StoredSubmission } from '../../store/submission-store.ts'
import { listUnits } from '../../store/unit-store.ts'
import { readQuestion } from '../held-question.ts'
import { fileOf, knownWords, proposeFor } from './read-by-mapping.ts'

/** Everything a person needs to say how a waiting table is read. `kept`: mappings of the same layout, the likeliest first. */
export type MappingQuestion = {
  submission: Id
  period: string
  originalName: string
  /** Likeliest first; only those that the period expects. */
  units: readonly string[]
  proposal: MappingProposal
  kept: readonly KeptMapping[]
}

/** The rules of a question about how a table is read. */
const mappingRules: ReadonlySet<string> = new Set(['M45', 'M57', 'M68'])

/** Refuses with `import.held_not_found`, `mapping.not_held`. */
export function getHeldTable({ store }: Pick<ServiceContext, 'store'>, id: Id): StoredSubmission {
  const held = findSubmission(store, id)
  if (!held || held.state !== 'held') throw new AppError('import.held_not_found', { id })
  if (!mappingRules.has(readQuestion(held.question).reasons[0]?.rule ?? '')) throw new AppError('mapping.not_held')
  return held
}

/**
 * How a waiting table may be read: what the rules find, starting from the words that this unit's tables used before. `unit`: whose
 * words; left out, those of the likeliest unit. Refuses with `import.held_not_found`, `mapping.not_held`, `mapping.unreadable`,
 * `sheet.file_missing`.
 */
export async function proposeForHeld(
  context: ServiceContext,
  request: { id: Id; unit?: string | undefined; reading?: Partial<MappingReading> | undefined },
): Promise<MappingQuestion> {
  const { store } = context
  const held = getHeldTable(context, request.id)
  const file = fileOf(context, held)
  const { programmeVersion } = getPeriod(store, held.period)
  const scene = { programme: JSON.stringify(getProgramme(store, programmeVersion)), units: JSON.stringify(listUnits(store)) }
  const reading = request.reading ?? {}
  const first = await proposeFor(context, file, scene, { reading })
  if (first === null) throw new AppError('mapping.unreadable', { file: held.originalName })
  const { suggestions } = readQuestion(held.question)
  const rank = (unit: string): number => (request.unit === unit ? 0 : first.units.includes(unit) ? 1 : suggestions.includes(unit) ? 2 : 3)
  const kept = listMappingsOfLayout(store, first.layoutKey).toSorted((a, b) => rank(a.unit) - rank(b.unit))
  const fitting = kept.filter(({ unit }) => rank(unit) < 3 || kept.length === 1).map(({ unit }) => unit)
  const asked = request.unit === undefined ? [] : [request.unit]
  const expected = new Set(listExpectedUnits(store, held.period).map(({ code }) => code))
  const units = [...new Set([...asked, ...fitting, ...first.units, ...suggestions])].filter((unit) => expected.has(unit))
  const known = units[0] === undefined ? {} : knownWords(listKeptMappings(store, { unit: units[0] }))
  const isFound = Object.keys(known).length === 0 && first.owners.length < 2
  const better = isFound ? first : await proposeFor(context, file, scene, { unit: units[0], known, reading })
  const { id: submission, period, originalName } = held
  return { submission, period, originalName, units, proposal: better ?? first, kept }
}

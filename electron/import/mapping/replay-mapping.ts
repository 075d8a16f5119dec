import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import type { Id } from '../../../shared/domain/identity.ts'
import { findUnitNames, type UnitIndex } from '../../../shared/rules/find-unit-names.ts'
import type { ServiceContext } from '../../audit/context.ts'
import { listMappingsOfLayout, type KeptMapping } from '../../store/kept-mapping-store.ts'
import type { ReadOutcome } from '../../workers/tasks.ts'
import { readKept } from '../read-kept.ts'
import { proposeFor, readBy, type MappingScene } from './read-by-mapping.ts'

/**
 * A file as it is taken in. `replayed`: it was read by a mapping that a person confirmed for this unit and layout. `layout`: of a
 * table that waits to be told how it is read; `kept` is the mapping that fits, where something else is in doubt.
 */
export type ReadVersion =
  | (Extract<ReadOutcome, { kind: 'submission' }> & { replayed?: { unit: string; mapping: Id } })
  | (Extract<ReadOutcome, { kind: 'off_template' }> & { layout?: TableLayout })
  | Exclude<ReadOutcome, { kind: 'submission' | 'off_template' }>

/** `owners`: units that its tables are of; several where communes share a file. */
export type TableLayout = { key: string; kept: KeptMapping | null; claims: readonly string[]; owners: readonly string[] }

export type ReadScene = MappingScene & {
  index: UnitIndex
  expected: ReadonlySet<string>
  signal: AbortSignal | undefined
}

/**
 * Reads a file, and a table that the unit made itself by what was confirmed before. Nothing decides alone whose it is: the heads of
 * its sheets must speak of the same units as then, they or the file's name must name the unit, and the name no other. A file that is
 * not .xlsx always waits.
 */
export async function readVersion(
  context: ServiceContext,
  path: string,
  arrival: { fileName: string; folders: string },
  scene: ReadScene,
): Promise<ReadVersion> {
  const read = await readKept(context, path, arrival.fileName, scene)
  if (read.kind !== 'off_template') return read
  const file = { path, name: arrival.fileName }
  const proposal = await proposeFor(context, file, scene)
  if (proposal === null) return read
  const claims = proposal.units.toSorted()
  const candidates = listMappingsOfLayout(context.store, proposal.layoutKey).filter(({ unit }) => scene.expected.has(unit))
  const named = unitsIn(arrival.fileName, scene.index)
  const around = unitsIn(arrival.folders, scene.index)
  const speaksOf = (unit: string): boolean => claims.includes(unit) || named.has(unit) || around.has(unit)
  const sure = candidates.filter(
    ({ unit, claims: then }) => isSameList(then, claims) && speaksOf(unit) && (named.size === 0 || named.has(unit)),
  )
  const [only] = sure
  if (only && sure.length === 1 && read.finding.rule === 'M45') {
    const applied = await readBy(context, file, scene, only)
    if (applied && !applied.mapped.findings.some(isOpenAgain))
      return {
        kind: 'submission',
        mapped: applied.mapped,
        contentSha256: applied.contentSha256,
        replayed: { unit: only.unit, mapping: only.id },
      }
  }
  const likely = only ?? (candidates.length === 1 ? candidates[0] : candidates.find(({ unit }) => speaksOf(unit)))
  return { ...read, layout: { key: proposal.layoutKey, kept: likely ?? null, claims, owners: proposal.owners } }
}

/** Its labels are others than when a person looked, or its cells are of another unit's table. */
const isOpenAgain = ({ rule, severity }: SubmissionFinding): boolean => rule === 'M20' || (rule === 'M29' && severity === 'blocking')

const unitsIn = (text: string, index: UnitIndex): ReadonlySet<string> =>
  new Set(findUnitNames(text.replace(/\.[A-Za-z]{2,5}$/, ''), index).map(({ unit }) => unit))

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])

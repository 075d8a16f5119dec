import { basename } from 'node:path'
import type { Unit } from '../../shared/domain/unit.ts'
import { parseUnitList, refuseUnitList } from '../../shared/rules/parse-unit-list.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { listUnits, upsertUnit } from '../store/unit-store.ts'
import { readListFile } from './list-rows.ts'

/** The units of an Excel list; `knownCodes` may be parents without standing in it. Refuses with `list.unreadable`, `unit_list.invalid`. */
export async function readUnitList(context: Pick<ServiceContext, 'pool'>, path: string, knownCodes?: ReadonlySet<string>): Promise<Unit[]> {
  const reading = parseUnitList(await readListFile(context, path), knownCodes)
  if ('problems' in reading) throw refuseUnitList(reading.problems)
  return reading.units
}

/**
 * Adds the units of an Excel list and gives known codes their new values; units that the list does not name stay, and
 * periods already open keep whom they expect. Refuses as `readUnitList` does.
 */
export async function importUnits(context: ServiceContext, path: string): Promise<{ added: number; changed: number; unchanged: number }> {
  const { store } = context
  const units = await readUnitList(context, path, new Set(listUnits(store).map(({ code }) => code)))
  return runCommand(context, () => {
    const before = new Map(listUnits(store).map((unit) => [unit.code, JSON.stringify(sorted(unit))]))
    const written = units.filter((unit) => before.get(unit.code) !== JSON.stringify(sorted(unit)))
    for (const unit of written) upsertUnit(store, unit)
    const added = written.filter(({ code }) => !before.has(code)).length
    const result = { added, changed: written.length - added, unchanged: units.length - written.length }
    return {
      entry: {
        action: 'unit.import',
        params: { file: basename(path), ...result },
        rows: written.map(({ code }) => ({ table: 'unit', key: code }) as const),
      },
      result,
    }
  })
}

const sorted = ({ code, name, kind, line, parent, rank, validFrom, validTo, aliases }: Unit): Unit => ({
  code,
  name,
  kind,
  line,
  parent,
  rank,
  validFrom,
  validTo,
  aliases: [...new Set(aliases)].toSorted(),
})

import { basename } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand } from '../audit/run-command.ts'
import { listUnits, upsertUnit } from '../store/unit-store.ts'
import { readListFile } from './list-rows.ts'
import { parseUnitList } from './parse-unit-list.ts'

/** The units of an Excel list, for set-up. Refuses with `list.*`. */
export async function readUnitList(context: Pick<ServiceContext, 'pool'>, path: string): Promise<Unit[]> {
  return parseUnitList(await readListFile(context, path), basename(path))
}

/**
 * Adds the units of an Excel list and gives known codes their new values; units that the list does not name stay, and
 * periods already open keep whom they expect. Refuses with `list.*`, `unit.not_found` for a parent nobody knows.
 */
export async function importUnits(context: ServiceContext, path: string): Promise<{ added: number; changed: number; unchanged: number }> {
  const units = await readUnitList(context, path)
  const { store } = context
  return runCommand(context, () => {
    const before = new Map(listUnits(store).map((unit) => [unit.code, JSON.stringify(sorted(unit))]))
    const codes = new Set([...before.keys(), ...units.map(({ code }) => code)])
    for (const { parent } of units) if (parent !== null && !codes.has(parent)) throw new AppError('unit.not_found', { unit: parent })
    const written = units.filter((unit) => before.get(unit.code) !== JSON.stringify(sorted(unit)))
    for (const unit of written) upsertUnit(store, unit)
    const added = written.filter(({ code }) => !before.has(code)).length
    const result = { added, changed: written.length - added, unchanged: units.length - written.length }
    return {
      entry: { action: 'unit.import', params: { file: basename(path), ...result }, rows: written.map(({ code }) => ({ table: 'unit', key: code }) as const) },
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

import { join } from 'node:path'
import { ask, askPython } from './tonghop.ts'

export type UnitRow = { code: string; name: string; kind: string; line: string }
export type Figures = {
  indicators: readonly {
    code: string
    numerator: number
    verdict: string
    coverage: { reported: number; expected: number }
    bounds: { basis: string | null }
  }[]
  crossChecks: readonly unknown[]
  fields: Readonly<Record<string, number | null>>
  states: Readonly<Record<string, string>>
}
export type PooledTruth = { province: Figures; units: Readonly<Record<string, Figures>> }
export type FilledSet = {
  /** What the sums are without the workbooks held back, and with them. */
  now: PooledTruth
  all: PooledTruth
  readings: Readonly<Record<string, Readonly<Record<string, readonly [state: string, value: number | null]>>>>
  missing: readonly string[]
  files: Readonly<Record<string, string>>
}

export const earlierPeriod = '2025-N'
export const period = '2026-H1'

export async function openPeriods(data: string): Promise<void> {
  await ask(data, ['init'])
  await ask(data, ['period', 'open', earlierPeriod, '--from', '2024-12-15', '--to', '2025-12-14', '--due', '2025-12-20 17:00'])
  await ask(data, ['period', 'open', period, '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-20 17:00'])
}

export const listUnits = async (data: string): Promise<readonly UnitRow[]> =>
  (await ask<{ units: UnitRow[] }>(data, ['units', 'list'])).units

/** `every` n-th unit only gets a template; of those, about `share` send. */
export type FillOptions = {
  seed: number
  share: number
  final?: boolean
  earlier?: FilledSet
  register?: string
  zip?: string
  every?: number
}

/** Templates out of the program, filled by a script that knows nothing of it but the defined names, and pooled by it. */
export async function fillTemplates(data: string, of: string, folder: string, options: FillOptions): Promise<FilledSet> {
  const units = await listUnits(data)
  const { every } = options
  const chosen = every === undefined ? [] : units.filter((_, index) => index % every === 0).flatMap(({ code }) => ['--unit', code])
  const { files } = await ask<{ files: { unit: string | null; path: string }[] }>(data, [
    'templates',
    '--period',
    of,
    '--out',
    join(folder, 'templates'),
    ...chosen,
  ])
  return askPython('./fill_and_pool.py', {
    seed: options.seed,
    share: options.share,
    final: options.final ?? false,
    units,
    templates: Object.fromEntries(files.flatMap(({ unit, path }) => (unit === null ? [] : [[unit, path]]))),
    arrived: join(folder, 'arrived'),
    held_back: join(folder, 'held-back'),
    earlier: options.earlier ?? null,
    register: options.register ?? null,
    zip: options.zip ?? null,
  }) as FilledSet
}

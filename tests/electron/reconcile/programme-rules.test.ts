import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openStore } from '../../../electron/store/database.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { runCommand } from '../../kit/run-command.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { countingIds } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const finding = z.object({
  rule: z.string(),
  unit: z.string().nullable(),
  field: z.string().nullable(),
  severity: z.string(),
  message: z.string(),
})

it('[R30] a programme with rules of its own is taken in, asked and listed; one with a broken rule is refused with the place', async () => {
  const folder = temporaryFolder()
  const write = (when: string): string => {
    const file = join(folder, `${when.length}.json`)
    const message = { vi: '{unitName}: mới có {uc_total} cán bộ công đoàn.', en: '{unitName}: only {uc_total} union cadres.' }
    writeFileSync(
      file,
      JSON.stringify({ ...bundledProgramme(), rules: [{ code: 'rule.few_cadres', severity: 'blocking', message, when, missing: 'any' }] }),
    )
    return file
  }
  const data = join(folder, 'data')
  const broken = await runCommand(['init', '--data', data, '--programme', write('uc_total / 2 < 1'), '--lang', 'en', '--json'])
  expect([broken.exitCode, z.object({ error: z.object({ message: z.string() }) }).parse(broken.json).error.message]).toEqual([
    3,
    expect.stringContaining('rules[0].when: column 10'),
  ])
  const run = async (...words: readonly string[]) => {
    const { exitCode, json } = await runCommand([...words, '--data', data, '--json'])
    expect(exitCode).toBe(0)
    return json
  }
  await run('init', '--programme', write('uc_total < 10'))
  await run('period', 'open', '2026-H1', '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17')
  expect(
    z
      .array(finding)
      .parse(await run('findings', '--period', '2026-H1'))
      .filter(({ rule }) => rule === 'R30'),
  ).toEqual([])
  const { rules } = z
    .object({ rules: z.array(z.object({ rule: z.string(), note: z.object({ code: z.string() }).nullable() })) })
    .parse(await run('rules', '--period', '2026-H1'))
  expect(rules.find(({ rule }) => rule === 'R30')).toEqual({ rule: 'R30', note: expect.objectContaining({ code: 'no_reports' }) })
  const clock = (): string => new Date().toISOString()
  const store = openStore(data, { mode: 'write', clock })
  const [unit] = listExpectedUnits(store, '2026-H1')
  storeFigures({ store, clock, newId: countingIds(), actor: 'Lan' }, { period: '2026-H1', unit: unit!.code }, { uc_total: 7 })
  store.close()
  expect(
    z
      .array(finding)
      .parse(await run('findings', '--period', '2026-H1'))
      .filter(({ rule }) => rule === 'R30'),
  ).toEqual([
    { rule: 'R30', unit: unit!.code, field: 'uc_total', severity: 'blocking', message: `${unit!.name}: mới có 7 cán bộ công đoàn.` },
  ])
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getFigures } from '../../electron/consolidate/get-figures.ts'
import { getRegister } from '../../electron/import/get-register.ts'
import { listFindings } from '../../electron/reconcile/list-findings.ts'
import { initWorkspace } from '../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../electron/setup/open-period.ts'
import { recomputeRollups } from '../../electron/store/rollup-audit.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { countingIds } from '../kit/test-submission.ts'
import { interleave, type BenchReport } from './harness.ts'

const bundled = bundledProgramme()
const programme = {
  ...bundled,
  fields: Array.from({ length: 80 }, (_, index) => bundled.fields[index] ?? { ...bundled.fields[0]!, code: `extra_${index}` }),
}
const units: Unit[] = Array.from({ length: 5000 }, (_, index) => ({
  code: `org.${index}`,
  name: `Xã ${index}`,
  kind: index % 10 ? 'xa' : 'phuong',
  line: 'territorial',
  parent: null,
  rank: index,
  validFrom: null,
  validTo: null,
  aliases: [],
}))

/** What `figures` answers at 5,000 units × 80 fields: everything in, and with units missing, against a bare sum over the same rows. */
export default async function consolidate(report: BenchReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-bench-'))
  const clock = (): string => '2026-06-15T02:00:00.000Z'
  const { store } = initWorkspace({ directory: join(folder, 'data'), programme, units, clock, newId: countingIds(), actor: 'Lan' })
  try {
    const context = { store, clock, actor: 'Lan' }
    const last = ['old', 'full', 'partial'] as const
    last.forEach((code, index) =>
      openPeriod(context, { code, from: `202${4 + index}-01-01`, to: `202${4 + index}-06-30`, due: `202${4 + index}-07-05` }),
    )
    const sha256 = 'a'.repeat(64)
    store.transaction(() => {
      const { database } = store
      database.exec(`INSERT INTO received_file VALUES ('${sha256}', 1, 'x'); INSERT INTO cell_form VALUES (1, 'S', 'General', 'number')`)
      // In "partial", every twentieth unit is missing; in "old", every fortieth, so that both last_period and peer_max are asked.
      database.exec(`INSERT INTO submission SELECT NULL, lower(hex(randomblob(16))), p.key, u.key, 1, 'effective', '${sha256}', 'x', 'x', 'x', 'template', 0, 1, NULL, '2026', 'usb', '2026', 0, 'Lan'
        FROM period p, unit u WHERE p.code = 'full' OR (p.code = 'partial' AND u.key % 20 > 0) OR (p.code = 'old' AND u.key % 40 > 0)`)
      database.exec(
        "INSERT INTO figure SELECT s.key, f.key, 0, (s.key * 7919 + f.key * 104729) % 100000, 1, 'E7', NULL FROM submission s, field f ORDER BY 1, 2",
      )
      for (const period of last) recomputeRollups(store, period)
    })
    const bare = store.database
      .prepare(
        "SELECT g.field, sum(g.value) FROM submission s JOIN figure g ON g.submission = s.key WHERE s.period = (SELECT key FROM period WHERE code = 'full') AND s.state = 'effective' GROUP BY g.field",
      )
      .raw()
    const times = await interleave(9, {
      bare: () => bare.all(),
      // Ten in a row: one alone is so short that the moment the machine takes it off the processor is all one sees.
      full: () => Array.from({ length: 10 }, () => getFigures(context, { period: 'full' })),
      partial: () => getFigures(context, { period: 'partial' }),
      // Nothing earlier and nothing registered: every missing unit is bounded by the largest of its kind.
      first: () => getFigures(context, { period: 'old' }),
      register: () => getRegister(context, { period: 'partial' }),
      findings: () => listFindings(context, { period: 'partial' }),
    })
    const full = times['full']! / 10
    const shown = (ms: number | undefined): string => `${(ms ?? 0).toFixed(1)} ms`
    report.add({
      job: 'figures of 5,000 units × 80 fields from the roll-up',
      ours: shown(full),
      peer: 'limit 5 ms',
      ratio: 5 / full,
      must: 1,
      stretch: null,
    })
    report.add({
      job: 'figures with 250 units missing',
      ours: shown(times['partial']),
      peer: `bare sum() ${shown(times['bare'])}`,
      ratio: times['bare']! / times['partial']!,
      must: 0.5,
      stretch: 1,
    })
    const allowed = (job: string, ms: number | undefined): void =>
      report.add({ job, ours: shown(ms), peer: 'limit 100 ms', ratio: 100 / ms!, must: 1, stretch: null })
    allowed('figures with 125 units missing in the first year', times['first'])
    allowed('status of 5,000 units, 250 missing', times['register'])
    allowed('findings of 5,000 units, 250 missing', times['findings'])
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

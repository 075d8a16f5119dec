import { describe, expect, it } from 'vitest'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

/** Queries that run per file, per screen or per indicator must find their rows by key, whatever the size of the store. */
const hotQueries: Readonly<Record<string, string>> = {
  'last journal entry': 'SELECT hash FROM journal_entry WHERE machine = ? ORDER BY seq DESC LIMIT 1',
  'figures of a submission': 'SELECT field, state, value FROM figure WHERE submission = ? ORDER BY field',
  'figures in effect of a period':
    "SELECT figure.field, sum(figure.value) FROM submission JOIN figure ON figure.submission = submission.key WHERE submission.period = ? AND submission.state = 'effective' GROUP BY figure.field",
  'effective submission of a unit': "SELECT key FROM submission WHERE period = ? AND unit = ? AND state = 'effective'",
  'versions of a unit': 'SELECT key FROM submission WHERE period = ? AND unit = ?',
  'same file': 'SELECT key FROM submission WHERE sha256 = ?',
  'roll-up of a line': 'SELECT field, total FROM figure_rollup WHERE period = ? AND line = ?',
  'findings of a submission': 'SELECT id FROM finding WHERE submission = ?',
  'expected units': 'SELECT unit FROM expected_unit WHERE period = ?',
  'active adjustment of a field': "SELECT value FROM adjustment WHERE period = ? AND unit = ? AND field = ? AND state = 'active'",
}

describe('query plans', () => {
  it.each(Object.entries(hotQueries))('%s is found by key', (_name, sql) => {
    const { context } = testWorkspaceWithPeriod()
    const parameters = Array.from({ length: sql.split('?').length - 1 }, () => 1)
    const plan = context.store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]
    const scans = plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))
    expect([scans, plan.some(({ detail }) => detail.startsWith('SEARCH'))]).toEqual([[], true])
  })
})

import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { openStore } from '../../../electron/store/database.ts'
import { incomingPath, prepareSwap } from '../../../electron/store/swap-workspace.ts'
import { storeTestSubmission } from '../../kit/test-submission.ts'
import { testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const program = new URL('../../kit/swap-and-die.ts', import.meta.url).pathname
const clock = (): string => '2036-01-01T00:00:00.000Z'

describe('a restore that is killed', () => {
  it('leaves one whole workspace, the old or the new, whichever step it was at', async () => {
    const outcomes: string[] = []
    for (let nth = 1; nth < 30; nth++) {
      const { directory, context } = testWorkspaceWithPeriod()
      storeTestSubmission(context, 'org.du_xa.11953', 1)
      context.store.close()
      prepareSwap(directory)
      const next = testWorkspace(incomingPath(directory))
      next.context.store.close()
      const run = spawnSync(process.execPath, [program, directory, String(nth)], { encoding: 'utf8' })
      const store = openStore(directory, { mode: 'write', clock })
      const isOld = store.pluck<[], number>('SELECT count(*) FROM submission').get() === 1
      expect((await verifyAudit({ store })).checks.filter(({ ok }) => !ok)).toEqual([])
      store.close()
      outcomes.push(run.signal === 'SIGKILL' ? (isOld ? 'old' : 'new') : `done ${isOld ? 'old' : 'new'}`)
      if (run.signal !== 'SIGKILL') break
    }
    // First the old one, from one step on the new one, and then it is through.
    expect(outcomes.at(-1)).toBe('done new')
    expect(outcomes.join(' ')).toMatch(/^(old )+(new )+done new$/)
    expect(outcomes.length).toBeGreaterThan(8)
  })
})

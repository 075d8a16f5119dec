import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { acceptClock } from '../../../electron/setup/accept-clock.ts'
import { describeWorkspace } from '../../../electron/setup/describe-workspace.ts'
import { initWorkspace } from '../../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { createStore, openStore } from '../../../electron/store/database.ts'
import { fieldCodes, fieldKeys, getLatestProgramme } from '../../../electron/store/programme-store.ts'
import { findJob, insertJob, interruptRunningJobs, listJobIds, updateJob, type StoredJob } from '../../../electron/store/job-store.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { countingIds, fixedClock, testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspace, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

describe('initWorkspace', () => {
  it('gives a workspace with programme, units and two ids, which the audit agrees with', async () => {
    const { context, directory } = testWorkspace()
    const described = describeWorkspace(context)
    expect(described).toMatchObject({
      directory,
      programme: { code: bundledProgramme().code, version: 1 },
      units: 108,
      periods: [],
      readOnly: false,
      damage: null,
      head: { seq: 1 },
    })
    expect(described.workspace).not.toBe(described.machine)
    expect(getLatestProgramme(context.store)).toEqual(bundledProgramme())
    const keys = fieldKeys(context.store)
    expect([...keys.keys()].toSorted()).toEqual(
      bundledProgramme()
        .fields.map(({ code }) => code)
        .toSorted(),
    )
    expect([...fieldCodes(context.store)]).toEqual([...keys].map(([code, key]) => [key, code]))
    expect((await verifyAudit(context)).ok).toBe(true)
  })

  it('refuses a folder that has one, and keeps it', () => {
    const { context, directory } = testWorkspace()
    const { workspace } = describeWorkspace(context)
    context.store.close()
    const { clock } = fixedClock()
    const order = { directory, programme: bundledProgramme(), units: bundledUnits(), clock, newId: countingIds(), actor: 'Lan' }
    expect(() => initWorkspace(order)).toThrow(expect.objectContaining({ code: 'workspace.exists' }))
    const store = openStore(directory, { mode: 'write', clock })
    expect(describeWorkspace({ store }).workspace).toBe(workspace)
    store.close()
  })

  it('begins an interrupted one again', () => {
    const directory = join(temporaryFolder(), 'data')
    createStore(directory).close()
    expect(describeWorkspace(testWorkspace(directory).context).units).toBe(108)
  })
})

describe('acceptClock', () => {
  it('lets a clerk go on after a clock that ran years ahead was put right', async () => {
    const { context, directory, setClock } = testWorkspaceWithPeriod()
    setClock('2036-06-15T02:00:00.000Z')
    openPeriod(context, { ...testPeriod, code: '2036' })
    setClock('2026-06-16T02:00:00.000Z')
    expect(() => openPeriod(context, { ...testPeriod, code: 'next' })).toThrow(expect.objectContaining({ code: 'workspace.clock_back' }))
    context.store.close()
    expect(() => openStore(directory, { mode: 'write', clock: context.clock })).toThrow(
      expect.objectContaining({ code: 'workspace.clock_back' }),
    )
    const store = openStore(directory, { mode: 'write', clock: context.clock, clockBehind: 'accept' })
    expect(acceptClock({ ...context, store }, 'Pin đồng hồ đã thay')).toMatchObject({
      last: expect.stringMatching(/^2036/),
      now: expect.stringMatching(/^2026-06-16/),
    })
    expect(() => acceptClock({ ...context, store }, 'lần nữa')).toThrow(expect.objectContaining({ code: 'workspace.clock_not_behind' }))
    openPeriod({ ...context, store }, { ...testPeriod, code: 'next' })
    expect(await verifyAudit({ store })).toMatchObject({ ok: true, entries: 5 })
    store.close()
  })
})

describe('jobs', () => {
  it('are kept, moved on, and interrupted when the program starts again', () => {
    const { context } = testWorkspace()
    const { store } = context
    const job: StoredJob = {
      id: 'a',
      kind: 'import',
      state: 'running',
      params: '{}',
      done: 0,
      total: 3,
      result: null,
      error: null,
      actor: 'Lan',
      startedAt: '2026-06-15T02:00:00.000Z',
      finishedAt: null,
    }
    insertJob(store, job)
    insertJob(store, { ...job, id: 'b' })
    updateJob(store, {
      ...job,
      state: 'done',
      done: 3,
      result: '{"ok":1}',
      finishedAt: '2026-06-15T02:01:00.000Z',
      kind: 'ignored',
    } as StoredJob)
    expect(interruptRunningJobs(store, '2026-06-15T03:00:00.000Z')).toEqual(['b'])
    expect(
      listJobIds(store, 10).map((id) => {
        const { kind, state, done } = findJob(store, id)!
        return [id, kind, state, done]
      }),
    ).toEqual([
      ['b', 'import', 'interrupted', 0],
      ['a', 'import', 'done', 3],
    ])
    expect(findJob(store, 'b')?.finishedAt).toBe('2026-06-15T03:00:00.000Z')
  })
})

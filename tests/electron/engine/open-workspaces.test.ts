import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backupWorkspace } from '../../../electron/backup/backup-workspace.ts'
import { restoreWorkspace } from '../../../electron/backup/restore-workspace.ts'
import { openWorkspaces, type SampleBuilder, type Workspaces } from '../../../electron/engine/open-workspaces.ts'
import { createWorkspace } from '../../../electron/engine/workspace-doors.ts'
import { openStore } from '../../../electron/store/database.ts'
import { insertJob } from '../../../electron/store/job-store.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { countingIds, storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

type Client = ContractRouterClient<Contract>
const clock = (): string => '2026-07-01T00:00:00.000Z'
const refusal = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) as unknown })
const password = 'mot-mat-khau-dai'

/** A small workspace in the place of the demo's half-year; its days lie ahead of the clock. */
const buildSample: SampleBuilder = async ({ directory, actor, onProgress }) => {
  await createWorkspace(join(directory, 'workspace'), { isSample: true }, { actor, clock: () => '2026-09-01T00:00:00.000Z' })
  onProgress(100, 100)
}

type Opened = { workspaces: Workspaces; directory: string; backup: string }

/** Over a workspace with one submission, which stands in the backup, and a second one, which does not. */
async function openedWorkspaces(build: SampleBuilder = buildSample, onClock = (): void => undefined): Promise<Opened> {
  const { directory, context } = testWorkspaceWithPeriod()
  storeTestSubmission(context, 'org.du_xa.11953', 1)
  const backup = join(temporaryFolder(), 'b.tonghop')
  await backupWorkspace(context, backup)
  storeTestSubmission(context, 'org.du_xa.11980', 2)
  context.store.close()
  const newId = countingIds()
  const workspaces = openWorkspaces({
    directory,
    mode: 'write',
    actor: 'Lan',
    clock() {
      onClock()
      return clock()
    },
    newId: () => newId().replace(/^./, 'e'),
    poolSize: 1,
    buildSample: build,
  })
  onTestFinished(() => workspaces.close())
  return { workspaces, directory, backup }
}

const clientOf = ({ router, connect, context: { logBug } }: Workspaces): { client: Client; stage: (path: string) => string } => {
  const connection = connect()
  return {
    client: createRouterClient(router, { context: { connection, logBug } }),
    stage: (path) => connection.current().staging.addInput(path),
  }
}

async function enterSample(client: Client, workspaces: Workspaces): Promise<void> {
  const { jobId } = await client.workspace.openSample({})
  expect(jobId).not.toBeNull()
  expect(await workspaces.context.jobs.wait(jobId!)).toMatchObject({ state: 'done', error: null })
  expect(await client.workspace.openSample({})).toEqual({ jobId: null })
}

/** As a power cut in the middle of an import leaves it. */
function leaveRunningJob(directory: string): void {
  const store = openStore(directory, { mode: 'write', clock })
  const job = { id: 'f'.repeat(32), kind: 'import', state: 'running', params: '{}', done: 0, total: 0, result: null, error: null } as const
  insertJob(store, { ...job, actor: 'Lan', startedAt: clock(), finishedAt: null })
  store.close()
}

describe('the sample beside the office’s own data', () => {
  it('is another workspace, for one page only, and says so', async () => {
    const { workspaces, directory } = await openedWorkspaces()
    const { client } = clientOf(workspaces)
    const { client: other } = clientOf(workspaces)
    const before = await client.workspace.describe({})
    await enterSample(client, workspaces)
    expect(await client.session.describe({})).toMatchObject({ isSample: true, state: 'trial' })
    const sample = await client.workspace.describe({})
    expect(sample).toMatchObject({ periods: [], directory: join(directory, 'sample', 'workspace') })
    // Its clock goes on from its own last day.
    await client.periods.open(testPeriod)
    expect(await other.session.describe({})).toMatchObject({ isSample: false })
    expect(await other.workspace.describe({})).toEqual(before)
    await client.workspace.leaveSample({})
    expect(await client.workspace.describe({})).toEqual(before)
    expect(await client.workspace.openSample({})).toEqual({ jobId: null })
    expect((await client.workspace.describe({})).periods.map(({ code }) => code)).toEqual([testPeriod.code])
  })

  it('offers and lets through nothing that is about the office’s own data', async () => {
    const { workspaces, backup } = await openedWorkspaces()
    const { client, stage } = clientOf(workspaces)
    expect((await client.session.describe({})).allowed).not.toContain('workspace.leaveSample')
    await enterSample(client, workspaces)
    const { allowed } = await client.session.describe({})
    expect(allowed).toContain('workspace.leaveSample')
    expect(allowed).not.toEqual(expect.arrayContaining(['workspace.restore']))
    expect(allowed).not.toEqual(expect.arrayContaining(['accounts.createFirst']))
    await expect(client.workspace.restore({ file: stage(backup) })).rejects.toThrow(refusal('workspace.in_sample'))
    await expect(client.accounts.createFirst({ name: 'lan', displayName: 'Lan', password, roles: [] })).rejects.toThrow(
      refusal('workspace.in_sample'),
    )
  })

  it('takes along who watches, and keeps the session of who comes back', async () => {
    const { workspaces } = await openedWorkspaces()
    const { client } = clientOf(workspaces)
    await client.accounts.createFirst({ name: 'lan', displayName: 'Nguyễn Thị Lan', password, roles: ['clerk'] })
    const watching = new AbortController()
    const heard: EngineEvent[] = []
    const stream = await client.events.watch({}, { signal: watching.signal })
    const listening = (async () => {
      for await (const event of stream) heard.push(event)
    })()
    await enterSample(client, workspaces)
    heard.length = 0
    await client.periods.open(testPeriod)
    await expect.poll(() => heard.some((event) => event.type === 'changed' && event.topics.includes('periods'))).toBe(true)
    await client.workspace.leaveSample({})
    expect(await client.session.describe({})).toMatchObject({ state: 'signed_in', actor: 'Nguyễn Thị Lan', isSample: false })
    watching.abort()
    await listening.catch(() => undefined)
  })

  it('is no part of a backup or of the audit, and is built again when it was cut short', async () => {
    const { workspaces, directory } = await openedWorkspaces()
    const { client } = clientOf(workspaces)
    await enterSample(client, workspaces)
    await client.workspace.leaveSample({})
    expect(await client.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
    const file = join(temporaryFolder(), 'b')
    await backupWorkspace(workspaces.context, file)
    const restored = join(temporaryFolder(), 'r')
    await restoreWorkspace(file, restored, { clock, newId: countingIds(), actor: 'Lan' })
    expect(existsSync(join(restored, 'sample'))).toBe(false)
    await workspaces.close()
    writeFileSync(join(directory, 'sample', 'workspace', 'store.db'), 'not a store')
    const again = openWorkspaces({ directory, mode: 'write', actor: 'Lan', clock, poolSize: 1, buildSample })
    onTestFinished(() => again.close())
    await enterSample(clientOf(again).client, again)
  })
})

describe('restoring while pages are open', () => {
  it('keeps the present data as a file, puts the backup in their place and signs everybody out', async () => {
    const { workspaces, directory, backup } = await openedWorkspaces()
    const { client, stage } = clientOf(workspaces)
    const { client: other } = clientOf(workspaces)
    await client.accounts.createFirst({ name: 'lan', displayName: 'Lan', password, roles: [] })
    await other.session.signIn({ name: 'lan', password })
    const file = stage(backup)
    expect(await client.workspace.describeBackup({ file })).toMatchObject({ isSameWorkspace: true, missing: { submissions: 1 } })
    const { keptAs, madeAt } = await client.workspace.restore({ file })
    // The backup is from before the first account.
    for (const one of [client, other]) {
      expect(await one.session.describe({})).toMatchObject({ state: 'trial' })
      expect(await one.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 1 })
    }
    expect(await client.trust.audit({ language: 'vi' })).toMatchObject({ ok: true })
    expect(Date.parse(madeAt)).toBeGreaterThan(0)
    expect(readdirSync(join(directory, 'backups'))).toEqual([keptAs])
    expect(existsSync(join(directory, 'restore'))).toBe(false)
    // And back again: nothing was lost.
    await client.workspace.restore({ file: stage(join(directory, 'backups', keptAs!)) })
    expect(await client.session.describe({})).toMatchObject({ state: 'signed_out' })
    await client.session.signIn({ name: 'lan', password })
    expect(await client.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 2 })
  })

  it('takes along who watches', async () => {
    const { workspaces, backup } = await openedWorkspaces()
    const { client, stage } = clientOf(workspaces)
    const stream = await client.events.watch({})
    const first = stream.next()
    await client.workspace.restore({ file: stage(backup) })
    expect(await first).toMatchObject({ done: false, value: { type: 'changed' } })
    const second = stream.next()
    await client.periods.close({ code: testPeriod.code })
    expect((await second).value).toMatchObject({ type: 'changed' })
    await stream.return?.()
  })

  it('refuses a damaged backup and goes on with what was there', async () => {
    const { workspaces, directory } = await openedWorkspaces()
    const { client, stage } = clientOf(workspaces)
    const broken = join(temporaryFolder(), 'broken.tonghop')
    writeFileSync(broken, 'no backup')
    await expect(client.workspace.restore({ file: stage(broken) })).rejects.toThrow(refusal('backup.damaged'))
    expect(await client.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 2 })
    expect(existsSync(join(directory, 'backups'))).toBe(false)
  })

  it('a damaged workspace opens for reading, says so, and is kept as it is when a backup takes its place', async () => {
    const { workspaces, directory, backup } = await openedWorkspaces()
    await workspaces.close()
    leaveRunningJob(directory)
    const path = join(directory, 'store.db')
    const bytes = readFileSync(path)
    // A page in the middle, where rows are.
    const size = bytes.readUInt16BE(16)
    bytes.fill(0x5a, size * Math.floor(bytes.length / size / 2), size * (Math.floor(bytes.length / size / 2) + 1))
    writeFileSync(path, bytes)
    const again = openWorkspaces({ directory, mode: 'write', actor: 'Lan', clock, poolSize: 1, buildSample })
    onTestFinished(() => again.close())
    const { client, stage } = clientOf(again)
    expect(again.context.store).toMatchObject({ readOnly: true, damage: expect.any(String) as unknown })
    await expect(client.periods.close({ code: testPeriod.code })).rejects.toThrow(refusal('workspace.read_only'))
    const file = stage(backup)
    expect(await client.workspace.describeBackup({ file })).toMatchObject({ missing: null })
    const { keptAs } = await client.workspace.restore({ file })
    expect(again.context.store.readOnly).toBe(true)
    expect(await client.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 1 })
    expect(again.context.store.readOnly).toBe(false)
    expect(readFileSync(join(directory, 'backups', keptAs!, 'store.db'))).toEqual(bytes)
    expect(readdirSync(join(directory, 'backups', keptAs!, 'files')).length).toBe(2)
  })

  it('is refused when a command that came before it ends in between: nothing of it is lost', async () => {
    let meanwhile = (): void => undefined
    const { workspaces, directory, backup } = await openedWorkspaces(buildSample, () => meanwhile())
    const { client, stage } = clientOf(workspaces)
    const { context } = workspaces
    meanwhile = () => {
      // The backup of the present data is made; the other one is being unpacked beside.
      if (!existsSync(join(directory, 'restore')) || readdirSync(join(directory, 'restore')).length === 0) return
      meanwhile = () => undefined
      storeTestSubmission(context, 'org.du_xa.11983', 3)
    }
    await expect(client.workspace.restore({ file: stage(backup) })).rejects.toThrow(refusal('workspace.busy'))
    expect(await client.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 3 })
    expect(await client.workspace.restore({ file: stage(backup) })).toMatchObject({ keptAs: expect.any(String) as unknown })
    expect(await client.submissions.register({ period: testPeriod.code })).toMatchObject({ received: 1 })
  })

  it('waits for nobody: while work goes on it is refused', async () => {
    let finish = (): void => undefined
    const { workspaces, backup } = await openedWorkspaces(async (order) => {
      await new Promise<void>((resolve) => (finish = resolve))
      await buildSample(order)
    })
    const { client, stage } = clientOf(workspaces)
    const { jobId } = await client.workspace.openSample({})
    await expect(client.workspace.restore({ file: stage(backup) })).rejects.toThrow(refusal('workspace.busy'))
    finish()
    await workspaces.context.jobs.wait(jobId!)
    expect(await client.workspace.restore({ file: stage(backup) })).toMatchObject({ keptAs: expect.any(String) as unknown })
  })
})

import { createRouterClient } from '@orpc/server'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/engine.ts'
import type { Medium } from '../../../electron/import/inbox/list-media.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { buildZip } from '../../kit/build-zip.ts'
import { ownTable } from '../../kit/own-table.ts'
import { countingIds, fixedClock, storeTestSubmission } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const [first, second] = bundledUnits().filter(({ line }) => line === 'territorial')
const paper = (text: string): string => `%PDF-1.7\n% ${text}\n%%EOF\n`

/** An engine that sees the given media, which a test plugs in and takes out; watched only where an interval is given. */
function bench(everyMs?: number, pause: () => Promise<unknown> = () => Promise.resolve()) {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  const media: Medium[] = []
  const newId = countingIds()
  const engine = createEngine({
    directory,
    mode: 'write',
    actor: 'Lan',
    clock: fixedClock().clock,
    newId: () => newId().replace(/^./, 'e'),
    poolSize: 1,
    inbox: { pause, listMedia: () => Promise.resolve([...media]), ...(everyMs === undefined ? {} : { everyMs }) },
  })
  onTestFinished(() => engine.close())
  const stick = join(temporaryFolder(), 'KINGSTON')
  mkdirSync(stick)
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(stick, name), bytes)
  const client = createRouterClient(engine.router, { context: engine.context })
  return { engine, client, directory, stick, put, media, plugIn: () => media.push({ path: stick, name: 'KINGSTON' }) }
}

/** Everything that lies there, with bytes and times. */
const listing = (folder: string): unknown =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs, ctimeMs, mode } = statSync(join(folder, name))
      return [name, size, mtimeMs, ctimeMs, mode, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), 'hex') : '']
    })

async function waitForInbox({ context }: Engine, isReached: () => Promise<boolean>): Promise<void> {
  const stop = new AbortController()
  const events = context.events.watch(stop.signal)
  try {
    if (await isReached()) return
    for await (const event of events) if (event.type === 'changed' && event.topics.includes('inbox') && (await isReached())) return
  } finally {
    stop.abort()
  }
}

describe('a stick', () => {
  it('is noticed, told once, taken in without a byte written to it, and may then be taken out; what came is not new again', async () => {
    const { engine, client, stick, put, plugIn, media } = bench(10)
    const sourceNow = async () => (await client.inbox.status({})).sources[0]
    expect(await client.inbox.status({})).toEqual({ folder: null, watchesMedia: true, sources: [] })
    mkdirSync(join(stick, 'Hồ sơ'))
    put('bao cao.xlsx', await ownTable(first!.name.toUpperCase()))
    put('Hồ sơ/BC.pdf', paper('một'))
    put('nen.zip', buildZip([{ name: 'trong.pdf', data: paper('hai') }]))
    put('Thumbs.db', 'x')
    chmodSync(join(stick, 'Hồ sơ'), 0o555)
    chmodSync(stick, 0o555)
    onTestFinished(() => {
      for (const folder of [stick, join(stick, 'Hồ sơ')]) chmodSync(folder, 0o755)
    })
    const before = listing(stick)
    plugIn()
    await waitForInbox(engine, async () => (await sourceNow())?.fresh === 3)
    const { id: source, ...found } = (await sourceNow())!
    expect(found).toMatchObject({
      kind: 'media',
      name: 'KINGSTON',
      place: stick,
      more: false,
      isDismissed: false,
      job: null,
      isTaken: false,
    })

    await client.inbox.dismiss({ source })
    expect(await sourceNow()).toMatchObject({ fresh: 3, isDismissed: true })
    const { jobId } = await client.inbox.take({ source, period: '2026-H1', receivedAt: '2026-06-15 09:00' })
    const job = await engine.context.jobs.wait(jobId)
    expect(job).toMatchObject({ kind: 'import', state: 'done', result: { totals: { held: 1, attached: 2, rejected: 0 } } })
    await waitForInbox(engine, async () => (await sourceNow())?.isTaken === true)
    expect(await sourceNow()).toMatchObject({ fresh: 0, job: null })
    expect(listing(stick)).toEqual(before)
    const { rows } = await client.submissions.receipts({ period: '2026-H1', group: 'attached', from: 0, limit: 10 })
    const details = await Promise.all(rows.map(({ id }) => client.submissions.receipt({ id })))
    expect(details.map(({ path, channel }) => `${path} ${channel}`).toSorted()).toEqual([
      'KINGSTON/Hồ sơ/BC.pdf usb',
      'KINGSTON/nen.zip!/trong.pdf usb',
    ])
    await expect(client.inbox.take({ source, period: '2026-H1' })).rejects.toMatchObject({ data: { code: 'inbox.nothing_new' } })

    media.length = 0
    await waitForInbox(engine, async () => (await sourceNow()) === undefined)
    await expect(client.inbox.take({ source, period: '2026-H1' })).rejects.toMatchObject({ data: { code: 'inbox.source_gone' } })
    await expect(client.inbox.dismiss({ source })).rejects.toMatchObject({ data: { code: 'inbox.source_gone' } })
    await expect(client.inbox.take({ source, period: '2025-H2' })).rejects.toMatchObject({ data: { code: 'period.not_found' } })
  })

  it('is not watched any more when the workspace is closed, also in the middle of a look', async () => {
    const { directory, context } = testWorkspaceWithPeriod()
    context.store.close()
    const asked: (() => void)[] = []
    let first: (() => void) | undefined
    const begun = new Promise<void>((resolve) => (first = resolve))
    const engine = createEngine({
      directory,
      mode: 'write',
      actor: 'Lan',
      clock: fixedClock().clock,
      poolSize: 1,
      inbox: {
        everyMs: 1,
        listMedia: () =>
          new Promise((resolve) => {
            asked.push(() => resolve([{ path: directory, name: 'x' }]))
            first?.()
          }),
      },
    })
    await begun
    const closed = engine.close()
    asked[0]!()
    await closed
    expect(asked).toHaveLength(1)
  })
})

describe('the inbox folder', () => {
  it('is told of what is whole: a file that grows while it is looked at waits for the next look, and is never taken half', async () => {
    let copyOn = (): void => undefined
    const { engine, client, stick, put } = bench(undefined, () => Promise.resolve(copyOn()))
    await client.inbox.update({ folder: engine.context.staging.addInput(stick), watchesMedia: false })
    put('xong.pdf', paper('một'))
    put('dang chep.pdf', '%PDF-1.7')
    put('dang tai.xlsx.part', 'PK')
    copyOn = () => writeFileSync(join(stick, 'dang chep.pdf'), 'thêm', { flag: 'a' })
    const [source] = (await client.inbox.status({})).sources
    expect(source).toMatchObject({ fresh: 1 })
    const take = async () => {
      const { jobId } = await client.inbox.take({ source: source!.id, period: '2026-H1' })
      return engine.context.jobs.wait(jobId)
    }
    expect(await take()).toMatchObject({ result: { totals: { attached: 1, rejected: 0 } } })
    copyOn = () => undefined
    put('dang chep.pdf', paper('hai, đủ trang'))
    expect((await client.inbox.status({})).sources).toMatchObject([{ fresh: 1 }])
    expect(await take()).toMatchObject({ result: { totals: { attached: 1, rejected: 0 } } })
    expect((await client.inbox.status({})).sources).toMatchObject([{ fresh: 0 }])
  })

  it('is chosen by a person, kept with a journal entry, told of like a stick, and no part of the workspace', async () => {
    const { engine, client, stick, put, directory } = bench()
    put('BC.pdf', paper('một'))
    const { staging } = engine.context
    expect(await client.inbox.update({ folder: staging.addInput(stick), watchesMedia: false })).toEqual({
      folder: { name: 'KINGSTON', place: stick },
      watchesMedia: false,
    })
    const [source] = (await client.inbox.status({})).sources
    expect(source).toMatchObject({ kind: 'folder', fresh: 1, isReachable: true })
    await client.inbox.dismiss({ source: source!.id })
    put('BC2.pdf', paper('hai'))
    expect((await client.inbox.status({})).sources).toMatchObject([{ fresh: 2, isDismissed: false }])
    for (const [path, code] of [
      [join(stick, 'BC.pdf'), 'inbox.not_folder'],
      [directory, 'inbox.own_folder'],
      [join(directory, '..'), 'inbox.own_folder'],
    ] as const)
      await expect(client.inbox.update({ folder: staging.addInput(path) })).rejects.toMatchObject({ data: { code } })
    expect((await client.trust.entries({ limit: 1, language: 'vi' })).entries).toMatchObject([{ action: 'settings.inbox' }])
    expect(await client.inbox.update({ folder: null })).toEqual({ folder: null, watchesMedia: false })
    expect((await client.inbox.status({})).sources).toEqual([])
  })

  it('is offered to a page without dialogs by ids of folders only, never by a path', async () => {
    const { client } = bench()
    const offered = await client.inbox.folders({})
    expect(await client.inbox.folders({})).toEqual(offered)
    if (offered[0]) expect(Array.isArray(await client.inbox.folders({ under: offered[0].file }))).toBe(true)
    await expect(client.inbox.folders({ under: 'f'.repeat(32) })).rejects.toMatchObject({ data: { code: 'file.not_found' } })
  })
})

describe('a message ready for a unit', () => {
  it('confirms what came, reminds only who sent nothing, and asks about what waits', async () => {
    const { engine, client, stick, put } = bench()
    const order = { period: '2026-H1', unit: first!.code }
    expect(await client.letters.ready({ ...order, kind: 'receipt' })).toEqual({ text: null, state: 'missing' })
    expect((await client.letters.ready({ ...order, kind: 'reminder' })).text).toMatch(
      new RegExp(`^Kính gửi ${first!.name}\\.\\n.*báo cáo kỳ 6 tháng đầu năm 2026 `),
    )
    expect((await client.letters.ready({ ...order, kind: 'reminder', language: 'en' })).text).toContain('the first half of 2026')
    storeTestSubmission(engine.context, second!.code, 3)
    expect(await client.letters.ready({ ...order, unit: second!.code, kind: 'reminder' })).toMatchObject({ text: null, state: 'on_time' })

    put('bao cao.xlsx', await ownTable(first!.name.toUpperCase()))
    const { jobId } = await client.submissions.import({ period: '2026-H1', files: [engine.context.staging.addInput(stick)] })
    await engine.context.jobs.wait(jobId)
    const [held] = await client.submissions.listHeld({ period: '2026-H1' })
    expect(held?.reasons[0]?.rule).toBe('M45')
    await client.submissions.resolveHeld({ id: held!.id, choice: 'attach', unit: first!.code })
    expect(await client.letters.ready({ ...order, kind: 'question' })).toMatchObject({ text: null })
    await expect(client.letters.ready({ ...order, unit: 'org.x', kind: 'receipt' })).rejects.toMatchObject({
      data: { code: 'unit.not_found' },
    })
  })
})

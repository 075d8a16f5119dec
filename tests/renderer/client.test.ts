import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { followEvents } from '../../renderer/client/follow-events.ts'
import { openSession } from '../../renderer/client/session-token.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { testEngine } from '../kit/test-engine.ts'

describe('the session of a tab', () => {
  const tab = (hash: string, kept: Record<string, string> = {}) => {
    const log: string[] = []
    return {
      log,
      kept,
      open: () =>
        openSession({
          hash,
          dropFragment: () => log.push('dropped'),
          storage: { getItem: (key) => kept[key] ?? null, setItem: (key, value) => void (kept[key] = value) },
          exchange: (code) => Promise.resolve(log.push(`exchanged ${code}`) > 0 && code === 'good' ? 'token' : undefined),
        }),
    }
  }

  it('drops the fragment before it exchanges the code, and keeps the token for a reload', async () => {
    const first = tab('#good')
    expect(await first.open()).toBe('token')
    expect(first.log).toEqual(['dropped', 'exchanged good'])
    const reloaded = tab('', first.kept)
    expect(await reloaded.open()).toBe('token')
    expect(reloaded.log).toEqual([])
  })

  it('is none for a wrong code, even where an old token is kept, and for no code at all', async () => {
    const { kept } = tab('')
    expect(await tab('#bad', { ...kept, 'tonghop.session': 'old' }).open()).toBeUndefined()
    expect(await tab('').open()).toBeUndefined()
  })
})

describe('the one event stream', () => {
  it('tells of a change, of a finished job, and of everything after a gap', async () => {
    const { client } = testEngine()
    const stop = new AbortController()
    const log: string[] = []
    let opened = 0
    await followEvents({
      open: async (signal) => {
        opened += 1
        // A follower that never tells of the gap would go round for ever.
        if (opened > 3) stop.abort()
        if (opened === 2) throw new ORPCError('SERVICE_UNAVAILABLE')
        const events = await client.events.watch({}, { signal })
        if (opened === 1) await client.periods.open({ code: '2026-H2', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20' })
        return opened < 3 ? firstOf(events) : endOf(events)
      },
      onChanged: () => {
        log.push('changed')
        if (opened === 3) stop.abort()
      },
      onJob: () => undefined,
      onState: (state) => log.push(state),
      pause: () => Promise.resolve(void log.push('paused')),
      signal: stop.signal,
    })
    expect(log).toEqual(['live', 'changed', 'lost', 'paused', 'lost', 'paused', 'live', 'changed'])
  })

  it('lets the progress of a job pass', async () => {
    const { client, engine } = testEngine()
    const stop = new AbortController()
    let changes = 0
    const job = {
      id: 'a'.repeat(32),
      kind: 'backup',
      done: 0,
      total: 2,
      result: null,
      error: null,
      actor: 'Lan',
      startedAt: '2026-06-15T02:00:00.000Z',
      finishedAt: null,
    } as const
    await followEvents({
      open: async (signal) => {
        const events = await client.events.watch({}, { signal })
        for (const state of ['running', 'running', 'done'] as const) engine.context.events.publish({ type: 'job', job: { ...job, state } })
        return events
      },
      onChanged: () => {
        changes += 1
        stop.abort()
      },
      onJob: () => undefined,
      onState: () => undefined,
      pause: () => Promise.resolve(),
      signal: stop.signal,
    })
    expect(changes).toBe(1)
  })
})

/** Ends at once, so that nobody waits for an event that never comes. */
async function endOf(events: AsyncGenerator<EngineEvent>): Promise<AsyncGenerator<EngineEvent>> {
  await events.return(undefined)
  return events
}

async function* firstOf(events: AsyncIterable<EngineEvent>): AsyncGenerator<EngineEvent> {
  for await (const event of events) {
    yield event
    return
  }
}

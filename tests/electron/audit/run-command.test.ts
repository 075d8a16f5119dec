import { describe, expect, it } from 'vitest'
import { canonicalJson, sha256 } from '../../../electron/audit/canonical.ts'
import { runCommand, type EntryDraft } from '../../../electron/audit/run-command.ts'
import { openStore } from '../../../electron/store/database.ts'
import { iterateEntries } from '../../../electron/store/journal-store.ts'
import { updateSetting } from '../../../electron/store/setting-store.ts'
import { testWorkspace } from '../../kit/test-workspace.ts'

const entry: EntryDraft = { action: 'unit.import', params: { b: 1, a: ['ă'] }, rows: [{ table: 'setting', key: 'workspace' }] }

describe('runCommand', () => {
  it('writes exactly one entry, chained to the one before, with the hashes of the rows as they are then', () => {
    const { context } = testWorkspace()
    const { store } = context
    const result = runCommand(context, () => {
      updateSetting(store, 'workspace', 'w2')
      return { entry, result: 42 }
    })
    const [second, first, ...others] = [...iterateEntries(store)].toReversed()
    expect([result, others]).toEqual([42, []])
    expect(second).toMatchObject({
      seq: 2,
      actor: 'Lan',
      action: 'unit.import',
      params: '{"a":["ă"],"b":1}',
      previous: first!.hash,
      rows: `[{"key":"workspace","sha256":"${sha256('[["workspace","w2"]]')}","table":"setting"}]`,
    })
    const { hash, ...unsigned } = second!
    expect(hash).toBe(sha256(canonicalJson(unsigned)))
    expect([first!.seq, first!.previous]).toEqual([1, ''])
  })

  it('keeps neither rows nor entry when the command throws', () => {
    const { context } = testWorkspace()
    const { store } = context
    const before = store.pluck("SELECT value FROM setting WHERE name = 'workspace'").get()
    expect(() =>
      runCommand(context, () => {
        updateSetting(store, 'workspace', 'w2')
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect([store.pluck("SELECT value FROM setting WHERE name = 'workspace'").get(), [...iterateEntries(store)].length]).toEqual([
      before,
      1,
    ])
  })

  it('keeps nothing when the entry names a row that is not there', () => {
    const { context } = testWorkspace()
    expect(() => runCommand(context, () => ({ entry: { ...entry, rows: [{ table: 'period', key: 'nowhere' }] }, result: 0 }))).toThrow(
      'period nowhere',
    )
    expect([...iterateEntries(context.store)].length).toBe(1)
  })

  it('refuses a command inside another, a store open for reading, and a clock that fell behind', () => {
    const { context, directory, setClock } = testWorkspace()
    expect(() => runCommand(context, () => runCommand(context, () => ({ entry, result: { entry, result: 0 } })))).toThrow('inside another')
    const reader = openStore(directory, { mode: 'read', clock: context.clock })
    expect(() => runCommand({ ...context, store: reader }, () => ({ entry, result: 0 }))).toThrow(
      expect.objectContaining({ code: 'workspace.read_only' }),
    )
    reader.close()
    setClock('2026-06-14T00:00:00.000Z')
    expect(() => runCommand(context, () => ({ entry, result: 0 }))).toThrow(expect.objectContaining({ code: 'workspace.clock_back' }))
    expect([...iterateEntries(context.store)].length).toBe(1)
  })
})

/** Does not compile: a command that gives no entry. */
export const withoutEntry = (): unknown =>
  // @ts-expect-error the entry is missing
  runCommand(testWorkspace().context, () => ({ result: 1 }))

import { expect, it } from 'vitest'
import type { Store } from '../../../electron/store/database.ts'
import { figureStamp, readAtOnce, rememberUntilChange, writeAside, type ReadingSteps } from '../../../electron/store/one-moment.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const countUnits = (store: Store): number => store.pluck<[], number>('SELECT count(*) FROM unit').get()!
const rename = (store: Store, name: string) => store.prepare<[string]>('UPDATE unit SET name = ? WHERE key = 1').run(name)

function countedWork() {
  const { store } = testWorkspaceWithPeriod().context
  let begun = 0
  const work = rememberUntilChange(function* count(one: Store, period: string): ReadingSteps<string> {
    begun++
    yield
    yield
    return `${period} ${countUnits(one)} ${one.pluck<[], string>('SELECT name FROM unit WHERE key = 1').get()}`
  })
  return { store, work, begun: () => begun }
}

it('is done once for who asks meanwhile and afterwards, and anew when something has changed', () => {
  const { store, work, begun } = countedWork()
  const [one, other] = [work(store, 'a'), work(store, 'a')]
  expect([one.next().done, other.next().done]).toEqual([false, false])
  const result = readAtOnce(one)
  expect(readAtOnce(other)).toBe(result)
  expect(readAtOnce(work(store, 'a'))).toBe(result)
  expect(begun()).toBe(1)
  expect(readAtOnce(work(store, 'b'))).toContain('b ')
  rename(store, 'Xã Tiên La')
  expect(readAtOnce(work(store, 'a'))).toContain('Xã Tiên La')
  expect(begun()).toBe(3)
})

it('keeps nothing of what a transaction saw of its own changes', () => {
  const { store, work } = countedWork()
  const before = readAtOnce(work(store, 'a'))
  expect(() =>
    store.transaction(() => {
      rename(store, 'sẽ lui lại')
      expect(readAtOnce(work(store, 'a'))).toContain('sẽ lui lại')
      throw new Error('rolled back')
    }),
  ).toThrow('rolled back')
  expect(readAtOnce(work(store, 'a'))).toBe(before)
})

it('is begun again after it came to nothing', () => {
  const { store } = countedWork()
  let tries = 0
  const work = rememberUntilChange(function* fail(): ReadingSteps<number> {
    yield
    if (++tries === 1) throw new Error('once')
    return tries
  })
  expect(() => readAtOnce(work(store, 'a'))).toThrow('once')
  expect(readAtOnce(work(store, 'a'))).toBe(2)
})

it('goes on with what was found when only decisions, notes and the journal were written since', () => {
  const { store } = testWorkspaceWithPeriod().context
  let begun = 0
  const work = rememberUntilChange(function* count(one: Store): ReadingSteps<number> {
    yield
    begun++
    return countUnits(one)
  }, figureStamp)
  const note = (text: string): void =>
    writeAside(store, () => void store.prepare<[string]>("INSERT INTO setting (name, value) VALUES (?, '1')").run(text))
  readAtOnce(work(store, 'a'))
  note('một')
  readAtOnce(work(store, 'a'))
  expect(begun).toBe(1)
  // What is rolled back was counted by the store as a change; the next real one must still be seen as one.
  expect(() =>
    store.transaction(() => {
      note('hai')
      rename(store, 'sẽ lui lại')
      note('ba')
      throw new Error('rolled back')
    }),
  ).toThrow('rolled back')
  for (const name of ['Xã Tiên La', 'Xã Tiên Lữ', 'Xã Tiên Hoa']) {
    const before = begun
    rename(store, name)
    note(name)
    readAtOnce(work(store, 'a'))
    expect(begun).toBe(before + 1)
  }
})

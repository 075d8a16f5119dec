import { describe, expect, it } from 'vitest'
import { listJournal, type JournalRequest } from '../../../electron/audit/list-journal.ts'
import { runCommand } from '../../../electron/audit/run-command.ts'
import { closePeriod, reopenPeriod } from '../../../electron/setup/open-period.ts'
import { adjustFigure } from '../../../electron/reconcile/adjust-figure.ts'
import { upsertUnit, listUnits } from '../../../electron/store/unit-store.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'
import { storeFigures } from '../../kit/store-figures.ts'

const [first, second] = ['org.du_xa.11953', 'org.du_xa.11977'] as const
const period = '2026-H1'

/** Eight entries over four days in Vietnam, by three people, about the workspace, a period and two units. */
function busyWorkspace(): TestWorkspace {
  const workspace = testWorkspaceWithPeriod()
  let now = ''
  const context = { ...workspace.context, clock: () => now }
  const setClock = (at: string): void => void (now = at)
  setClock('2026-06-16T16:59:59.999Z')
  const submission = storeFigures({ ...context, actor: 'Hoa' }, { period, unit: first }, { um_total: 10 })
  setClock('2026-06-16T17:00:00.000Z')
  storeFigures({ ...context, actor: 'Hoa' }, { period, unit: second }, { um_total: 20 })
  setClock('2026-06-18T03:00:00.000Z')
  adjustFigure(context, { period, unit: second, field: 'um_total', value: 21, reason: 'Biên bản', basis: 'minutes' })
  runCommand({ ...context, actor: 'Minh' }, () => ({
    entry: { action: 'submission.resolve', params: { submission, choice: 'use_new', unit: null, state: 'effective' }, rows: [] },
    result: 0,
  }))
  const unit = listUnits(context.store).find(({ code }) => code === second)!
  runCommand({ ...context, actor: 'Minh' }, () => {
    upsertUnit(context.store, { ...unit, aliases: [...unit.aliases, 'Tên khác'] })
    return {
      entry: {
        action: 'unit.import',
        params: { file: 'a.xlsx', added: 0, changed: 1, unchanged: 0 },
        rows: [{ table: 'unit', key: second }],
      },
      result: 0,
    }
  })
  setClock('2026-06-19T03:00:00.000Z')
  closePeriod({ ...context, actor: 'Minh' }, period)
  reopenPeriod(context, period, 'Bổ sung')
  return workspace
}

const actionsOf = async ({ context }: TestWorkspace, request: JournalRequest): Promise<string[]> =>
  (await listJournal(context, request)).map(({ action }) => action)

describe('listJournal', () => {
  it('gives everything newest first, with its params as data and the unit that it is about', async () => {
    const lines = await listJournal(busyWorkspace().context, {})
    expect(lines.map(({ seq, action }) => [seq, action])).toEqual([
      [9, 'period.reopen'],
      [8, 'period.close'],
      [7, 'unit.import'],
      [6, 'submission.resolve'],
      [5, 'figure.adjust'],
      [4, 'submission.import'],
      [3, 'submission.import'],
      [2, 'period.open'],
      [1, 'workspace.init'],
    ])
    expect(lines.map(({ unit }) => unit)).toEqual([null, null, null, first, second, second, first, null, null])
    expect(lines[0]).toEqual({
      seq: 9,
      machine: expect.stringMatching(/^[0-9a-f]{32}$/),
      at: '2026-06-19T03:00:00.000Z',
      actor: 'Lan',
      action: 'period.reopen',
      params: { period, reason: 'Bổ sung' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      unit: null,
    })
  })

  it.each<[JournalRequest, string[]]>([
    [{ actor: 'Hoa' }, ['submission.import', 'submission.import']],
    [{ action: 'period.close' }, ['period.close']],
    [{ unit: first }, ['submission.resolve', 'submission.import', 'workspace.init']],
    [{ unit: second }, ['unit.import', 'figure.adjust', 'submission.import', 'workspace.init']],
    [{ unit: 'org.nobody' }, []],
    [{ limit: 2 }, ['period.reopen', 'period.close']],
    [{ from: '2026-06-19' }, ['period.reopen', 'period.close']],
    // The day ends at midnight in Vietnam, 17:00 in UTC.
    [{ from: '2026-06-16', to: '16/6/2026' }, ['submission.import']],
    [{ from: '2026-06-17', to: '2026-06-17' }, ['submission.import']],
    [{ actor: "Lan' OR 1=1 --" }, []],
  ])('%j', async (request, actions) => {
    expect(await actionsOf(busyWorkspace(), request)).toEqual(actions)
  })

  it('every combination of filters is what each of them leaves', async () => {
    const { context } = busyWorkspace()
    const filters: JournalRequest = { from: '2026-06-17', to: '2026-06-18', actor: 'Minh', action: 'submission.resolve', unit: first }
    const names = Object.keys(filters) as (keyof JournalRequest)[]
    const hashesOf = async (request: JournalRequest): Promise<string[]> => (await listJournal(context, request)).map(({ hash }) => hash)
    const all = await hashesOf({})
    const left = new Map(await Promise.all(names.map(async (name) => [name, new Set(await hashesOf({ [name]: filters[name] }))] as const)))
    for (let chosen = 0; chosen < 2 ** names.length; chosen++) {
      const some = names.filter((_, index) => chosen & (1 << index))
      const expected = all.filter((hash) => some.every((name) => left.get(name)!.has(hash)))
      const request = Object.fromEntries(some.map((name) => [name, filters[name]]))
      expect(await hashesOf(request), some.join()).toEqual(expected)
      expect(await hashesOf({ ...request, limit: 1 }), some.join()).toEqual(expected.slice(0, 1))
    }
  })

  it('refuses a day that is none', async () => {
    await expect(listJournal(busyWorkspace().context, { to: '2026-02-30' })).rejects.toMatchObject({
      code: 'period.bad_day',
      params: { name: 'to' },
    })
  })
})

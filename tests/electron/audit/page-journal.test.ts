import { describe, expect, it } from 'vitest'
import { pageJournal, type JournalPageRequest } from '../../../electron/audit/page-journal.ts'
import { runCommand } from '../../../electron/audit/run-command.ts'
import type { ServiceContext } from '../../../electron/audit/context.ts'
import { storeTestSubmission } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const unit = 'org.du_xa.11953'

const adjust = (context: ServiceContext, actor: string, value: number): void =>
  runCommand({ ...context, actor }, () => ({
    entry: {
      action: 'figure.adjust',
      params: { field: 'um_total', value, basis: 'phone', reason: 'Đọc lại qua điện thoại', unit },
      rows: [],
    },
    result: undefined,
  }))

/** Everything, by following the answers. */
async function readAll(context: ServiceContext, request: Omit<JournalPageRequest, 'after' | 'language'>) {
  const sizes: number[] = []
  const seqs: number[] = []
  let after: string | undefined
  do {
    const { entries, next }: Awaited<ReturnType<typeof pageJournal>> = await pageJournal(context, { ...request, language: 'vi', after })
    sizes.push(entries.length)
    seqs.push(...entries.map(({ seq }) => seq))
    after = next ?? undefined
  } while (after !== undefined)
  return { sizes, seqs }
}

describe('pageJournal', () => {
  it('gives every line once, newest first, whatever the size of a page', async () => {
    const { context } = testWorkspaceWithPeriod()
    for (let value = 1; value <= 7; value++) adjust(context, 'Lan', value)
    const all = [9, 8, 7, 6, 5, 4, 3, 2, 1]
    expect(await readAll(context, { limit: 4 })).toEqual({ sizes: [4, 4, 1], seqs: all })
    expect(await readAll(context, { limit: 9 })).toEqual({ sizes: [9], seqs: all })
    expect(await readAll(context, { limit: 3, text: 'dieu chinh' })).toEqual({ sizes: [3, 3, 1], seqs: [9, 8, 7, 6, 5, 4, 3] })
  })

  it('tells apart lines of the same moment', async () => {
    const { context } = testWorkspaceWithPeriod()
    const now = context.clock()
    for (let value = 1; value <= 5; value++) adjust({ ...context, clock: () => now }, 'Lan', value)
    expect((await readAll(context, { limit: 2 })).seqs).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('filters by words of the sentence without tones, by person, by several actions, by unit and by day', async () => {
    const { context } = testWorkspaceWithPeriod()
    adjust(context, 'Minh', 1234)
    storeTestSubmission(context, unit, 1)
    const actions = async (request: Partial<JournalPageRequest>): Promise<string[]> =>
      (await pageJournal(context, { language: 'vi', limit: 50, ...request })).entries.map(({ action }) => action)
    expect(await actions({ text: 'DIEN THOAI 1.234' })).toEqual(['figure.adjust'])
    expect(await actions({ text: 'minh' })).toEqual(['figure.adjust'])
    expect(await actions({ text: 'phone', language: 'en' })).toEqual(['figure.adjust'])
    expect(await actions({ text: 'phone' })).toEqual([])
    expect(await actions({ actor: 'Minh' })).toEqual(['figure.adjust'])
    expect(await actions({ actions: ['period.open', 'workspace.init'] })).toEqual(['period.open', 'workspace.init'])
    expect(await actions({ unit })).toEqual(['submission.import', 'figure.adjust', 'workspace.init'])
    expect(await actions({ from: '15/6/2026', to: '2026-06-15' })).toHaveLength(4)
    expect(await actions({ to: '14/06/2026' })).toEqual([])
    await expect(actions({ from: '31/02/2026' })).rejects.toMatchObject({ code: 'period.bad_day' })
  })

  it('begins anew where a place cannot be read', async () => {
    const { context } = testWorkspaceWithPeriod()
    expect((await pageJournal(context, { language: 'vi', limit: 1, after: 'no place' })).entries).toMatchObject([{ seq: 2 }])
  })
})

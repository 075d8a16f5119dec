import { expect, it } from 'vitest'
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { codeOf } from '../../kit/test-accounts.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testEngine } from '../../kit/test-engine.ts'

const period = '2026-H1'
const unit = 'org.du_xa.11953'
const text = (name: string, said: string) => ({ name, text: said, raw: said, sheet: 'Nhiệm vụ', cell: 'C4', how: 'text' }) as const

it('gathers what people stated, noted and decided, and nothing internal reaches the source', async () => {
  const { engine, client } = testEngine()
  const proposal = 'Bố trí kinh phí tuyên truyền'
  storeFigures(
    engine.context,
    { period, unit },
    { um_total: 10, um_informed: 12 },
    { texts: [text('nar.tsk.2.1', 'Đã mở lớp.'), text('prop.1.text', proposal)] },
  )
  await client.tasks.setStatus({ period, unit, task: 'tsk.2.1', status: 'irregular', evidence: 'Kế hoạch 12-KH/ĐU' })
  await client.shortcomings.add({
    period,
    unit,
    audience: 'unit',
    input: 'nar.tsk.2.1',
    text: 'Chưa đối thoại',
    cause: 'subjective',
    causeText: 'Thiếu chỉ đạo',
  })
  await client.shortcomings.add({ period, unit, text: 'Chuyện riêng của cơ quan', causeText: 'Chuyện riêng' })
  await client.notes.add({ period, unit, kind: 'strength', audience: 'unit', text: 'Nền nếp' })
  await client.notes.add({ period, unit, kind: 'commendation', text: 'Chuyện riêng nữa' })
  await client.proposals.set({ period, unit, words: proposal, state: 'forwarded', reason: '' })
  const found = (await client.findings.list({ period, open: true })).find(({ rule }) => rule === 'C6')!
  await client.discrepancies.settle({ period, findings: [found.id], as: 'waived', reason: 'Đã hỏi đơn vị.', basis: 'phone' })

  const source = composeReport(engine.context, { period, kind: 'periodic' })
  expect(source.judgements).toMatchObject({
    taskStatuses: [{ task: 'tsk.2.1', unit, status: 'irregular' }],
    notes: [
      { kind: 'shortcoming', unit, input: 'nar.tsk.2.1', text: 'Chưa đối thoại', shortcoming: { cause: 'subjective', periods: 1 } },
      { kind: 'strength', unit, text: 'Nền nếp' },
    ],
    proposalStates: [{ unit, words: proposal, state: 'forwarded' }],
    decisions: [{ unit, decision: 'waived', basis: 'phone', reason: 'Đã hỏi đơn vị.' }],
  })
  expect(source.openFindings.blocking).toBe(0)
  expect(JSON.stringify([source, assembleReport(source)])).not.toContain('Chuyện riêng')
})

it('[CP1] takes the figures of the year before and of the last period of the year; a break of 2025 is the programme’s to say', async () => {
  const { engine, client } = testEngine()
  for (const [code, from, to] of [
    ['2025-H1', '2024-12-15', '2025-06-14'],
    ['2026-Q1', '2025-12-15', '2026-03-14'],
  ] as const) {
    await client.periods.open({ code, from, to, due: `${to}T16:30` })
    storeFigures(engine.context, { period: code, unit }, { um_total: 100, um_informed: 80, propaganda_sessions: 4 })
  }
  storeFigures(engine.context, { period, unit }, { um_total: 100, um_informed: 90, propaganda_sessions: 9 })
  const source = composeReport(engine.context, { period, kind: 'periodic' })
  expect(source.earlier).toMatchObject({
    yearAgo: { period: { code: '2025-H1' }, fields: { propaganda_sessions: { total: 4, coverage: { reported: 1, expected: 104 } } } },
    latest: {
      period: { code: '2026-Q1' },
      indicators: [{ numerator: 80, denominator: 100, counts: ['um_informed', 'um_total'] }, ...Array.from({ length: 10 }, () => ({}))],
    },
  })
  const said = assembleReport(source)
    .blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : []))
    .join('\n')
  expect(said).toContain('tăng 10,0 điểm % so với quý I năm 2026 (từ 80,0% lên 90,0%).')
  expect(said).toContain('không so sánh được với cùng kỳ năm 2025, do năm 2025 hợp nhất tỉnh')
})

it('[TP1] a thematic report is about what was chosen, until something else is chosen', async () => {
  const { engine, client } = testEngine()
  storeFigures(engine.context, { period, unit }, { um_total: 100, um_informed: 90, w_total: 50, w_informed: 40 })
  const tasks = (kind: 'thematic' | 'periodic'): number => composeReport(engine.context, { period, kind }).programme.tasks.length
  expect([await client.reports.topic({ period }), tasks('thematic')]).toEqual([{ topic: null }, 13])
  expect(await codeOf(client.reports.chooseTopic({ period, indicators: [], tasks: ['tsk.9.9'] }))).toBe('report.no_topic')
  const topic = { indicators: ['ind.workers_informed'], tasks: ['tsk.2.1', 'tsk.3.3'] }
  expect(await client.reports.chooseTopic({ period, indicators: topic.indicators, tasks: topic.tasks.toReversed() })).toEqual({ topic })
  expect([tasks('thematic'), tasks('periodic')]).toEqual([2, 13])
  expect(Object.keys(composeReport(engine.context, { period, kind: 'thematic' }).figures.fields)).toEqual(['w_total', 'w_informed'])
  const entries = (await client.trust.entries({ language: 'vi', limit: 100 })).entries.length
  await client.reports.chooseTopic({ period, ...topic })
  expect((await client.trust.entries({ language: 'vi', limit: 100 })).entries.length).toBe(entries)
  expect(await client.reports.chooseTopic({ period, indicators: [], tasks: [] })).toEqual({ topic: null })
  const { checks } = await client.trust.audit({ language: 'vi' })
  expect(checks.flatMap(({ name, ok }) => (ok ? [] : [name]))).toEqual([])
})

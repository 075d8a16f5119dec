import { describe, expect, it } from 'vitest'
import { listCopies } from '../../../electron/reconcile/list-copies.ts'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { insertNarrativePrints } from '../../../electron/store/narrative-print-store.ts'
import { openStore } from '../../../electron/store/database.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { listTexts } from '../../../electron/store/submission-rows.ts'
import { findEffective } from '../../../electron/store/submission-store.ts'
import { finding as findingSchema } from '../../../shared/contract/findings.ts'
import type { TextInput } from '../../../shared/domain/submission.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { fillText, languages } from '../../../shared/messages/text.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { printSubmission } from '../../../shared/rules/narratives/print-submission.ts'
import { changeWords, writeNarrative } from '../../kit/narrative-corpus.ts'
import { seededRandom } from '../../kit/seeded-random.ts'
import { storeFigures, type Figures } from '../../kit/store-figures.ts'
import { testWorkspace } from '../../kit/test-workspace.ts'

const draw = seededRandom(11)
const text = (task: string, words: string): TextInput => ({
  name: `nar.${task}`,
  text: words,
  raw: words,
  sheet: 'Nhiệm vụ',
  cell: 'C7',
  how: 'text',
})
const programme = bundledProgramme()

function workspaceWithTexts() {
  const { context } = testWorkspace()
  openPeriod(context, { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17' })
  openPeriod(context, { code: '2026-N', from: '2025-12-15', to: '2026-12-14', due: '2026-12-17' })
  const [a, b, c, d] = listExpectedUnits(context.store, '2026-N').map(({ code }) => code) as [string, string, string, string]
  const report = (period: string, unit: string, texts: Readonly<Record<string, string>>, figures: Figures = {}) =>
    storeFigures(context, { period, unit }, figures, { texts: Object.entries(texts).map(([task, words]) => text(task, words)) })
  const [first, second, third] = [writeNarrative(draw), writeNarrative(draw), writeNarrative(draw)]
  report('2026-H1', a, { 'tsk.1.1': first, 'tsk.1.2': second })
  report('2026-N', a, { 'tsk.1.1': `${first} Bổ sung thêm một câu mới.`, 'tsk.2.1': 'Đã triển khai.' })
  report('2026-N', b, { 'tsk.1.2': third, 'tsk.3.1': programme.tasks[2]!.source.text })
  report('2026-N', c, { 'tsk.1.2': changeWords(draw, third, 4) })
  report('2026-N', d, { 'tsk.1.2': `${writeNarrative(draw)} Tổng số đoàn viên công đoàn toàn xã là 1.310 người.` }, { um_total: 1250 })
  return { context, units: { a, b, c, d } }
}

describe('findings about narratives', () => {
  const listIn = (context: Parameters<typeof listFindings>[0]) =>
    listFindings(context, { period: '2026-N' }).filter(({ rule }) => rule.startsWith('N'))
  const shown = (found: ReturnType<typeof listIn>) => found.map(({ rule, unit, field }) => [rule, unit, field])

  it('[N1] [N2] [N3] [N4] [N5] [N6] say who, which task, and where both texts stand', () => {
    const { context, units } = workspaceWithTexts()
    const { a, b, c, d } = units
    const list = () => listIn(context)
    expect(shown(list())).toEqual([
      ['N1', a, null],
      ['N4', a, 'nar.tsk.1.1'],
      ['N3', b, 'nar.tsk.1.2'],
      ['N3', c, 'nar.tsk.1.2'],
      ['N6', d, 'nar.tsk.1.2'],
      ['N2', a, 'nar.tsk.2.1'],
      ['N5', b, 'nar.tsk.3.1'],
    ])
    for (const found of list()) {
      expect(findingSchema.parse(found)).toEqual(found)
      for (const language of languages) expect(fillText(ruleTexts[found.rule], language, found.params)).not.toMatch(/[{}]/)
    }
    const by = (rule: string) => list().find((found) => found.rule === rule)
    expect(by('N3')).toMatchObject({ params: { otherUnit: c, count: 1 }, sources: [{ cell: 'C7' }, { cell: 'C7' }] })
    expect(by('N6')).toMatchObject({ expected: '1250', actual: '1310', sources: [{ sheet: 'Nhiệm vụ' }, { sheet: 'Số liệu', cell: 'E7' }] })
    const { given, copies } = listCopies(context, { period: '2026-N' })
    expect(copies.map(({ rule, unit, task, other }) => [rule, unit, task, other.kind, other.unit, other.period])).toEqual([
      ['N4', a, 'tsk.1.1', 'last_period', a, '2026-H1'],
      ['N3', b, 'tsk.1.2', 'unit', c, '2026-N'],
      ['N3', c, 'tsk.1.2', 'unit', b, '2026-N'],
      ['N5', b, 'tsk.3.1', 'programme', null, null],
    ])
    const [again, , , taken] = copies
    expect(again!.passages).toHaveLength(1)
    for (const { text: own, other, passages } of copies)
      for (const { start, end, otherStart, otherEnd } of passages) {
        expect(own.slice(start, end).split(' ')[0]!.toLowerCase()).toBe(
          (other.text ?? given).slice(otherStart, otherEnd).split(/\s/)[0]!.toLowerCase(),
        )
      }
    expect(taken!.text.slice(taken!.passages[0]!.start, taken!.passages[0]!.end).length).toBeGreaterThan(40)
    expect(listCopies(context, { period: '2026-N', task: 'tsk.3.1' }).copies).toEqual([taken])
    expect(listCopies(context, { period: '2026-N', unit: a }).copies).toEqual([again])
  })

  it('[N7] a submission that says the last period’s again is one finding, with the passages of each text', () => {
    const { context } = testWorkspace()
    openPeriod(context, { code: '2026-H1', from: '2025-12-15', to: '2026-06-14', due: '2026-06-17' })
    openPeriod(context, { code: '2026-N', from: '2025-12-15', to: '2026-12-14', due: '2026-12-17' })
    const [unit] = listExpectedUnits(context.store, '2026-N')
    const texts = programme.tasks.slice(0, 6).map(({ code }) => text(code, writeNarrative(draw)))
    for (const period of ['2026-H1', '2026-N']) storeFigures(context, { period, unit: unit!.code }, {}, { texts })
    expect(shown(listIn(context))).toEqual([['N7', unit!.code, null]])
    expect(listIn(context)[0]).toMatchObject({ params: { count: 6, lastPeriod: '2026-H1' } })
    const { copies } = listCopies(context, { period: '2026-N' })
    expect(copies.map(({ task, percent, passages }) => [task, percent, passages.length])).toEqual(
      programme.tasks.slice(0, 6).map(({ code }) => [code, null, 1]),
    )
  })

  it('[N3] are the same from what was kept at import as from the texts', () => {
    const { context, units } = workspaceWithTexts()
    const { store } = context
    // Two versions of the same words: one was printed when it came in, the other is printed when it is asked for.
    const before = shown(listIn(context))
    store.transaction(() => {
      for (const unit of Object.values(units)) {
        const { key } = findEffective(store, '2026-N', unit)!
        insertNarrativePrints(store, key, printSubmission(listTexts(store, key), programme))
      }
    })
    const again = openStore(store.directory, { mode: 'read', clock: context.clock })
    expect(shown(listIn({ store: again }))).toEqual(before)
    again.close()
  })
})

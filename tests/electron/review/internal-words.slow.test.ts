import * as fc from 'fast-check'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import { audiences, callChannels, noteKinds, paperKinds, type PaperKind } from '../../../shared/domain/review.ts'
import type { TextInput } from '../../../shared/domain/submission.ts'
import { workbookParts } from '../../kit/edit-workbook.ts'
import { textOf } from '../../kit/read-pdf.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { testEngine, type TestEngine } from '../../kit/test-engine.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const period = testPeriod.code
const next = '2026'

/** What is noted on one unit: each with a change of mind about who may read it, and what the office wrote about it since. */
const noted = fc.record({
  kind: fc.constantFrom(...noteKinds),
  first: fc.constantFrom(...audiences),
  later: fc.option(fc.constantFrom(...audiences)),
  place: fc.constantFrom('unit', 'figure', 'passage' as const),
  isClosed: fc.boolean(),
  replies: fc.array(fc.constantFrom('reply', 'evidence', 'state' as const), { maxLength: 2 }),
})
type Noted = typeof noted extends fc.Arbitrary<infer Value> ? Value : never

describeWithTools(['poppler-utils'], 'papers to units', () => {
  it('[S8] hold no word of what is internal, in the text of the real file, whatever was noted, moved, answered or hidden again', async () => {
    const test = testEngine()
    const { client, engine } = test
    const { context } = engine
    await client.periods.open({ code: next, from: '2025-12-15', to: '2026-12-14', due: '2026-12-20T17:00:00+07:00' })
    const units = listExpectedUnits(context.store, period).filter(({ line }) => line === 'territorial')
    const proof = join(temporaryFolder(), 'minh-chung.txt')
    writeFileSync(proof, 'minh chứng')
    let run = 0
    const property = fc.asyncProperty(fc.array(noted, { minLength: 1, maxLength: 6 }), async (list) => {
      const unit = units[run++]!.code
      storeFigures(context, { period, unit }, { um_total: 100, um_informed: 150, w_total: 9, w_informed: 11 }, { texts: [narrative] })
      const secrets = new Set<string>()
      const open: string[] = []
      let words = 0
      // One word that nothing else says and that no line break divides.
      const word = (): string => `zq${run}x${++words}kw`
      const secret = (): string => {
        const made = word()
        secrets.add(made)
        return made
      }
      for (const one of list) await write(test, { unit, one, proof, word, secret, open })
      const found = (await client.findings.list({ period })).filter((finding) => finding.unit === unit && finding.rule === 'C6')
      const [asked, waived] = found.map(({ id }) => id)
      await client.discrepancies.settle({ period, findings: [asked!], as: 'asked', reason: secret() })
      await client.discrepancies.settle({ period, findings: [waived!], as: 'waived', reason: secret() })
      await client.contacts.call({ period, unit, channel: callChannels[run % callChannels.length]!, text: secret() })
      await client.tasks.setStatus({ period, unit, task: 'tsk.1.1', status: 'irregular', evidence: secret() })

      const papers = new Map<string, string>()
      for (const kind of paperKinds) if (kind !== 'record') papers.set(kind, await paperText(test, kind, unit))
      papers.set('workbook', await workbookText(test, unit))
      papers.set('query message', (await client.letters.message({ period, unit })).text ?? '')
      for (const kind of ['receipt', 'reminder', 'question'] as const)
        papers.set(kind, (await client.letters.ready({ period, unit, kind })).text ?? '')
      for (const [name, text] of papers) {
        const bare = text.replaceAll(/\s/gu, '')
        expect(
          [...secrets].filter((one) => bare.includes(one)),
          name,
        ).toEqual([])
      }
      // And the search is no blind one: what is meant for the unit is found, and so is what was asked.
      const notice = papers.get('notice')!.replaceAll(/\s/gu, '')
      expect(open.filter((one) => !notice.includes(one))).toEqual([])
      expect(papers.get('query')).toContain('150')
      expect(papers.get('worksheet')).toContain('150')
    })
    await fc.assert(property, { numRuns: 12, endOnFailure: true })
  })
})

const said = 'Đã ban hành kế hoạch. Đã tổ chức 03 hội nghị tại khu công nghiệp.'
const narrative: TextInput = { name: 'nar.tsk.1.1', text: said, raw: said, sheet: 'Nhiệm vụ', cell: 'C7', how: 'text' }
const places = { unit: {}, figure: { input: 'um_total' }, passage: { input: 'nar.tsk.1.1', quote: '03 hội nghị' } } as const

type Writing = { unit: string; one: Noted; proof: string; word: () => string; secret: () => string; open: string[] }

/** Writes one note as people do; its words are secret unless in the end the unit may read them. */
async function write({ client, engine }: TestEngine, { unit, one, proof, word, secret, open }: Writing): Promise<void> {
  const { kind, first, later, place, isClosed, replies } = one
  const audience = later ?? first
  const isOpen = audience === 'unit' && !isClosed
  const own = (): string => (isOpen ? word() : secret())
  const text = own()
  const at = { period, unit, audience: first, text: `Ghi ${text}`, ...places[place] }
  const draft = { category: secret(), scope: secret(), extent: own(), causeText: own(), remedy: own(), owner: own(), dueOn: '2026-09-30' }
  const { id } =
    kind === 'shortcoming'
      ? await client.shortcomings.add({ ...at, ...draft, cause: 'subjective' })
      : await client.notes.add({ ...at, kind })
  for (const reply of replies) {
    if (reply === 'state' && kind === 'shortcoming') {
      const file = engine.context.staging.addInput(proof)
      await client.shortcomings.move({ id, to: 'in_progress', text: secret(), file })
      await client.shortcomings.move({ id, to: 'open', text: secret() })
    } else if (reply === 'evidence') {
      await client.notes.reply({ id, kind: 'evidence', text: secret(), file: engine.context.staging.addInput(proof) })
    } else await client.notes.reply({ id, kind: 'reply', text: secret() })
  }
  if (later !== null && later !== first) await client.notes.update({ id, audience: later })
  if (place === 'passage') await client.notes.move({ id, input: 'um_informed' })
  if (isClosed) await client.notes.update({ id, isClosed })
  if (isOpen && (kind === 'shortcoming' || kind === 'remark')) open.push(text)
}

/** The text of the file as its reader sees it; '' where there is nothing of the kind to send. */
async function paperText({ client, engine }: TestEngine, kind: PaperKind, unit: string): Promise<string> {
  const { jobs, staging } = engine.context
  const { jobId } = await client.letters.write({ period, kind, ...(kind === 'urging' ? {} : { units: [unit] }) })
  const { state, result, error } = await jobs.wait(jobId)
  if (state !== 'done') {
    expect(error).toMatchObject({ code: 'letter.nobody' })
    return ''
  }
  const { files } = result as { files: { file: string }[] }
  return files.map(({ file }) => readText(staging.get(file).path)).join('\n')
}

async function workbookText({ client, engine }: TestEngine, unit: string): Promise<string> {
  const { jobs, staging } = engine.context
  const { jobId } = await client.templates.write({ period: next, units: [unit] })
  const { state, result } = await jobs.wait(jobId)
  expect(state).toBe('done')
  const { files } = result as { files: { file: string }[] }
  expect(files.length).toBeGreaterThan(0)
  return files.map(({ file }) => readText(staging.get(file).path)).join('\n')
}

/** Of a workbook every part as it is written: also what no sheet shows. */
function readText(path: string): string {
  const bytes = readFileSync(path)
  if (!path.endsWith('.xlsx')) return textOf(bytes)
  return workbookParts(bytes)
    .map(({ data }) => Buffer.from(data).toString('utf8'))
    .join('\n')
}

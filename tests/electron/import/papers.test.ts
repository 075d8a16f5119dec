import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { traceInput } from '../../../electron/consolidate/trace-input.ts'
import { describePaper, removePaper } from '../../../electron/import/papers/describe-paper.ts'
import { layTexts, listFreeProposals, listTaken, withdrawText } from '../../../electron/import/papers/lay-texts.ts'
import { listPapers } from '../../../electron/import/papers/list-papers.ts'
import { listHeld } from '../../../electron/import/list-held.ts'
import { withNotes } from '../../../electron/engine/notes-of-held.ts'
import { getFinding } from '../../../electron/reconcile/get-finding.ts'
import { listFindings } from '../../../electron/reconcile/list-findings.ts'
import { narrativesOf } from '../../../electron/reconcile/narratives-of-period.ts'
import { readAtOnce } from '../../../electron/store/one-moment.ts'
import { getPeriodKey } from '../../../electron/store/period-store.ts'
import { resolveHeld } from '../../../electron/import/resolve-held.ts'
import { openPaper } from '../../../electron/import/papers/open-paper.ts'
import { readFigures, readNarratives, suggestPaper } from '../../../electron/import/papers/read-paper.ts'
import { listNoteViews } from '../../../electron/review/list-notes.ts'
import { listTaskPassages, listUnitPassages } from '../../../electron/review/list-passages.ts'
import { listProposals } from '../../../electron/review/proposals.ts'
import { addNote } from '../../../electron/review/write-notes.ts'
import { findPassages } from '../../../electron/store/text-search-store.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { takeProposal } from '../../../shared/rules/papers/take-proposal.ts'
import { buildDocument } from '../../kit/build-document.ts'
import { buildZip } from '../../kit/build-zip.ts'
import { closeSharedPool, openInbox, outcomesOf, placeOf, unitAt, type Inbox } from './import-kit.ts'

afterAll(closeSharedPool)

const period = '2026-H1'
const unit = unitAt(0)
const name = 'nar.tsk.1.1'
const pdf = (text: string): string => `%PDF-1.7\n% ${text}\n%%EOF\n`

const nameOfUnit = (code: string): string => bundledUnits().find((one) => one.code === code)!.name

async function withPaper(): Promise<{ inbox: Inbox; receipt: string }> {
  const inbox = openInbox()
  inbox.put(`${placeOf(unit)}/BC 15.pdf`, pdf('one'))
  await inbox.take()
  return { inbox, receipt: listPapers(inbox.context, { period })[0]!.receipt }
}

const openRules = ({ context }: Inbox, subject: string): string[] =>
  context.store.pluck<[string], string>("SELECT rule FROM finding WHERE state = 'open' AND subject = ?").all(subject)
/** Tasks of the only unit that reported which have words to compare. */
const comparedTasks = ({ context: { store } }: Inbox): string[] => [
  ...readAtOnce(narrativesOf(store, getPeriodKey(store, period), bundledProgramme()))[0]!.prints.keys(),
]
const found = ({ context }: Inbox, word: string): string[] => findPassages(context.store, [word], { limit: 9 }).map(({ text }) => text)

describe('papers of units', () => {
  it('are suggested a unit by folder and name, and get number, day and signer from a person', async () => {
    const { inbox, receipt } = await withPaper()
    expect(listPapers(inbox.context, { period })).toMatchObject([
      { name: 'BC 15.pdf', format: 'pdf', unit: null, suggestions: [unit], paper: null, laidTexts: 0 },
    ])
    const order = { receipt, unit, number: ' 15-BC/ĐU ', issuedOn: '16/6/2026', signer: 'Trần Văn An', note: 'bản scan' }
    expect(describePaper(inbox.context, order)).toMatchObject({
      unit,
      paper: { number: '15-BC/ĐU', issuedOn: '2026-06-16', signer: 'Trần Văn An', subject: '', note: 'bản scan' },
    })
    expect(() => describePaper(inbox.context, { ...order, issuedOn: 'hôm qua' })).toThrow('paper.wrong_day')
    expect(() => describePaper(inbox.context, { ...order, unit: 'org.nobody' })).toThrow('unit.not_found')
    expect(() => describePaper(inbox.context, { ...order, receipt: '0'.repeat(32) })).toThrow('paper.not_found')
    describePaper(inbox.context, { receipt, unit: unitAt(1) })
    expect(listPapers(inbox.context, { period, unit })).toEqual([])
    expect(listPapers(inbox.context, { period, unit: unitAt(1) })).toMatchObject([{ paper: { number: '', issuedOn: null } }])
    expect(() => removePaper(inbox.context, { receipt, reason: '' })).toThrow('paper.no_reason')
    removePaper(inbox.context, { receipt, reason: 'nhầm kỳ' })
    expect(listPapers(inbox.context, { period })).toEqual([])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M48] of the same bytes are attached once: within a run, inside a zip, and in later runs', async () => {
    const inbox = openInbox()
    const [letter, other] = [pdf('letter'), pdf('other')]
    inbox.put('1/BC.pdf', letter)
    inbox.put('2/BC chép.pdf', letter)
    inbox.put(
      'gui.zip',
      buildZip([
        { name: 'trong/BC.pdf', data: letter },
        { name: 'CV.pdf', data: other },
      ]),
    )
    const first = await inbox.take({ receivedAt: '2026-06-15T09:00' })
    expect(outcomesOf(first)).toEqual({
      '1/BC.pdf': 'attached',
      '2/BC chép.pdf': 'duplicate',
      'gui.zip!/CV.pdf': 'attached',
      'gui.zip!/trong/BC.pdf': 'duplicate',
    })
    inbox.put(`${placeOf(unit)}/cùng thư.pdf`, letter)
    const again = await inbox.take({ receivedAt: '2026-06-20T09:00' })
    expect(again.totals).toMatchObject({ attached: 0, duplicate: 5 })
    // It says when, and where it lay is not lost.
    expect(again.files.find(({ path }) => path.endsWith('cùng thư.pdf'))).toMatchObject({
      unit: null,
      findings: [{ rule: 'M48', severity: 'info', params: { day: '15/06/2026' } }],
      suggestions: [unit],
    })
    const papers = listPapers(inbox.context, { period })
    expect(papers.map(({ name }) => name).toSorted()).toEqual(['BC.pdf', 'CV.pdf'])
    // What was removed comes in again; what a person said whose it is holds for its repetitions.
    for (const { receipt } of papers) describePaper(inbox.context, { receipt, unit })
    removePaper(inbox.context, { receipt: papers.find(({ name }) => name === 'BC.pdf')!.receipt, reason: 'nhầm kỳ' })
    const third = await inbox.take()
    expect(third.totals).toMatchObject({ attached: 1, duplicate: 4 })
    expect(third.files.find(({ path }) => path.endsWith('CV.pdf'))).toMatchObject({ outcome: 'duplicate', unit })
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('are opened as they came, and not when their kept bytes are gone or other ones', async () => {
    const { inbox, receipt } = await withPaper()
    const { path, name: called } = await openPaper(inbox.context, receipt)
    expect([called, readFileSync(path, 'utf8')]).toEqual(['BC 15.pdf', pdf('one')])
    chmodSync(path, 0o600)
    writeFileSync(path, pdf('two'))
    await expect(openPaper(inbox.context, receipt)).rejects.toThrow('paper.file_changed')
    rmSync(path)
    await expect(openPaper(inbox.context, receipt)).rejects.toThrow('paper.file_missing')
    await expect(openPaper(inbox.context, '0'.repeat(32))).rejects.toThrow('paper.not_found')
  })

  it('in Word say who they are and what they tell of each task; nothing of it is taken by itself', async () => {
    const inbox = openInbox()
    const bold = (text: string): string => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const plain = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    const table = (...rows: string[][]): string =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${plain(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    const labelOf = (code: string): string => bundledProgramme().fields.find((field) => field.code === code)!.label.vi
    const [task] = bundledProgramme().tasks
    const body = [
      bold(nameOfUnit(unit).toUpperCase()),
      plain('Số 15-BC/ĐU'),
      plain('Hưng Yên, ngày 15 tháng 6 năm 2026'),
      bold('BÁO CÁO'),
      bold(`1. ${task!.label.vi}`),
      plain('Đã thành lập ba nghiệp đoàn mới.'),
      table(['TT', 'Nội dung', 'Số lượng'], ['1', labelOf('um_total'), '1.234'], ['2', labelOf('um_informed'), 'khoảng 9']),
      bold('V. KIẾN NGHỊ'),
      plain('Đề nghị Liên đoàn Lao động tỉnh bố trí thêm kinh phí.'),
      plain('T/M BAN THƯỜNG VỤ'),
      plain('PHÓ BÍ THƯ'),
      plain('Nguyễn Văn Bình'),
    ]
    inbox.put('BC.docx', buildDocument(body.join('')))
    await inbox.take()
    const { receipt } = listPapers(inbox.context, { period })[0]!
    expect(await suggestPaper(inbox.context, receipt)).toMatchObject({
      number: '15-BC/ĐU',
      issuedOn: '2026-06-15',
      signer: 'Nguyễn Văn Bình',
      units: [unit],
    })
    const told = await readNarratives(inbox.context, receipt)
    expect(told?.blocks).toHaveLength(12)
    expect(told?.tasks[0]).toMatchObject({ task: task!.code, passages: [{ text: expect.stringMatching(/^Đã thành lập ba/), place: 6 }] })
    expect(await readFigures(inbox.context, receipt)).toMatchObject([
      {
        field: 'um_total',
        reading: { state: 'value', value: 1234 },
        raw: '1.234',
        label: expect.stringContaining(labelOf('um_total')),
        place: 7,
      },
      { field: 'um_informed', reading: { state: 'unreadable', value: null }, raw: 'khoảng 9' },
    ])
    expect(listTaken(inbox.context, { period, unit })).toEqual([])
    expect(listFreeProposals(inbox.context, { receipt })).toHaveLength(10)
    describePaper(inbox.context, { receipt, unit })
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 5, 'prop.1.text': 'Tự viết.', 'prop.1.addressee': 'Tỉnh ủy' }))
    await inbox.take()
    const [free] = listFreeProposals(inbox.context, { receipt })
    expect([free, told!.proposals.length]).toEqual([2, 1])
    layTexts(inbox.context, { receipt, items: takeProposal(told!.proposals[0]!, free!) })
    expect(listProposals(inbox.context, { period })).toMatchObject([
      { words: 'Tự viết.', addressee: 'Tỉnh ủy' },
      { words: expect.stringMatching(/bố trí thêm kinh phí/), addressee: 'Liên đoàn Lao động tỉnh' },
    ])
    expect(listFreeProposals(inbox.context, { receipt })[0]).toBe(3)
    const other = await withPaper()
    expect(await suggestPaper(other.inbox.context, other.receipt)).toMatchObject({ number: '', units: [] })
    expect(await readFigures(other.inbox.context, other.receipt)).toEqual([])
    expect(await readNarratives(other.inbox.context, other.receipt)).toBeNull()
  })

  it('lend passages to a blank narrative: search and findings follow, and it can be withdrawn', async () => {
    const { inbox, receipt } = await withPaper()
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 5, 'nar.tsk.1.2': 'Tự viết.' }))
    await inbox.take()
    const passage = { name, text: 'Đã thành lập ba nghiệp đoàn mới.', heading: 'II. Kết quả', paragraph: 4 }
    expect(() => layTexts(inbox.context, { receipt, items: [passage] })).toThrow('paper.no_unit')
    describePaper(inbox.context, { receipt, unit })
    expect(openRules(inbox, name)).toEqual(['C14'])
    expect(comparedTasks(inbox)).toEqual(['tsk.1.2'])
    const [laid] = layTexts(inbox.context, { receipt, items: [passage] })
    expect(laid).toMatchObject({ state: 'active', reported: null, heading: 'II. Kết quả', paragraph: 4 })
    expect([openRules(inbox, name), found(inbox, 'nghiep')]).toEqual([[], [passage.text]])
    expect(comparedTasks(inbox)).toEqual(['tsk.1.1', 'tsk.1.2'])
    expect(traceInput(inbox.context, { period, unit, input: name })).toMatchObject({
      value: passage.text,
      reported: null,
      laid: { id: laid!.id, state: 'active', heading: 'II. Kết quả', paragraph: 4, fileName: 'BC 15.pdf' },
      keyed: null,
    })
    expect(() => describePaper(inbox.context, { receipt, unit: unitAt(1) })).toThrow('paper.in_use')
    expect(() => removePaper(inbox.context, { receipt, reason: 'thôi' })).toThrow('paper.in_use')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })

    layTexts(inbox.context, { receipt, items: [{ ...passage, text: 'Bốn tổ.' }] })
    expect([found(inbox, 'nghiep'), found(inbox, 'bon')]).toEqual([[], ['Bốn tổ.']])
    const [, second] = listTaken(inbox.context, { period, unit })
    withdrawText(inbox.context, { id: second!.id, reason: 'đơn vị sẽ gửi lại' })
    expect([openRules(inbox, name), found(inbox, 'bon')]).toEqual([['C14'], []])
    expect(comparedTasks(inbox)).toEqual(['tsk.1.2'])
    expect(listTaken(inbox.context, { period, unit }).map(({ state }) => state)).toEqual(['replaced', 'withdrawn'])
    expect(() => withdrawText(inbox.context, { id: second!.id, reason: 'x' })).toThrow('paper.text_not_in_force')
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[S4] [N2] are read, noted on and shown at their findings where the workbook says nothing; a new version that leaves them in force leaves the notes', async () => {
    const { inbox, receipt } = await withPaper()
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 5, 'nar.tsk.1.2': 'Tự viết.' }))
    await inbox.take()
    describePaper(inbox.context, { receipt, unit })
    const text = 'Đã thành lập ba nghiệp đoàn mới.'
    layTexts(inbox.context, { receipt, items: [{ name, text, heading: 'II. Kết quả', paragraph: 4 }] })
    const { store } = inbox.context
    expect(listUnitPassages({ store }, { period, unit }).slice(0, 2)).toMatchObject([{ task: 'tsk.1.1', text }, { text: 'Tự viết.' }])
    expect(listTaskPassages({ store }, { period, task: 'tsk.1.1' }).find((one) => one.unit === unit)).toMatchObject({ text, isNews: true })
    const thin = listFindings({ store }, { period, unit }).find(({ rule, field }) => rule === 'N2' && field === name)!
    expect(readAtOnce(getFinding({ store }, { period, unit, id: thin.id }))?.cells).toMatchObject([
      { unit, input: name, isField: false, originalName: 'BC 15.pdf', sheet: '', cell: '', raw: text },
    ])
    const noted = addNote({ ...inbox.context, actor: 'Minh' }, { period, unit, kind: 'remark', text: 'Xem lại.', input: name, quote: 'ba' })
    expect(noted.pin).toMatchObject({ state: 'here', quote: 'ba', isChanged: false })
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 6, 'nar.tsk.1.2': 'Tự viết.' }))
    await inbox.take()
    resolveHeld(inbox.context, { id: listHeld(inbox.context, { period })[0]!.id, choice: 'use_new' })
    const pinNow = () => listNoteViews({ store }, { period, unit })[0]!.pin
    expect(pinNow()).toMatchObject({ state: 'here', quote: 'ba', isChanged: false })
    // A version that is silent there leaves the passage in force and the note where it is: nothing to look at again.
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 7, [name]: 'Đơn vị tự viết.' }))
    layTexts(inbox.context, { receipt, items: [{ name, text, heading: 'II. Kết quả', paragraph: 4 }] })
    await inbox.take()
    const rewording = withNotes(inbox.context, period, listHeld(inbox.context, { period })[0]!)
    expect(rewording.comesUpAgain.notes).toMatchObject([{ input: name, quote: 'ba' }])
    resolveHeld(inbox.context, { id: rewording.id, choice: 'use_new' })
    layTexts(inbox.context, { receipt, items: [{ name, text, heading: 'II. Kết quả', paragraph: 4 }] })
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 8 }))
    await inbox.take()
    const silent = withNotes(inbox.context, period, listHeld(inbox.context, { period })[0]!)
    expect([silent.difference?.texts.map((change) => [change.name, change.new]), silent.comesUpAgain.notes]).toEqual([[[name, '']], []])
    resolveHeld(inbox.context, { id: silent.id, choice: 'use_new' })
    expect(pinNow()).toMatchObject({ state: 'here', quote: 'ba', isChanged: false })
    // Another passage of the paper in its place: the words are still in it, elsewhere.
    layTexts(inbox.context, { receipt, items: [{ name, text: `Trong kỳ, ${text}`, heading: 'II. Kết quả', paragraph: 4 }] })
    expect(pinNow()).toMatchObject({ state: 'here', quote: 'ba', start: text.indexOf('ba') + 10 })
    withdrawText(inbox.context, { id: listTaken(inbox.context, { period, unit }).at(-1)!.id, reason: 'nhầm' })
    expect(pinNow()).toMatchObject({ state: 'lost', quote: 'ba' })
  })

  it('[M59] a later version that words the text itself suspends the passage, and says so before it counts', async () => {
    const { inbox, receipt } = await withPaper()
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 5 }))
    await inbox.take()
    describePaper(inbox.context, { receipt, unit })
    layTexts(inbox.context, { receipt, items: [{ name, text: 'Từ văn bản giấy.', heading: 'I', paragraph: 1 }] })
    inbox.put('1.xlsx', await inbox.fill(unit, { 'fld.um_total': 6, [name]: 'Đơn vị tự viết lại.' }))
    await inbox.take()
    const [item] = listHeld(inbox.context, { period })
    expect(item!.comesUpAgain).toMatchObject({ texts: [{ name }], adjustments: [] })
    resolveHeld(inbox.context, { id: item!.id, choice: 'use_new' })
    expect(listTaken(inbox.context, { period, unit })).toMatchObject([{ state: 'suspended' }])
    expect([openRules(inbox, name), found(inbox, 'giay'), found(inbox, 'viet')]).toEqual([['M59'], [], ['Đơn vị tự viết lại.']])
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })
})

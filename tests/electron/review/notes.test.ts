import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { keepFile } from '../../../electron/import/keep-file.ts'
import { addCall, assignUnits, listContacts, updateDesk } from '../../../electron/review/desks.ts'
import { countDue, listNoteViews, listRegister } from '../../../electron/review/list-notes.ts'
import { listProposals, setProposal } from '../../../electron/review/proposals.ts'
import { addNote, addToNote, moveNote, moveShortcoming, updateNoteWords, updateShortcoming } from '../../../electron/review/write-notes.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import type { ReceivedFile } from '../../../electron/store/received-file-store.ts'
import { listExpectedUnits } from '../../../electron/store/period-store.ts'
import type { TextInput } from '../../../shared/domain/submission.ts'
import { seededRandom } from '../../kit/seeded-random.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const period = testPeriod.code
const input = (name: string, text: string): TextInput => ({ name, text, raw: text, sheet: 'Phần lời', cell: 'B7', how: 'text' })

function office() {
  const { context } = testWorkspaceWithPeriod()
  const unit = listExpectedUnits(context.store, period).find(({ line }) => line === 'territorial')!.code
  const send = (um_total: number, texts: Readonly<Record<string, string>> = {}): void =>
    void storeFigures(context, { period, unit }, { um_total }, { texts: Object.entries(texts).map(([name, text]) => input(name, text)) })
  return { context, unit, send }
}

/** The kit stores versions without the index of words, which the import keeps. */
const troubleIn = async ({ store }: ReturnType<typeof office>['context']): Promise<string[]> =>
  (await verifyAudit({ store })).checks.flatMap(({ name, ok }) => (ok || name === 'search' ? [] : [name]))

async function keptFile(store: ReturnType<typeof office>['context']['store']): Promise<ReceivedFile> {
  const path = join(temporaryFolder(), 'bien-ban.pdf')
  writeFileSync(path, 'biên bản kiểm tra')
  const kept = await keepFile(store, path, 'bien-ban.pdf')
  if (kept.kind !== 'kept') throw new Error(kept.reason)
  return kept.file
}

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

describe('notes', () => {
  it('pins to figure, passage, task and unit, is internal by itself, and knows what changed since', async () => {
    const { context, unit, send } = office()
    send(10, { 'nar.tsk.1.1': 'Đã ban hành kế hoạch. Đã tổ chức 03 hội nghị.', 'nar.tsk.1.2': 'Có phân công.' })
    const base = { period, unit, kind: 'remark', text: 'Xem lại' } as const
    const figure = addNote(context, { ...base, input: 'fld.um_total' })
    const passage = addNote(context, { ...base, input: 'nar.tsk.1.1', quote: '03 hội nghị' })
    const task = addNote(context, { ...base, input: 'nar.tsk.1.2', kind: 'strength' })
    const whole = addNote(context, { ...base, audience: 'unit' })
    expect(figure).toMatchObject({ audience: 'internal', input: 'um_total', pin: { state: 'here', isChanged: false } })
    expect(passage.pin).toMatchObject({ state: 'here', quote: '03 hội nghị' })
    send(11, { 'nar.tsk.1.1': 'Đã tổ chức 03 hội nghị.', 'nar.tsk.1.2': 'Có phân công.' })
    const now = new Map(listNoteViews(context, { period, unit }).map((note) => [note.id, note.pin]))
    expect(now.get(figure.id)).toMatchObject({ state: 'here', isChanged: true })
    expect(now.get(passage.id)).toMatchObject({ state: 'here', isChanged: false, start: 11 })
    expect(now.get(task.id)).toMatchObject({ isChanged: false })
    expect(now.get(whole.id)).toMatchObject({ state: 'none', isChanged: true })
    send(11, { 'nar.tsk.1.1': 'Nội dung khác.', 'nar.tsk.1.2': 'Có phân công.' })
    expect(listNoteViews(context, { period, unit }).find(({ id }) => id === passage.id)?.pin.state).toBe('lost')
    expect(moveNote(context, { id: passage.id, input: 'nar.tsk.1.2', quote: 'phân công' }).pin).toMatchObject({ state: 'here', start: 3 })
    expect(moveNote(context, { id: passage.id }).pin).toMatchObject({ state: 'none' })
    expect(updateNoteWords(context, { id: figure.id, isClosed: true, audience: 'unit' })).toMatchObject({
      isClosed: true,
      audience: 'unit',
    })
    expect(addToNote(context, { id: figure.id, kind: 'reply', text: 'Đã gọi' }).entries.map(({ kind }) => kind)).toEqual([
      'change',
      'reply',
    ])
    expect(codeOf(() => addNote(context, { ...base, text: ' ' }))).toBe('note.no_text')
    expect(codeOf(() => addNote(context, { ...base, input: 'nothing' }))).toBe('note.no_input')
    expect(codeOf(() => addNote(context, { period, kind: 'remark', text: 'x', input: 'um_total' }))).toBe('note.no_unit')
    expect(codeOf(() => addNote(context, { ...base, input: 'nar.tsk.1.2', quote: 'không có' }))).toBe('note.no_passage')
    expect(await troubleIn(context)).toEqual([])
  })

  it('lands on no other words when another version came in meanwhile, and is back when its passage comes back', () => {
    const { context, unit, send } = office()
    const first = 'Đã ban hành kế hoạch. Đã tổ chức 03 hội nghị quán triệt.'
    send(10, { 'nar.tsk.1.1': first })
    const quote = 'Đã tổ chức 03 hội nghị quán triệt.'
    const range = { start: first.indexOf(quote), end: first.length }
    const at = { input: 'nar.tsk.1.1', range, quote }
    const note = addNote(context, { period, unit, kind: 'remark', text: 'Nêu rõ', ...at })
    send(10, { 'nar.tsk.1.1': 'Nội dung được viết lại hoàn toàn trong bản gửi bổ sung của đơn vị.' })
    const pin = () => listNoteViews(context, { period, unit }).find(({ id }) => id === note.id)?.pin
    expect(pin()).toMatchObject({ state: 'lost', quote })
    // What a person chose in the version before is no place in this one.
    expect(codeOf(() => addNote(context, { period, unit, kind: 'remark', text: 'Nêu rõ', ...at }))).toBe('note.no_passage')
    expect(codeOf(() => moveNote(context, { id: note.id, ...at }))).toBe('note.no_passage')
    send(10, { 'nar.tsk.1.1': `Mở đầu mới. ${first}` })
    expect(pin()).toMatchObject({ state: 'here', quote, isChanged: false, start: range.start + 'Mở đầu mới. '.length })
  })

  it('loses no note and puts none on a wrong place in five rounds of edited, moved and replaced passages', () => {
    const { context, unit, send } = office()
    const random = seededRandom(58)
    const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
    const sentence = (number: number): string =>
      `Việc ${number}: ${pick(['đã ban hành', 'đã tổ chức', 'đang rà soát'])} ${number + 2} ${pick(['kế hoạch', 'hội nghị', 'cuộc đối thoại'])} tại ${pick(['khu công nghiệp', 'doanh nghiệp', 'xã'])}.`
    const tasks = ['nar.tsk.1.1', 'nar.tsk.2.1', 'nar.tsk.3.3']
    let texts = new Map(tasks.map((name) => [name, Array.from({ length: 6 }, (_, index) => sentence(index))]))
    const sendAll = (round: number): void =>
      send(100 + round, Object.fromEntries([...texts].map(([name, lines]) => [name, lines.join(' ')])))
    sendAll(0)
    const quotes = new Map<string, string>()
    for (const [name, lines] of texts)
      for (const line of lines)
        quotes.set(addNote(context, { period, unit, kind: 'remark', text: 'Nêu rõ', input: name, quote: line }).id, line)
    const field = addNote(context, { period, unit, kind: 'remark', text: 'Số này', input: 'um_total' })
    for (let round = 1; round <= 5; round++) {
      texts = new Map(
        [...texts].map(([name, lines]) => {
          const next = lines.flatMap((line) => (random() < 0.15 ? [] : random() < 0.2 ? [line.replace('đã', 'sẽ')] : [line]))
          const moved = random() < 0.5 ? next.toReversed() : next
          return [name, random() < 0.4 ? [`Câu mới ${round}.`, ...moved] : moved]
        }),
      )
      sendAll(round)
      const notes = listNoteViews(context, { period })
      expect(notes).toHaveLength(quotes.size + 1)
      expect(notes.find(({ id }) => id === field.id)?.pin).toMatchObject({ state: 'here', isChanged: true })
      for (const { id, pin, input: at } of notes) {
        const quote = quotes.get(id)
        if (quote === undefined) continue
        const text = texts.get(at!)!.join(' ')
        // Where the sentence stands, the note is on it; where it does not, the note says so or shows what stands in its place.
        if (text.includes(quote)) expect(pin).toMatchObject({ state: 'here', isChanged: false, quote, start: text.indexOf(quote) })
        else if (pin.state === 'here') expect(pin).toMatchObject({ isChanged: true, quote: text.slice(pin.start!, pin.end!) })
        else expect(pin).toMatchObject({ state: 'lost', quote })
      }
    }
  })
})

describe('shortcomings', () => {
  it('go their road, are verified by somebody else, live between periods, and count how long they run', async () => {
    const { context, unit, send } = office()
    send(10)
    const draft = { owner: 'Trần Thu', dueOn: '2026-09-30', cause: 'subjective', remedy: 'Tổ chức đối thoại' } as const
    const made = addNote(context, { period, unit, kind: 'shortcoming', text: 'Chưa đối thoại', shortcoming: draft })
    expect(made.shortcoming).toMatchObject({ ...draft, state: 'open', verifiedAt: null })
    const undated = addNote(context, { period, unit, kind: 'shortcoming', text: 'Chưa có kế hoạch' })
    expect(listRegister(context, {}).map(({ id }) => id)).toEqual([made.id, undated.id])
    expect(codeOf(() => moveShortcoming(context, { id: made.id, to: 'verified', text: '' }))).toBe('shortcoming.no_way')
    moveShortcoming(context, { id: made.id, to: 'in_progress', text: '' })
    moveShortcoming(context, { id: made.id, to: 'done', text: 'đơn vị báo' })
    expect(codeOf(() => moveShortcoming({ ...context, actor: 'TRẦN THU' }, { id: made.id, to: 'verified', text: '' }))).toBe(
      'shortcoming.own_remedy',
    )
    const shown = await keptFile(context.store)
    openPeriod(context, { code: '2026', from: '2025-12-15', to: '2026-12-14', due: '2026-12-20 17:00' })
    expect(listRegister(context, { unit })[0]?.periods).toEqual([period, '2026'])
    const key = `sht.${made.id}`
    storeFigures(
      context,
      { period: '2026', unit },
      { um_total: 1 },
      { texts: [input(`${key}.result`, 'Đã làm'), input(`${key}.evidence`, '12-BC/ĐU')] },
    )
    expect(listRegister(context, { unit })[0]?.replies).toEqual([{ period: '2026', result: 'Đã làm', evidence: '12-BC/ĐU' }])
    expect(
      moveShortcoming({ ...context, actor: 'Lê Minh' }, { id: made.id, to: 'verified', text: 'kiểm tra thực tế', file: shown }),
    ).toMatchObject({
      shortcoming: { state: 'verified' },
      entries: expect.arrayContaining([
        expect.objectContaining({ kind: 'state', text: 'verified: kiểm tra thực tế', sha256: shown.sha256 }),
      ]) as unknown[],
    })
    expect(listRegister(context, {}).map(({ id }) => id)).toEqual([undated.id])
    expect(listRegister(context, { all: true })).toHaveLength(2)
    expect(moveShortcoming(context, { id: made.id, to: 'open', text: '' }).shortcoming).toMatchObject({ state: 'open', verifiedAt: null })
    expect(updateShortcoming(context, { id: undated.id, category: 'Kế hoạch', dueOn: '2026-08-01' }).shortcoming?.category).toBe('Kế hoạch')
    expect(listRegister(context, {})[0]?.id).toBe(undated.id)
    expect(await troubleIn(context)).toEqual([])
  })
})

describe('what is due', () => {
  it('[S10] is overdue after its day and soon from seven days before it, by days in Vietnam, until it is verified or closed', () => {
    const { context, unit, send } = office()
    send(10)
    // Half past five in the afternoon of one day by UTC is the next day in Vietnam.
    const now = { ...context, clock: () => '2026-07-01T17:30:00.000Z' }
    const add = (dueOn: string | null) =>
      addNote(context, { period, unit, kind: 'shortcoming', text: 'Chưa đối thoại', shortcoming: { dueOn } }).id
    for (const day of ['2026-07-01', '2026-07-02', '2026-07-09', '2026-07-10', null]) add(day)
    expect(countDue(now)).toEqual({ open: 5, overdue: 1, soon: 2 })
    updateNoteWords(context, { id: add('2026-07-03'), isClosed: true })
    const done = add('2026-07-03')
    moveShortcoming(context, { id: done, to: 'done', text: '' })
    expect(countDue(now)).toEqual({ open: 6, overdue: 1, soon: 3 })
    moveShortcoming(context, { id: done, to: 'verified', text: '' })
    expect(countDue(now)).toEqual({ open: 5, overdue: 1, soon: 2 })
  })
})

describe('proposals and contacts', () => {
  it('keep what became of a proposal through a re-import, and how an office is reached', async () => {
    const { context, unit, send } = office()
    send(1, { 'prop.1.text': 'Bố trí kinh phí', 'prop.1.addressee': 'Tỉnh ủy' })
    expect(listProposals(context, { period })).toMatchObject([{ unit, words: 'Bố trí kinh phí', state: null }])
    setProposal(context, { period, unit, words: 'bố trí kinh phí', state: 'forwarded', reason: 'chuyển' })
    send(2, { 'prop.1.text': 'Việc khác', 'prop.2.text': 'Bố trí kinh phí' })
    expect(listProposals(context, { period }).map(({ words, state }) => [words, state])).toEqual([
      ['Việc khác', null],
      ['Bố trí kinh phí', 'forwarded'],
    ])
    expect(codeOf(() => setProposal(context, { period, unit, words: 'gì đó', state: 'noted', reason: '' }))).toBe('proposal.not_found')
    updateDesk(context, { unit, office: 'Văn phòng', phone: '0221' })
    expect(updateDesk(context, { unit, clerk: 'Lan' })).toEqual({ unit, office: 'Văn phòng', phone: '0221', email: '', clerk: 'Lan' })
    expect(codeOf(() => assignUnits(context, { units: [unit, 'org.nowhere'], clerk: 'Hoa' }))).toBe('unit.not_found')
    expect(listContacts(context, { period }).desks.map(({ clerk }) => clerk)).toEqual(['Lan'])
    expect(assignUnits(context, { units: [unit, unit], clerk: ' Hoa ' })).toEqual([
      { unit, office: 'Văn phòng', phone: '0221', email: '', clerk: 'Hoa' },
    ])
    assignUnits(context, { units: [unit], clerk: 'Lan' })
    addCall(context, { period, unit, channel: 'phone', text: 'Hẹn chiều' })
    expect(listContacts(context, { period })).toMatchObject({ desks: [{ clerk: 'Lan' }], calls: [{ channel: 'phone', text: 'Hẹn chiều' }] })
    expect(await troubleIn(context)).toEqual([])
  })
})

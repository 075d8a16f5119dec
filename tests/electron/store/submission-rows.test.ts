import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashSubmissionRows } from '../../../electron/store/row-hash.ts'
import { listCommuneRows, listReadings, listTexts } from '../../../electron/store/submission-rows.ts'
import { insertReceivedFile } from '../../../electron/store/received-file-store.ts'
import { insertSubmission } from '../../../electron/store/submission-store.ts'
import { cellStates, largestCount, type FigureReading, type Reading } from '../../../shared/domain/figure.ts'
import type { CommuneRow, TextInput } from '../../../shared/domain/submission.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

type Inputs = { figures: readonly FigureReading[]; texts: readonly TextInput[]; communeRows: readonly CommuneRow[] }

const fields = bundledProgramme().fields.map(({ code }) => code)

/** Everything a cell may hold: quotes, backslashes, control characters, NUL, emoji, halves of surrogate pairs. */
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    'Số liệu',
    '#,##0',
    '"',
    '\\',
    '\u0000',
    'a\u0000b',
    '\u007f\u0080\u2028',
    '\ud800',
    'x\udfffy',
    '😀',
    '12',
    'đồng chí "A"\n\t',
  ),
)
const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.integer({ min: 0, max: largestCount }).map((value): Reading => ({ state: 'value', value })),
  fc.constantFrom(...cellStates.filter((state) => state !== 'value')).map((state): Reading => ({ state, value: null })),
)
const figure = fc
  .record({
    field: fc.constantFrom(...fields),
    reading,
    sheet: wild,
    cell: wild,
    raw: fc.oneof(wild, fc.constant(undefined)),
    numberFormat: wild,
    how: wild,
  })
  .map(({ field, reading: { state, value }, raw, ...source }): FigureReading => ({
    field,
    state,
    value,
    source: { ...source, raw: raw ?? String(value) },
  }))
const text = fc
  .record({
    name: fc.stringMatching(/^[a-z]{1,3}(\.[0-9]{1,2}){0,2}$/),
    text: wild,
    raw: fc.oneof(wild, fc.constant(undefined)),
    sheet: wild,
    cell: wild,
    how: wild,
  })
  .map(({ raw, ...input }): TextInput => ({ ...input, raw: raw ?? input.text }))
const communeRow: fc.Arbitrary<CommuneRow> = fc.record({
  unit: fc.stringMatching(/^org\.[a-z_]{1,4}\.[0-9]{1,3}$/),
  readings: fc.dictionary(fc.constantFrom(...fields), reading, { maxKeys: 5 }),
  sheet: wild,
  row: fc.integer({ min: 1, max: 200 }),
})
const inputs: fc.Arbitrary<Inputs> = fc.record({
  figures: fc.uniqueArray(figure, { selector: (one) => one.field, maxLength: fields.length }),
  texts: fc.uniqueArray(text, { selector: (one) => one.name, maxLength: 40 }),
  communeRows: fc.uniqueArray(communeRow, { selector: (one) => one.unit, maxLength: 12 }),
})

let last = 0

function insertHeld({ context }: TestWorkspace, given: Inputs): number {
  const id = String(++last).padStart(64, '0')
  insertReceivedFile(context.store, { sha256: id, bytes: 1, keptAs: `${id}.xlsx` })
  const received = { receivedAt: '2026-06-15', channel: 'usb', importedAt: '2026-06-15', afterClose: false, actor: 'Lan' } as const
  const made = { layout: 'template', nilReport: false, templateVersion: 1, question: null } as const
  return insertSubmission(context.store, {
    id,
    period: testPeriod.code,
    unit: null,
    state: 'held',
    sha256: id,
    originalName: 'a.xlsx',
    contentSha256: id,
    ...received,
    ...made,
    ...given,
  })
}

const storedHash = ({ context }: TestWorkspace, key: number): string | undefined =>
  context.store.pluck<[number], string>('SELECT row_sha256 FROM submission WHERE key = ?').get(key)

/** As SQLite keeps text. */
const wellFormed = <Value extends object>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part)) as Value

describe('rows of a submission', () => {
  it('are hashed as they are written and as they are read back alike, whatever they say', () => {
    const workspace = testWorkspaceWithPeriod()
    fc.assert(
      fc.property(inputs, (given) => {
        const key = insertHeld(workspace, given)
        expect(storedHash(workspace, key)).toBe(hashSubmissionRows(workspace.context.store, key))
      }),
      { numRuns: 60 },
    )
  })

  it('come back as they were given', () => {
    const workspace = testWorkspaceWithPeriod()
    const { store } = workspace.context
    const place = (field: string): number => fields.indexOf(field)
    fc.assert(
      fc.property(inputs, (given) => {
        const key = insertHeld(workspace, given)
        expect(listReadings(store, key)).toEqual(wellFormed(given.figures.toSorted((a, b) => place(a.field) - place(b.field))))
        expect(listTexts(store, key)).toEqual(wellFormed(given.texts.toSorted((a, b) => (a.name < b.name ? -1 : 1))))
        const rows = given.communeRows.filter(({ readings }) => Object.keys(readings).length > 0)
        expect(listCommuneRows(store, key)).toEqual(wellFormed(rows.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))))
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['a count', 'UPDATE figure SET value = value + 1 WHERE submission = ? AND field = 3'],
    ['a state', 'UPDATE figure SET state = 1, value = NULL WHERE submission = ? AND field = 3'],
    ['what was typed', "UPDATE figure SET raw = '7 ' WHERE submission = ? AND field = 3"],
    [
      'a number format',
      "UPDATE cell_form SET number_format = '0%' WHERE key = (SELECT form FROM figure WHERE submission = ? AND field = 3)",
    ],
    ['a text', "UPDATE text_input SET text = 'khác' WHERE submission = ?"],
    ['a row of a commune', 'UPDATE commune_figure SET row = 9 WHERE submission = ?'],
    ['the missing of a figure', 'DELETE FROM figure WHERE submission = ? AND field = 3'],
  ])('show %s that was changed behind their back', (_what, change) => {
    const workspace = testWorkspaceWithPeriod()
    const source = { sheet: 'Số liệu', cell: 'E7', raw: '7', numberFormat: 'General', how: 'number' }
    const key = insertHeld(workspace, {
      figures: fields.map((field): FigureReading => ({ field, state: 'value', value: 7, source })),
      texts: [{ name: 'doc.note', text: 'Đã làm.', raw: 'Đã làm.', sheet: 'Lời', cell: 'B2', how: 'text' }],
      communeRows: [{ unit: 'org.du_xa.1', readings: { [fields[0]!]: { state: 'nil', value: null } }, sheet: 'Xã', row: 8 }],
    })
    const { store } = workspace.context
    expect(hashSubmissionRows(store, key)).toBe(storedHash(workspace, key))
    store.database.prepare(change).run(key)
    expect(hashSubmissionRows(store, key)).not.toBe(storedHash(workspace, key))
  })

  it('more than one statement takes are all written', () => {
    const workspace = testWorkspaceWithPeriod()
    const texts = Array.from({ length: 97 }, (_, index): TextInput => ({
      name: `nar.${String(index).padStart(3, '0')}`,
      text: `Lời ${index}`,
      raw: `Lời ${index}`,
      sheet: 'Lời',
      cell: `C${index}`,
      how: 'text',
    }))
    const key = insertHeld(workspace, { figures: [], texts, communeRows: [] })
    expect(listTexts(workspace.context.store, key)).toEqual(texts)
  })
})

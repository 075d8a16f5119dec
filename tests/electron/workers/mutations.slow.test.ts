import { describe, expect, it } from 'vitest'
import { parseCellAddress, type PlainCell, type PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { openBytes } from '../../../electron/workers/workbook/open-file.ts'
import { buildForeign } from '../../kit/build-foreign.ts'
import { workbookMembers } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'
import { mutateBytes, mutateXml } from '../../kit/mutate-xml.ts'
import { readNamesWithSaxes, type NamedValue } from '../../kit/read-names-with-saxes.ts'
import { seededRandom } from '../../kit/seeded-random.ts'

const seed = 58
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const rows = Array.from(
  { length: 8 },
  (_, at) =>
    `<row r="${at + 1}" spans="1:4"><c r="A${at + 1}" s="1" t="s"><v>${at}</v></c><c r="B${at + 1}"><v>${at * 137}</v></c><c r="C${at + 1}" t="str"><f>A${at + 1}&amp;"x"</f><v>Số ${at}</v></c><c r="D${at + 1}" t="b"><v>1</v></c></row>`,
).join('')
const strings = Array.from({ length: 8 }, (_, at) =>
  at % 2
    ? `<si><t xml:space="preserve">Mục ${at} </t></si>`
    : `<si><r><rPr><rFont val=".VnTime"/></rPr><t>phÇn</t></r><r><t> ${at}</t></r></si>`,
).join('')
const names = Array.from({ length: 8 }, (_, at) =>
  ['A', 'B', 'C', 'D'].map((column) => `<definedName name="fld.${column}${at}">'S1'!$${column}$${at + 1}</definedName>`).join(''),
).join('')
const members = workbookMembers({
  sheets: [
    `<dimension ref="A1:D8"/><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="F1:G2"/></mergeCells>`,
    '<sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData>',
  ],
  sst: `<sst xmlns="${main}" count="8" uniqueCount="8">${strings}</sst>`,
  styles: `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="3" fontId="1"/></cellXfs></styleSheet>`,
  names: `<definedNames>${names}<definedName name="fld.E">S2!$B$2</definedName></definedNames>`,
})
const good = buildZip(members)
const table = { 'Số liệu': [['TT', 'Mục', 'Số'], ...Array.from({ length: 30 }, (_, at) => [at + 1, `Mục ${at}`, at * 137])] }

/** The workbook, or the rule it was refused by. Whatever is thrown is a defect of the reader. */
async function outcomeOf(bytes: Buffer, name: string): Promise<PlainWorkbook | string> {
  const opened = await openBytes(bytes, name)
  if (opened.kind === 'workbook') return opened.workbook
  expect(opened.finding.rule).toMatch(/^M(?:6\d|7[0-5])$/)
  return opened.finding.rule
}

async function changeBytes(original: Buffer, name: string, count: number, see: (outcome: PlainWorkbook) => void): Promise<number> {
  const random = seededRandom(seed)
  let refused = 0
  for (let round = 0; round < count; round++) {
    const outcome = await outcomeOf(
      mutateBytes(original, (below) => Math.floor(random() * below)),
      name,
    )
    if (typeof outcome === 'string') refused++
    else see(outcome)
  }
  return refused
}

describe(`5,000 mutations, seed ${seed}`, () => {
  it('1,200 of the bytes of an .xlsx: the same workbook or a reason, never another value', async () => {
    const truth = await outcomeOf(good, 'a.xlsx')
    const refused = await changeBytes(good, 'a.xlsx', 1_200, (outcome) => expect(outcome).toEqual(truth))
    expect(refused).toBeGreaterThan(1_000)
  })

  it.each([
    ['xls', 500],
    ['ods', 300],
  ] as const)('of the bytes of an .%s, %i times: a workbook or a reason', async (format, count) => {
    const refused = await changeBytes(buildForeign(format, table), `a.${format}`, count, ({ sheets }) =>
      expect(sheets.length).toBeGreaterThan(0),
    )
    expect(refused).toBeGreaterThan(count / 10)
  })

  it('3,000 of the XML, zipped anew: what an independent parser finds under the names, or a reason', async () => {
    const random = seededRandom(seed)
    const whole = (below: number): number => Math.floor(random() * below)
    const counts = { refused: 0, compared: 0, changed: 0 }
    const truth = namedValues((await outcomeOf(good, 'a.xlsx')) as PlainWorkbook)
    for (let round = 0; round < 3_000; round++) {
      const target = whole(members.length)
      const mutated = members.map((member, at) => (at === target ? { ...member, data: mutateXml(String(member.data), whole) } : member))
      const outcome = await outcomeOf(buildZip(mutated), 'a.xlsx')
      if (typeof outcome === 'string') {
        counts.refused++
        continue
      }
      const peer = readNamesWithSaxes(new Map(mutated.map(({ name, data }) => [name, String(data)])))
      if (!peer) continue
      counts.compared++
      const own = namedValues(outcome)
      if (JSON.stringify([...own]) !== JSON.stringify([...truth])) counts.changed++
      for (const [name, cell] of own) {
        const other = peer.get(name)
        expect([round, members[target]!.name, name, toldByUs(cell)]).toEqual([round, members[target]!.name, name, toldByPeer(other)])
      }
    }
    expect(counts.refused).toBeGreaterThan(700)
    expect(counts.compared).toBeGreaterThan(1_000)
    expect(counts.changed).toBeGreaterThan(100)
  })
})

function namedValues({ sheets, definedNames }: PlainWorkbook): Map<string, PlainCell | undefined> {
  return new Map(
    definedNames.flatMap(({ name, scope, reference }) => {
      if (!name.startsWith('fld.')) return []
      const [, sheet = '', address = ''] = /^'?([^'!]*)'?!(\$[A-Z]+\$\d+)$/.exec(reference) ?? []
      const place = parseCellAddress(address)
      const found = sheets
        .find((one) => one.name.toLowerCase() === sheet.toLowerCase())
        ?.cells.find((cell) => cell.row === place?.row && cell.column === place.column)
      return [[`${name} ${scope === null ? '' : sheets.findIndex((one) => one.name === scope)}`, found] as const]
    }),
  )
}

const toldByUs = (cell: PlainCell | undefined): unknown => (cell === undefined || cell.value === '' ? '' : canonical(String(cell.value)))
const toldByPeer = (cell: NamedValue | undefined): unknown => canonical(cell?.value ?? '')
/** Numbers however they are written; the spaces around a text of its own are XML's business. */
const canonical = (text: string): string => (/^\s*[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?\s*$/i.test(text) ? String(Number(text)) : text.trim())

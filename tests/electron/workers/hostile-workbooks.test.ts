import { describe, expect, it } from 'vitest'
import { openBytes } from '../../../electron/workers/workbook/open-file.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { WorkbookRefusal } from '../../../electron/workers/workbook/workbook-refusal.ts'
import { buildSheet, buildWorkbook, workbookMembers } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'
import type { ZipMember } from '../../kit/build-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const honest = buildSheet('<row r="1"><c r="A1"><v>7</v></c></row>')

/** The reason a workbook is refused for, or `read`. */
function reasonOf(bytes: Buffer): string {
  try {
    readWorkbook(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.reason
    throw error
  }
}
const withSheet = (change: Partial<ZipMember>): Buffer =>
  buildZip(
    workbookMembers({ sheets: ['<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'] }).map((member) =>
      member.name.endsWith('sheet1.xml') ? { ...member, ...change } : member,
    ),
  )
const withSheetPart = (sheetPart: string): Buffer => buildWorkbook({ sheetPart })
const inSheet = (content: string): Buffer => withSheetPart(`<worksheet xmlns="${main}">${content}</worksheet>`)

describe('the zip', () => {
  it('is read when honest', () => expect(reasonOf(honest)).toBe('read'))

  it('is refused when a part declares more than a submission can hold, before inflating', () => {
    expect(reasonOf(withSheet({ declaredBytes: 2 ** 31 }))).toBe('too_large')
    expect(reasonOf(withSheet({ data: Buffer.alloc(30_000_000, 32) }))).toBe('too_large')
    expect(reasonOf(buildWorkbook({ extra: Array.from({ length: 501 }, (_, at) => ({ name: `x/${at}`, data: '' })) }))).toBe('too_large')
    const members = Array.from({ length: 3 }, (_, at) => ({
      name: `x/${at}`,
      data: Buffer.alloc(500_000, at),
      stored: true as const,
      method: 8,
      declaredBytes: 60_000_000,
    }))
    expect(reasonOf(buildWorkbook({ extra: members }))).toBe('too_large')
  })

  it('is refused when a part inflates to more, or less, than it declares', () => {
    expect(reasonOf(withSheet({ data: Buffer.alloc(900_000, 32), declaredBytes: 1_000 }))).toBe('unsafe')
    expect(reasonOf(withSheet({ declaredBytes: 100_000 }))).toBe('damaged')
  })

  it.each([
    ['a wrong CRC', 'damaged', withSheet({ crc: 1 })],
    ['an encrypted entry', 'encrypted', withSheet({ flags: 0x801 })],
    ['another compression', 'unsupported', withSheet({ method: 9 })],
    ['a local header of another name', 'damaged', withSheet({ localName: 'xl/worksheets/sheet9.xml' })],
    ['zip64', 'unsupported', buildZip(workbookMembers({}), { zip64Locator: true })],
    ['several disks', 'unsupported', buildZip(workbookMembers({}), { disk: 1 })],
    ['an entry too few', 'damaged', buildZip(workbookMembers({}), { entries: workbookMembers({}).length - 1 })],
    ['an entry too many', 'damaged', buildZip(workbookMembers({}), { entries: workbookMembers({}).length + 1 })],
    ['duplicate names', 'unsafe', buildWorkbook({ extra: [{ name: 'XL/workbook.xml', data: '<x/>' }] })],
    [
      'overlapping entries',
      'unsafe',
      buildWorkbook({
        extra: [
          { name: 'a.xml', data: '<x/>' },
          { name: 'a.xml', data: '<x/>', sameDataAs: 7 },
        ],
      }),
    ],
    ['a cut end', 'damaged', honest.subarray(0, honest.length - 30)],
    ['a cut beginning', 'damaged', honest.subarray(100)],
    ['bytes after the end', 'damaged', Buffer.concat([honest, Buffer.alloc(10)])],
  ])('is refused with %s', (_, reason, bytes) => expect(reasonOf(bytes)).toBe(reason))

  it('is refused when two names share one set of bytes', () => {
    const members = workbookMembers({})
    const extra = [
      { name: 'b.xml', data: '<x/>', localName: 'b.xml' },
      { name: 'b.xml', data: '<x/>', sameDataAs: members.length },
    ]
    expect(reasonOf(buildZip([...members, ...extra]))).toBe('unsafe')
  })

  it('is refused when cut at any place', () => {
    for (let length = 0; length < honest.length; length += 7) expect(reasonOf(honest.subarray(0, length))).toBe('damaged')
  })
})

describe('the parts', () => {
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`
  it.each([
    [
      'an entity bomb',
      'unsafe',
      withSheetPart(
        `<?xml version="1.0"?>${entities}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="str"><v>&c;</v></c></row></sheetData></worksheet>`,
      ),
    ],
    ['an undeclared entity', 'unsafe', buildSheet('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')],
    ['deep nesting', 'unsafe', inSheet('<a>'.repeat(100_000))],
    [
      '50,000 merges',
      'too_large',
      inSheet(
        `<sheetData/><mergeCells>${Array.from({ length: 50_000 }, (_, at) => `<mergeCell ref="A${at * 2 + 1}:B${at * 2 + 2}"/>`).join('')}</mergeCells>`,
      ),
    ],
    ['unclosed elements', 'damaged', inSheet('<sheetData><row r="1"><c r="A1"><v>7</v></c></row>')],
    ['crossed elements', 'damaged', inSheet('<sheetData><row r="1"><c r="A1"><v>7</c></v></row></sheetData>')],
    ['an attribute twice', 'damaged', inSheet('<sheetData><row r="1"><c r="A1" r="A2"><v>7</v></c></row></sheetData>')],
    ['an unquoted attribute', 'damaged', inSheet('<sheetData><row r=1><c r="A1"><v>7</v></c></row></sheetData>')],
    ['control characters', 'damaged', buildSheet('<row r="1"><c r="A1" t="str"><v>a\u0001</v></c></row>')],
    [
      'bytes that are no UTF-8',
      'damaged',
      withSheetPart(
        Buffer.concat([
          Buffer.from(`<worksheet xmlns="${main}"><sheetData/><x>`),
          Buffer.from([0xc3, 0x28]),
          Buffer.from('</x></worksheet>'),
        ]) as never,
      ),
    ],
    [
      'another encoding',
      'damaged',
      withSheetPart(`<?xml version="1.0" encoding="windows-1258"?><worksheet xmlns="${main}"><sheetData/></worksheet>`),
    ],
    ['another root', 'damaged', withSheetPart(`<chart xmlns="${main}"/>`)],
    ['two roots', 'damaged', withSheetPart(`<worksheet xmlns="${main}"/><worksheet xmlns="${main}"/>`)],
    ['no root', 'damaged', withSheetPart('')],
    ['an unclosed comment', 'damaged', inSheet('<sheetData/><!-- ')],
  ])('are refused with %s', (_, reason, bytes) => expect(reasonOf(bytes)).toBe(reason))

  it('are refused when one long shared string stands in every cell', () => {
    const sst = `<sst xmlns="${main}"><si><t>${'dài '.repeat(25_000)}</t></si></sst>`
    const cells = (count: number): string => `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(count)}</row>`
    expect(reasonOf(buildSheet(cells(100), { sst }))).toBe('read')
    expect(reasonOf(buildSheet(cells(1_000), { sst }))).toBe('too_large')
  })

  it('are refused when two sheets lie in one part', () => {
    const members = workbookMembers({ sheets: ['<sheetData/>', '<sheetData/>'] }).map((member) => ({
      ...member,
      data: String(member.data).replace('sheet2.xml', 'sheet1.xml'),
    }))
    expect(reasonOf(buildZip(members))).toBe('unsafe')
  })

  it('keep an honest sheet of 5,000 formatted empty rows', () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, row) =>
        `<row r="${row + 1}">${Array.from({ length: 12 }, (__, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" s="0"/>`).join('')}</row>`,
    )
    expect(reasonOf(buildSheet(`${rows.join('')}<row r="5001"><c r="A5001"><v>1</v></c></row>`))).toBe('read')
  })
})

describe('in words', () => {
  const outcome = async (bytes: Buffer): Promise<unknown[]> => {
    const opened = await openBytes(bytes, 'bao cao.xlsx')
    return opened.kind === 'workbook' ? ['workbook'] : [opened.kind, opened.finding.rule, opened.finding.severity]
  }
  it('[M61] a damaged file', async () => expect(await outcome(withSheet({ crc: 1 }))).toEqual(['rejected', 'M61', 'warning']))
  it('[M62] a zip with a password', async () => expect(await outcome(withSheet({ flags: 0x801 }))).toEqual(['rejected', 'M62', 'warning']))
  it('[M65] a file that is too large', async () =>
    expect(await outcome(withSheet({ declaredBytes: 2 ** 31 }))).toEqual(['rejected', 'M65', 'warning']))
  it('[M66] a hostile file', async () => expect(await outcome(inSheet('<a>'.repeat(1_000)))).toEqual(['rejected', 'M66', 'warning']))
  it('[M75] a rare zip', async () =>
    expect(await outcome(buildZip(workbookMembers({}), { disk: 1 }))).toEqual(['rejected', 'M75', 'warning']))
})

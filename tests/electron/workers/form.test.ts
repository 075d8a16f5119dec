import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillForm, readForm } from '../../../electron/workers/form/fill-form.ts'
import { editsOfGroup, textGroups, textOfGroup } from '../../../electron/workers/form/fill-texts.ts'
import { lookupOf } from '../../../electron/workers/form/marks.ts'
import { applyEdits } from '../../../electron/workers/form/xml-pieces.ts'
import { readDocument } from '../../../electron/workers/document/read-document.ts'
import { openPackage } from '../../../electron/workers/workbook/package-parts.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { readZipDirectory } from '../../../electron/workers/workbook/zip-directory.ts'
import type { FormOrder } from '../../../shared/domain/form.ts'
import { cellAddress, type PlainCell } from '../../../shared/domain/workbook.ts'
import { buildWorkbook } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const text = (shown: string) => ({ shown, number: null })
const order: FormOrder = {
  values: {
    'reg.received': { shown: '101', number: 101 },
    'ind.a.rate': { shown: '89,96%', number: 89.96, share: 0.8996 },
    'unit.name@x': text('Xã <A> & B'),
  },
  units: [
    { 'unit.name': text('Xã Một'), 'fld.a@unit': { shown: '1.200', number: 1200 } },
    { 'unit.name': text('Xã Hai'), 'fld.a@unit': text('Không phát sinh') },
    { 'unit.name': text('=Xã Ba'), 'fld.a@unit': { shown: '0', number: 0 } },
  ],
}

function onDisk(bytes: Uint8Array, name: string): [string, string] {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return [path, name]
}

const inline = (address: string, value: string, style = ''): string =>
  `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>'

function cellsOf(bytes: Uint8Array): Record<string, PlainCell['value']> {
  const [sheet] = readWorkbook(bytes).sheets
  return Object.fromEntries(sheet!.cells.map(({ row, column, value }) => [cellAddress(row, column), value]))
}

const form = (sheetData: string, after = ''): Buffer =>
  buildWorkbook({
    styles,
    sst: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Đã nhận {{reg.</t></r><r><rPr><b/></rPr><t>received}} báo cáo</t></r></si></sst>',
    sheets: [`<sheetData>${sheetData}</sheetData>${after}`],
  })

describe('an office’s own workbook', () => {
  it('FM1, FM3: a mark alone becomes a number, in percent where the cell shows percent; in a text it is text; unknown ones stay', () => {
    const bytes = form(
      `<row r="1">${inline('A1', '{{reg.received}}')}${inline('B1', ' {{ ind.a.rate }} ')}${inline('C1', '{{ind.a.rate}}', ' s="1"')}<c r="D1" t="s"><v>0</v></c>${inline('E1', '{{khong.co}}')}${inline('F1', 'Của {{unit.name@x}}: {{khong.co}}')}</row>`,
    )
    const { bytes: filled, reading } = fillForm(...onDisk(bytes, 'mau.xlsx'), order)
    expect(cellsOf(filled)).toEqual({
      A1: 101,
      B1: 89.96,
      C1: 0.8996,
      D1: 'Đã nhận 101 báo cáo',
      E1: '{{khong.co}}',
      F1: 'Của Xã <A> & B: {{khong.co}}',
    })
    expect(reading.marks.map(({ mark, place, count }) => [mark, place, count])).toEqual([
      ['reg.received', 'S1!A1', 2],
      ['ind.a.rate', 'S1!B1', 2],
      ['khong.co', 'S1!E1', 2],
      ['unit.name@x', 'S1!F1', 1],
    ])
  })

  it('FM4: every other part stays byte for byte; results of formulas go, and whoever opens it calculates', () => {
    const bytes = form(`<row r="1">${inline('A1', '{{reg.received}}')}<c r="B1"><f>A1*2</f><v>0</v></c></row>`)
    const { bytes: filled } = fillForm(...onDisk(bytes, 'mau.xlsx'), order)
    const packed = (file: Buffer): Record<string, string> =>
      Object.fromEntries(
        readZipDirectory(file).map(({ name, start, compressedBytes }) => [name, file.toString('latin1', start, start + compressedBytes)]),
      )
    const [before, after] = [packed(bytes), packed(Buffer.from(filled))]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(openPackage(Buffer.from(filled)).read('xl/workbook.xml').toString()).toContain('<calcPr fullCalcOnLoad="1"/>')
    expect(readWorkbook(filled).sheets[0]!.cells[1]).toMatchObject({ formula: 'A1*2', withoutResult: true })
    const untouched = form('<row r="1"><c r="B1"><f>A1*2</f><v>0</v></c></row>')
    expect(Buffer.compare(fillForm(...onDisk(untouched, 'mau.xlsx'), order).bytes, untouched)).toBe(0)
  })

  const row = (more = ''): string =>
    `<row r="2" ht="20">${inline('A2', '{{#units}}{{unit.name}}')}${inline('B2', '{{fld.a@unit}}')}${more}</row>`

  it('FM2: a row comes once for each unit with its formulas; what stands below moves down, is filled, and keeps its merges', () => {
    const bytes = form(
      `<row r="1">${inline('A1', 'Đơn vị')}</row>${row('<c r="C2"><f>B2*2</f><v>0</v></c>')}<row r="4">${inline('A4', 'Nhận {{reg.received}}')}</row>`,
      '<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>',
    )
    const { bytes: filled } = fillForm(...onDisk(bytes, 'mau.xlsx'), order)
    expect(cellsOf(filled)).toMatchObject({
      A1: 'Đơn vị',
      A2: 'Xã Một',
      B2: 1200,
      A3: 'Xã Hai',
      B3: 'Không phát sinh',
      A4: '=Xã Ba',
      B4: 0,
      A6: 'Nhận 101',
    })
    const [sheet] = readWorkbook(filled).sheets
    expect(sheet!.merges).toEqual(['A6:B6'])
    expect(sheet!.cells.filter(({ formula }) => formula !== undefined).map(({ row: at }) => at)).toEqual([2, 3, 4])
  })

  it('FM2: a row above what would have to move with it is told and left as it is', () => {
    const bytes = form(`${row()}<row r="3"><c r="B3"><f>SUM(B2:B2)</f><v>0</v></c></row>`)
    const { bytes: filled, reading } = fillForm(...onDisk(bytes, 'mau.xlsx'), order)
    expect(reading.marks.every(({ isBlocked }) => isBlocked)).toBe(true)
    expect(Buffer.compare(filled, bytes)).toBe(0)
  })
})

const word = (body: string): Buffer => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: `<w:document ${w}><w:body>${body}</w:body></w:document>` },
  ])
}
const paragraph = (...runs: string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`

describe('an office’s own document', () => {
  it('FM1, FM2: a mark split over runs is found; a row of a table comes once for each unit', () => {
    const cell = (...runs: string[]): string => `<w:tc>${paragraph(...runs)}</w:tc>`
    const bytes = word(
      `${paragraph('Đã nhận {', '{reg.rec', 'eived}} báo cáo; {{khong.co}}.')}<w:tbl><w:tr>${cell('Đơn vị')}${cell('Số')}</w:tr><w:tr>${cell('{{#uni', 'ts}}{{unit.name}}')}${cell('{{fld.a@unit}} ({{reg.received}})')}</w:tr></w:tbl>`,
    )
    const { bytes: filled, reading } = fillForm(...onDisk(bytes, 'mau.docx'), order)
    const { blocks } = readDocument(openPackage(Buffer.from(filled)))
    const told = JSON.stringify(blocks)
    expect(told).toContain('Đã nhận 101 báo cáo; {{khong.co}}.')
    for (const shown of ['Xã Một', 'Xã Hai', '=Xã Ba', '1.200 (101)', 'Không phát sinh (101)', '0 (101)']) expect(told).toContain(shown)
    expect(told).not.toContain('#units')
    expect(reading.marks.filter(({ isRepeated }) => isRepeated).map(({ mark }) => mark)).toEqual([
      '#units',
      'unit.name',
      'fld.a@unit',
      'reg.received',
    ])
  })

  it('law: however a text is split into runs, it reads the same when it is filled', () => {
    const lookup = lookupOf(order.values)
    const source = 'A {{reg.received}} & {{ind.a.rate}}{{khong.co}} {{reg.received}}'
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: source.length }), { maxLength: 12 }), (cuts) => {
        const ends = [0, ...cuts.toSorted((a, b) => a - b), source.length]
        const runs = ends.slice(1).map((end, index) => source.slice(ends[index], end).replaceAll('&', '&amp;'))
        const xml = paragraph(...runs)
        const [group] = textGroups(xml, 'p')
        const [after] = textGroups(applyEdits(xml, editsOfGroup(xml, group!, lookup)), 'p')
        expect(textOfGroup(after!)).toBe('A 101 & 89,96%{{khong.co}} 101')
      }),
    )
  })
})

describe('what is no form', () => {
  it('is refused in words', () => {
    const refusal = (bytes: Buffer, name: string): unknown => {
      try {
        return readForm(...onDisk(bytes, name))
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(refusal(Buffer.from('%PDF-1.7'), 'mau.pdf')).toBe('form.not_office')
    expect(refusal(form('<row r="1"><c r="A1"></row>'), 'mau.xlsx')).toBe('form.unreadable')
  })
})

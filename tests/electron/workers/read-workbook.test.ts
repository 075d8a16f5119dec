import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { buildSheet, buildWorkbook, workbookMembers } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const cellsOf = (bytes: Buffer): Record<string, PlainCell> =>
  Object.fromEntries(readWorkbook(bytes).sheets[0]!.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]))
const valuesOf = (rows: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cellsOf(buildSheet(rows))).map(([address, cell]) => [
      address,
      [cell.kind, cell.value, cell.formula ?? null, cell.withoutResult ?? false],
    ]),
  )

const styles = `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/><numFmt numFmtId="166" formatCode="[Red]0"/></numFmts>
<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>
<cellStyleXfs><xf numFmtId="14" fontId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="10" fontId="0"/></cellXfs></styleSheet>`

describe('values of cells', () => {
  it('reads numbers as stored, 0 and negative and exponent included', () => {
    expect(
      valuesOf('<row r="1"><c r="A1"><v>0</v></c><c r="B1" t="n"><v>-12.5</v></c><c r="C1"><v>1.5E3</v></c><c r="D1"><v> 7 </v></c></row>'),
    ).toEqual({
      A1: ['number', 0, null, false],
      B1: ['number', -12.5, null, false],
      C1: ['number', 1500, null, false],
      D1: ['number', 7, null, false],
    })
  })

  it('shows a number that is none as an error with its text, never as a number', () => {
    expect(
      valuesOf(
        '<row r="1"><c r="A1"><v>1.234,5</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>Infinity</v></c><c r="D1"><v>1e999</v></c></row>',
      ),
    ).toEqual({
      A1: ['error', '1.234,5', null, false],
      B1: ['error', '0x10', null, false],
      C1: ['error', 'Infinity', null, false],
      D1: ['error', '1e999', null, false],
    })
  })

  it('keeps a cached 0, false and "" apart from a formula without result', () => {
    const rows =
      '<row r="1"><c r="A1"><f>B1*2</f><v>0</v></c><c r="B1" t="b"><f>FALSE()</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>A1+1</f></c><c r="E1"><f>A1</f><v></v></c><c r="F1"><f>A1</f><v/></c><c r="G1" t="str"><f>A1</f></c></row>'
    expect(valuesOf(rows)).toEqual({
      A1: ['number', 0, 'B1*2', false],
      B1: ['boolean', 0, 'FALSE()', false],
      C1: ['text', '', '""', false],
      D1: ['text', '', 'A1+1', true],
      E1: ['text', '', 'A1', true],
      F1: ['text', '', 'A1', true],
      G1: ['text', '', 'A1', true],
    })
  })

  it('gives the followers of a shared formula an empty formula and their own results', () => {
    expect(
      valuesOf(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&amp;"x"</f><v>3</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>',
      ),
    ).toEqual({
      A1: ['number', 3, 'B1&"x"', false],
      A2: ['number', 4, '', false],
    })
  })

  it('gives every cell that an array formula or a data table fills a formula', () => {
    expect(
      valuesOf(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c><c r="B1"><f t="dataTable" ref="B1:C2" dt2D="1" r1="E1" r2="E2"/><v>7</v></c><c r="C1"><v>8</v></c><c r="D1"><f t="array" ref="D1">SUM(A1:A2*2)</f><v>0</v></c></row><row r="2"><c r="A2"><v>6</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2"><v>1</v></c></row>',
      ),
    ).toEqual({
      A1: ['number', 4, 'B1:B2*2', false],
      B1: ['number', 7, '', false],
      C1: ['number', 8, '', false],
      D1: ['number', 0, 'SUM(A1:A2*2)', false],
      A2: ['number', 6, '', false],
      C2: ['error', '#N/A', '', false],
      D2: ['number', 1, null, false],
    })
  })

  it('tells dates from numbers by every kind of format: built-in, of a country, of hours beyond a day, conditional', () => {
    const codes = [
      '[$-42A]dd/mm/yyyy',
      '[$-F800]dddd, mmmm dd',
      '[h]:mm',
      '[Red][<0]0;0',
      '#,##0\\ "d"',
      '_-* #,##0_-',
      '0.00E+00',
      'General',
      '[$đ-42A] #,##0',
      'yyyy"年"',
    ]
    const numFmts = codes
      .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/>`)
      .join('')
    const xfs = [...codes.map((_, at) => 200 + at), 14, 22, 47, 9, 49].map((id) => `<xf numFmtId="${id}" fontId="0"/>`).join('')
    const formatStyles = `<styleSheet xmlns="${main}"><numFmts>${numFmts}</numFmts><cellXfs>${xfs}</cellXfs></styleSheet>`
    const row = `<row r="1">${[...codes, 1, 2, 3, 4, 5].map((_, at) => `<c s="${at}"><v>5</v></c>`).join('')}</row>`
    expect(readWorkbook(buildSheet(row, { styles: formatStyles })).sheets[0]!.cells.map((cell) => [cell.numberFormat, cell.kind])).toEqual([
      ['[$-42A]dd/mm/yyyy', 'date'],
      ['[$-F800]dddd, mmmm dd', 'date'],
      ['[h]:mm', 'date'],
      ['[Red][<0]0;0', 'number'],
      ['#,##0\\ "d"', 'number'],
      ['_-* #,##0_-', 'number'],
      ['0.00E+00', 'number'],
      ['General', 'number'],
      ['[$đ-42A] #,##0', 'number'],
      ['yyyy"年"', 'date'],
      ['mm-dd-yy', 'date'],
      ['m/d/yy h:mm', 'date'],
      ['mmss.0', 'date'],
      ['0%', 'number'],
      ['@', 'number'],
    ])
  })

  it('reads errors, with and without formula', () => {
    expect(valuesOf('<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')).toEqual({
      A1: ['error', '#REF!', null, false],
      B1: ['error', '#DIV/0!', '1/0', false],
    })
  })

  it('reads shared, rich and inline strings, without phonetic runs, escapes decoded once', () => {
    const sst = `<sst xmlns="${main}"><si><t xml:space="preserve"> Phố Hiến </t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>x·</t></r><r><rPr><rFont val="Arial"/></rPr><t> Bé</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si><si><t>a_x000D_b_x005F_x000D_&#10;&lt;&amp;<![CDATA[<c>&amp;]]></t></si><si><r><rPr><rFont val=".VnTimeH"/></rPr><t>a</t></r><r><rPr><rFont val=".VnTimeH"/></rPr><t>b</t></r></si><si><t></t></si></sst>`
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>trong ô</t></is></c><c r="E1" t="s"><v>3</v></c><c r="F1" t="s"><v>4</v></c></row>'
    const cells = cellsOf(buildSheet(rows, { sst, styles }))
    expect(Object.values(cells).map((cell) => [cell.value, cell.fontName, cell.runs ?? null])).toEqual([
      [' Phố Hiến ', 'Times New Roman', null],
      [
        'x· Bé',
        'Times New Roman',
        [
          { text: 'x·', fontName: '.VnTime' },
          { text: ' Bé', fontName: 'Arial' },
        ],
      ],
      ['a\rb_x000D_\n<&<c>&amp;', 'Times New Roman', null],
      ['trong ô', 'Times New Roman', null],
      ['ab', '.VnTimeH', null],
    ])
  })

  it('takes dates from cell formats only, and ISO dates as serials of the calendar in use', () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>46188</v></c><c r="B1" s="2"><v>46188</v></c><c r="C1" s="3"><v>5</v></c><c r="D1" s="4"><v>1</v></c><c r="E1" t="d" s="1"><v>2026-06-15</v></c><c r="F1" t="d"><v>1900-01-31T12:00:00Z</v></c><c r="G1" t="d"><v>2026-02-30</v></c><c r="H1" s="5"><v>0.9</v></c></row>'
    const read = (workbookPr: string): unknown[] =>
      Object.values(cellsOf(buildSheet(rows, { styles, workbookPr }))).map((cell) => [cell.kind, cell.value, cell.numberFormat])
    expect(read('')).toEqual([
      ['date', 46188, 'dd/mm/yyyy'],
      ['number', 46188, '#,##0" đồng"'],
      ['number', 5, '[Red]0'],
      ['date', 1, 'mm-dd-yy'],
      ['date', 46188, 'dd/mm/yyyy'],
      ['date', 31.5, 'General'],
      ['error', '2026-02-30', 'General'],
      ['number', 0.9, '0.00%'],
    ])
    expect(read('<workbookPr date1904="1"/>')[4]).toEqual(['date', 46188 - 1462, 'dd/mm/yyyy'])
    expect(readWorkbook(buildSheet(rows, { styles, workbookPr: '<workbookPr date1904="1"/>' })).date1904).toBe(true)
  })

  it('reads prefixed parts, cells and rows without address, UTF-16 parts', () => {
    const sheetPart = `<?xml version="1.0"?><x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row r="5"><x:c><x:v>5</x:v></x:c></x:row><x:row><x:c r="B6"><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    expect(Object.keys(cellsOf(buildWorkbook({ sheetPart })))).toEqual(['A1', 'C1', 'A5', 'B6'])
    const members = workbookMembers({ sheetPart: '' }).map((member) =>
      member.name.endsWith('sheet1.xml')
        ? { ...member, data: Buffer.from(`\ufeff${sheetPart.replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le') }
        : member,
    )
    expect(Object.keys(cellsOf(buildZip(members)))).toEqual(['A1', 'C1', 'A5', 'B6'])
  })

  it('passes over empty cells however they are written, and counts on from them', () => {
    const rows =
      '<row r="1"><c r="A1" s="0"/><c r="B1"/><c><v>3</v></c><c s="0" r="D1"/><c r="E1" s="0"></c><c r="F1" s="0" /><c><v>7</v></c><c r="H1" t="n"/>\n<c r="I1"/></row><row r="2"/><row r="3"><c r="A3" s="0"/></row><row><c><v>4</v></c></row>'
    expect(Object.keys(cellsOf(buildSheet(rows)))).toEqual(['C1', 'G1', 'A4'])
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="A1" s="0"/x></row>'))).toThrow()
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="XFE1" s="0"/></row>'))).toThrow(/column beyond/)
  })

  it('reads the last cell of a sheet at its place', () => {
    expect(Object.keys(cellsOf(buildSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))).toEqual(['XFD1048576'])
    expect(() => readWorkbook(buildSheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'))).toThrow(/row beyond/)
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).toThrow(/column beyond/)
  })

  it('refuses two values for one address, a cell in another row, an absent shared string', () => {
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'))).toThrow(
      /given twice/,
    )
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'))).toThrow(/given twice/)
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1" s="0"/><c r="B1"><v>2</v></c></row>'))).toThrow(
      /given twice/,
    )
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"/><c r="Z1"/><c r="B1"><v>2</v></c></row>'))).toThrow(
      /given twice/,
    )
    const twice = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    expect(() => readWorkbook(buildWorkbook({ sheets: [twice + twice] }))).toThrow(/two sets of rows/)
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'))).toThrow(/two values/)
    expect(() => readWorkbook(buildSheet('<row r="2"><c r="A1"><v>1</v></c></row>'))).toThrow(/another row/)
    expect(() => readWorkbook(buildSheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'))).toThrow(/shared string/)
  })

  it('reads rows that stand out of order', () => {
    expect(valuesOf('<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>')).toEqual({
      A3: ['number', 3, null, false],
      B1: ['number', 2, null, false],
      A1: ['number', 1, null, false],
    })
  })
})

describe('around the cells', () => {
  it('keeps merges as references, hidden rows and columns, visibility', () => {
    const sheet =
      '<cols><col min="2" max="3" hidden="1" width="9"/><col min="5" max="5" width="0"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="4" ht="0"/></sheetData><mergeCells count="2"><mergeCell ref="A1:XFD20000"/><mergeCell ref="B3:C4"/></mergeCells>'
    const [read] = readWorkbook(buildWorkbook({ sheets: [sheet], sheetAttributes: 'state="veryHidden"' })).sheets
    expect(read).toMatchObject({
      name: 'S1',
      visibility: 'very_hidden',
      merges: ['A1:XFD20000', 'B3:C4'],
      hiddenRows: [2, 4],
      hiddenColumns: [2, 3, 5],
    })
    expect(read!.cells).toHaveLength(1)
  })

  it('gives defined names with their scope', () => {
    const names =
      '<definedNames><definedName name="fld.um_total">S1!$A$1</definedName><definedName name="local" localSheetId="1" hidden="1">S2!$B$2</definedName></definedNames>'
    expect(readWorkbook(buildWorkbook({ sheets: ['<sheetData/>', '<sheetData/>'], names })).definedNames).toEqual([
      { name: 'fld.um_total', scope: null, reference: 'S1!$A$1' },
      { name: 'local', scope: 'S2', reference: 'S2!$B$2' },
    ])
  })

  it('notices macros and links to other files', () => {
    const plain = readWorkbook(buildWorkbook({}))
    expect([plain.hasMacros, plain.hasExternalLinks]).toEqual([false, false])
    const extra = [
      { name: 'xl/vbaProject.bin', data: 'x' },
      { name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' },
    ]
    const read = readWorkbook(buildWorkbook({ extra }))
    expect([read.hasMacros, read.hasExternalLinks]).toEqual([true, true])
  })

  it('reads the strict form of the format', () => {
    const strict = workbookMembers({ sheets: ['<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'] }).map((member) => ({
      ...member,
      data: String(member.data)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
        .replaceAll(main, 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
    }))
    expect(cellsOf(buildZip(strict))['A1']).toMatchObject({ kind: 'number', value: 7 })
  })
})

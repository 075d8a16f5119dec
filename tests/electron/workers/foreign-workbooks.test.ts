import { utils } from '@e965/xlsx'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cellAddress, type PlainCell, type PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { foreignOutcome, openBytes } from '../../../electron/workers/workbook/open-file.ts'
import { showSheet } from '../../../electron/workers/workbook/show-sheet.ts'
import { buildForeign, buildOds, writeSheets } from '../../kit/build-foreign.ts'
import { seededRandom } from '../../kit/seeded-random.ts'

async function open(bytes: Buffer, name: string): Promise<PlainWorkbook & { format: string }> {
  const opened = await openBytes(bytes, name)
  if (opened.kind !== 'workbook') throw new Error(`${opened.finding.rule} ${opened.finding.actual}`)
  return { ...opened.workbook, format: opened.format }
}
const ruleOf = async (bytes: Buffer, name: string): Promise<string> => {
  const opened = await openBytes(bytes, name)
  return opened.kind === 'workbook' ? `workbook ${opened.format}` : opened.finding.rule
}
const tell = ({ row, column, kind, value, formula, withoutResult }: PlainCell): string =>
  `${cellAddress(row, column)} ${kind} ${value}${formula === undefined ? '' : ` =${formula}`}${withoutResult ? ' !' : ''}`

describe('.xls', () => {
  const sheet = {
    ...utils.aoa_to_sheet([
      ['Đảng ủy', 0, -12.5, 1e9],
      [true, false, 0.1],
    ]),
    D2: { t: 'n', v: 46188, z: 'dd/mm/yyyy' },
    A3: { t: 'n', v: 0.905, z: '0.0%' },
    B3: { t: 'e', v: 23 },
    '!ref': 'A1:D3',
    '!merges': [utils.decode_range('A5:C6')],
  }

  it.each(['biff8', 'biff5'] as const)('%s: values, dates, merges', async (bookType) => {
    const book = await open(writeSheets(bookType, { 'Số liệu': sheet, Hai: utils.aoa_to_sheet([['x']]) }), 'a.xls')
    expect(book.format).toBe('xls')
    expect(book.sheets.map(({ cells }) => cells.map(tell))).toEqual([
      [
        // What the code page of Excel 95 cannot hold is lost by whoever wrote it.
        bookType === 'biff8' ? 'A1 text Đảng ủy' : expect.stringMatching(/^A1 text /),
        'B1 number 0',
        'C1 number -12.5',
        'D1 number 1000000000',
        'A2 boolean 1',
        'B2 boolean 0',
        'C2 number 0.1',
        'D2 date 46188',
        'A3 number 0.905',
        'B3 error #REF!',
      ],
      ['A1 text x'],
    ])
    // Excel 95 merges no areas.
    expect(book.sheets[0]!.merges).toEqual(bookType === 'biff8' ? ['A5:C6'] : [])
    expect(book.sheets[0]!.cells.find(({ kind }) => kind === 'date')?.numberFormat).toBe('dd/mm/yyyy')
  })

  it.each(['biff2', 'biff3', 'biff4'] as const)('%s: the one sheet of the early nineties', async (bookType) => {
    const book = await open(
      buildForeign(bookType, {
        A: [
          ['TT', 5],
          ['x', 2.5],
        ],
      }),
      'a.xls',
    )
    expect(book.sheets.map(({ cells }) => cells.map(tell))).toEqual([['A1 text TT', 'B1 number 5', 'A2 text x', 'B2 number 2.5']])
  })

  it('thousands of strings, broken off between records, are read whole', async () => {
    const random = seededRandom(7)
    const texts = Array.from(
      { length: 1_200 },
      (_, at) => `${at} ${random() < 0.5 ? 'phường Phố Hiến' : 'plain text'} ${'x'.repeat(Math.floor(random() * 40))}`,
    )
    const book = await open(buildForeign('biff8', { A: texts.map((text) => [text]) }), 'a.xls')
    expect(book.sheets[0]!.cells.map(({ value }) => value)).toEqual(texts)
  })

  it('[M61] cut at any place it is damaged or whole, never part of itself', async () => {
    const whole = buildForeign('xls', { A: Array.from({ length: 200 }, (_, at) => [at, `số ${at}`]) })
    const { workbook } = (await openBytes(whole, 'a.xls')) as { workbook: PlainWorkbook }
    let damaged = 0
    for (let length = 8; length < whole.length; length += 397) {
      const opened = await openBytes(whole.subarray(0, length), 'a.xls')
      if (opened.kind === 'workbook') expect(opened.workbook).toEqual(workbook)
      else expect([opened.finding.rule, damaged++]).toEqual(['M61', expect.any(Number)])
    }
    expect(damaged).toBeGreaterThan(20)
  })

  it('[M61] records cut out of their stream, the earliest kind included', async () => {
    for (const bookType of ['biff2', 'biff4'] as const) {
      const whole = buildForeign(bookType, { A: [['TT', 5]] })
      for (let length = 8; length < whole.length; length += 3) expect(await ruleOf(whole.subarray(0, length), 'a.xls')).toBe('M61')
    }
  })
})

describe('.ods', () => {
  const cell = (attributes: string, text?: string): string =>
    text === undefined ? `<table:table-cell ${attributes}/>` : `<table:table-cell ${attributes}>${text}</table:table-cell>`
  const p = (text: string): string => `<text:p>${text}</text:p>`
  const number = (value: number): string => cell(`office:value-type="float" office:value="${value}"`, p(String(value)))
  const table = (rows: readonly string[], before = '', attributes = ''): string =>
    `<table:table table:name="S" ${attributes}>${before}${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`
  const cellsOf = async (tables: string, styles?: string): Promise<readonly PlainCell[]> =>
    (await open(buildOds(tables, styles), 'a.ods')).sheets[0]!.cells

  it('reads every kind of value from its attribute, not from its text', async () => {
    const row = [
      cell('office:value-type="float" office:value="1234"', p('1.234')),
      cell('office:value-type="float" office:value="5"'),
      cell('office:value-type="percentage" office:value="0.9"', p('90 %')),
      cell('office:value-type="boolean" office:boolean-value="false"', p('SAI')),
      cell('office:value-type="date" office:date-value="2026-06-15"', p('15/06/2026')),
      cell('office:value-type="time" office:time-value="PT12H30M00S"', p('12:30')),
      cell('office:value-type="string"', p('một') + p('hai<text:tab/>ba<text:line-break/>bốn')),
      cell('office:value-type="string" office:string-value="0015"'),
      cell('office:value-type="float" office:value="không"', p('x')),
      cell('', p('không kiểu')),
    ].join('')
    const cells = await cellsOf(table([row]))
    expect(cells.map(tell)).toEqual([
      'A1 number 1234',
      'B1 number 5',
      'C1 number 0.9',
      'D1 boolean 0',
      'E1 date 46188',
      `F1 date ${12.5 / 24}`,
      'G1 text một\nhai\tba\nbốn',
      'H1 text 0015',
      'I1 error không',
      'J1 text không kiểu',
    ])
    expect(cells.map(({ numberFormat }) => numberFormat).slice(2, 6)).toEqual(['0%', 'General', 'dd/mm/yyyy', 'hh:mm:ss'])
  })

  it('tells formulas with a result, without one, and errors that pass for 0', async () => {
    const row = [
      cell('table:formula="of:=SUM([.A1:.B2];[$\'Trang 2\'.C3])" office:value-type="float" office:value="0"', p('0')),
      cell('table:formula="of:=[.A1]"'),
      cell('table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"', p('#DIV/0!')),
      cell('table:formula="of:=X()" office:value-type="float" office:value="0"', p('Err:508')),
      cell('table:formula="of:=A()" office:value-type="float" office:value="0"', p('#NAME?')),
      cell('table:formula="of:=[.A1]&gt;5" office:value-type="float" office:value="0"', p('FALSE')),
      cell('table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""'),
      cell('office:value-type="string"', p('#REF!')),
    ].join('')
    expect((await cellsOf(table([row]))).map(tell)).toEqual([
      "A1 number 0 =SUM(A1:B2;'Trang 2'!C3)",
      'B1 text  =A1 !',
      'C1 error #DIV/0! =1/0',
      'D1 error Err:508 =X()',
      'E1 error #NAME? =A()',
      'F1 boolean 0 =A1>5',
      'G1 text  =""',
      'H1 text #REF!',
    ])
  })

  it('counts repeated cells and rows, covered cells, groups; keeps merged areas, hidden rows, columns and sheets', async () => {
    const styles =
      '<office:automatic-styles><style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    const content =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>' +
      `<table:table-header-rows><table:table-row>${cell('table:number-columns-repeated="2"')}${cell('office:value-type="float" office:value="7" table:number-columns-repeated="3"', p('7'))}</table:table-row></table:table-header-rows>` +
      `<table:table-row table:number-rows-repeated="2" table:visibility="filter">${number(1)}</table:table-row>` +
      `<table:table-row-group><table:table-row>${cell('table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"', p('gộp'))}<table:covered-table-cell/>${number(2)}</table:table-row></table:table-row-group>` +
      `<table:table-row table:number-rows-repeated="1048570">${cell('table:number-columns-repeated="16384"')}</table:table-row>`
    const { sheets, hasExternalLinks } = await open(
      buildOds(
        `${table([], content)}<table:table table:name="T" table:style-name="ta"/><table:table table:name="'file:///a.ods'#$S"><table:table-row>${number(9)}</table:table-row></table:table>`,
        styles,
      ),
      'a.ods',
    )
    expect(sheets).toMatchObject([
      { name: 'S', visibility: 'visible', merges: ['A4:B6'], hiddenRows: [2, 3], hiddenColumns: [3] },
      { name: 'T', visibility: 'hidden', cells: [] },
    ])
    expect(hasExternalLinks).toBe(true)
    expect(sheets[0]!.cells.map(tell)).toEqual([
      'C1 number 7',
      'D1 number 7',
      'E1 number 7',
      'A2 number 1',
      'A3 number 1',
      'A4 text gộp',
      'C4 number 2',
    ])
  })

  it('follows fonts of cells and spans, formats and the calendar; counts spaces as the format does; leaves notes out', async () => {
    const styles = `<office:font-face-decls><style:font-face style:name="V" svg:font-family="'.VnTime'"/><style:font-face style:name="A" svg:font-family="Arial"/></office:font-face-decls><office:automatic-styles>
      <number:number-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1" number:grouping="true"/><number:text> đồng</number:text></number:number-style>
      <number:date-style style:name="N2"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
      <style:default-style style:family="table-cell"><style:text-properties style:font-name="A"/></style:default-style>
      <style:style style:name="c1" style:family="table-cell"><style:text-properties style:font-name="V"/></style:style>
      <style:style style:name="c2" style:family="table-cell" style:parent-style-name="c1" style:data-style-name="N1"/>
      <style:style style:name="c3" style:family="table-cell" style:data-style-name="N2"/>
      <style:style style:name="t1" style:family="text"><style:text-properties style:font-name="A"/></style:style></office:automatic-styles>`
    const row = [
      cell('table:style-name="c2" office:value-type="string"', p('x·<text:span text:style-name="t1"> Bé</text:span>')),
      cell(
        'office:value-type="string"',
        p('\n  một <text:s text:c="2"/>hai   ba <office:annotation><text:p>ghi chú</text:p></office:annotation>'),
      ),
      cell('table:style-name="c2" office:value-type="float" office:value="5"', p('5,0 đồng')),
      cell('table:style-name="c3" office:value-type="date" office:date-value="2026-06-15T12:00:00"', p('15/06/2026')),
    ].join('')
    const { sheets, date1904 } = await open(
      buildOds(
        `<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>${table([row])}`,
        styles,
      ),
      'a.ods',
    )
    expect(date1904).toBe(true)
    expect(sheets[0]!.cells).toEqual([
      {
        row: 1,
        column: 1,
        kind: 'text',
        value: 'x· Bé',
        numberFormat: '#,##0.0" đồng"',
        fontName: '.VnTime',
        runs: [
          { text: 'x·', fontName: '.VnTime' },
          { text: ' Bé', fontName: 'Arial' },
        ],
      },
      { row: 1, column: 2, kind: 'text', value: 'một   hai ba', numberFormat: 'General', fontName: 'Arial' },
      { row: 1, column: 3, kind: 'number', value: 5, numberFormat: '#,##0.0" đồng"', fontName: '.VnTime' },
      { row: 1, column: 4, kind: 'date', value: 46188.5 - 1462, numberFormat: 'dd/mm/yyyy', fontName: 'Arial' },
    ])
  })

  it.each<[string, string, string, Buffer]>([
    ['M62', 'with a password', 'a.ods', buildOds(table([]), '', [{ name: 'META-INF/manifest.xml', data: '<manifest:encryption-data/>' }])],
    [
      'M65',
      'of a number a million times over',
      'a.ods',
      buildOds(table([], `<table:table-row table:number-rows-repeated="1000000">${number(1)}</table:table-row>`)),
    ],
    [
      'M65',
      'of a text sixteen thousand times over',
      'a.ods',
      buildOds(table([cell('office:value-type="string" table:number-columns-repeated="16384"', p('dài '.repeat(1_000)))])),
    ],
    ['M61', 'of two sheets of one name', 'a.ods', buildOds(table([]) + table([]))],
    ['M61', 'without sheets', 'a.ods', buildOds('')],
    ['M61', 'with a number beyond the last column', 'a.ods', buildOds(table([cell('table:number-columns-repeated="16384"') + number(1)]))],
    ['M66', 'nested deep', 'a.ods', buildOds(table([], '<table:table-row-group>'.repeat(1_000)))],
    ['M66', 'with entities', 'a.ods', buildOds(table([cell('office:value-type="string"', p('&x;'))]))],
  ])('[%s] refuses one %s', async (rule, _, name, bytes) => expect(await ruleOf(bytes, name)).toBe(rule))
})

describe('.csv', () => {
  const rows = ['TT;Đơn vị;Số', '1;"Phường; A";1.234', '2;"Xã ""B""";05', '', '3;"hai\ndòng";=1+1']
  const expected = [
    'A1 text TT',
    'B1 text Đơn vị',
    'C1 text Số',
    'A2 text 1',
    'B2 text Phường; A',
    'C2 text 1.234',
    'A3 text 2',
    'B3 text Xã "B"',
    'C3 text 05',
    'A5 text 3',
    'B5 text hai\ndòng',
    'C5 text =1+1',
  ]
  const cellsOf = async (bytes: Buffer): Promise<string[]> => {
    const book = await open(bytes, 'a.csv')
    expect(book).toMatchObject({ format: 'csv', sheets: [{ name: 'CSV' }], definedNames: [] })
    return book.sheets[0]!.cells.map(tell)
  }

  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(rows.join('\n'))],
    ['UTF-8 with its mark and Windows line ends', Buffer.from(`\ufeff${rows.join('\r\n')}\r\n`)],
    ['decomposed UTF-8', Buffer.from(rows.join('\n').normalize('NFD'))],
    ['UTF-16', Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${rows.join('\n')}`, 'utf16le').swap16()],
    ['a line that says the separator', Buffer.from(`sep=;\r\n${rows.join('\n')}`)],
  ])('%s: every field as it was typed', async (_, bytes) => expect(await cellsOf(bytes)).toEqual(expected))

  it.each([',', '\t', '|', ';'])('finds the separator %j, commas inside numbers notwithstanding', async (separator) => {
    const text = [
      ['TT', 'Tên', 'Tỷ lệ'],
      ['1', 'Xã A', separator === ',' ? '"90,5"' : '90,5'],
      ['2', 'Xã B', '7'],
    ]
      .map((row) => row.join(separator))
      .join('\n')
    expect(await cellsOf(Buffer.from(text))).toEqual([
      'A1 text TT',
      'B1 text Tên',
      'C1 text Tỷ lệ',
      'A2 text 1',
      'B2 text Xã A',
      'C2 text 90,5',
      'A3 text 2',
      'B3 text Xã B',
      'C3 text 7',
    ])
  })

  it('Vietnamese Windows is told by its tone marks', async () => {
    // "Phường Phố Hiến" in code page 1258: a tone mark is a byte of its own after its vowel.
    const name = Buffer.from('5068fdf5cc6e67205068f4ec204869eaec6e', 'hex')
    const line = Buffer.concat([Buffer.from('TT;'), name, Buffer.from('\n1;x\n')])
    expect(await cellsOf(line)).toEqual(['A1 text TT', 'B1 text Phường Phố Hiến', 'A2 text 1', 'B2 text x'])
  })

  it.each([
    ['TCVN3', '§¬n vÞ;§¶ng ñy x· L\u00ad¬ng B»ng;thêi gian'],
    ['VNI', 'Ñôn vò;Lieân ñoaøn Lao ñoäng;thôøi gian'],
  ])('bytes of %s stay what they are: a person says what they mean', async (_, text) => {
    const cells = await cellsOf(Buffer.from(`${text}\n1;2;3\n`, 'latin1'))
    expect(cells.slice(0, 3)).toEqual(text.split(';').map((value, at) => `${'ABC'[at]}1 text ${value}`))
  })

  it('a first field "ID" makes no other format of it; a table of one column is one where it is called so', async () => {
    expect(await cellsOf(Buffer.from('ID;P\nB;1\n'))).toEqual(['A1 text ID', 'B1 text P', 'A2 text B', 'B2 text 1'])
    expect(await cellsOf(Buffer.from('Xã A\nXã B\n'))).toEqual(['A1 text Xã A', 'A2 text Xã B'])
  })

  it('is shown in columns as wide as their texts', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'csv-')), 'a.csv')
    const bytes = Buffer.from('TT;Công tác tuyên truyền, phổ biến pháp luật;Số\n1;x;7\n')
    writeFileSync(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const request = { path, sha256, name: 'a.csv', sheet: null, top: 1, left: 1, rows: 10, columns: 5, language: 'vi' as const }
    const window = await showSheet(request)
    expect(window).toMatchObject({
      sheet: 'CSV',
      rows: 2,
      columns: 3,
      cells: { text: ['TT', 'Công tác tuyên truyền, phổ biến pháp luật', 'Số', '1', 'x', '7'] },
    })
    const [, narrow, , wide] = window.widths
    expect(wide! / narrow!).toBeGreaterThan(4)
    await expect(showSheet({ ...request, name: 'a.xlsx' })).rejects.toMatchObject({ code: 'sheet.not_a_workbook' })
  })

  it('[M64] [M65] refuses one that was renamed, and millions of fields', async () => {
    expect(await ruleOf(Buffer.from(rows.join('\n')), 'a.xlsx')).toBe('M64')
    expect(await ruleOf(Buffer.from(`a;b\n${';'.repeat(3_000_000)}`), 'a.csv')).toBe('M65')
  })
})

describe('a name that is another one’s', () => {
  it.each([
    ['xls', 'a.xls'],
    ['xls', 'A.XLS'],
    ['ods', 'không đuôi'],
    ['csv', 'a.txt'],
    ['xls', 'a.et'],
  ] as const)('[M68] %s named %s waits for a person', (format, name) => {
    expect(foreignOutcome(format, name)).toMatchObject({ kind: 'off_template', finding: { rule: 'M68' } })
  })

  it.each([
    ['xls', 'a.xlsx', '.xls'],
    ['ods', 'a.b.XLS', '.ods'],
    ['csv', 'a.docx', '.csv'],
  ] as const)('[M78] %s named %s is not taken in', (format, name, ending) => {
    expect(foreignOutcome(format, name)).toMatchObject({ kind: 'rejected', finding: { rule: 'M78', params: { ending } } })
  })
})

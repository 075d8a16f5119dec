import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import type { PlainCell } from '../../../shared/domain/workbook.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { writeSheets } from '../../kit/build-foreign.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { realisticWorkbook } from '../../kit/realistic-workbook.ts'

const epoch = Date.UTC(1899, 11, 30)

/** What exceljs says about a cell, in our words; `result`, because its `value.result` drops a cached 0. */
function asPlain(cell: ExcelJS.Cell): unknown {
  const value: unknown = cell.formula === undefined ? cell.value : cell.result
  if (value instanceof Date) return (value.getTime() - epoch) / 86_400_000
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'object' && value !== null && 'error' in value) return value.error
  if (typeof value === 'object' && value !== null && 'richText' in value)
    return (value.richText as { text: string }[]).map((run) => run.text).join('')
  return value ?? ''
}

describe('against exceljs', () => {
  it('reads every cell, format, font, merge and state of realistic workbooks alike', async () => {
    let compared = 0
    for (const seed of [1, 2, 3, 10, 20]) {
      const bytes = await realisticWorkbook(seed)
      const ours = readWorkbook(bytes)
      const peer = new ExcelJS.Workbook()
      await peer.xlsx.load(bytes as never)
      expect(ours.sheets.map((sheet) => sheet.name)).toEqual(peer.worksheets.map((sheet) => sheet.name))
      for (const [index, sheet] of ours.sheets.entries()) {
        const other = peer.worksheets[index]!
        expect(sheet.visibility).toBe(other.state)
        expect(sheet.merges).toEqual(other.model.merges)
        const byAddress = new Map(sheet.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]))
        other.eachRow((row) =>
          row.eachCell((cell) => {
            const plain = asPlain(cell)
            const own: PlainCell | undefined = byAddress.get(cell.address)
            if (cell.isMerged && cell.master !== cell) return
            expect([cell.address, own?.value ?? '']).toEqual([cell.address, plain])
            if (!own) return
            byAddress.delete(cell.address)
            compared++
            expect(own.numberFormat).toBe(cell.numFmt ?? 'General')
            expect(own.formula).toBe(cell.formula)
            expect(own.fontName).toBe(cell.font?.name ?? 'Calibri')
          }),
        )
        expect([...byAddress.keys()]).toEqual([])
      }
    }
    expect(compared).toBeGreaterThan(3_500)
  })
})

describe('against SheetJS', () => {
  it('reads every value, formula and format of realistic workbooks and of what it writes itself alike', async () => {
    let compared = 0
    const own = writeSheets('xlsx', {
      Một: {
        ...utils.aoa_to_sheet([
          ['Phường Phố Hiến', 0, -3, 12.5, true, ' x '],
          ['a_x000D_b', 1e21, 0.1 + 0.2, 'dòng\nhai', null, 7],
        ]),
        A3: { t: 'n', v: 46188, z: 'dd/mm/yyyy' },
        B3: { t: 'n', v: 0, f: 'SUM(B1:B2)' },
        C3: { t: 's', v: '', f: '""' },
        D3: { t: 'b', v: false, f: 'B1>5' },
        E3: { t: 'e', v: 42, f: 'NA()' },
        '!ref': 'A1:F3',
      },
    })
    for (const bytes of [own, await realisticWorkbook(4), await realisticWorkbook(20)]) {
      const peer = read(bytes, { dense: true, cellNF: true })
      for (const sheet of readWorkbook(bytes).sheets) {
        const rows = (peer.Sheets[sheet.name] as WorkSheet & { '!data': (CellObject | undefined)[][] })['!data']
        const found = new Map(sheet.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]))
        rows.forEach((row, rowIndex) =>
          row?.forEach((other, column) => {
            if (!other || other.t === 'z' || (other.v === '' && other.f === undefined)) return
            const address = cellAddress(rowIndex + 1, column + 1)
            const cell = found.get(address)
            const value = other.t === 'e' ? other.w : typeof other.v === 'boolean' ? Number(other.v) : other.v
            expect([address, cell?.value, cell?.formula, cell?.numberFormat]).toEqual([
              address,
              value,
              other.f,
              // The library names format 14 as Excel shows it in America.
              other.z === 'm/d/yy' ? 'mm-dd-yy' : (other.z ?? 'General'),
            ])
            compared++
          }),
        )
      }
    }
    expect(compared).toBeGreaterThan(1_500)
  })
})

describeWithTools(['libreoffice-calc', 'python3-openpyxl'], 'against other writers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'differential-'))
  // LibreOffice writes 15 digits of a quotient.
  const valuesOf = (bytes: Buffer): unknown[] =>
    readWorkbook(bytes).sheets.map((sheet) => [
      sheet.name,
      sheet.visibility,
      sheet.cells.map((cell) => [
        cellAddress(cell.row, cell.column),
        cell.kind,
        typeof cell.value === 'number' ? Number(cell.value.toPrecision(13)) : cell.value,
        cell.withoutResult ?? false,
      ]),
    ])

  it('reads the same after LibreOffice saved the workbook again', async () => {
    const bytes = await realisticWorkbook(7)
    writeFileSync(join(folder, 'a.xlsx'), bytes)
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'a.xlsx'),
      ],
      { stdio: 'ignore' },
    )
    expect(valuesOf(readFileSync(join(folder, 'out', 'a.xlsx')))).toEqual(valuesOf(bytes))
  })

  it('reads what python3-openpyxl wrote, formulas without result marked', () => {
    const script = `
import openpyxl, datetime, sys
book = openpyxl.Workbook()
sheet = book.active
sheet.title = 'Số liệu'
sheet.append(['Phường Phố Hiến', 0, -3, 12.5, True, None, datetime.datetime(2026, 6, 15, 12), '=B1+1', '#N/A', ' x '])
sheet.merge_cells('A3:C4')
hidden = book.create_sheet('id')
hidden.sheet_state = 'veryHidden'
hidden['B2'] = 'mã'
from openpyxl.workbook.defined_name import DefinedName
book.defined_names.append(DefinedName('fld.um_total', attr_text="'Số liệu'!$B$1"))
book.save(sys.argv[1])`
    execFileSync('/usr/bin/python3', ['-c', script, join(folder, 'b.xlsx')])
    const bytes = readFileSync(join(folder, 'b.xlsx'))
    expect(valuesOf(bytes)).toEqual([
      [
        'Số liệu',
        'visible',
        [
          ['A1', 'text', 'Phường Phố Hiến', false],
          ['B1', 'number', 0, false],
          ['C1', 'number', -3, false],
          ['D1', 'number', 12.5, false],
          ['E1', 'boolean', 1, false],
          ['G1', 'date', 46188.5, false],
          ['H1', 'text', '', true],
          ['I1', 'error', '#N/A', false],
          ['J1', 'text', ' x ', false],
        ],
      ],
      ['id', 'very_hidden', [['B2', 'text', 'mã', false]]],
    ])
    const read = readWorkbook(bytes)
    expect(read.definedNames).toEqual([{ name: 'fld.um_total', scope: null, reference: "'Số liệu'!$B$1" }])
    expect(read.sheets[0]!.merges).toEqual(['A3:C4'])
  })
})

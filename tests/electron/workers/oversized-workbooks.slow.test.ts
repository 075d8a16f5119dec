import { describe, expect, it } from 'vitest'
import { limits } from '../../../electron/workers/workbook/limits.ts'
import { readWorkbook } from '../../../electron/workers/workbook/read-workbook.ts'
import { WorkbookRefusal } from '../../../electron/workers/workbook/workbook-refusal.ts'
import { buildSheet } from '../../kit/build-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

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

/** Cells as spreadsheet programs write them, and as only scripts do. */
const spellings = {
  usual: (row: number, column: number, value: number): string =>
    `<c r="${String.fromCharCode(65 + (column % 26))}${row}"><v>${value}</v></c>`,
  rare: (_: number, __: number, value: number): string => `<c><v>${value}</v></c>`,
}

describe('more than a submission can hold', () => {
  it.each(Object.entries(spellings))('is refused, however small the file: cells in the %s spelling', (_, cell) => {
    const row = (at: number): string =>
      `<row r="${at}">${Array.from({ length: 25 }, (__, column) => cell(at, column, at * 7 + column * 13)).join('')}</row>`
    const rows = (count: number): string => Array.from({ length: count }, (__, at) => row(at + 1)).join('')
    expect(reasonOf(buildSheet(rows(limits.cells / 25)))).toBe('read')
    expect(reasonOf(buildSheet(rows(limits.cells / 25 + 1)))).toBe('too_large')
  })

  it.each([
    ['usual', '<si><t>'],
    ['spaced', '<si><t xml:space="preserve">'],
    ['rare', '<si ><t>'],
  ])('is refused: shared strings in the %s spelling', (_, start) => {
    const sst = (count: number): string =>
      `<sst xmlns="${main}">${Array.from({ length: count }, (__, at) => `${start}${at * 7_919}</t></si>`).join('')}</sst>`
    expect(reasonOf(buildSheet('', { sst: sst(limits.sharedStrings) }))).toBe('read')
    expect(reasonOf(buildSheet('', { sst: sst(limits.sharedStrings + 1) }))).toBe('too_large')
  })
})

import { damaged } from '../workbook-refusal.ts'

const texts: Readonly<Record<number, number>> = { 0x204: 6, 0x04: 7, 0xd6: 6, 0x207: 0, 0x07: 0 }
/** Where the length of a formula's code stands, from Excel 5 on. */
const formulas: Readonly<Record<number, number>> = { 0x06: 20, 0x206: 20, 0x406: 20, 0x221: 12, 0x4bc: 8 }
const [externSheet, name, supBook] = [0x17, 0x218, 0x1ae]

/**
 * Refuses records that are shorter than what they announce: the library reads on beyond them, and counts what it finds there
 * without end. Throws WorkbookRefusal.
 */
export function checkRecord(type: number, data: Buffer, version: number, at: number): void {
  if (!isWhole(type, data, version)) throw damaged(`record ${type.toString(16)} cut off at ${at}`)
}

function isWhole(type: number, data: Buffer, version: number): boolean {
  const text = texts[type]
  if (text !== undefined) return data.length >= text + (version === 8 ? 3 : 1)
  const formula = formulas[type]
  if (formula !== undefined) {
    if (version < 5) return data.length >= 17
    return data.length >= formula + 2 && data.length >= formula + 2 + data.readUInt16LE(formula)
  }
  if (type === name) return version < 5 || data.length >= 15
  if (type === externSheet) return isWholeExternSheet(data, version)
  return type !== supBook || isWholeSupBook(data)
}

function isWholeExternSheet(data: Buffer, version: number): boolean {
  if (data.length < 2) return false
  const isOld = data.length === data[0]! + (data[1] === 3 ? 1 : 0) + 1
  return version < 8 || isOld || data.length === 2 + 6 * data.readUInt16LE(0)
}

/** Another file's name and those of its sheets, which end where the record ends. */
function isWholeSupBook(data: Buffer): boolean {
  if (data.length < 4) return false
  const length = data.readUInt16LE(2)
  if (length === 0x401 || length === 0x3a01) return true
  let at = 4
  for (let count = length; ; at += 2) {
    if (at >= data.length) return false
    at += 1 + count * (data[at]! & 1 ? 2 : 1)
    if (at === data.length) return true
    if (at + 2 >= data.length) return false
    count = data.readUInt16LE(at)
  }
}

import { parseCellAddress, type PlainCell, type PlainSheet, type PlainWorkbook } from '../domain/workbook.ts'

/** Where an input stands; `cell` undefined = the cell is there and empty. */
export type InputCell = { name: string; sheet: PlainSheet; row: number; column: number; cell: PlainCell | undefined }

export type InputCells = {
  /** By input name in lower case: Excel's names have no case. Undefined where the name is gone or points nowhere. */
  find: (name: string) => InputCell | undefined
  /** Where an input goes on beyond its cell; only in tables that are not ours. */
  more?: (name: string) => readonly InputCell[]
  cellAt: (sheet: PlainSheet, row: number, column: number) => PlainCell | undefined
  /** Names as written that begin like inputs of ours, sheet-scoped copies left out. */
  names: readonly string[]
  /** Sheets that hold a second, sheet-scoped set of our names: copies made inside the file. */
  copiedSheets: readonly string[]
}

const ours = /^(fld|nar|mil|prop|mon|doc|row|sht)\./i
const widestRow = 16_384

/** Finds inputs by the workbook's defined names and by nothing else. */
export function indexInputCells(workbook: PlainWorkbook): InputCells {
  const sheetNamed = findSheets(workbook)
  const cells = new Map<PlainSheet, Map<number, PlainCell>>()
  const references = new Map<string, { name: string; reference: string; scope: string | null }>()
  const copied = new Set<string>()
  for (const { name, scope, reference } of workbook.definedNames) {
    if (!ours.test(name)) continue
    const key = name.toLowerCase()
    const known = references.get(key)
    if (known && scope !== null) copied.add(scope)
    else {
      if (known?.scope) copied.add(known.scope)
      references.set(key, { name, reference, scope })
    }
  }

  const cellAt = (sheet: PlainSheet, row: number, column: number): PlainCell | undefined => {
    let index = cells.get(sheet)
    if (!index) {
      index = new Map(sheet.cells.map((cell) => [cell.row * widestRow + cell.column, cell]))
      cells.set(sheet, index)
    }
    return index.get(row * widestRow + column)
  }

  // Each name is asked for by several rules; null = looked for in vain.
  const found = new Map<string, InputCell | null>()
  const locate = (name: string): InputCell | null => {
    const target = parseReference(references.get(name.toLowerCase())?.reference ?? '')
    const sheet = target && sheetNamed(target.sheet)
    return sheet ? { name, sheet, row: target.row, column: target.column, cell: cellAt(sheet, target.row, target.column) } : null
  }

  return {
    cellAt,
    names: [...references.values()].map(({ name }) => name),
    copiedSheets: [...copied],
    find: (name) => {
      let input = found.get(name)
      if (input === undefined) found.set(name, (input = locate(name)))
      return input ?? undefined
    },
  }
}

/** By name as references write it: in any case and composition. */
function findSheets(workbook: PlainWorkbook): (name: string) => PlainSheet | undefined {
  const byKey = new Map(workbook.sheets.map((sheet) => [sheet.name.normalize('NFC').toLowerCase(), sheet]))
  const asWritten = new Map<string, PlainSheet | undefined>()
  return (name) => {
    if (!asWritten.has(name)) asWritten.set(name, byKey.get(name.normalize('NFC').toLowerCase()))
    return asWritten.get(name)
  }
}

/** `'Số liệu'!$E$7`, or the first cell of a range; undefined for `#REF!`, formulas and constants. */
function parseReference(reference: string): { sheet: string; row: number; column: number } | undefined {
  const match = /^=?\$?(?:'((?:[^']|'')+)'|([^'!]+))!([^:]+)(?::.+)?$/.exec(reference.trim())
  const address = parseCellAddress(match?.[3] ?? '')
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2]
  return address && sheet !== undefined ? { sheet, ...address } : undefined
}

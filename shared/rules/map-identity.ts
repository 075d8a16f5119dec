import type { SubmissionIdentity } from '../domain/submission.ts'
import { identityKeys, templateSheets, type IdentityKey } from '../domain/template.ts'
import type { PlainCell, PlainSheet, PlainWorkbook } from '../domain/workbook.ts'
import { nameKey } from '../vietnamese/text-key.ts'
import { identityCheckValue } from './identity.ts'

const sheetNamed = (workbook: PlainWorkbook, name: string): PlainSheet | undefined =>
  workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())

/** What the identity sheet says, whatever its visibility; null where there is none of ours. */
export function mapIdentity(workbook: PlainWorkbook): SubmissionIdentity | null {
  const sheet = sheetNamed(workbook, templateSheets.identity)
  if (!sheet) return null
  const values = new Map<string, string>()
  for (const [key, value] of pairsOf(sheet.cells)) if (!values.has(key)) values.set(key, value)
  const read = (key: IdentityKey): string => values.get(key) ?? ''
  if (!identityKeys.some((key) => read(key) !== '')) return null
  const codes = {
    programme: read('programme'),
    programmeVersion: wholeNumber(read('programme_version')),
    period: read('period'),
    unit: read('unit'),
    templateVersion: wholeNumber(read('template_version')),
  }
  return { ...codes, intact: read('check') === identityCheckValue(codes) }
}

/** The unit's code for a name chosen on the cover of the common workbook; '' where the list does not have it once. */
export function findListedUnit(workbook: PlainWorkbook, chosen: string): string {
  const wanted = nameKey(chosen)
  const list = sheetNamed(workbook, templateSheets.units)
  if (!list || wanted === '') return ''
  const codes = pairsOf(list.cells).flatMap(([code, name]) => (nameKey(name) === wanted ? [code] : []))
  return codes.length === 1 ? codes[0]! : ''
}

/** Column A with column B of the same row; B '' where it is empty. */
function pairsOf(cells: readonly PlainCell[]): [string, string][] {
  const rows = new Map<number, [string, string]>()
  for (const cell of cells) {
    if (cell.column > 2) continue
    const pair = rows.get(cell.row) ?? ['', '']
    pair[cell.column - 1] = String(cell.value).trim()
    rows.set(cell.row, pair)
  }
  return [...rows.values()].filter(([key]) => key !== '')
}

const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

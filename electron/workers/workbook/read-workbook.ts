import type { DefinedName, PlainSheet, PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { readCellStyles } from './cell-styles.ts'
import { limits } from './limits.ts'
import { openPackage } from './package-parts.ts'
import type { Package, Relationship } from './package-parts.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetContext } from './read-sheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import { WorkbookRefusal, damaged, tooLarge } from './workbook-refusal.ts'
import { XmlScanner, tokens } from './xml-scanner.ts'

export type SheetEntry = { name: string; visibility: PlainSheet['visibility']; relationship: string }
export type WorkbookPart = { date1904: boolean; sheets: SheetEntry[]; definedNames: { name: string; sheet: number; reference: string }[] }

/** Both the transitional and the strict namespace of ECMA-376 end alike in their relationship types. */
export const isType = (relationship: Relationship, type: string): boolean =>
  !relationship.external && relationship.type.endsWith(`/relationships/${type}`)

/** An .xlsx or .xlsm as values; nothing calculated, expanded or followed. Throws WorkbookRefusal. */
export function readWorkbook(bytes: Uint8Array): PlainWorkbook {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return readWorkbookPackage(openPackage(file))
}

export function readWorkbookPackage(container: Package): PlainWorkbook {
  const main = container.relationships('').find((relationship) => isType(relationship, 'officeDocument'))?.target
  if (!main) throw damaged('no main part')
  const workbook = readWorkbookPart(container.read(main))
  const relationships = container.relationships(main)
  const strings = relationships.find((relationship) => isType(relationship, 'sharedStrings'))?.target
  const styles = relationships.find((relationship) => isType(relationship, 'styles'))?.target
  const context: SheetContext = {
    strings: strings === undefined ? [] : readSharedStrings(container.read(strings)),
    styles: styles === undefined ? [] : readCellStyles(container.read(styles)),
    date1904: workbook.date1904,
    used: { cells: 0, characters: 0, merges: 0 },
  }
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const seen = new Set<string>()
  const sheets = workbook.sheets.map((sheet): PlainSheet => {
    const target = targets.get(sheet.relationship)
    if (!target || target.external) throw damaged(`sheet without part: ${sheet.name}`)
    if (seen.has(target.target)) throw new WorkbookRefusal('unsafe', `two sheets in one part: ${target.target}`)
    seen.add(target.target)
    if (!isType(target, 'worksheet'))
      return { name: sheet.name, visibility: sheet.visibility, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] }
    return readSheet(container.read(target.target), sheet.name, sheet.visibility, context)
  })
  return {
    sheets,
    definedNames: workbook.definedNames.map(({ name, sheet, reference }): DefinedName => {
      const scope = sheet < 0 ? null : workbook.sheets[sheet]?.name
      if (scope === undefined) throw damaged(`name of a sheet that is not there: ${name}`)
      return { name, scope, reference }
    }),
    date1904: workbook.date1904,
    hasMacros: hasMacros(container, relationships),
    hasExternalLinks: container.entries.some((entry) => /(^|\/)externalLinks\/[^/]+\.xml$/i.test(entry.name)),
  }
}

function hasMacros(container: Package, relationships: readonly Relationship[]): boolean {
  if (container.entries.some((entry) => /(^|\/)vbaProject[^/]*\.bin$/i.test(entry.name) || /(^|\/)macrosheets\//i.test(entry.name)))
    return true
  return relationships.some((relationship) => /\/(?:vbaProject|xlMacrosheet|xlIntlMacrosheet)$/i.test(relationship.type))
}

export function readWorkbookPart(bytes: Buffer): WorkbookPart {
  const scanner = new XmlScanner(bytes, 'workbook')
  const part: WorkbookPart = { date1904: false, sheets: [], definedNames: [] }
  let section = ''
  for (let token = scanner.next(); token !== tokens.end; token = scanner.next()) {
    if (token !== tokens.open) continue
    if (scanner.depth === 1 && scanner.name !== 'workbook') throw scanner.fail(`root ${scanner.name}`)
    if (scanner.depth === 2) {
      section = scanner.name
      if (section === 'workbookPr') part.date1904 = /^(?:1|true|on)$/.test(scanner.attribute('date1904') ?? '')
      if (section !== 'sheets' && section !== 'definedNames') scanner.skip()
    } else if (scanner.depth === 3 && section === 'sheets' && scanner.name === 'sheet') part.sheets.push(readSheetEntry(scanner))
    else if (scanner.depth === 3 && section === 'definedNames' && scanner.name === 'definedName') {
      const name = scanner.attribute('name') ?? ''
      const sheet = scanner.integerAttribute('localSheetId')
      part.definedNames.push({ name, sheet, reference: scanner.readText() })
    }
    if (part.sheets.length > limits.sheets) throw tooLarge('sheets')
    if (part.definedNames.length > limits.definedNames) throw tooLarge('defined names')
  }
  if (part.sheets.length === 0) throw damaged('no sheets')
  const names = new Set(part.sheets.map((sheet) => sheet.name.toLowerCase()))
  if (names.size !== part.sheets.length) throw damaged('two sheets of one name')
  return part
}

function readSheetEntry(scanner: XmlScanner): SheetEntry {
  const state = scanner.attribute('state')
  return {
    name: scanner.attribute('name') ?? '',
    visibility: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very_hidden' : 'visible',
    relationship: scanner.prefixedAttribute('id') ?? '',
  }
}

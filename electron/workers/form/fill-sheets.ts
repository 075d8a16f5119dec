import type { FormOrder } from '../../../shared/domain/form.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { readCellStyles, type CellStyle } from '../workbook/cell-styles.ts'
import type { Package } from '../workbook/package-parts.ts'
import { isType, readWorkbookPart } from '../workbook/read-workbook.ts'
import { WorkbookRefusal, damaged } from '../workbook/workbook-refusal.ts'
import { fillCell, openTag } from './fill-cell.ts'
import { hasRepeat, lookupOf, type MarkList } from './marks.ts'
import { canRepeat, repeatRow } from './repeat-row.ts'
import { rowsOf, sharedStringsOf, textOfString, type FormCell, type FormRow } from './sheet-cells.ts'
import { askToCalculate, growPrintArea } from './workbook-part.ts'
import { applyEdits, textOfPart, type XmlEdit } from './xml-pieces.ts'

/** `repeat`: the row that comes once for each unit; blocked ones stay as they are. */
type Sheet = { part: string; name: string; index: number; xml: string; rows: FormRow[]; repeat: FormRow | undefined; blocked: FormRow[] }
type Form = { main: string; sheets: Sheet[]; styles: CellStyle[]; formulas: number }

const cellsOf = ({ rows }: Sheet): FormCell[] => rows.flatMap(({ cells }) => cells)

/**
 * The changed parts of an .xlsx by name; without an order marks are only told. Where anything is filled, stored results of
 * formulas go: an old result beside new numbers would be wrong, and no office program calculates in its protected view.
 */
export function fillSheets(
  container: Package,
  order: FormOrder | undefined,
  marks: MarkList,
): { changed: Map<string, Buffer>; formulas: number } {
  const form = openForm(container)
  for (const sheet of form.sheets) tellMarks(sheet, marks)
  const changed = new Map<string, Buffer>()
  if (order === undefined) return { changed, formulas: form.formulas }
  const filled = form.sheets.map((sheet) => ({ sheet, edits: editsOf(sheet, form.styles, order) }))
  if (filled.every(({ edits }) => edits.length === 0)) return { changed, formulas: form.formulas }
  for (const { sheet, edits } of filled) {
    const all = [...edits, ...forgetResults(sheet)]
    if (all.length > 0) changed.set(sheet.part, Buffer.from(applyEdits(sheet.xml, all)))
  }
  const workbook = textOfPart(container.read(form.main), form.main)
  const grown = form.sheets.reduce(
    (xml, { index, repeat }) => (repeat ? growPrintArea(xml, { sheet: index, row: repeat.number, more: order.units.length - 1 }) : xml),
    workbook,
  )
  const after = form.formulas > 0 ? askToCalculate(grown) : grown
  if (after !== workbook) changed.set(form.main, Buffer.from(after))
  return { changed, formulas: form.formulas }
}

function openForm(container: Package): Form {
  const main = container.relationships('').find((relationship) => isType(relationship, 'officeDocument'))?.target
  if (!main) throw damaged('no main part')
  const relationships = container.relationships(main)
  const part = (type: string): string | undefined => relationships.find((relationship) => isType(relationship, type))?.target
  const [strings, styles] = [part('sharedStrings'), part('styles')]
  const known = strings === undefined ? [] : sharedStringsOf(plainPart(container, strings))
  const targets = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const { sheets: entries, definedNames } = readWorkbookPart(container.read(main))
  const opened = entries.flatMap(({ name, relationship }, index) => {
    const target = targets.get(relationship)
    if (!target || !isType(target, 'worksheet')) return []
    const xml = plainPart(container, target.target)
    return [{ part: target.target, name, index, xml, rows: rowsOf(xml, known), repeat: undefined, blocked: [] } satisfies Sheet]
  })
  const formulas = opened.flatMap(cellsOf).filter(({ formula }) => formula !== undefined).length
  const hasNames = definedNames.some(({ name }) => !name.startsWith('_xlnm.'))
  const sheets = opened.map((sheet): Sheet => {
    const wanted = sheet.rows.filter(({ cells }) => cells.some(({ string }) => string !== undefined && hasRepeat(textOfString(string))))
    // Several of them would move each other.
    const [row] = wanted.length === 1 ? wanted : []
    return row && canRepeat(sheet.xml, { row, rows: sheet.rows, formulas, hasNames })
      ? { ...sheet, repeat: row }
      : { ...sheet, blocked: wanted }
  })
  return { main, sheets, styles: styles === undefined ? [] : readCellStyles(container.read(styles)), formulas }
}

/** Some programs write every name with a prefix; what is written into such a part without one would belong to nothing. */
function plainPart(container: Package, part: string): string {
  const xml = textOfPart(container.read(part), part)
  if (/<\w+:(?:worksheet|sst)\b/.test(xml)) throw new WorkbookRefusal('unsupported', `${part}: names with a prefix`)
  return xml
}

function tellMarks({ name, rows, repeat, blocked }: Sheet, marks: MarkList): void {
  for (const row of rows) {
    const isBlocked = blocked.includes(row)
    const standing = { isRepeated: row === repeat || isBlocked, isBlocked }
    for (const { string, column } of row.cells)
      if (string !== undefined) marks.add(textOfString(string), `${name}!${cellAddress(row.number, column)}`, standing)
  }
}

function editsOf({ xml, rows, repeat, blocked }: Sheet, styles: readonly CellStyle[], order: FormOrder): XmlEdit[] {
  const isRepeating = repeat !== undefined && order.units.length > 0
  // Rows below one that is repeated are filled as they move.
  const fixed = rows.filter((row) => row !== repeat && !blocked.includes(row) && (!isRepeating || row.number < repeat.number))
  const lookup = lookupOf(order.values)
  const filled = fixed.flatMap(({ cells }) =>
    cells.flatMap((cell): XmlEdit[] => {
      const text = fillCell(cell, cell.row, styles, lookup)
      return text === undefined ? [] : [{ start: cell.start, end: cell.end, text }]
    }),
  )
  return isRepeating ? [...filled, ...repeatRow(xml, { row: repeat, rows, styles, ...order })] : filled
}

/** A row that is repeated has its formulas written anew, without results. */
const forgetResults = ({ xml, rows, repeat }: Sheet): XmlEdit[] =>
  rows.flatMap((row) =>
    row === repeat
      ? []
      : row.cells.flatMap((cell): XmlEdit[] =>
          cell.formula
            ? [
                {
                  start: cell.start,
                  end: cell.end,
                  text: `${openTag(cell, cell.row, '')}${xml.slice(cell.formula.start, cell.formula.end)}</c>`,
                },
              ]
            : [],
        ),
  )

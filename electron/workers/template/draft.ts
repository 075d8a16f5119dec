import type { Workbook, Worksheet } from 'exceljs'
import { askOfLine, type Ask, type TemplateAnswers, type TemplateOrder } from '../../../shared/domain/template.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { workbookWords as words } from '../../../shared/messages/workbook.ts'
import type { looks } from './styles.ts'

type Look = (typeof looks)[keyof typeof looks]

/** Paper size code of A4 in SpreadsheetML. */
const a4 = 9
const inch = 2.54

const seen = { showGridLines: false, zoomScale: 100 } as const

/** A workbook being written: the order, the answers, and the defined names given so far. */
export class Draft {
  readonly workbook: Workbook
  readonly order: TemplateOrder
  readonly ask: Ask
  readonly #answers: Map<string, string | number>
  readonly #addresses = new Map<string, string>()

  constructor(workbook: Workbook, order: TemplateOrder, answers: TemplateAnswers) {
    this.workbook = workbook
    this.order = order
    this.ask = askOfLine(order.programme, order.unit?.line ?? 'territorial')
    this.#answers = new Map(Object.entries(answers))
  }

  /** Writes an input cell: its look, its defined name, and its answer where there is one. Gives the answer. */
  input(sheet: Worksheet, row: number, column: number, name: string, look: Look, preset?: string): string | number | undefined {
    const address = `'${sheet.name}'!${absolute(row, column)}`
    this.name(name, address)
    return this.answer(sheet, row, column, name, look, preset)
  }

  /** An input cell without a name of its own. */
  answer(sheet: Worksheet, row: number, column: number, name: string, look: Look, preset?: string): string | number | undefined {
    const value = this.#answers.get(name) ?? preset
    this.#answers.delete(name)
    put(sheet, row, column, value ?? null, look)
    return value
  }

  name(name: string, address: string): void {
    if (this.#addresses.has(name)) throw new Error(`the name ${name} is given twice`)
    this.#addresses.set(name, address)
    this.workbook.definedNames.add(address, name)
  }

  addressOf(name: string): string {
    const address = this.#addresses.get(name)
    if (address === undefined) throw new Error(`there is no input ${name} in the workbook`)
    return address
  }

  /** Answers nothing asked for would be lost without a word. */
  refuseLeftovers(): void {
    const [left] = this.#answers.keys()
    if (left !== undefined) throw new Error(`there is no input ${left} in the workbook`)
  }

  addSheet(name: string, layout: SheetLayout): Worksheet {
    const sheet = this.workbook.addWorksheet(name, {
      views: [
        layout.frozenRows
          ? { state: 'frozen', xSplit: layout.frozenColumns ?? 0, ySplit: layout.frozenRows, ...seen }
          : { state: 'normal', ...seen },
      ],
      pageSetup: {
        paperSize: a4,
        orientation: layout.orientation,
        fitToPage: true,
        fitToWidth: layout.pagesWide ?? 1,
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 2 / inch, right: 1.5 / inch, top: 1.5 / inch, bottom: 1.6 / inch, header: 0.8 / inch, footer: 0.8 / inch },
        ...(layout.repeatedRows ? { printTitlesRow: layout.repeatedRows } : {}),
        ...(layout.repeatedColumns ? { printTitlesColumn: layout.repeatedColumns } : {}),
      },
      headerFooter: {
        oddFooter: `&L&"Times New Roman,Italic"&10 ${layout.footer.replaceAll('&', '&&')}&R&"Times New Roman,Regular"&10 ${words.page}`,
      },
      properties: {
        tabColor: { argb: layout.quiet ? 'FFB8C0C8' : 'FF2F5D83' },
        outlineProperties: { summaryBelow: false, summaryRight: false },
      },
    })
    layout.widths.forEach((width, index) => {
      sheet.getColumn(index + 1).width = width
    })
    return sheet
  }
}

type SheetLayout = {
  widths: readonly number[]
  orientation: 'portrait' | 'landscape'
  footer: string
  frozenRows?: number
  frozenColumns?: number
  /** As `5:5`. */
  repeatedRows?: string
  /** As `A:C`. */
  repeatedColumns?: string
  pagesWide?: number
  /** Not asked of this unit. */
  quiet?: boolean
}

export function put(sheet: Worksheet, row: number, column: number, value: string | number | null | Computed, look: Look): void {
  const cell = sheet.getCell(row, column)
  cell.value = value
  cell.style = look
}

/** Every formula is written with the result it has, because Protected View and phones calculate nothing. */
export type Computed = { formula: string; result: string | number }

export const absolute = (row: number, column: number): string => cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')

/** Merges a locked line of text across columns; merged rows do not fit themselves, so the height is given in points. */
export function putAcross(
  sheet: Worksheet,
  row: number,
  from: number,
  to: number,
  value: string | Computed,
  look: Look,
  height: number,
): void {
  for (let column = from; column <= to; column++) sheet.getCell(row, column).style = look
  sheet.mergeCells(row, from, row, to)
  sheet.getCell(row, from).value = value
  sheet.getRow(row).height = height
}

type Validation = {
  type: 'custom' | 'list'
  formulae: string[]
  allowBlank: true
  showErrorMessage: boolean
  errorStyle: 'stop' | 'warning'
  errorTitle: string
  error: string
}

/** One validation over a whole range: the formula is relative to its first cell. */
export function validate(sheet: Worksheet, range: string, validation: Validation): void {
  const { dataValidations } = sheet as Worksheet & { dataValidations: { add(range: string, validation: Validation): void } }
  dataValidations.add(range, validation)
}

/** Labels stay as they are; column widths, row heights and folded rows remain the reader's own business. */
export async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true })
}

/** `2026-02-28` → `28/02/2026`. */
export const writeDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** A part of a workbook's sheet as it looks in a spreadsheet program; sizes in pixels at 96 dpi, addresses 1-based. */
export type SheetWindow = {
  /** Every sheet, in the order of its tabs. */
  sheets: readonly SheetTab[]
  /** The one that is shown. */
  sheet: string
  /** How far the used part of the sheet reaches. */
  rows: number
  columns: number
  frozenRows: number
  frozenColumns: number
  gridLines: boolean
  /** Of the whole used part, in runs: how many, how high (wide), how many … Hidden ones have the size they would be shown in. */
  heights: readonly number[]
  widths: readonly number[]
  /** First and last of each run of hidden rows (columns). */
  hiddenRows: readonly number[]
  hiddenColumns: readonly number[]
  /** What `cells` and `merges` cover; a merged area that only reaches into it is there too, with its first cell. */
  top: number
  left: number
  bottom: number
  right: number
  styles: readonly SheetStyle[]
  cells: SheetCells
  /** Row, column, number of rows and of columns of each merged area, one after the other. */
  merges: readonly number[]
  /** Encodings that texts of this part were decoded from, told by their fonts. */
  decodedFrom: readonly ('tcvn3' | 'vni')[]
}

export type SheetTab = { name: string; visibility: 'visible' | 'hidden' | 'very_hidden' }

/** Side by side, one entry per cell that shows anything: a text, a fill or a border. In no order. */
export type SheetCells = {
  row: readonly number[]
  column: readonly number[]
  /** Place in `styles`. */
  style: readonly number[]
  /** As displayed; NFC, legacy fonts decoded. */
  text: readonly string[]
  /** Sum of `cellMarks`. */
  marks: readonly number[]
}

export const cellMarks = {
  /** Stands at the right (in the middle) where the style does not say otherwise. */
  right: 1,
  centre: 2,
  /** The text was decoded from a legacy font. */
  decoded: 4,
  formula: 8,
  /** A formula that no program has calculated yet. */
  withoutResult: 16,
  /** Only the beginning of a very long text. */
  cut: 32,
} as const

export const borderLines = ['thin', 'medium', 'thick', 'dashed', 'dotted', 'double'] as const
export type SheetBorder = { line: (typeof borderLines)[number]; colour: string }

/** Colours are `#rrggbb`; what is not there is as in an untouched cell. */
export type SheetStyle = {
  face: 'serif' | 'sans' | 'mono'
  /** Points. */
  size: number
  bold?: true | undefined
  italic?: true | undefined
  underline?: true | undefined
  strike?: true | undefined
  colour?: string | undefined
  fill?: string | undefined
  horizontal?: 'left' | 'centre' | 'right' | undefined
  vertical: 'top' | 'middle' | 'bottom'
  wrap?: true | undefined
  /** Steps from the side where the text begins. */
  indent?: number | undefined
  top?: SheetBorder | undefined
  right?: SheetBorder | undefined
  bottom?: SheetBorder | undefined
  left?: SheetBorder | undefined
}

/** A sheet is asked for page by page, so that what lies beside is asked for but once. */
export const sheetPage = { rows: 200, columns: 60 } as const

/** Where the page begins that holds this row and column. */
export const pageOfCell = (row: number, column: number): { top: number; left: number } => ({
  top: Math.floor((row - 1) / sheetPage.rows) * sheetPage.rows + 1,
  left: Math.floor((column - 1) / sheetPage.columns) * sheetPage.columns + 1,
})

import { z } from 'zod'
import { borderLines, sheetPage } from '../domain/sheet-window.ts'
import { count, id } from './values.ts'

const place = z.int().min(1)
const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const border = z.strictObject({ line: z.enum(borderLines), colour }).optional()
const sheetName = z.string().max(400)

/** `sheet` left out: the first that is not hidden. `top` and `left` are where the window begins. */
export const sheetRequest = z.strictObject({
  submission: id,
  sheet: sheetName.optional(),
  top: place.max(1_048_576).default(1),
  left: place.max(16_384).default(1),
  rows: place.max(sheetPage.rows).default(sheetPage.rows),
  columns: place.max(sheetPage.columns).default(sheetPage.columns),
  /** Of the marks in numbers. */
  language: z.enum(['vi', 'en']).default('vi'),
})

const sheetStyle = z.strictObject({
  face: z.enum(['serif', 'sans', 'mono']),
  size: z.number().min(1).max(100),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  colour: colour.optional(),
  fill: colour.optional(),
  horizontal: z.enum(['left', 'centre', 'right']).optional(),
  vertical: z.enum(['top', 'middle', 'bottom']),
  wrap: z.literal(true).optional(),
  indent: z.number().min(0).max(30).optional(),
  top: border,
  right: border,
  bottom: border,
  left: border,
})

/** As `SheetWindow` in the domain says; columns of numbers, because a window has thousands of cells. */
export const sheetWindow = z.strictObject({
  sheets: z.array(z.strictObject({ name: z.string(), visibility: z.enum(['visible', 'hidden', 'very_hidden']) })),
  sheet: z.string(),
  rows: count,
  columns: count,
  frozenRows: count,
  frozenColumns: count,
  gridLines: z.boolean(),
  heights: z.array(count),
  widths: z.array(count),
  hiddenRows: z.array(count),
  hiddenColumns: z.array(count),
  top: count,
  left: count,
  bottom: count,
  right: count,
  styles: z.array(sheetStyle),
  cells: z.strictObject({
    row: z.array(count),
    column: z.array(count),
    style: z.array(count),
    text: z.array(z.string()),
    marks: z.array(count),
  }),
  merges: z.array(count),
  decodedFrom: z.array(z.enum(['tcvn3', 'vni'])),
})

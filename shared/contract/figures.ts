import { z } from 'zod'
import { bases, verdicts } from '../domain/consolidation.ts'
import { cellStates } from '../domain/figure.ts'
import { sourceLine } from '../domain/programme-terms.ts'
import { channels } from '../domain/submission.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, jobStarted, periodCode, sha256, unitCode } from './values.ts'

/** 4 decimals of a percent, or of the ratio. */
export const decimal = z.string().regex(/^\d+\.\d{4}$/)
export const coverage = z.strictObject({ reported: count, expected: count })
export const cellState = z.enum(cellStates)

export const indicatorFigures = z.strictObject({
  code: z.string(),
  line: sourceLine,
  numerator: count,
  denominator: count,
  rate: decimal.nullable(),
  target: count,
  verdict: z.enum(verdicts),
  final: z.boolean(),
  coverage,
  bounds: z.strictObject({ low: decimal.nullable(), high: decimal.nullable(), basis: z.enum([...bases, 'mixed']).nullable() }),
})

/** No ids, times or paths: equal figures give equal JSON. */
export const figuresView = z.strictObject({
  indicators: z.array(indicatorFigures),
  crossChecks: z.array(z.strictObject({ code: z.string(), line: sourceLine, numerator: count, denominator: count, coverage })),
  fields: z.record(z.string(), count.nullable()),
  states: z.record(z.string(), cellState),
})
export type FiguresView = z.infer<typeof figuresView>

export const adjustmentBases = ['minutes', 'letter', 'phone', 'message', 'other'] as const
export const adjustmentBasis = z.enum(adjustmentBases)

export const tracedAdjustment = z.strictObject({
  id,
  value: count,
  state: z.enum(['active', 'replaced', 'suspended', 'withdrawn']),
  reportedState: cellState,
  reportedValue: count.nullable(),
  basis: adjustmentBasis,
  reason: z.string(),
  actor: z.string(),
  at: instant,
})

/** `value` is in effect, `reported` as the unit sent it: a count for figures, the text for other inputs. */
export const trace = z.strictObject({
  name: z.string(),
  unit: unitCode,
  unitName: z.string(),
  submission: id,
  version: z.int(),
  receivedAt: instant,
  channel: z.enum(channels),
  value: z.union([count, z.string()]).nullable(),
  reported: z.union([count, z.string()]).nullable(),
  raw: z.string(),
  state: cellState,
  numberFormat: z.string(),
  how: z.string(),
  path: z.string(),
  originalName: z.string(),
  sha256,
  sheet: z.string(),
  cell: z.string(),
  adjustments: z.array(tracedAdjustment),
  /** A passage from the unit's paper that lies over the text or is suspended; `paragraph` is the block of the document it begins with. */
  laid: z
    .strictObject({
      id,
      state: z.enum(['active', 'replaced', 'suspended', 'withdrawn']),
      heading: z.string(),
      paragraph: z.int(),
      sha256,
      receipt: id,
      actor: z.string(),
      at: instant,
      path: z.string(),
      fileName: z.string(),
    })
    .nullable(),
  /** Who keyed the version in for the unit, from which paper or told by whom, and who checked it. */
  keyed: z
    .strictObject({
      actor: z.string(),
      at: instant,
      checker: z.string().nullable(),
      checkedAt: instant.nullable(),
      toldBy: z.string(),
      toldAt: instant.nullable(),
      receipt: id.nullable(),
    })
    .nullable(),
})
export type Trace = z.infer<typeof trace>

/** As in the register: `pending` has sent, but a person must still answer for the file. */
const sendingStates = ['on_time', 'late', 'pending', 'missing'] as const
export type SendingState = (typeof sendingStates)[number]

/**
 * Every figure of a period, all of one moment. Units in protocol order, as columns of one length; a field is one text with
 * a cell per unit, as `figures-grid.ts` reads it: hundreds of thousands of cells cross as a few dozen texts.
 */
export const figuresGrid = z.strictObject({
  units: z.strictObject({
    codes: z.array(unitCode),
    names: z.array(z.string()),
    kinds: z.array(z.string()),
    lines: z.array(sourceLine),
    ranks: z.array(z.int()),
    parents: z.array(unitCode.nullable()),
  }),
  states: z.array(z.enum(sendingStates)),
  /** Places of the units whose figures were keyed in for them. */
  keyed: z.array(count),
  fields: z.record(z.string(), z.string()),
  province: figuresView,
})
export type FiguresGrid = z.infer<typeof figuresGrid>

/** How many rows and columns the workbook shows, sums and heads apart. */
export const gridExportResult = z.strictObject({ rows: count, columns: count, file: fileId })

export const figures = {
  get: queryOf('figures', 'submissions', 'adjustments', 'periods')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional() }))
    .output(figuresView),
  /** `input`: any defined name of the template; `fld.` may be left out. */
  trace: queryOf('figures', 'submissions', 'adjustments')
    .input(z.strictObject({ period: periodCode, unit: unitCode, input: z.string().min(1) }))
    .output(trace),
  grid: queryOf('figures', 'submissions', 'adjustments', 'periods')
    .input(z.strictObject({ period: periodCode }))
    .output(figuresGrid),
  /**
   * The table as it is shown, as a workbook: columns by their ids (`um_total`, `ind.cba_signed`, and `ind.cba_signed/top`,
   * `/bottom` for its counts); rows are units by code in the order shown, and `=` with words for the head of a group. The
   * figures are read anew. No `target` = kept for download.
   */
  exportGrid: command('jobs')
    .input(
      z.strictObject({
        period: periodCode,
        language: z.enum(['vi', 'en']),
        columns: z.array(z.string().min(1).max(120)).min(1).max(2000),
        rows: z.array(z.string().min(1).max(300)).max(50_000),
        target: fileId.optional(),
      }),
    )
    .output(jobStarted),
}

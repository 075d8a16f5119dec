import { z } from 'zod'
import { cellStates } from '../domain/figure.ts'
import { severities } from '../domain/finding.ts'
import { noteKinds } from '../domain/review.ts'
import { channels, outcomes, submissionStates } from '../domain/submission.ts'
import { command, params, queryOf } from './call.ts'
import { largestReceiptPage, receiptDetail, receiptGroup, receiptPage } from './receipts.ts'
import { sheetRequest, sheetWindow } from './kept-sheet.ts'
import { count, fileId, id, instant, jobStarted, periodCode, sha256, unitCode } from './values.ts'

const severity = z.enum(severities)
const channel = z.enum(channels)

/** `message` is written by the side that shows it: rule and params are all it needs. */
export const importFinding = z.strictObject({
  rule: z.string(),
  severity,
  subject: z.string().nullable(),
  params,
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
})

export const importedFile = z.strictObject({
  path: z.string(),
  sha256: sha256.nullable(),
  outcome: z.enum(outcomes),
  unit: unitCode.nullable(),
  submission: id.nullable(),
  figures: count,
  narratives: count,
  findings: z.array(importFinding),
  choices: z.array(z.string()).optional(),
  suggestions: z.array(unitCode).optional(),
})

export const importResult = z.strictObject({
  files: z.array(importedFile),
  totals: z.strictObject({ imported: count, duplicate: count, held: count, attached: count, rejected: count }),
  /** Files of the system, which nobody sent; `rejected` counts them too. */
  passedOver: count,
  cancelled: z.literal(true).optional(),
})

export const unitStates = ['on_time', 'late', 'pending', 'missing'] as const

export const register = z.strictObject({
  expected: count,
  received: count,
  onTime: count,
  late: count,
  missing: count,
  units: z.array(
    z.strictObject({ code: unitCode, name: z.string(), state: z.enum(unitStates), receivedAt: instant.nullable(), keyed: z.boolean() }),
  ),
})

/**
 * The register with everything the page shows of each expected unit, in protocol order: column by column, because it may
 * hold thousands. `states`: one letter a unit, `o`n time, `l`ate, `p`ending, `m`issing. `channels` and `receivedAt` are of
 * the version that came first. `asOf`: the moment for which it holds.
 */
export const registerSheet = z.strictObject({
  asOf: instant,
  dueAt: instant,
  codes: z.array(unitCode),
  names: z.array(z.string()),
  kinds: z.array(z.string()),
  states: z.string().regex(/^[olpm]*$/),
  receivedAt: z.array(z.string().nullable()),
  channels: z.array(channel.nullable()),
  /** Versions that count, counted or wait. */
  versions: z.array(count),
  /** The figures that count were keyed in for the unit. */
  keyed: z.array(z.boolean()),
})
export type RegisterSheet = z.infer<typeof registerSheet>

/** The answers a waiting file can be given. */
export const heldChoices = [
  'use_new',
  'keep_current',
  'assign_unit',
  'move_to_period',
  'use_here',
  'map',
  'check',
  'attach',
  'discard',
] as const
export const heldChoice = z.enum(heldChoices)

const cellReference = z.strictObject({ sheet: z.string(), cell: z.string() })
const heldReason = z.strictObject({
  rule: z.string(),
  severity,
  subject: z.string().nullable(),
  counterpart: z.string().nullable(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
  params,
  cells: z.array(cellReference),
})
const reading = z.strictObject({ state: z.enum(cellStates), value: count.nullable() })
const sums = z.strictObject({ numerator: count, denominator: count })

export const heldItem = z.strictObject({
  id,
  path: z.string().nullable(),
  sha256,
  keptAs: z.string().nullable(),
  originalName: z.string(),
  receivedAt: instant,
  channel,
  unit: unitCode.nullable(),
  /** The first one is what is asked now. */
  reasons: z.array(heldReason),
  choices: z.array(heldChoice),
  suggestions: z.array(unitCode),
  claims: z.strictObject({ identity: z.string().nullable(), cover: z.string().nullable(), fileName: z.array(z.string()) }),
  otherPeriod: z.string().nullable(),
  /** Cell by cell against the version in use; null while the unit is not settled. */
  difference: z
    .strictObject({
      figures: z.array(
        z.strictObject({
          field: z.string(),
          /** Whose row of the per-commune sheet it is; null for the unit's own figure. */
          commune: unitCode.nullable(),
          old: reading.nullable(),
          new: reading.nullable(),
          oldRaw: z.string().nullable(),
          newRaw: z.string().nullable(),
          oldCell: z.string().nullable(),
          newCell: z.string().nullable(),
          sheet: z.string(),
        }),
      ),
      texts: z.array(z.strictObject({ name: z.string(), old: z.string(), new: z.string(), sheet: z.string(), cell: z.string() })),
    })
    .nullable(),
  effect: z.array(z.strictObject({ indicator: z.string(), old: sums, new: sums })),
  /** What people settled about figures and texts that this version changes; it comes up again if this version counts. */
  comesUpAgain: z.strictObject({
    adjustments: z.array(z.strictObject({ id, field: z.string(), value: count, reason: z.string(), actor: z.string(), at: instant })),
    texts: z.array(z.strictObject({ id, name: z.string(), heading: z.string() })),
    findings: z.array(z.strictObject({ id: z.string(), rule: z.string(), params, state: z.enum(['asked', 'kept', 'waived']) })),
    /** Open notes and shortcomings pinned on it; `input`: a field or the name of a text, `quote`: the words noted, null = all of it. */
    notes: z.array(
      z.strictObject({
        id,
        kind: z.enum(noteKinds),
        input: z.string(),
        quote: z.string().nullable(),
        text: z.string(),
        actor: z.string(),
        at: instant,
      }),
    ),
  }),
  /** What was answered before to the same question about the same bytes: one key repeats it. */
  answered: z.strictObject({ choice: heldChoice, actor: z.string(), at: instant }).nullable(),
  /** The entry of figures keyed in for the unit that waits to be checked. */
  keyed: id.nullable(),
})

/** One line of the queue of waiting files; `rule` is what is asked. */
export const waitingFile = z.strictObject({
  id,
  originalName: z.string(),
  receivedAt: instant,
  unit: unitCode.nullable(),
  rule: z.string(),
})
export type WaitingFile = z.infer<typeof waitingFile>

/** A waiting file with all that helps to answer; `rivals` are the other versions that wait for the same choice. */
export const heldQuestion = z.strictObject({
  ...heldItem.shape,
  period: periodCode,
  /** How it came; by it a file that was set aside is taken in once more. */
  receipt: id.nullable(),
  rivals: z.array(z.strictObject({ id, originalName: z.string(), receivedAt: instant, difference: heldItem.shape.difference.unwrap() })),
})
export type HeldQuestion = z.infer<typeof heldQuestion>

/** `state` held = another question follows. */
export const heldResolution = z.strictObject({
  submission: id,
  state: z.enum(submissionStates),
  period: periodCode,
  unit: unitCode.nullable(),
  choices: z.array(heldChoice),
  reasons: z.array(heldReason),
})

/** Every version of a unit, with why it stands as it does and everything that people answered about it, oldest answer first. */
export const unitVersion = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(submissionStates),
  /** It was the only one when it came, was chosen, was replaced by one chosen later, set aside, or waits. */
  why: z.enum(['only', 'chosen', 'replaced', 'set_aside', 'waiting']),
  replacedBy: z.int().nullable(),
  originalName: z.string(),
  sha256,
  layout: z.enum(['template', 'common_template', 'off_template', 'mapped', 'keyed']),
  receivedAt: instant,
  channel,
  importedAt: instant,
  actor: z.string(),
  answers: z.array(
    z.strictObject({ rule: z.string(), params, choice: z.string(), unit: unitCode.nullable(), actor: z.string(), at: instant }),
  ),
  keyed: z.strictObject({ actor: z.string(), checker: z.string().nullable(), checkedAt: instant.nullable() }).nullable(),
  mapping: z.strictObject({ id, actor: z.string(), at: instant }).nullable(),
})

export const submissions = {
  import: command('jobs')
    .input(
      z.strictObject({
        period: periodCode,
        files: z.array(fileId).min(1),
        receivedAt: z.string().optional(),
        channel: channel.optional(),
      }),
    )
    .output(jobStarted),
  listHeld: queryOf('submissions')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(heldItem)),
  resolveHeld: command('submissions', 'figures', 'findings')
    .input(z.strictObject({ id, choice: heldChoice, unit: unitCode.optional() }))
    .output(heldResolution),
  /** The queue, oldest first. */
  waiting: queryOf('submissions')
    .input(z.strictObject({ period: periodCode }))
    .output(z.array(waitingFile)),
  /** Null where it does not wait any more: it was answered meanwhile. */
  held: queryOf('submissions', 'figures', 'adjustments').input(z.strictObject({ id })).output(heldQuestion.nullable()),
  /** Everything that was received in a period, newest first, from the row `from` on. */
  receipts: queryOf('submissions', 'findings')
    .input(
      z.strictObject({
        period: periodCode,
        group: receiptGroup,
        unit: unitCode.optional(),
        from: count,
        limit: z.int().min(1).max(largestReceiptPage),
      }),
    )
    .output(receiptPage),
  receipt: queryOf('submissions', 'findings').input(z.strictObject({ id })).output(receiptDetail),
  /** Takes the kept file in once more, with the day and the way it came: what was set aside is asked about again. */
  importAgain: command('jobs')
    .input(z.strictObject({ receipt: id }))
    .output(jobStarted),
  /** Newest first. */
  versions: queryOf('submissions')
    .input(z.strictObject({ period: periodCode, unit: unitCode }))
    .output(z.array(unitVersion)),
  register: queryOf('submissions', 'periods')
    .input(z.strictObject({ period: periodCode }))
    .output(register),
  /** A window of a version's workbook as it looks, waiting versions too. What was received never changes. */
  sheet: queryOf().input(sheetRequest).output(sheetWindow),
  registerSheet: queryOf('submissions', 'periods', 'units')
    .input(z.strictObject({ period: periodCode }))
    .output(registerSheet),
}

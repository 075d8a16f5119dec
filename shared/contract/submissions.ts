import { z } from 'zod'
import { cellStates } from '../domain/figure.ts'
import { severities } from '../domain/finding.ts'
import { channels, outcomes, submissionStates } from '../domain/submission.ts'
import { command, params, queryOf } from './call.ts'
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
  cancelled: z.literal(true).optional(),
})

export const unitStates = ['on_time', 'late', 'pending', 'missing'] as const

export const register = z.strictObject({
  expected: count,
  received: count,
  onTime: count,
  late: count,
  missing: count,
  units: z.array(z.strictObject({ code: unitCode, name: z.string(), state: z.enum(unitStates), receivedAt: instant.nullable() })),
})

/** The answers a waiting file can be given. */
export const heldChoices = ['use_new', 'keep_current', 'assign_unit', 'move_to_period', 'use_here', 'attach', 'discard'] as const
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
})

/** `state` held = another question follows. */
export const heldResolution = z.strictObject({
  submission: id,
  state: z.enum(submissionStates),
  period: periodCode,
  unit: unitCode.nullable(),
  choices: z.array(heldChoice),
  reasons: z.array(heldReason),
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
  register: queryOf('submissions', 'periods')
    .input(z.strictObject({ period: periodCode }))
    .output(register),
}

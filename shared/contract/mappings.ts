import { z } from 'zod'
import { columnRoles, confidences, rowRoles } from '../domain/layout-mapping.ts'
import { cellStates } from '../domain/figure.ts'
import { command, queryOf } from './call.ts'
import { heldItem, heldResolution } from './submissions.ts'
import { count, id, instant, periodCode, reason, unitCode } from './values.ts'

const place = z.int().min(1)
const cellReference = z.strictObject({ sheet: z.string().max(400), cell: z.string().max(20) })

export const mappingReading = z.strictObject({
  encoding: z.enum(['unicode', 'tcvn3', 'vni']),
  separators: z.enum(['groups', 'decimals', 'ask']),
})

/** Which cell answers which input (`fld.um_total`, `nar.tsk.1.1`, …), with the words beside it, and how texts and numbers are read. */
export const layoutMapping = z.strictObject({
  inputs: z
    .array(z.strictObject({ ...cellReference.shape, name: z.string().min(1).max(120), label: z.string().max(4000).default('') }))
    .min(1)
    .max(4000),
  reading: mappingReading,
})

/** As `MappingProposal` in the domain says. */
export const mappingProposal = z.strictObject({
  layoutKey: z.string(),
  tables: z.array(
    z.strictObject({
      sheet: z.string(),
      top: place,
      left: place,
      bottom: place,
      right: place,
      headRows: z.array(place),
      columns: z.array(z.strictObject({ column: place, role: z.enum(columnRoles), head: z.string() })),
      rows: z.array(z.strictObject({ row: place, role: z.enum(rowRoles), label: z.string() })),
    }),
  ),
  suggestions: z.array(
    z.strictObject({
      name: z.string(),
      cell: cellReference.nullable(),
      more: z.array(cellReference),
      label: z.string(),
      confidence: z.enum(confidences),
      others: z.array(cellReference),
    }),
  ),
  reading: mappingReading,
  encodings: z.array(
    z.strictObject({
      encoding: mappingReading.shape.encoding,
      samples: z.array(z.strictObject({ typed: z.string(), decoded: z.string() })),
    }),
  ),
  units: z.array(unitCode),
  owners: z.array(unitCode),
})

/** A mapping that is replayed for a unit and layout. `uses`: how many versions were read by it. */
export const keptMapping = z.strictObject({
  id,
  unit: unitCode,
  layoutKey: z.string(),
  mapping: layoutMapping,
  submission: id,
  originalName: z.string(),
  uses: count,
  actor: z.string(),
  at: instant,
})

const finding = heldItem.shape.reasons.element

/** How tables that units made themselves are read: proposed, confirmed once by a person, replayed. */
export const mappings = {
  /** `unit`: whose words to start from; `reading`: how texts and numbers are to be read, to see what that changes. */
  propose: queryOf('submissions')
    .input(z.strictObject({ id, unit: unitCode.optional(), reading: mappingReading.partial().optional() }))
    .output(
      z.strictObject({
        submission: id,
        period: periodCode,
        originalName: z.string(),
        /** Likeliest first: only suggestions. */
        units: z.array(unitCode),
        proposal: mappingProposal,
        /** Confirmed before for this layout, the likeliest first. */
        kept: z.array(keptMapping),
      }),
    ),
  /** What the table says when it is read so; nothing is stored. */
  preview: queryOf('submissions', 'figures')
    .input(z.strictObject({ id, unit: unitCode.optional(), mapping: layoutMapping }))
    .output(
      z.strictObject({
        figures: z.array(
          z.strictObject({
            field: z.string(),
            state: z.enum(cellStates),
            value: count.nullable(),
            raw: z.string(),
            sheet: z.string(),
            cell: z.string(),
            how: z.string(),
          }),
        ),
        texts: z.array(
          z.strictObject({ name: z.string(), text: z.string(), raw: z.string(), sheet: z.string(), cell: z.string(), how: z.string() }),
        ),
        findings: z.array(finding),
        /** Against the version in use; null while no unit is named. */
        difference: heldItem.shape.difference,
        effect: heldItem.shape.effect,
      }),
    ),
  /** `unit` and `mapping` may be left out where one was confirmed before for this layout. */
  confirm: command('submissions', 'figures', 'findings')
    .input(z.strictObject({ id, unit: unitCode.optional(), mapping: layoutMapping.optional() }))
    .output(z.strictObject({ ...heldResolution.shape, mapping: id })),
  list: queryOf('submissions')
    .input(z.strictObject({ unit: unitCode.optional() }))
    .output(z.array(keptMapping)),
  /** The next table of this layout is asked about again; what was read by it stays. */
  forget: command('submissions').input(z.strictObject({ id, reason })).output(keptMapping),
}

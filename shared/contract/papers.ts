import { z } from 'zod'
import { cellStates } from '../domain/figure.ts'
import { confidences } from '../domain/layout-mapping.ts'
import { channels } from '../domain/submission.ts'
import { command, queryOf } from './call.ts'
import { count, fileId, id, instant, isoDay, periodCode, reason, sha256, unitCode } from './values.ts'

const line = z.string().trim().max(500)

/** What a person said of a paper; empty texts where the paper has none. */
export const paper = z.strictObject({
  id,
  receipt: id,
  unit: unitCode,
  number: z.string(),
  issuedOn: isoDay.nullable(),
  signer: z.string(),
  subject: z.string(),
  note: z.string(),
  actor: z.string(),
  at: instant,
})

/** An attached file. `suggestions`: units that its name and folders speak of. `laidTexts`: texts in effect that were taken from it. */
export const attachedPaper = z.strictObject({
  receipt: id,
  period: periodCode,
  name: z.string(),
  format: z.enum(['pdf', 'image', 'docx', 'workbook', 'other']),
  sha256,
  unit: unitCode.nullable(),
  receivedAt: instant,
  channel: z.enum(channels),
  suggestions: z.array(unitCode),
  paper: paper.nullable(),
  laidTexts: count,
})

/** A passage of a paper over a text of the template; `reported` is what the workbook says there, null where nothing. */
export const laidText = z.strictObject({
  id,
  period: periodCode,
  unit: unitCode,
  name: z.string(),
  text: z.string(),
  reported: z.string().nullable(),
  receipt: id,
  sha256,
  heading: z.string(),
  paragraph: z.int().min(1),
  state: z.enum(['active', 'replaced', 'suspended', 'withdrawn']),
  reason: z.string(),
  actor: z.string(),
  at: instant,
})

/** A stretch of a paper, word for word; `place` is the block it begins with. */
const passage = z.strictObject({ text: z.string(), heading: z.string(), place: z.int().min(1) })

const blockText = {
  place: z.int().min(1),
  marker: z.string().nullable(),
  text: z.string(),
  lead: z.string().nullable(),
  encoding: z.enum(['tcvn3', 'vni']).nullable(),
  runs: z.array(z.strictObject({ text: z.string(), fontName: z.string() })).optional(),
}
/** As `DocumentBlock` in the domain says. */
const documentBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), ...blockText, level: z.int(), by: z.enum(['style', 'look']) }),
  z.strictObject({ kind: z.literal('paragraph'), ...blockText }),
  z.strictObject({ kind: z.literal('list_item'), ...blockText, level: z.int() }),
  z.strictObject({
    kind: z.literal('table'),
    place: z.int().min(1),
    rows: z.array(z.array(z.string())),
    encoding: z.enum(['tcvn3', 'vni']).nullable(),
  }),
])

/** Papers of units: files without figures that are kept with the unit (Lưu kèm). */
export const papers = {
  /** Newest first. */
  list: queryOf('submissions', 'papers')
    .input(z.strictObject({ period: periodCode, unit: unitCode.optional() }))
    .output(z.array(attachedPaper)),
  /** Where the kept bytes can be read from, checked against their hash. */
  open: queryOf()
    .input(z.strictObject({ receipt: id }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
  /** What a Word paper says of itself, as far as it could be read; `units`: those its head names. */
  suggest: queryOf()
    .input(z.strictObject({ receipt: id }))
    .output(
      z.strictObject({
        number: z.string(),
        issuedOn: isoDay.nullable(),
        signer: z.string(),
        subject: z.string(),
        units: z.array(unitCode),
      }),
    ),
  /** A Word paper by its blocks, with the passages suggested for each task; null where it cannot be read. */
  narratives: queryOf()
    .input(z.strictObject({ receipt: id }))
    .output(
      z
        .strictObject({
          blocks: z.array(documentBlock),
          tasks: z.array(
            z.strictObject({ task: z.string(), passages: z.array(z.strictObject({ ...passage.shape, confidence: z.enum(confidences) })) }),
          ),
          proposals: z.array(z.strictObject({ ...passage.shape, addressee: z.string() })),
          leftovers: z.array(passage),
        })
        .nullable(),
    ),
  /** Figures that the tables of a Word paper have, as suggestions for who keys them in; `raw` and `label` as written, `place` the table's block. */
  figures: queryOf()
    .input(z.strictObject({ receipt: id }))
    .output(
      z.array(
        z.strictObject({
          field: z.string(),
          reading: z.strictObject({ state: z.enum(cellStates), value: count.nullable() }),
          raw: z.string(),
          label: z.string(),
          place: z.int().min(1),
          confidence: z.enum(confidences),
        }),
      ),
    ),
  /** Whose it is, with number, day (ISO or as people write it) and signer; said again, the last one counts. */
  describe: command('submissions', 'papers')
    .input(
      z.strictObject({
        receipt: id,
        unit: unitCode,
        number: line.optional(),
        issuedOn: line.optional(),
        signer: line.optional(),
        subject: line.optional(),
        note: z.string().trim().max(2000).optional(),
      }),
    )
    .output(attachedPaper),
  remove: command('submissions', 'papers')
    .input(z.strictObject({ receipt: id, reason }))
    .output(z.strictObject({ receipt: id })),
  /** Lays passages over texts of the unit (`nar.tsk.1.1`, `prop.1.text`, `doc.note`); the workbook's own stay as they are. */
  takeNarratives: command('submissions', 'papers', 'findings')
    .input(
      z.strictObject({
        receipt: id,
        items: z
          .array(
            z.strictObject({
              name: z.string().min(1).max(120),
              text: z.string().min(1).max(100_000),
              heading: z.string().max(2000),
              paragraph: z.int().min(1),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(z.array(laidText)),
  /** Places for proposals (`prop.N`) of the paper's unit that nothing fills yet. */
  freeProposals: queryOf('submissions', 'papers')
    .input(z.strictObject({ receipt: id }))
    .output(z.array(z.int().min(1))),
  /** Everything laid over texts of a unit, replaced and withdrawn ones included, oldest first. */
  taken: queryOf('submissions', 'papers')
    .input(z.strictObject({ period: periodCode, unit: unitCode }))
    .output(z.array(laidText)),
  withdrawNarrative: command('submissions', 'papers', 'findings').input(z.strictObject({ id, reason })).output(laidText),
}

import { z } from 'zod'
import { ruleParameterName, ruleParameterValue } from './rule-parameters.ts'
import { bilingual, programmeText as text, reportKind, sourceLine } from './programme-terms.ts'

/** A programme is data: everything the application knows about one directive. File format: this schema as JSON. */

/** Codes are lower-case words; they become defined names in workbooks, so nothing else is allowed. */
const fieldCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)
const isoDay = z.iso.date()

/** What one counts. Persons, grassroots unions, enterprises and sessions are never converted into each other. */
export const unitsOfCount = ['person', 'turn', 'union', 'enterprise', 'entity', 'agreement', 'session', 'case', 'day'] as const
export const unitOfCount = z.enum(unitsOfCount)
export type UnitOfCount = z.infer<typeof unitOfCount>

export type SourceLine = z.infer<typeof sourceLine>

/** Other words that units write for the same thing; only for recognising tables that units made themselves. */
const synonyms = z.array(text).min(1).optional()

/** A passage of the programme's own text, word for word as received; where the copy breaks a line or page stands one space. */
const clause = z.strictObject({ clause: text, text })

const field = z.strictObject({
  code: fieldCode,
  label: bilingual,
  unitOfCount,
  /** stock = at the cut-off; flow = counted from the start of the reporting year to the cut-off. */
  measure: z.enum(['stock', 'flow']),
  /** Fields with the same group stand together in templates and tables. */
  group: fieldCode,
  /** A required field that is blank is a finding; context counters are optional. */
  required: z.boolean(),
  definition: bilingual.optional(),
  /** The unit itself says which of a set are meant, as in "nơi có nguồn". */
  selfDeclared: z.boolean().optional(),
  synonyms,
})

const indicator = z.strictObject({
  code: z.string().regex(/^ind\.[a-z0-9_]+$/),
  label: bilingual,
  shortLabel: bilingual,
  numerator: fieldCode,
  denominator: fieldCode,
  unitOfCount,
  /** percent: numerator·100 ≥ threshold·denominator; ratio: numerator ≥ threshold·denominator. */
  form: z.enum(['percent', 'ratio']),
  threshold: z.int().min(0).max(1_000_000),
  sense: z.enum(['at_least', 'all']),
  binding: z.enum(['target', 'aspiration']),
  periodWords: bilingual,
  annual: z.boolean(),
  /** The one line that is summed. */
  line: sourceLine,
  /** Lines that are compared and never summed in. */
  crossCheckLines: z.array(sourceLine),
  condition: bilingual.optional(),
  source: clause,
  /** Rates shown beside the official one for information; never a verdict. */
  alternatives: z.array(z.strictObject({ label: bilingual, numerator: fieldCode, denominator: fieldCode })).optional(),
  methodNotes: z.array(bilingual).min(1),
  synonyms,
})

const monitorPart = z.strictObject({
  /** Input name after `mon.`, e.g. `illegal_strikes` or `illegal_strikes.people`. */
  name: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/),
  label: bilingual,
  content: z.enum(['count', 'text']),
  unitOfCount: unitOfCount.optional(),
  synonyms,
})
const monitor = z.strictObject({
  code: z.string().regex(/^mon\.[a-z0-9_]+$/),
  label: bilingual,
  source: clause,
  parts: z.array(monitorPart).min(1),
})

const taskGroup = z.strictObject({ code: z.string().regex(/^tsk\.\d+$/), label: bilingual, heading: text })
const task = z.strictObject({
  code: z.string().regex(/^tsk\.\d+\.\d+$/),
  slug: z.string().regex(/^[a-z0-9_]+$/),
  group: z.string().regex(/^tsk\.\d+$/),
  label: bilingual,
  standing: z.boolean(),
  source: clause,
  synonyms,
})

const assignment = z.strictObject({
  code: z.string().regex(/^asg\.[A-Za-z0-9_.]+$/),
  bodies: z.array(bilingual).min(1),
  duty: bilingual,
  /** Inclusive last day, or none where the programme states none. */
  deadline: isoDay.optional(),
  milestone: z.string().optional(),
  cadence: z.enum(['once', 'continuous', 'periodic']),
  note: bilingual.optional(),
  source: clause,
})

const milestone = z.strictObject({
  code: fieldCode,
  label: bilingual,
  due: isoDay,
  /** What the unit declares as evidence. */
  evidence: z.array(z.enum(['date', 'number'])).min(1),
  assignment: z.string(),
})

const standingCheck = z.strictObject({
  code: z.string().regex(/^req\.[a-z0-9_]+$/),
  label: bilingual,
  source: clause,
})

/** A rule of this programme, in CEL over the codes of fields: true is a finding. Its code stays when the programme changes. */
const programmeRule = z.strictObject({
  code: z.string().regex(/^rule\.[a-z0-9_]{1,60}$/),
  severity: z.enum(['blocking', 'warning', 'info']),
  /** `{unitName}` and the codes of fields in braces are filled in. */
  message: bilingual,
  /** Whole counts; `+ - * %`, comparisons, `&& || !`, `a ? b : c` and `ratio(a, b)`, which is exact. */
  when: text,
  /** Skipped if any of its fields is missing, only if all are, or never; a missing one that does not skip it is 0. */
  missing: z.enum(['any', 'all', 'never']),
})
export type ProgrammeRule = z.infer<typeof programmeRule>

const recipient = z.strictObject({
  code: z.string().regex(/^dist\.[a-z0-9_]+$/),
  label: bilingual,
  purpose: bilingual.optional(),
  /** Initials of the handling officers, printed raised. */
  initials: z.string().optional(),
})

export type ReportKind = z.infer<typeof reportKind>

/** What the program knows how to write into a section; a section without content is a heading over its children. */
export const sectionContents = [
  'opening',
  'situation',
  'leadership',
  'indicators',
  'indicator_chart',
  'monitors',
  'tasks',
  'assignments',
  'strengths',
  'shortcomings',
  'causes',
  'lessons',
  'directions',
  'proposals',
] as const
const outlineSection = z.strictObject({
  code: fieldCode,
  level: z.int().min(1).max(3),
  number: z.string(),
  heading: bilingual.optional(),
  content: z.enum(sectionContents).optional(),
  kinds: z.array(reportKind).min(1),
})

const appendix = z.strictObject({
  code: z.enum(['indicators', 'units', 'tasks', 'adjustments', 'late_and_missing']),
  heading: bilingual,
  orientation: z.enum(['portrait', 'landscape']),
})

export const programme = z.strictObject({
  schema: z.literal('tonghop-programme-1'),
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  version: z.int().min(1),
  title: bilingual,
  /** Short name used in running text, e.g. "Chỉ thị số 58-CT/TW". */
  shortTitle: bilingual,
  /** What the report is about, lower-case start, as it stands under the word BÁO CÁO. */
  reportSubject: bilingual,
  /** Who issues reports on this programme, in upper case as in the head of the paper. */
  issuer: z.strictObject({ superior: z.string().optional(), name: text, place: text, symbol: text }),
  directive: z.strictObject({ number: text, date: isoDay, issuer: text }),
  reportingYear: z.strictObject({ startMonth: z.int().min(1).max(12), startDay: z.int().min(1).max(31) }),
  fieldGroups: z.array(z.strictObject({ code: fieldCode, label: bilingual })).min(1),
  fields: z.array(field).min(1),
  indicators: z.array(indicator).min(1),
  monitors: z.array(monitor),
  taskGroups: z.array(taskGroup),
  tasks: z.array(task),
  assignments: z.array(assignment),
  milestones: z.array(milestone),
  standingChecks: z.array(standingCheck),
  /** Rows whose parts add up to the whole, and rows contained in another. */
  wholes: z.array(z.strictObject({ whole: fieldCode, parts: z.array(fieldCode).min(2) })),
  subsets: z.array(z.strictObject({ subset: fieldCode, of: fieldCode })),
  /** `field` repeats what `from` was in the last period. */
  carryOvers: z.array(z.strictObject({ field: fieldCode, from: fieldCode })).optional(),
  /** Where series were broken: figures on the two sides of `from` are not compared. Without `indicators`: all of them, and every count. */
  breaks: z.array(z.strictObject({ from: isoDay, reason: bilingual, indicators: z.array(z.string()).min(1).optional() })).optional(),
  rules: z.array(programmeRule).optional(),
  /** Where the rules of this programme judge by other sizes than usual. */
  ruleParameters: z.partialRecord(ruleParameterName, ruleParameterValue).optional(),
  /** Words and phrases that mean the same in labels, each group one meaning; the longest phrase wins. */
  sameWords: z.array(z.array(text).min(1)).optional(),
  recipients: z.array(recipient),
  signature: z.strictObject({ authority: text, position: text, name: z.string() }),
  /** Layout profile by date of the report; the first whose `from` is not later than the date wins, latest first. */
  layoutProfiles: z
    .array(z.strictObject({ from: isoDay, profile: z.enum(['party_hd36_2018', 'party_hd05_2026', 'state_nd30_2020']) }))
    .min(1),
  /** What a kind of body is asked for; kinds not named are asked for everything. */
  asks: z.array(
    z.strictObject({
      line: sourceLine,
      fields: z.enum(['all', 'optional', 'none']),
      tasks: z.enum(['all', 'none']),
      perCommuneRows: z.boolean(),
    }),
  ),
  outline: z.array(outlineSection).min(1),
  appendices: z.array(appendix),
  /** The programme's own text, verbatim as received to the last byte, errors of the copy and outer blank lines included. */
  sourceText: z.string().regex(/\S/),
  /** What units were told beside it on how to report; words taken from it are not theirs. */
  guideline: z.string().optional(),
})

export type Programme = z.infer<typeof programme>
export type Field = Programme['fields'][number]
export type Indicator = Programme['indicators'][number]
export type Task = Programme['tasks'][number]
export type Assignment = Programme['assignments'][number]
export type Milestone = Programme['milestones'][number]
export type OutlineSection = Programme['outline'][number]
export type LayoutProfileCode = Programme['layoutProfiles'][number]['profile']

import { z } from 'zod'
import { reportKind } from '../domain/programme-terms.ts'
import { reportStyle } from '../domain/report-style.ts'
import { paperRoles, renderedAgain, reportMoves, reportStates, stepWordKinds } from '../domain/report-state.ts'
import { command, queryOf } from './call.ts'
import { reportReadingCalls, reportRemark } from './report-changes.ts'
import { count, fileId, id, instant, isoDay, jobStarted, periodCode, reason, secret, sha256 } from './values.ts'

export const reportResult = z.strictObject({ report: id, sha256, pages: count, blocking: count, file: fileId.optional() })

export const reportState = z.enum(reportStates)

export const reportEntry = z.strictObject({
  report: id,
  period: periodCode,
  kind: reportKind,
  state: reportState,
  profile: z.string(),
  sha256,
  pages: count,
  builtAt: instant,
  actor: z.string(),
})
export type ReportEntry = z.infer<typeof reportEntry>

/** `kind`, `words`: what was said with the step. */
export const reportStep = z.strictObject({
  state: reportState,
  at: instant,
  actor: z.string(),
  kind: z.enum(stepWordKinds).nullable(),
  words: z.string().nullable(),
})

/** A line of the register of numbers; without a report it was given outside this application. */
export const documentNumber = z.strictObject({
  id,
  type: z.string(),
  termFrom: isoDay,
  number: z.int().min(1),
  day: isoDay,
  symbol: z.string(),
  report: id.nullable(),
  supersedes: id.nullable(),
  about: z.string(),
  at: instant,
  actor: z.string(),
})

export const reportRoad = z.strictObject({
  report: reportEntry,
  steps: z.array(reportStep),
  /** What can be done next by whoever asks: the state allows it, and so do their rights. */
  moves: z.array(z.enum(reportMoves)),
  /** Why the next step is not open yet, for this person. */
  blockers: z.array(z.strictObject({ code: z.enum(['stale', 'blocked', 'remarks_open', 'own_work', 'own_review']), count })),
  remarks: z.array(reportRemark),
  freeze: z
    .strictObject({ at: instant, actor: z.string(), pages: count, snapshotSha256: sha256, journalHead: z.string(), code: z.string() })
    .nullable(),
  files: z.array(z.strictObject({ role: z.enum(paperRoles), name: z.string(), sha256, bytes: count, at: instant, actor: z.string() })),
  number: documentNumber.nullable(),
  supersededBy: documentNumber.nullable(),
  /** Data changed since it was built or submitted; a submitted one stays what it is. */
  changedAt: instant.nullable(),
  /** When whoever asks read what was submitted to its last page. */
  readAt: instant.nullable(),
})

export type ReportRoadView = z.infer<typeof reportRoad>

const topicCodes = z.array(z.string().min(1).max(80)).max(200)
const reportTopic = z.strictObject({ indicators: topicCodes, tasks: topicCodes })

const exportedPaper = z.strictObject({
  name: z.string(),
  report: id,
  kind: reportKind,
  role: z.enum([...paperRoles, 'slip', 'notice']),
  /** Numbered, and signed by the office later: another one is the issued paper. */
  isBefore: z.boolean(),
  sha256,
  bytes: count,
  at: instant,
  /** `damaged`: what lies in the archive is not what was kept, and is not handed out. */
  state: z.enum(['written', 'damaged']),
})
/** `isOwn`: decided for these reports, not only for all; `nextRound`: of handing a draft round, as counted. */
export const chosenStyle = z.strictObject({ style: reportStyle, isOwn: z.boolean(), nextRound: count })
const styleScope = z.strictObject({ period: periodCode, kind: reportKind })

const replacedPaper = z.strictObject({ report: id, number: z.string(), day: isoDay })
/** `issued`: what can be chosen. */
const replacedChoice = z.strictObject({ replaces: replacedPaper.nullable(), issued: z.array(replacedPaper) })

const signedResult = z.strictObject({ report: reportEntry, sha256 })
const writtenFile = z.strictObject({ file: fileId, name: z.string() })

export const reports = {
  ...reportReadingCalls,
  /** Where a report stands, who brought it there, what comes next for whoever asks. Refuses with `report.not_found`. */
  road: queryOf('reports', 'periods', 'units', 'submissions', 'figures', 'findings', 'adjustments', 'session')
    .input(z.strictObject({ report: id }))
    .output(reportRoad),
  /**
   * reviewed → submitted: checks all data, fixes text and data and draws the paper once. With blocking findings only with
   * `reservations`. Refuses with `report.not_found | wrong_state | own_review`; the job with `report.stale | blocked | remarks_open |
   * audit_failed`, too.
   */
  submit: command('jobs', 'reports')
    .input(z.strictObject({ report: id, reservations: reason.optional() }))
    .output(jobStarted),
  /** submitted → draft, each remark a task. Refuses with `report.not_found | wrong_state`. */
  return: command('reports')
    .input(z.strictObject({ report: id, remarks: z.array(reason).min(1).max(100) }))
    .output(reportEntry),
  /** `section`: where in the outline it was answered. Refuses with `report.remark_not_found | remark_answered`, `report_text.no_section`. */
  answer: command('reports')
    .input(z.strictObject({ remark: id, answer: reason, section: z.string().min(1).max(80).optional() }))
    .output(reportRemark),
  /**
   * submitted → approved, by somebody who had no part in it, after a check of all data. Refuses with `report.not_found |
   * wrong_state | own_work_approve`; the job with `report.reservations_missing | audit_failed | bytes_lost`, too.
   */
  approve: command('jobs', 'reports')
    .input(z.strictObject({ report: id, reservations: reason.optional() }))
    .output(jobStarted),
  /** The same, given by hand: `scan` shows it. Refuses as `approve`, and with `report.scan_unreadable`. */
  approveOnPaper: command('jobs', 'reports')
    .input(z.strictObject({ report: id, scan: fileId, reservations: reason.optional() }))
    .output(jobStarted),
  /** Back to a draft from anywhere before it was issued. Refuses with `report.wrong_state`. */
  withdraw: command('reports')
    .input(z.strictObject({ report: id, reason }))
    .output(reportEntry),
  /**
   * An approved paper by the person, an issued one by the office. One try per call; wrong passwords are counted. Refuses with
   * `report.wrong_state | sealed | bytes_lost`, `session.no_right`, `sign.*`.
   */
  sign: command('reports')
    .input(z.strictObject({ report: id, certificate: fileId, password: secret, picture: fileId.optional(), target: fileId.optional() }))
    .output(signedResult),
  /** The same, done by an outside tool. Refuses with `report.wrong_state | sealed | intake_other | intake_unsigned | intake_changed`. */
  intake: command('reports')
    .input(z.strictObject({ report: id, file: fileId }))
    .output(signedResult),
  /** signed → issued; approved → issued with the scan of what was signed by hand. Refuses with `report.number_* | day_* | other_year | outside_term | scan_missing | not_superseded | replaces_other`. Without `supersedes` it is what its text names. */
  issue: command('reports')
    .input(
      z.strictObject({ report: id, number: z.int().min(1).max(99_999), day: isoDay, supersedes: id.optional(), scan: fileId.optional() }),
    )
    .output(reportEntry),
  /**
   * Stored bytes after a look at their hash: the paper as far as it has come, or as it was at an earlier step. `compare`: what was
   * submitted is also drawn again from its snapshot, by the version that drew it, and compared. Refuses with
   * `report.not_found | not_kept | bytes_lost`.
   */
  reprint: command()
    .input(z.strictObject({ report: id, role: z.enum(paperRoles).optional(), target: fileId.optional(), compare: z.boolean().optional() }))
    .output(
      z.strictObject({ file: fileId, name: z.string(), sha256, identical: z.literal(true), rendered: z.enum(renderedAgain).nullable() }),
    ),
  /** Today's report as a Word file. Refuses with `period.not_found`, `report.source_broken | figures_disagree | not_written`. */
  word: command()
    .input(z.strictObject({ period: periodCode, kind: reportKind, target: fileId.optional() }))
    .output(z.strictObject({ file: fileId, name: z.string(), sha256 })),
  /** The verification slip. Refuses with `report.not_submitted`. */
  slip: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(writtenFile),
  /**
   * The appendices as one workbook, formulas over the figures of each unit and where they come from; of a submitted report what
   * was fixed then. Refuses with `report.not_found | bytes_lost | tables_stale`.
   */
  tables: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(z.strictObject({ file: fileId, name: z.string(), sha256 })),
  /** The report on one page. Refuses with `report.not_found | summary_stale | bytes_lost`. */
  summary: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(writtenFile),
  /** To the same recipients: which paper this one takes the place of. Refuses with `report.not_superseding`. */
  notice: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(writtenFile),
  /**
   * Every paper that the period's reports are kept as, with their slips, notices and a list, into a folder; without a target one
   * archive for download. A damaged one is named, the others go on. Refuses with `period.not_found`, `report.not_written`.
   */
  exportPapers: command()
    .input(z.strictObject({ period: periodCode, target: fileId.optional() }))
    .output(z.strictObject({ files: z.array(exportedPaper), damaged: count, file: fileId.optional(), name: z.string() })),
  /** From the code on a printed slip to the report. Refuses with `verify.unknown_code`. */
  findByCode: queryOf('reports')
    .input(z.strictObject({ code: z.string().min(1).max(40) }))
    .output(reportEntry),
  register: queryOf('reports')
    .input(z.strictObject({}))
    .output(z.strictObject({ termFrom: isoDay, next: count.nullable(), numbers: z.array(documentNumber) })),
  /** A number that was given to a paper made elsewhere. Refuses with `report.number_* | day_outside | outside_term`. */
  recordNumber: command('reports')
    .input(z.strictObject({ number: z.int().min(1).max(99_999), day: isoDay, about: reason }))
    .output(documentNumber),
  /** What the next draft of this kind is printed like. Refuses with `period.not_found`. */
  style: queryOf('reports', 'workspace').input(styleScope).output(chosenStyle),
  /** From the next draft on; what is submitted keeps what it was submitted with. Refuses with `period.not_found`. */
  setStyle: command('reports')
    .input(styleScope.extend({ style: reportStyle }))
    .output(chosenStyle),
  /** Building from unchanged inputs gives the same report and writes no entry. No `target` = kept for download. */
  build: command('jobs', 'reports')
    .input(z.strictObject({ period: periodCode, kind: reportKind, target: fileId.optional() }))
    .output(jobStarted),
  /** What the period's thematic report is about; null: the whole programme. Refuses with `period.not_found`. */
  topic: queryOf('reports', 'periods')
    .input(z.strictObject({ period: periodCode }))
    .output(z.strictObject({ topic: reportTopic.nullable() })),
  /** Nothing chosen = the whole programme. Refuses with `period.not_found`, `report.no_topic | topic_on_its_way`. */
  chooseTopic: command('reports')
    .input(z.strictObject({ period: periodCode, ...reportTopic.shape }))
    .output(z.strictObject({ topic: reportTopic.nullable() })),
  /** What the next report of a kind takes the place of. Refuses with `period.not_found`. */
  replaced: queryOf('reports', 'periods').input(styleScope).output(replacedChoice),
  /** Its text names it from the next draft on; null: nothing. Refuses with `report.not_found | not_superseded | replacement_on_its_way`. */
  chooseReplaced: command('reports')
    .input(styleScope.extend({ replaces: id.nullable() }))
    .output(replacedChoice),
  /** Where the kept PDF can be read from, checked against its hash. Refuses with `report.not_found | bytes_lost`. */
  open: queryOf()
    .input(z.strictObject({ report: id }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
  /** Writes the kept PDF to a place that a person chose; without one it is kept for download. Refuses like `open`, and with `report.not_written`. */
  save: command()
    .input(z.strictObject({ report: id, target: fileId.optional() }))
    .output(z.strictObject({ file: fileId, name: z.string() })),
  list: queryOf('reports')
    .input(z.strictObject({ period: periodCode.optional() }))
    .output(z.array(reportEntry)),
  /** draft → reviewed, by somebody who had no part in it. Refuses with `report.not_found | not_draft | own_work`. */
  review: command('reports')
    .input(z.strictObject({ report: id }))
    .output(reportEntry),
}

import type { Job, JobKind, JobResult } from '../../shared/contract/jobs.ts'
import { errorTexts } from '../../shared/messages/catalogue.ts'
import { jobKindTexts, jobOutcomeTexts, jobProgressTexts } from '../../shared/messages/jobs.ts'
import { wordParams } from '../../shared/messages/param-words.ts'
import { fillText, type Language, type Text } from '../../shared/messages/text.ts'
import { formatBytes } from '../../shared/vietnamese/format-bytes.ts'
import { formatCount, formatSmallCount } from '../../shared/vietnamese/format-number.ts'

/** A kind without a name does not compile. */
const kindTexts: Readonly<Record<JobKind, Text>> = jobKindTexts

export const nameJob = (kind: JobKind, language: Language): string => fillText(kindTexts[kind], language)

/** What is being done now: `Đang đọc 14/38`. An import counts each file twice, read and then stored. */
export function describeProgress({ kind, done, total }: Pick<Job, 'kind' | 'done' | 'total'>, language: Language): string {
  if (total === 0) return fillText(jobProgressTexts.preparing, language)
  if (kind === 'import') {
    const files = total / 2
    return done < files ? sayCounts('reading', done, files, language) : sayCounts('storing', done - files, files, language)
  }
  if (kind === 'sample') return fillText(jobProgressTexts.building, language, { percent: Math.floor((100 * done) / total) })
  if (kind === 'audit') return fillText(jobProgressTexts.checking, language, { percent: Math.floor((100 * done) / total) })
  // All data are checked first; then the paper is drawn and kept, which says no numbers.
  if ((kind === 'submit' || kind === 'approve') && done < total)
    return fillText(jobProgressTexts.checking, language, { percent: Math.floor((100 * done) / total) })
  if (kind === 'submit' || kind === 'approve') return fillText(jobProgressTexts.working, language)
  // A few steps are no count that says anything to a person.
  return total < 10 ? fillText(jobProgressTexts.working, language) : sayCounts('counting', done, total, language)
}

const sayCounts = (code: 'reading' | 'storing' | 'counting', done: number, total: number, language: Language): string =>
  fillText(jobProgressTexts[code], language, { done: formatCount(done, language), total: formatCount(total, language) })

/** How a job that runs no more has ended, and what to do where something is left to do. */
export function describeEnd(job: Pick<Job, 'kind' | 'state' | 'result' | 'error'>, language: Language): string {
  if (job.state === 'failed') return describeFailure(job.error, language)
  if (job.state === 'interrupted')
    return fillText(job.kind === 'import' ? jobOutcomeTexts.interruptedKeepsDone : jobOutcomeTexts.interrupted, language)
  if (job.state === 'cancelled')
    return job.result === null
      ? fillText(jobOutcomeTexts.cancelled, language)
      : fillText(jobOutcomeTexts.cancelledAfter, language, { outcome: describeResult(job, language) })
  return describeResult(job, language)
}

function describeFailure(error: Job['error'], language: Language): string {
  if (error === null) return fillText(jobOutcomeTexts.interrupted, language)
  if ('reference' in error) return fillText(errorTexts['command.unexpected'], language, { reference: error.reference })
  // A job of a newer version may have failed with a code that this one has no words for.
  const text = (errorTexts as Readonly<Record<string, Text>>)[error.code]
  return text === undefined ? error.code : fillText(text, language, wordParams(error.params, language))
}

type Words = { readonly [Kind in JobKind]: (result: JobResult<Kind>, language: Language) => string }

const count = (value: number, language: Language): { count: string } => ({ count: formatSmallCount(value, language) })

const resultWords: Words = {
  import: ({ totals: all, passedOver }, language) => {
    // Nobody sent the files that the system leaves behind, and nobody asks about them.
    const totals = { ...all, rejected: all.rejected - passedOver }
    const parts = (['imported', 'duplicate', 'held', 'attached', 'rejected'] as const).flatMap((outcome) =>
      totals[outcome] > 0 || outcome === 'imported' ? [fillText(jobOutcomeTexts[outcome], language, count(totals[outcome], language))] : [],
    )
    const isEmpty = Object.values(totals).every((total) => total === 0)
    return isEmpty ? fillText(jobOutcomeTexts.importNothing, language) : parts.join(', ')
  },
  papers: ({ files }, language) => fillText(jobOutcomeTexts.papers, language, count(files.length, language)),
  templates: ({ files }, language) => fillText(jobOutcomeTexts.templates, language, count(files.length, language)),
  report: ({ pages }, language) => fillText(jobOutcomeTexts.report, language, { pages: formatSmallCount(pages, language) }),
  submit: (_, language) => fillText(jobOutcomeTexts.submitted, language),
  approve: (_, language) => fillText(jobOutcomeTexts.approved, language),
  audit: ({ ok, checks }, language) =>
    ok
      ? fillText(jobOutcomeTexts.auditPassed, language)
      : fillText(
          jobOutcomeTexts.auditFailed,
          language,
          count(
            checks.reduce((sum, { problems, more }) => sum + problems.length + more, 0),
            language,
          ),
        ),
  grid: ({ rows, columns }, language) =>
    fillText(jobOutcomeTexts.grid, language, { rows: formatSmallCount(rows, language), columns: formatSmallCount(columns, language) }),
  backup: ({ bytes }, language) => fillText(jobOutcomeTexts.backup, language, { size: formatBytes(bytes, language) }),
  sample: (_, language) => fillText(jobOutcomeTexts.sample, language),
}

function describeResult({ kind, result }: Pick<Job, 'kind' | 'result'>, language: Language): string {
  if (result === null) return fillText(jobOutcomeTexts.done, language)
  // The engine has checked the shape against the kind before it stored it.
  return (resultWords[kind] as (result: unknown, language: Language) => string)(result, language)
}

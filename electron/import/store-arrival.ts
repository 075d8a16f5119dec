import type { SubmissionFinding } from '../../shared/domain/finding.ts'
import type { Id } from '../../shared/domain/identity.ts'
import type { MappedSubmission, Outcome } from '../../shared/domain/submission.ts'
import { compareSubmissions } from '../../shared/rules/compare-submissions.ts'
import { choicesFor, holdFinding, type HeldChoice } from '../../shared/rules/identify-submission.ts'
import { printInstant } from '../../shared/vietnamese/dates.ts'
import type { ServiceContext } from '../audit/context.ts'
import { runCommand, type RowReference } from '../audit/run-command.ts'
import { upsertMappingUse } from '../store/kept-mapping-store.ts'
import { findAttachedFile } from '../store/paper-store.ts'
import { findPeriod } from '../store/period-store.ts'
import { findReceipt, insertReceipt } from '../store/receipt-store.ts'
import { insertReceivedFile } from '../store/received-file-store.ts'
import { listInputs } from '../store/submission-rows.ts'
import { findEffective, findEffectiveContent, findSubmission, insertSubmission } from '../store/submission-store.ts'
import { findInContent } from './content-findings.ts'
import type { Decision } from './decide-outcomes.ts'
import type { Described, ImportSetting } from './describe-arrival.ts'
import { writeQuestion, type HeldQuestion } from './held-question.ts'
import type { ImportedFile, ImportFinding } from './import-files.ts'
import { noteHeld, putInEffect } from './put-in-effect.ts'

type Surroundings = {
  /** The file of this run that a duplicate repeats. */
  original: ImportedFile | null
  /** How many different contents of the unit wait with this one. */
  rivals: number
}

/** What became of one file before it is stored. */
type Fate = {
  outcome: Outcome
  unit: string | null
  findings: readonly SubmissionFinding[]
  question: HeldQuestion | null
  mapped: MappedSubmission | null
  /** The version it repeats. */
  repeats: Id | null
  suggestions: readonly string[]
}

/** One file, one transaction, one journal entry; a file whose fate is known already writes nothing. */
export function storeArrival(
  context: ServiceContext,
  setting: ImportSetting,
  described: Described,
  decided: Decision | undefined,
  around: Surroundings,
): ImportedFile {
  const { arrival, kept } = described.source
  const decision = decided && stillTrue(context, setting, described, decided)
  const fate = decideFate(context, setting, described, decision, around)
  const isNew = fate.outcome === 'imported' || fate.outcome === 'held'
  const known = isNew ? undefined : findReceipt(context.store, setting.period.code, arrival.path, kept?.sha256 ?? null)
  const isSettled = known?.outcome === fate.outcome || fate.findings.some((finding) => finding.rule === 'M49')
  const submission = isSettled ? fate.repeats : write(context, setting, described, fate)
  return {
    path: arrival.path,
    sha256: kept?.sha256 ?? null,
    outcome: fate.outcome,
    unit: fate.unit,
    submission,
    figures: fate.mapped?.figures.filter((figure) => figure.state !== 'blank').length ?? 0,
    narratives: fate.mapped?.texts.filter((text) => text.text !== '').length ?? 0,
    findings: fate.findings.map(printable),
    ...(fate.question ? { choices: fate.question.choices } : {}),
    ...(fate.suggestions.length > 0 ? { suggestions: fate.suggestions } : {}),
  }
}

/** A person may have answered, or closed the period, since the files were identified: nothing then takes effect unseen. */
function stillTrue({ store }: ServiceContext, setting: ImportSetting, described: Described, decision: Decision): Decision {
  if (decision.outcome !== 'imported') return decision
  if (findPeriod(store, setting.period.code)?.state === 'closed') return { outcome: 'held', why: 'after_close' }
  const effective = findEffectiveContent(store, setting.period.code, described.version!.unit!)
  if (!effective) return decision
  return effective.contentSha256 === described.version!.contentSha256
    ? { outcome: 'duplicate', of: { submission: effective.id } }
    : { outcome: 'held', why: 'differs' }
}

const printable = ({ rule, severity, subject, params, cells }: SubmissionFinding): ImportFinding => ({
  rule,
  severity,
  subject,
  params,
  sheet: cells[0]?.sheet ?? null,
  cell: cells[0]?.cell ?? null,
})

function decideFate(
  context: ServiceContext,
  setting: ImportSetting,
  described: Described,
  decision: Decision | undefined,
  around: Surroundings,
): Fate {
  const { read } = described.source
  const nothing = { unit: null, question: null, mapped: null, repeats: null, suggestions: described.suggestions }
  if (read.kind === 'refused' || read.kind === 'rejected')
    return { ...nothing, outcome: 'rejected', findings: [read.finding], suggestions: [] }
  if (decision?.outcome === 'duplicate') return duplicateOf(context, setting, described, decision, around)
  if (read.kind === 'paper') return { ...nothing, outcome: 'attached', findings: [read.finding] }
  if (!decision || !described.identification) throw new Error(`no decision for ${described.source.arrival.path}`)
  const mapped = read.kind === 'submission' ? read.mapped : emptySubmission
  const { unit } = described.identification
  // What was not read cannot be said to be blank.
  const content =
    read.kind === 'submission'
      ? findInContent(mapped, setting.programme, setting.period, unit === null ? null : (setting.lineOf.get(unit) ?? null))
      : []
  if (decision.outcome === 'imported') return { ...nothing, outcome: 'imported', unit, findings: content, mapped, suggestions: [] }
  const question = ask(context, setting, described, decision.why, mapped, around)
  return { ...nothing, outcome: 'held', unit, findings: [...question.reasons, ...content], question, mapped }
}

const emptySubmission: MappedSubmission = {
  layout: 'off_template',
  identity: null,
  cover: { unitName: '', unitCode: '', periodCode: '', from: '', to: '' },
  nilReport: false,
  figures: [],
  texts: [],
  communeRows: [],
  findings: [],
}

function duplicateOf(
  context: ServiceContext,
  setting: ImportSetting,
  described: Described,
  decision: Decision & { outcome: 'duplicate' },
  { original }: Surroundings,
): Fate {
  const { of } = decision
  const standing = 'submission' in of ? findSubmission(context.store, of.submission) : undefined
  const attached = 'receipt' in of ? findAttachedFile(context.store, of.receipt) : undefined
  const day = printInstant((standing ?? attached)?.receivedAt ?? setting.receivedAt).slice(-10)
  return {
    outcome: 'duplicate',
    unit: (standing ?? attached)?.unit ?? original?.unit ?? null,
    findings: [{ ...holdFinding('M48', { day }), severity: 'info' }],
    question: null,
    mapped: null,
    repeats: standing?.id ?? original?.submission ?? null,
    // The same paper from another unit's folder: a person sees where it lay.
    suggestions: described.source.read.kind === 'paper' ? described.suggestions : [],
  }
}

function ask(
  context: ServiceContext,
  setting: ImportSetting,
  described: Described,
  why: (Decision & { outcome: 'held' })['why'],
  mapped: MappedSubmission,
  around: Surroundings,
): HeldQuestion {
  const { claims, otherPeriod, reasons: doubts, unit } = described.identification!
  const closing = setting.period.state === 'closed' || why === 'after_close' ? [holdFinding('M51', { period: setting.period.code })] : []
  const reasons =
    why === 'in_doubt'
      ? [...doubts, ...closing]
      : why === 'after_close'
        ? closing
        : [versionReason(context, setting, unit!, mapped, around.rivals)]
  const canMove = otherPeriod !== null && findPeriod(context.store, otherPeriod)?.state === 'open'
  const { cover, findings } = mapped
  const { read } = described.source
  const layout = read.kind === 'off_template' && read.layout ? { layout: layoutOf(read.layout) } : {}
  const { suggestions } = described
  return { reasons, choices: choicesForAll(reasons, canMove), suggestions, claims, otherPeriod, cover, findings, ...layout }
}

const layoutOf = ({ key, kept, claims }: { key: string; kept: { id: Id } | null; claims: readonly string[] }): HeldQuestion['layout'] => ({
  key,
  kept: kept?.id ?? null,
  claims,
})

export const choicesForAll = (reasons: readonly SubmissionFinding[], canMove: boolean): readonly HeldChoice[] =>
  choicesFor(reasons[0]!.rule, canMove)

/** The question about a version whose unit is sure: against the one in use, or against the others that wait. */
export function versionReason(
  context: Pick<ServiceContext, 'store'>,
  setting: Pick<ImportSetting, 'period' | 'nameOf'>,
  unit: string,
  inputs: Pick<MappedSubmission, 'figures' | 'texts' | 'communeRows'>,
  rivals: number,
): SubmissionFinding {
  const effective = findEffective(context.store, setting.period.code, unit)
  if (!effective) return holdFinding('M47', { unit: setting.nameOf(unit), count: rivals })
  const difference = compareSubmissions(listInputs(context.store, effective.key), inputs)
  return holdFinding(
    'M46',
    { unit: setting.nameOf(unit), figures: difference.figures.length, texts: difference.texts.length },
    { cells: difference.figures.flatMap((change) => (change.newCell ? [{ sheet: change.sheet, cell: change.newCell }] : [])) },
  )
}

function write(context: ServiceContext, setting: ImportSetting, described: Described, fate: Fate): Id | null {
  const { arrival, kept } = described.source
  const { store } = context
  return runCommand(context, () => {
    const rows: RowReference[] = []
    if (kept) insertReceivedFile(store, kept)
    const received = {
      period: setting.period.code,
      unit: fate.unit,
      receivedAt: setting.receivedAt,
      channel: setting.channel,
      importedAt: setting.importedAt,
      actor: context.actor,
    }
    const submission = fate.mapped && kept ? context.newId() : null
    if (submission !== null && fate.mapped && kept) {
      const { mapped } = fate
      const key = insertSubmission(store, {
        ...received,
        id: submission,
        state: fate.question ? 'held' : 'effective',
        sha256: kept.sha256,
        originalName: arrival.fileName,
        contentSha256: described.version!.contentSha256,
        layout: mapped.layout,
        nilReport: mapped.nilReport,
        templateVersion: mapped.identity?.templateVersion ?? null,
        question: fate.question ? writeQuestion(fate.question) : null,
        afterClose: setting.period.state === 'closed',
        figures: mapped.figures,
        texts: mapped.texts,
        communeRows: mapped.communeRows,
      })
      rows.push({ table: 'submission', key: submission })
      const { read } = described.source
      if (read.kind === 'submission' && read.replayed) {
        upsertMappingUse(store, submission, read.replayed.mapping)
        rows.push({ table: 'mapping_use', key: submission })
      }
      if (fate.question)
        noteHeld(context, setting.period.code, { key, id: submission, unit: fate.unit, file: arrival.fileName }, fate.question)
      else
        rows.push(
          ...putInEffect(
            context,
            { key, id: submission, period: setting.period.code, unit: fate.unit!, isEffective: true },
            null,
            fate.findings,
          ),
        )
    }
    const receipt = context.newId()
    insertReceipt(store, {
      ...received,
      id: receipt,
      path: arrival.path,
      sha256: kept?.sha256 ?? null,
      outcome: fate.outcome,
      submission: submission ?? fate.repeats,
      findings: JSON.stringify(fate.mapped ? (fate.question?.reasons ?? []) : fate.findings),
    })
    rows.push({ table: 'receipt', key: receipt })
    const params = {
      period: setting.period.code,
      file: arrival.fileName,
      sha256: kept?.sha256 ?? null,
      outcome: fate.outcome,
      unit: fate.unit,
    }
    return { entry: { action: 'submission.import', params, rows }, result: submission ?? fate.repeats }
  })
}

import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportChanges } from '../../shared/domain/report-change.ts'
import type { ReportSource, ReportTopic } from '../../shared/domain/report.ts'
import { AppError } from '../../shared/errors.ts'
import { compareFigures, compareWording } from '../../shared/rules/compare-reports.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreezeById } from '../store/report-freeze-store.ts'
import { listEarlierPapers, type EarlierPaper } from '../store/report-reading-store.ts'
import { listRemarks, type ReportRemark } from '../store/report-remark-store.ts'
import { getReport, type StoredReport } from '../store/report-store.ts'
import { renderingVersion } from './build-report.ts'
import { readerOf } from './read-report.ts'
import { readSnapshot, type ReportSnapshot } from './read-snapshot.ts'
import { getFreeze } from './report-archive.ts'

export type ComparedPaper = { report: Id; at: Instant; actor: string; pages: number; readAt: Instant | null }

/** Everything in which a report differs from an earlier one. */
export type VersionChanges = Omit<ReportChanges, 'paragraphs' | 'appendices'> & {
  /** Null where another program drew one of the two: its texts differ without anybody having changed them. */
  paragraphs: ReportChanges['paragraphs'] | null
  appendices: ReportChanges['appendices'] | null
  /** What it is compared with: what this person last read to the end, else what was submitted before; null where there is none. */
  since: ComparedPaper | null
  /** When the later of the two was submitted; null for what would be built now. */
  until: Instant | null
  /** What was remarked on the earlier one, in order. */
  remarks: ReportRemark[]
}

const nothing = { indicators: [], fields: [], register: [], paragraphs: [], appendices: [], remarks: [] }

export const isFrozen = ({ state }: Pick<StoredReport, 'state'>): boolean => state !== 'draft' && state !== 'reviewed'

type Order = {
  report: Id
  since?: Id | undefined
  /** What a draft of the report would be made from now. */
  compose: () => ReportSource
}

/**
 * Everything in which a report differs from what whoever asks last read of it. Refuses with `report.not_found | not_submitted |
 * bytes_lost`, and what composing refuses.
 */
export async function compareVersions(
  context: Pick<ServiceContext, 'store' | 'actor'>,
  { report: id, since, compose }: Order,
): Promise<VersionChanges> {
  const { store } = context
  const report = getReport(store, id)
  const freeze = isFrozen(report) ? getFreeze(store, id) : undefined
  const after = freeze ? await readSnapshot(store, id, freeze) : { source: compose(), renderingVersion }
  const all = listEarlierPapers(store, { period: report.period, kind: report.kind, freeze: freeze?.id, reader: readerOf(context) })
  const papers = report.kind === 'thematic' ? await aboutTheSame(store, all, after.source.topic) : all
  const earlier =
    since === undefined ? (papers.find(({ readAt }) => readAt !== null) ?? papers[0]) : papers.find(({ report: of }) => of === since)
  const until = freeze?.at ?? null
  if (!earlier) {
    if (since !== undefined) throw new AppError('report.not_submitted', { report: getReport(store, since).id })
    return { ...nothing, since: null, until }
  }
  const base = findFreezeById(store, earlier.freeze)!
  const before = await readSnapshot(store, base.report, base)
  return {
    ...compareSnapshots(before, after),
    since: { report: base.report, at: base.at, actor: base.actor, pages: base.pages, readAt: earlier.readAt },
    until,
    remarks: listRemarks(store, id).filter(({ at }) => at >= base.at),
  }
}

/** A paper about something else was not changed into this one. */
async function aboutTheSame(
  store: ServiceContext['store'],
  papers: readonly EarlierPaper[],
  topic: ReportTopic | null,
): Promise<EarlierPaper[]> {
  const same: EarlierPaper[] = []
  for (const paper of papers) {
    const { source } = await readSnapshot(store, paper.report, findFreezeById(store, paper.freeze)!)
    if (JSON.stringify(source.topic) === JSON.stringify(topic)) same.push(paper)
  }
  return same
}

type Snapshot = Pick<ReportSnapshot, 'source' | 'renderingVersion'>

function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
): Pick<VersionChanges, 'indicators' | 'fields' | 'register' | 'paragraphs' | 'appendices'> {
  const figures = compareFigures(before.source, after.source)
  return before.renderingVersion === renderingVersion && after.renderingVersion === renderingVersion
    ? { ...figures, ...compareWording(asDraft(before.source), asDraft(after.source)) }
    : { ...figures, paragraphs: null, appendices: null }
}

/** What only submitting changes is no difference. */
const asDraft = (source: ReportSource): ReportSource => ({ ...source, draft: true })

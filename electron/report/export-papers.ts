import { join } from 'node:path'
import type { Id, Instant } from '../../shared/domain/identity.ts'
import type { ReportKind } from '../../shared/domain/programme.ts'
import type { PaperRole } from '../../shared/domain/report-state.ts'
import { AppError } from '../../shared/errors.ts'
import { plainAscii } from '../../shared/vietnamese/plain-ascii.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findNumberOf } from '../store/document-number-store.ts'
import { getPeriod } from '../store/period-store.ts'
import { listKeptPapers, type KeptPaper } from '../store/report-freeze-store.ts'
import { layOutPaperList } from './lay-out-paper-list.ts'
import { renderNotice, renderSlip } from './render-slip.ts'
import { readArchived, roleWords } from './report-archive.ts'
import { writeTarget } from './write-target.ts'

/**
 * `isBefore`: numbered, and signed by the office later: another paper is the issued one. `state`: `damaged` = what lies in the archive is not what was kept; it is named and not
 * handed out.
 */
export type ExportedPaper = {
  name: string
  report: Id
  kind: ReportKind
  role: PaperRole | 'slip' | 'notice'
  isBefore: boolean
  sha256: string
  bytes: number
  at: Instant
  state: 'written' | 'damaged'
}

const kindWords: Readonly<Record<ReportKind, string>> = {
  periodic: 'dinh-ky',
  interim: 'so-ket',
  final: 'tong-ket',
  thematic: 'chuyen-de',
}
const listName = 'danh-sach.xlsx'
/** What the office signed afterwards is the issued paper. */
const numberedWord = 'ban-ghi-so'

type Outcome = { files: ExportedPaper[]; paths: string[] }

/**
 * Writes every paper that a period's reports are kept as, in all their submissions, with slips, notices and a list of them, into
 * a folder. Nothing is written where nothing was submitted. Refuses with `period.not_found`, `report.not_written`.
 */
export async function exportPapers(
  context: ServiceContext,
  { period: code, directory }: { period: string; directory: string },
): Promise<Outcome> {
  const { store } = context
  const period = getPeriod(store, code)
  const files: ExportedPaper[] = []
  const paths: string[] = []
  const put = async (paper: Omit<ExportedPaper, 'state'>, bytes: Uint8Array | undefined): Promise<void> => {
    files.push({ ...paper, state: bytes ? 'written' : 'damaged' })
    if (!bytes) return
    const path = join(directory, paper.name)
    await writeTarget(path, bytes)
    paths.push(path)
  }
  const named = nameInOrder(period.code)
  for (const [report, papers] of Map.groupBy(listKeptPapers(store, code), (paper) => paper.report)) {
    for (const paper of papers) {
      const { kind, role, sha256: hash, bytes, at, freeze } = paper
      if (role === 'snapshot') continue
      const isBefore = role === 'issued' && papers.findLast((one) => one.freeze === freeze && one.role === role) !== paper
      const name = named.kept(paper, isBefore ? numberedWord : roleWords[role])
      await put({ name, report, kind, role, isBefore, sha256: hash, bytes, at }, await intact(context, paper))
    }
    const { kind, submittedAt } = papers.at(-1)!
    const slip = (await renderSlip(context, report)).bytes
    await put(describe('slip', { name: named.drawn(report, kind, 'phieu-kiem-chung'), report, kind, at: submittedAt }, slip), slip)
    const number = findNumberOf(store, report)
    if (!number || number.supersedes === null) continue
    const notice = (await renderNotice(context, report)).bytes
    await put(describe('notice', { name: named.drawn(report, kind, 'thong-bao-thay-the'), report, kind, at: number.at }, notice), notice)
  }
  if (files.length === 0) return { files, paths }
  const { bytes } = await context.pool.run('write_report_tables', layOutPaperList(store, period, files))
  await writeTarget(join(directory, listName), bytes)
  return { files, paths: [...paths, join(directory, listName)] }
}

const describe = (
  role: 'slip' | 'notice',
  paper: Pick<ExportedPaper, 'name' | 'report' | 'kind' | 'at'>,
  bytes: Uint8Array,
): Omit<ExportedPaper, 'state'> => ({ ...paper, role, isBefore: false, sha256: sha256(bytes), bytes: bytes.length })

/** Undefined where the bytes are gone or differ from their hash. */
async function intact({ store }: ServiceContext, paper: KeptPaper): Promise<Uint8Array | undefined> {
  try {
    return await readArchived(store, paper.report, paper)
  } catch (error) {
    if (error instanceof AppError && error.code === 'report.bytes_lost') return undefined
    throw error
  }
}

/** `01_bao-cao-dinh-ky_2026-H1_lan-2_ban-trinh.pdf`: reports by their order, submissions after the first by theirs; no name twice. */
function nameInOrder(period: string): {
  kept: (paper: KeptPaper, word: string) => string
  drawn: (report: Id, kind: ReportKind, word: string) => string
} {
  const reports: Id[] = []
  const freezes = new Map<Id, Id[]>()
  const used = new Map<string, number>()
  const place = (known: Id[], one: Id): number => {
    if (!known.includes(one)) known.push(one)
    return known.indexOf(one) + 1
  }
  const begin = (report: Id, kind: ReportKind): string =>
    `${String(place(reports, report)).padStart(2, '0')}_bao-cao-${kindWords[kind]}_${plainAscii(period)}`
  return {
    kept({ report, kind, freeze, ending }, word) {
      const round = place(freezes.get(report) ?? freezes.set(report, []).get(report)!, freeze)
      const name = `${begin(report, kind)}${round > 1 ? `_lan-${round}` : ''}_${word}`
      const times = (used.get(name) ?? 0) + 1
      used.set(name, times)
      return `${name}${times > 1 ? `-${times}` : ''}${ending}`
    },
    drawn: (report, kind, word) => `${begin(report, kind)}_${word}.pdf`,
  }
}

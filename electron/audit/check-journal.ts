import type { Store } from '../store/database.ts'
import { iterateEntries, listHeads, type JournalEntry } from '../store/journal-store.ts'
import {
  isJournalledTable,
  journalledTables,
  listJournalledKeys,
  readJournalledRow,
  type JournalledTable,
} from '../store/journalled-row.ts'
import type { AuditProblem, CheckFindings } from './audit-problem.ts'
import { sha256 } from './canonical.ts'
import { hashEntry } from './run-command.ts'

/** The last word of the journal on a row. */
type RowMark = { table: JournalledTable; key: string; sha256: string; seq: number }
type Chain = { machine: string; startedAt: string; last: JournalEntry; marks: Map<string, RowMark> }

/** Gives way to other work; the audit may look at millions of rows. */
export type Pause = () => Promise<void>

export type JournalFindings = CheckFindings & { marks: ReadonlyMap<string, RowMark> }

/** Every chain: no gap, each entry follows from the one before, none changed, none cut off the end. `knownHead`: a hash kept elsewhere. */
export async function checkJournal(store: Store, knownHead: string | undefined, pause: Pause): Promise<JournalFindings> {
  const chains = new Map<string, Chain>()
  const problems: AuditProblem[] = []
  let count = 0
  let isHeadKnown = knownHead === undefined
  for (const entry of iterateEntries(store)) {
    count++
    await pause()
    const chain = chains.get(entry.machine)
    problems.push(...problemsOfEntry(entry, chain?.last))
    const next = chain ?? { machine: entry.machine, startedAt: entry.at, last: entry, marks: new Map<string, RowMark>() }
    next.last = entry
    for (const mark of marksOf(entry)) next.marks.set(`${mark.table}\n${mark.key}`, mark)
    chains.set(entry.machine, next)
    isHeadKnown ||= entry.hash === knownHead
  }
  problems.push(...problemsOfHeads(store, chains))
  if (!isHeadKnown) problems.push({ code: 'head_unknown', params: { head: knownHead ?? '' } })
  return { count, problems, marks: latestMarks(chains) }
}

function problemsOfEntry(entry: JournalEntry, before: JournalEntry | undefined): AuditProblem[] {
  const problems: AuditProblem[] = []
  const { machine, seq } = entry
  for (let missing = (before?.seq ?? 0) + 1; missing < Math.min(seq, (before?.seq ?? 0) + 20); missing++)
    problems.push({ code: 'entry_missing', params: { machine, seq: missing } })
  if (hashEntry(entry) !== entry.hash) problems.push({ code: 'entry_changed', params: { machine, seq } })
  if (entry.previous !== (before?.hash ?? '')) problems.push({ code: 'entry_unlinked', params: { machine, seq } })
  return problems
}

function problemsOfHeads(store: Store, chains: ReadonlyMap<string, Chain>): AuditProblem[] {
  const heads = new Map(listHeads(store).map((head) => [head.machine, head]))
  return [...new Set([...heads.keys(), ...chains.keys()])].flatMap((machine): AuditProblem[] => {
    const head = heads.get(machine)
    const last = chains.get(machine)?.last
    if (head && last && head.seq === last.seq && head.hash === last.hash) return []
    return [{ code: 'head_differs', params: { machine, found: last?.seq ?? 0, expected: head?.seq ?? 0 } }]
  })
}

/** Marks of a changed entry may be anything; what cannot be read marks nothing, and the entry is named already. */
function marksOf(entry: JournalEntry): RowMark[] {
  let rows: unknown
  try {
    rows = JSON.parse(entry.rows)
  } catch {
    return []
  }
  if (!Array.isArray(rows)) return []
  return rows.flatMap((row: { table?: unknown; key?: unknown; sha256?: unknown } | null) =>
    typeof row?.table === 'string' && isJournalledTable(row.table) && typeof row.key === 'string' && typeof row.sha256 === 'string'
      ? [{ table: row.table, key: row.key, sha256: row.sha256, seq: entry.seq }]
      : [],
  )
}

/** A restored workspace goes on in a chain of its own, so the chain that began later has the last word. */
function latestMarks(chains: ReadonlyMap<string, Chain>): Map<string, RowMark> {
  const inOrder = [...chains.values()].toSorted((a, b) =>
    a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.machine < b.machine ? -1 : 1,
  )
  return new Map(inOrder.flatMap(({ marks }) => [...marks]))
}

/** Every journalled row is there and is what the journal last said of it, and none is there that the journal does not know. */
export async function checkRows(store: Store, marks: ReadonlyMap<string, RowMark>, pause: Pause): Promise<CheckFindings> {
  const problems: AuditProblem[] = []
  let count = 0
  for (const { table, key, sha256: recorded, seq } of marks.values()) {
    count++
    await pause()
    const row = readJournalledRow(store, table, key)
    if (row === undefined) problems.push({ code: 'row_missing', params: { table, key, seq } })
    else if (sha256(row) !== recorded) problems.push({ code: 'row_changed', params: { table, key, seq } })
  }
  for (const table of journalledTables)
    for (const key of listJournalledKeys(store, table))
      if (!marks.has(`${table}\n${key}`)) problems.push({ code: 'row_unrecorded', params: { table, key } })
  return { count, problems }
}

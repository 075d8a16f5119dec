import { setImmediate } from 'node:timers/promises'
import type { JournalAction } from '../../shared/messages/journal.ts'
import type { Language } from '../../shared/messages/text.ts'
import { journalSentences } from '../../shared/rules/journal-sentence.ts'
import { hasWords, searchWords } from '../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../shared/vietnamese/text-key.ts'
import type { Store } from '../store/database.ts'
import { listEntries, type JournalPlace } from '../store/journal-store.ts'
import { getLatestProgramme } from '../store/programme-store.ts'
import { unitNames } from '../store/unit-store.ts'
import { momentsOf, toLine, type JournalLine } from './list-journal.ts'

/** Days are days in Vietnam, both inclusive, written as 2026-06-14 or 14/6/2026. */
export type JournalPageRequest = {
  from?: string | undefined
  to?: string | undefined
  actor?: string | undefined
  actions?: readonly JournalAction[] | undefined
  unit?: string | undefined
  /** Words of the sentence in `language`, or of the name of who did it. */
  text?: string | undefined
  language: Language
  /** `next` of the answer before. */
  after?: string | undefined
  limit: number
  /** After this time the answer goes out with what there is. */
  patienceMs?: number
}
export type JournalPage = { entries: JournalLine[]; next: string | null }

/** What is compared line by line is asked for in such pieces, and other work may run between two. */
const linesAtOnce = 200

/** Who did what, newest first, from where the last answer ended. Refuses with `period.bad_day`. */
export async function pageJournal({ store }: { store: Store }, request: JournalPageRequest): Promise<JournalPage> {
  const { limit, patienceMs = 80 } = request
  const fits = fitting(store, request)
  const filter = momentsOf(request)
  const started = performance.now()
  const found: JournalLine[] = []
  let after = readPlace(request.after)
  for (;;) {
    const size = fits ? linesAtOnce : limit + 1
    const entries = await listEntries(store, { ...filter, after, limit: size })
    for (const entry of entries) {
      // The line after the last one proves that there is more.
      if (found.length === limit) return { entries: found, next: writePlace(after) }
      after = { at: entry.at, seq: entry.seq, machine: entry.machine }
      const line = toLine(entry)
      if (!fits || fits(line, entry.rows)) found.push(line)
    }
    if (entries.length < size) return { entries: found, next: null }
    if (performance.now() - started > patienceMs) return { entries: found, next: writePlace(after) }
    await setImmediate()
  }
}

/** Undefined where every line fits. */
function fitting(
  store: Store,
  { text = '', unit, actor, actions, language }: JournalPageRequest,
): ((line: JournalLine, rows: string) => boolean) | undefined {
  const words = searchWords(text)
  if (words.length === 0 && unit === undefined && actor === undefined && actions === undefined) return undefined
  const person = actor?.normalize('NFC')
  const kinds = actions && new Set<string>(actions)
  const say = journalSentences({ programme: getLatestProgramme(store), units: unitNames(store), language })
  const isAbout = (line: JournalLine, rows: string): boolean => line.unit === unit || (rows.includes('"unit"') && writesUnit(rows, unit!))
  return (line, rows) =>
    (person === undefined || line.actor === person) &&
    (kinds === undefined || kinds.has(line.action)) &&
    (unit === undefined || isAbout(line, rows)) &&
    (words.length === 0 || hasWords(searchFold(`${say(line)} ${line.actor}`), words))
}

const writesUnit = (rows: string, unit: string): boolean =>
  (JSON.parse(rows) as { table: string; key: string }[]).some(({ table, key }) => table === 'unit' && key === unit)

const writePlace = (place: JournalPlace | undefined): string | null => (place ? `${place.at}|${place.seq}|${place.machine}` : null)

function readPlace(text: string | undefined): JournalPlace | undefined {
  const [at, seq, machine] = text?.split('|') ?? []
  return at !== undefined && machine !== undefined && /^\d+$/.test(seq ?? '') ? { at, seq: Number(seq), machine } : undefined
}

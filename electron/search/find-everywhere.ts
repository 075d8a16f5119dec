import { setImmediate } from 'node:timers/promises'
import type { Id } from '../../shared/domain/identity.ts'
import type { Audience, NoteKind } from '../../shared/domain/review.ts'
import type { Severity } from '../../shared/domain/finding.ts'
import { severities } from '../../shared/domain/finding.ts'
import type { Outcome } from '../../shared/domain/submission.ts'
import type { Language } from '../../shared/messages/text.ts'
import { labelOf } from '../../shared/rules/label-of.ts'
import { ruleSayer } from '../../shared/rules/rule-message.ts'
import { excerptAround, hasWords, searchWords } from '../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../shared/vietnamese/text-key.ts'
import type { JournalLine } from '../audit/list-journal.ts'
import { pageJournal } from '../audit/page-journal.ts'
import type { Store } from '../store/database.ts'
import { listOpenFindingsAfter, type SearchedFinding } from '../store/finding-store.ts'
import { listNoteWords } from '../store/note-store.ts'
import { findPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findFiles, findPassages, type FoundPassage } from '../store/text-search-store.ts'
import { unitNames } from '../store/unit-store.ts'

export type SearchRequest = {
  text: string
  language: Language
  period?: string | undefined
  limit: number
  /** Whether a finding that is stored as open still is, under what people decided since. */
  isOpen: (finding: SearchedFinding) => boolean
}

export type SearchAnswer = {
  passages: { period: string; unit: string; input: string; excerpt: string }[]
  findings: FoundFinding[]
  notes: FoundNote[]
  files: { receipt: Id; period: string; unit: string | null; name: string; outcome: Outcome; receivedAt: string }[]
  entries: JournalLine[]
}
export type FoundFinding = {
  period: string
  unit: string | null
  input: string | null
  rule: string
  severity: Severity
  params: Readonly<Record<string, string | number>>
}

/** A note or shortcoming of any period; `isDone`: closed, or its remedy is verified. */
export type FoundNote = {
  note: Id
  period: string
  unit: string | null
  kind: NoteKind
  audience: Audience
  isDone: boolean
  excerpt: string
}

const excerptLength = 160
/** Whoever looks for older lines does so on the journal's own page. */
const journalPatienceMs = 25

/** Passages, open findings of the period, notes and shortcomings, files and journal lines in which every word of the text begins a word; without words nothing. */
export async function findEverywhere({ store }: { store: Store }, request: SearchRequest): Promise<SearchAnswer> {
  const { text, language, period, limit } = request
  const words = searchWords(text)
  if (words.length === 0) return { passages: [], findings: [], notes: [], files: [], entries: [] }
  const passages = passagesOf(store, words, period, limit)
  await setImmediate()
  const files = findFiles(store, words, { limit })
  await setImmediate()
  const findings = await findingsOf(store, words, request)
  await setImmediate()
  const notes = notesOf(store, words, period, limit)
  const { entries } = await pageJournal({ store }, { text, language, limit, patienceMs: journalPatienceMs })
  return {
    passages: passages.map(({ text: passage, ...place }) => ({ ...place, excerpt: excerptAround(passage, words, excerptLength) })),
    findings,
    notes,
    files: files.map(({ path, outcome, ...file }) => ({ ...file, name: path.split(/[\\/]/).at(-1) ?? path, outcome: outcome as Outcome })),
    entries,
  }
}

/** Those of the period that is looked at come first. */
function passagesOf(store: Store, words: readonly string[], period: string | undefined, limit: number): FoundPassage[] {
  const own = period === undefined ? [] : findPassages(store, words, { period, limit })
  if (own.length >= limit) return own
  const others = findPassages(store, words, { limit: limit + own.length }).filter((passage) => passage.period !== period)
  return [...own, ...others].slice(0, limit)
}

const findingsAtOnce = 1000
/** Enough to put the weightiest first. */
const mostCandidates = 200

async function findingsOf(
  store: Store,
  words: readonly string[],
  { period, language, limit, isOpen }: SearchRequest,
): Promise<FoundFinding[]> {
  const known = period === undefined ? undefined : findPeriod(store, period)
  if (!known) return []
  const key = getPeriodKey(store, known.code)
  const programme = getProgramme(store, known.programmeVersion)
  const say = ruleSayer(programme, language)
  const names = unitNames(store)
  const fold = remembering(searchFold)
  const found: SearchedFinding[] = []
  const isFound = ({ rule, params, unit, subject }: SearchedFinding): boolean =>
    hasWords(
      [
        searchFold(say(rule, params)),
        unit === null ? '' : fold(names.get(unit) ?? unit),
        subject === null ? '' : fold(labelOf(programme, subject, language)),
      ].join(' '),
      words,
    )
  let after = ''
  for (;;) {
    const piece = listOpenFindingsAfter(store, key, after, findingsAtOnce)
    for (const finding of piece) if (isFound(finding)) found.push(finding)
    if (piece.length < findingsAtOnce || found.length >= mostCandidates) break
    after = piece.at(-1)!.id
    await setImmediate()
  }
  const open: FoundFinding[] = []
  for (const finding of found.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))) {
    if (open.length >= limit) break
    if (!isOpen(finding)) continue
    const { rule, severity, unit, subject, params } = finding
    open.push({ period: known.code, unit, input: subject, rule, severity, params })
  }
  return open
}

/** By their words and their unit; those of the period first, then the newest. Everybody who signs in may read what the office noted. */
function notesOf(store: Store, words: readonly string[], period: string | undefined, limit: number): FoundNote[] {
  const names = unitNames(store)
  const found = listNoteWords(store).flatMap(({ id, words: own, isDone, ...note }): FoundNote[] => {
    const text = [own, note.unit === null ? '' : (names.get(note.unit) ?? note.unit)].join(' ')
    return hasWords(searchFold(text), words) ? [{ ...note, note: id, isDone, excerpt: excerptAround(own, words, excerptLength) }] : []
  })
  return [...found.filter((note) => note.period === period), ...found.filter((note) => note.period !== period)].slice(0, limit)
}

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let result = known.get(text)
    if (result === undefined) known.set(text, (result = work(text)))
    return result
  }
}

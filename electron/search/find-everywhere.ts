import { setImmediate } from 'node:timers/promises'
import type { Id } from '../../shared/domain/identity.ts'
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
import { findPeriod, getPeriodKey } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findFiles, findPassages, type FoundPassage } from '../store/text-search-store.ts'
import { unitNames } from '../store/unit-store.ts'

export type SearchRequest = { text: string; language: Language; period?: string | undefined; limit: number }

export type SearchAnswer = {
  passages: { period: string; unit: string; input: string; excerpt: string }[]
  findings: FoundFinding[]
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

const excerptLength = 160
/** Whoever looks for older lines does so on the journal's own page. */
const journalPatienceMs = 25

/** Passages, findings of the period, files and journal lines in which every word of the text begins a word; without words nothing. */
export async function findEverywhere({ store }: { store: Store }, request: SearchRequest): Promise<SearchAnswer> {
  const { text, language, period, limit } = request
  const words = searchWords(text)
  if (words.length === 0) return { passages: [], findings: [], files: [], entries: [] }
  const passages = passagesOf(store, words, period, limit)
  await setImmediate()
  const files = findFiles(store, words, { limit })
  await setImmediate()
  const findings = await findingsOf(store, words, request)
  const { entries } = await pageJournal({ store }, { text, language, limit, patienceMs: journalPatienceMs })
  return {
    passages: passages.map(({ text: passage, ...place }) => ({ ...place, excerpt: excerptAround(passage, words, excerptLength) })),
    findings,
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

async function findingsOf(store: Store, words: readonly string[], { period, language, limit }: SearchRequest): Promise<FoundFinding[]> {
  const known = period === undefined ? undefined : findPeriod(store, period)
  if (!known) return []
  const key = getPeriodKey(store, known.code)
  const programme = getProgramme(store, known.programmeVersion)
  const say = ruleSayer(programme, language)
  const names = unitNames(store)
  const fold = remembering(searchFold)
  const found: FoundFinding[] = []
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
    for (const finding of piece)
      if (isFound(finding)) {
        const { rule, severity, unit, subject, params } = finding
        found.push({ period: known.code, unit, input: subject, rule, severity, params })
      }
    if (piece.length < findingsAtOnce || found.length >= mostCandidates) break
    after = piece.at(-1)!.id
    await setImmediate()
  }
  return found.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)).slice(0, limit)
}

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let result = known.get(text)
    if (result === undefined) known.set(text, (result = work(text)))
    return result
  }
}

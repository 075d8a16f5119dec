import { helpTopics } from '../../../shared/messages/help.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import type { Period } from '../../../shared/domain/period.ts'
import type { Unit } from '../../../shared/domain/unit.ts'
import type { SearchResult } from '../../../shared/contract/search.ts'
import { outcomeTexts } from '../../../shared/messages/command-output.ts'
import { pageTexts } from '../../../shared/messages/page.ts'
import { audienceTexts, noteKindTexts } from '../../../shared/messages/review.ts'
import { searchTexts, type SearchGroup } from '../../../shared/messages/search.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import type { JournalFact } from '../../../shared/rules/journal-sentence.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { printDay, printInstant } from '../../../shared/vietnamese/dates.ts'
import { rankWords } from '../../../shared/vietnamese/search-words.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { pageIds, type PageId } from '../../client/page-ids.ts'
import { traceAddress } from '../../client/trace-address.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Where choosing a result leads: a page with its params, or something laid beside the page one is on. */
export type SearchTarget = { page: PageId; params: Params } | { beside: Params }
export type SearchItem = { key: string; title: string; detail?: string; target: SearchTarget }
export type SearchItems = { group: SearchGroup; items: SearchItem[] }[]

/** One entry of a short list, with what it is found by. */
type Listed = SearchItem & { folded: string }

const listed = (item: SearchItem, ...others: readonly string[]): Listed => ({
  ...item,
  folded: searchFold([item.title, ...others].join(' ')),
})

export type ShortLists = Readonly<Record<'pages' | 'units' | 'indicators' | 'fields' | 'tasks' | 'periods' | 'help', readonly Listed[]>>

/** Everything that is short enough to be looked through at every key. */
export function listShort(
  { units, programme, periods }: { units: readonly Unit[]; programme: Programme | undefined; periods: readonly Period[] },
  language: Language,
): ShortLists {
  const onFigures = (params: Params): SearchTarget => ({ page: 'figures', params })
  return {
    pages: pageIds.map((page) => listed({ key: page, title: pageTexts[page][language], target: { page, params: {} } })),
    units: units.map(({ code, name, aliases }) =>
      listed({ key: code, title: name, target: onFigures({ q: name, at: `${code}/name` }) }, code, ...aliases),
    ),
    indicators: (programme?.indicators ?? []).map(({ code, label, shortLabel }) =>
      listed({ key: code, title: label[language], target: onFigures({ view: 'indicators', at: `*/${code}` }) }, shortLabel[language], code),
    ),
    fields: (programme?.fields ?? []).map(({ code, label }) =>
      listed({ key: code, title: label[language], target: onFigures({ view: 'fields', at: `*/${code}` }) }, code),
    ),
    tasks: (programme?.tasks ?? []).map(({ code, label }) =>
      listed({ key: code, title: label[language], target: { page: 'settings', params: { section: 'programme' } } }, code),
    ),
    periods: periods.map(({ code, from, to }) =>
      listed({
        key: code,
        title: code,
        detail: `${printDay(from)} – ${printDay(to)}`,
        target: { page: 'overview', params: { period: code } },
      }),
    ),
    help: helpTopics(language).map(({ id, title, text }) => listed({ key: id, title, target: { beside: { help: id } } }, text)),
  }
}

/** The best of a list: what begins with the words first, otherwise in the list's own order. */
export function pickListed(list: readonly Listed[], words: readonly string[], limit: number): SearchItem[] {
  const ranked: Listed[][] = [[], [], []]
  for (const item of list) {
    const rank = rankWords(item.folded, words)
    if (rank !== undefined) ranked[rank]!.push(item)
  }
  return ranked
    .flat()
    .slice(0, limit)
    .map(({ folded: _folded, ...item }) => item)
}

export type FoundWords = {
  nameOf: (unit: string) => string
  programme: Programme
  sayRule: SayRule
  sayEntry: (fact: JournalFact) => string
  language: Language
}

/** What the engine found, as results. */
export function itemsOfResult(
  { passages, findings, notes, files, entries }: SearchResult,
  { nameOf, programme, sayRule, sayEntry, language }: FoundWords,
  query: string,
): Record<'passages' | 'findings' | 'notes' | 'files' | 'entries', SearchItem[]> {
  const place = (unit: string | null, period: string): string =>
    fillText(searchTexts.ofPeriod, language, { unit: unit === null ? searchTexts.noUnit[language] : nameOf(unit), period })
  return {
    passages: passages.map(({ period, unit, input, excerpt }) => ({
      key: `${period} ${unit} ${input}`,
      title: excerpt,
      detail: `${place(unit, period)} · ${nameInput(programme, input, language)}`,
      target: { beside: { period, trace: traceAddress([{ unit, input }]) } },
    })),
    findings: findings.map(({ period, unit, input, rule, params }, index) => ({
      key: `${index} ${rule} ${unit ?? ''} ${input ?? ''}`,
      title: sayRule(rule, params),
      detail: place(unit, period),
      target:
        unit !== null && input !== null
          ? { beside: { period, trace: traceAddress([{ unit, input }]) } }
          : { page: 'intake', params: { period, unit: unit ?? undefined } },
    })),
    notes: notes.map(({ note, period, unit, kind, audience, isDone, excerpt }) => ({
      key: note,
      title: excerpt,
      detail: [place(unit, period), noteKindTexts[kind][language], audienceTexts[audience][language]].join(' · '),
      target: {
        page: 'review',
        params: kind === 'shortcoming' && !isDone ? { view: 'register', note } : { period, view: 'unit', unit: unit ?? undefined },
      },
    })),
    files: files.map(({ receipt, period, unit, name, outcome, receivedAt }) => ({
      key: receipt,
      title: name,
      detail: `${place(unit, period)} · ${outcomeTexts[outcome][language]} · ${printInstant(receivedAt, language)}`,
      target: { page: 'intake', params: { period, tab: tabOf[outcome], file: receipt } },
    })),
    entries: entries.map((entry) => ({
      key: `${entry.machine} ${entry.seq}`,
      title: sayEntry(entry),
      detail: `${printInstant(entry.at, language)} · ${entry.actor}`,
      target: { page: 'journal', params: { text: query } },
    })),
  }
}

const tabOf = { imported: 'received', duplicate: 'received', held: 'waiting', attached: 'attached', rejected: 'rejected' } as const

function nameInput(programme: Programme, input: string, language: Language): string {
  const proposal = /^prop\.(\d+)\./.exec(input)
  if (proposal) return fillText(searchTexts.proposal, language, { number: proposal[1]! })
  return input === 'doc.note' ? searchTexts.note[language] : labelOf(programme, input, language)
}

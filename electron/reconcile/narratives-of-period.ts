import type { Programme } from '../../shared/domain/programme.ts'
import { findCopies, type Copy } from '../../shared/rules/narratives/find-copies.ts'
import type { Mention } from '../../shared/rules/narratives/find-mentions.ts'
import { unpackPrints, type NarrativePrint } from '../../shared/rules/narratives/narrative-print.ts'
import { printSubmission } from '../../shared/rules/narratives/print-submission.ts'
import { referenceShingles } from '../../shared/rules/narratives/reference-shingles.ts'
import type { RuleParameters } from '../../shared/rules/signs/rule-parameters.ts'
import type { Store } from '../store/database.ts'
import { findNarrativePrints, findOwnText, findTextOf, listPrintedSubmissions } from '../store/narrative-print-store.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { listTexts } from '../store/submission-rows.ts'

/** The narratives of one version as far as they are kept apart from their words. `laid`: which passages of papers are laid over them. */
export type UnitNarratives = {
  unit: string
  submission: number
  laid: string
  prints: ReadonlyMap<string, NarrativePrint>
  mentions: readonly Mention[]
}

const known = new WeakMap<Store, Map<number, Omit<UnitNarratives, 'unit'>>>()
const readAtOnce = 50

/** Of every expected unit that reported, in protocol order; step by step. A version never changes but for what is laid over it: each is read once. */
export function* narrativesOf(
  store: Store,
  period: number,
  programme: Programme,
  isWanted: (unit: string) => boolean = () => true,
): ReadingSteps<UnitNarratives[]> {
  let versions = known.get(store)
  if (!versions) known.set(store, (versions = new Map()))
  const narratives: UnitNarratives[] = []
  let read = 0
  for (const { unit, submission, laid } of listPrintedSubmissions(store, period)) {
    if (!isWanted(unit)) continue
    let own = versions.get(submission)
    if (own?.laid !== laid) {
      const stored = findNarrativePrints(store, submission) ?? printSubmission(listTexts(store, submission), programme)
      const prints = new Map(unpackPrints(stored).map((print) => [print.task, print]))
      own = { submission, laid, prints, mentions: JSON.parse(stored.mentions) as Mention[] }
      // What a transaction sees of its own rows may be rolled back, and their keys given to others.
      if (!store.database.inTransaction) versions.set(submission, own)
      if (++read % readAtOnce === 0) yield
    }
    narratives.push({ unit, ...own })
  }
  return narratives
}

/** A copy between two units, by their places in the list. */
export type CopyOfTask = Copy & { task: string }

const knownCopies = new WeakMap<Store, Map<number, { of: string; copies: readonly CopyOfTask[] }>>()

/** Copies among the narratives of a period; looked for again only when another set of versions counts. */
export function* copiesAmong(
  store: Store,
  period: number,
  { narratives, programme, parameters }: { narratives: readonly UnitNarratives[]; programme: Programme; parameters: RuleParameters },
): ReadingSteps<readonly CopyOfTask[]> {
  let periods = knownCopies.get(store)
  if (!periods) knownCopies.set(store, (periods = new Map()))
  const { copy_percent: copyPercent, thin_syllables: fewestSyllables } = parameters
  const of = `${copyPercent} ${fewestSyllables} ${narratives.map(({ submission, laid }) => `${submission}:${laid}`).join(' ')}`
  const found = periods.get(period)
  if (found?.of === of) return found.copies
  const reference = referenceShingles(programme)
  const copies: CopyOfTask[] = []
  for (const { code: task } of programme.tasks) {
    const textOf = (owner: number): string => {
      const { submission, laid } = narratives[owner]!
      const name = `nar.${task}`
      return (laid === '' ? findOwnText(store, submission, name) : findTextOf(store, submission, name)?.text) ?? ''
    }
    const prints = narratives.map((unit) => unit.prints.get(task))
    for (const copy of yield* findCopies({ prints, reference, textOf, copyPercent, fewestSyllables })) copies.push({ task, ...copy })
    yield
  }
  if (!store.database.inTransaction) periods.set(period, { of, copies })
  return copies
}

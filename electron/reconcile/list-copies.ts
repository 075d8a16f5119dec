import { findPassages, type Passage } from '../../shared/rules/narratives/find-passages.ts'
import type { ServiceContext } from '../audit/context.ts'
import type { Store } from '../store/database.ts'
import { findTextOf } from '../store/narrative-print-store.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { getPeriod } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findEffective } from '../store/submission-store.ts'
import { findingSteps } from './list-findings.ts'
import type { Finding } from './scene.ts'

/** A text that is not (only) its unit's own, beside the one it is like; `passages` are ranges of both. */
export type CopiedText = {
  id: string
  rule: 'N3' | 'N4' | 'N5' | 'N7'
  state: Finding['state']
  unit: string
  task: string
  /** Of both texts for N3, of the own one for N4 and N5; null for N7, which speaks of several. */
  percent: number | null
  text: string
  /** `text` null: the text that everybody was given, which stands once beside all copies. */
  other: {
    kind: 'unit' | 'last_period' | 'programme'
    unit: string | null
    name: string | null
    period: string | null
    text: string | null
  }
  passages: Passage[]
}
export type CopiesOfPeriod = { given: string; copies: CopiedText[] }

type Request = { period: string; unit?: string | undefined; task?: string | undefined }

const kinds = { N3: 'unit', N4: 'last_period', N5: 'programme', N7: 'last_period' } as const
const isCopy = (rule: string): rule is keyof typeof kinds => rule in kinds

/** How many texts are compared before others are served. */
const comparedAtOnce = 200

/** Every copied text of a period, in the order of findings. Refuses with `period.not_found`. */
export const listCopies = (context: Pick<ServiceContext, 'store'>, request: Request): CopiesOfPeriod =>
  readAtOnce(copySteps(context, request))

/** `listCopies` step by step. */
export function* copySteps({ store }: Pick<ServiceContext, 'store'>, { period, unit, task }: Request): ReadingSteps<CopiesOfPeriod> {
  const found = yield* findingSteps({ store }, { period, unit, withoutCells: true })
  const programme = getProgramme(store, getPeriod(store, period).programmeVersion)
  const given = [programme.sourceText, programme.guideline ?? ''].join('\n').normalize('NFC')
  const copies: CopiedText[] = []
  for (const finding of found)
    for (const asked of tasksOf(finding)) {
      if (task !== undefined && asked !== task) continue
      copies.push(compare(store, { period, given }, finding, asked))
      if (copies.length % comparedAtOnce === 0) yield
    }
  return { given, copies }
}

type CopyFinding = Pick<Finding, 'id' | 'state' | 'params'> & { rule: CopiedText['rule']; unit: string }

/** The tasks whose texts a finding calls copied; N7 names them where its texts are kept. */
function* tasksOf({ rule, unit, field, actual }: Finding): Generator<string, void, void> {
  if (!isCopy(rule) || unit === null) return
  if (field !== null) yield field.slice(prefix.length)
  else for (const part of (actual ?? '').split(' ')) yield part.slice(prefix.length).split('=')[0]!
}
const prefix = 'nar.'

function compare(store: Store, { period, given }: { period: string; given: string }, finding: Finding, task: string): CopiedText {
  const { id, rule, unit, state, params } = finding as CopyFinding
  const textOf = (ofPeriod: string, ofUnit: string): string => {
    const version = findEffective(store, ofPeriod, ofUnit)
    return (version && findTextOf(store, version.key, `${prefix}${task}`)?.text) ?? ''
  }
  const text = textOf(period, unit)
  const other = otherOf({ rule, unit, params }, period, textOf)
  const percent = typeof params['percent'] === 'number' ? params['percent'] : null
  return { id, rule, state, unit, task, percent, text, other, passages: findPassages(text, other.text ?? given) }
}

function otherOf(
  { rule, unit, params }: Pick<CopyFinding, 'rule' | 'unit' | 'params'>,
  period: string,
  textOf: (period: string, unit: string) => string,
): CopiedText['other'] {
  const kind = kinds[rule]
  if (kind === 'programme') return { kind, unit: null, name: null, period: null, text: null }
  const own = kind === 'last_period'
  const [from, of] = own ? [String(params['lastPeriod']), unit] : [period, String(params['otherUnit'])]
  return { kind, unit: of, name: String(params[own ? 'unitName' : 'otherName']), period: from, text: textOf(from, of) }
}

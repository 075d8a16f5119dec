import { findPassages, type Passage } from '../../shared/rules/narratives/find-passages.ts'
import type { ServiceContext } from '../audit/context.ts'
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
  rule: 'N3' | 'N4' | 'N5'
  state: Finding['state']
  unit: string
  task: string
  percent: number
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

const kinds = { N3: 'unit', N4: 'last_period', N5: 'programme' } as const
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
  for (const { id, rule, state, unit: own, field, params } of found) {
    if (!isCopy(rule) || own === null || field === null || (task !== undefined && field !== `nar.${task}`)) continue
    const kind = kinds[rule]
    const textOf = (ofPeriod: string, ofUnit: string): string => {
      const version = findEffective(store, ofPeriod, ofUnit)
      return (version && findTextOf(store, version.key, field)?.text) ?? ''
    }
    const other: CopiedText['other'] =
      kind === 'unit'
        ? {
            kind,
            unit: String(params['otherUnit']),
            name: String(params['otherName']),
            period,
            text: textOf(period, String(params['otherUnit'])),
          }
        : kind === 'last_period'
          ? {
              kind,
              unit: own,
              name: String(params['unitName']),
              period: String(params['lastPeriod']),
              text: textOf(String(params['lastPeriod']), own),
            }
          : { kind, unit: null, name: null, period: null, text: null }
    const text = textOf(period, own)
    const passages = findPassages(text, other.text ?? given)
    copies.push({ id, rule, state, unit: own, task: field.slice('nar.'.length), percent: Number(params['percent']), text, other, passages })
    if (copies.length % comparedAtOnce === 0) yield
  }
  return { given, copies }
}

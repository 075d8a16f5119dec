import { contradiction } from '../../shared/rules/narratives/check-mentions.ts'
import type { Mention } from '../../shared/rules/narratives/find-mentions.ts'
import { referenceShingles } from '../../shared/rules/narratives/reference-shingles.ts'
import { countShared } from '../../shared/rules/narratives/shingles.ts'
import { isCounted, listLabels } from '../../shared/rules/signs/sign.ts'
import { formatCount, formatDecimal } from '../../shared/vietnamese/format-number.ts'
import { findFileOf, findTextOf } from '../store/narrative-print-store.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { fieldKeys } from '../store/programme-store.ts'
import { fieldSources } from './field-sources.ts'
import { copiesAmong, narrativesOf, type UnitNarratives } from './narratives-of-period.ts'
import { draftFinding, sourceOf, type DraftFinding, type Scene, type Source } from './scene.ts'
import { signsOfPeriod } from './sign-findings.ts'

/** With fewer kept shingles than this a share of them says nothing. */
const fewestKept = 3
/** Units looked at before others are served. */
const lookedAtAtOnce = 250

/** Rules N1 to N7 of SPEC.md, from what is kept of the narratives. */
export function* findNarrativeTrouble(scene: Scene): ReadingSteps<DraftFinding[]> {
  const { store, periodKey, programme, units } = scene
  const { earlier, parameters, units: counted } = yield* signsOfPeriod(scene)
  const narratives = yield* narrativesOf(store, periodKey, programme)
  const last = new Map<string, UnitNarratives & { period: string }>()
  const reported = new Set(narratives.map(({ unit }) => unit))
  // The one before the last is asked only about who missed the last.
  for (const { key, code } of earlier.latest)
    for (const before of yield* narrativesOf(store, key, programme, (unit) => reported.has(unit) && !last.has(unit)))
      last.set(before.unit, { ...before, period: code })
  const copies = yield* copiesAmong(store, periodKey, { narratives, programme, parameters })
  const nameOf = (unit: string): string => units.get(unit)?.name ?? unit
  const labels = new Map(programme.tasks.map(({ code, label }) => [code, label.vi]))
  const say = (
    rule: 'N2' | 'N3' | 'N4' | 'N5' | 'N6',
    { unit, submission }: UnitNarratives,
    task: string,
    rest: Partial<DraftFinding>,
  ): DraftFinding =>
    draftFinding(rule, rule === 'N2' || rule === 'N5' ? 'info' : 'warning', unit, {
      subject: `nar.${task}`,
      look: () => cellOf(scene, submission, task),
      ...rest,
      params: { unit, unitName: nameOf(unit), task, label: labels.get(task) ?? task, ...rest.params },
    })

  const found: DraftFinding[] = []
  const reference = referenceShingles(programme)
  let looked = 0
  for (const own of narratives) {
    const before = last.get(own.unit)
    if (before) found.push(...missing(own, before, { nameOf, labels }))
    const again: DraftFinding[] = []
    for (const { task, syllables, whole, kept } of own.prints.values()) {
      if (syllables < parameters.thin_syllables) {
        found.push(say('N2', own, task, { actual: String(syllables), params: { count: syllables } }))
        continue
      }
      const given = kept.reduce((sum, shingle) => sum + (reference.has(shingle) ? 1 : 0), 0)
      if (kept.length >= fewestKept && given * 100 >= parameters.template_copy_percent * kept.length)
        found.push(say('N5', own, task, { actual: String(whole), params: { percent: Math.floor((given * 100) / kept.length) } }))
      const earlierPrint = before?.prints.get(task)
      if (!before || !earlierPrint) continue
      const percent = repeated({ whole, kept: kept.filter((shingle) => !reference.has(shingle)) }, earlierPrint)
      if (percent >= parameters.repeat_percent)
        again.push(
          say('N4', own, task, {
            actual: String(whole),
            params: { percent, lastPeriod: before.period },
            look: () => [...cellOf(scene, own.submission, task), ...cellOf(scene, before.submission, task)],
          }),
        )
    }
    if (again.length <= parameters.many_fields) found.push(...again)
    else if (before) found.push(mostlyAgain(own, again, { nameOf, lastPeriod: before.period }))
    if (++looked % lookedAtAtOnce === 0) yield
  }
  yield
  for (const { task, owner, other, percent, alike } of copies) {
    const [own, its] = [narratives[owner]!, narratives[other]!]
    found.push(
      say('N3', own, task, {
        actual: `${its.unit} ${percent}`,
        params: { percent, otherUnit: its.unit, otherName: nameOf(its.unit), count: alike },
        look: () => [...cellOf(scene, own.submission, task), ...cellOf(scene, its.submission, task)],
      }),
    )
  }
  const places = fieldKeys(store)
  const countsOf = new Map(counted.map(({ code, now }) => [code, now]))
  const pairs = new Map(programme.indicators.map(({ code, numerator, denominator }) => [code, { numerator, denominator }]))
  const words = new Map([
    ...programme.fields.map(({ code, label }) => [code, label.vi] as const),
    ...programme.indicators.map(({ code, shortLabel }) => [code, shortLabel.vi] as const),
  ])
  const fieldsOf = ({ of, code }: Mention): string[] => (of === 'field' ? [code] : Object.values(pairs.get(code) ?? {}))
  for (const own of narratives) {
    const now = countsOf.get(own.unit)
    if (!now || own.mentions.length === 0) continue
    const countOf = (field: string): number | undefined => {
      const count = now[places.get(field) ?? -1]
      return isCounted(count) ? count : undefined
    }
    const all = new Set(now.filter(isCounted))
    for (const mention of own.mentions) {
      const against = contradiction(mention, { countOf, pairOf: (code) => pairs.get(code), all })
      if (!against) continue
      const isRate = mention.of === 'indicator'
      const print = (value: string): string => (isRate ? `${formatDecimal(value)} %` : formatCount(Number(value)))
      found.push(
        say('N6', own, mention.task, {
          counterpart: mention.code,
          expected: against.expected,
          actual: mention.value,
          params: {
            field: mention.code,
            otherLabel: words.get(mention.code) ?? mention.code,
            expected: print(against.expected),
            actual: print(mention.value),
            start: mention.start,
            end: mention.end,
          },
          look: () => [
            ...cellOf(scene, own.submission, mention.task),
            ...fieldSources(
              scene,
              fieldsOf(mention).map((field) => ({ unit: own.unit, field })),
            ),
          ],
        }),
      )
    }
  }
  return found
}

/** N1: silent now on what it wrote about before; once for all such tasks. */
function missing(
  own: UnitNarratives,
  before: UnitNarratives & { period: string },
  { nameOf, labels }: { nameOf: (unit: string) => string; labels: ReadonlyMap<string, string> },
): DraftFinding[] {
  const gone = [...before.prints.keys()].filter((task) => !own.prints.has(task))
  if (gone.length === 0) return []
  const params = {
    unit: own.unit,
    unitName: nameOf(own.unit),
    count: gone.length,
    labels: listLabels(gone.map((task) => labels.get(task) ?? task)),
    lastPeriod: before.period,
  }
  return [draftFinding('N1', 'warning', own.unit, { actual: gone.join(' '), params })]
}

/** N7: so many texts of the last period that they are one finding. */
function mostlyAgain(
  own: UnitNarratives,
  again: readonly DraftFinding[],
  { nameOf, lastPeriod }: { nameOf: (unit: string) => string; lastPeriod: string },
): DraftFinding {
  const labels = again.map(({ params }) => String(params['label']))
  const params = { unit: own.unit, unitName: nameOf(own.unit), count: again.length, labels: listLabels(labels), lastPeriod }
  const actual = again.map(({ subject, actual: whole }) => `${subject}=${whole}`).join(' ')
  return draftFinding('N7', 'warning', own.unit, { actual, params, look: () => again.flatMap(({ look }) => look?.() ?? []) })
}

/** How much of what is kept of a text was there before, in percent; the whole where it is the same from end to end. */
function repeated(now: { whole: number; kept: Uint32Array }, before: { whole: number; kept: Uint32Array }): number {
  if (now.whole === before.whole) return 100
  return now.kept.length < fewestKept ? 0 : Math.floor((countShared(now.kept, before.kept) * 100) / now.kept.length)
}

function cellOf({ store }: Scene, submission: number, task: string): Source[] {
  const [text, file] = [findTextOf(store, submission, `nar.${task}`), findFileOf(store, submission)]
  return text && file ? [sourceOf(store, file, text)] : []
}

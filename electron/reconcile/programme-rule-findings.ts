import { countsOfUnit } from '../../shared/rules/programme-rule-counts.ts'
import { fillText } from '../../shared/messages/text.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import type { ReadingSteps } from '../store/one-moment.ts'
import { fieldKeys } from '../store/programme-store.ts'
import { fieldSources } from './field-sources.ts'
import { preparedRules } from './prepared-rules.ts'
import { draftFinding, type DraftFinding, type Scene } from './scene.ts'
import { signsOfPeriod } from './sign-findings.ts'

/** Units asked before others are served. */
const askedAtOnce = 200

/** R30: what the programme's own rules find, on values in effect. */
export function* findProgrammeRuleTrouble(scene: Scene): ReadingSteps<DraftFinding[]> {
  const rules = preparedRules(scene.programme)
  if (rules.length === 0) return []
  const { units } = yield* signsOfPeriod(scene)
  const places = fieldKeys(scene.store)
  const found: DraftFinding[] = []
  for (const [index, { code, name, now }] of units.entries()) {
    if (index % askedAtOnce === askedAtOnce - 1) yield
    const countOf = (field: string): number | undefined => now[places.get(field) ?? -1]
    for (const { rule, fields, fires } of rules) {
      const counts = countsOfUnit(fields, countOf, rule.missing)
      if (!counts || !fires((field) => counts.get(field))) continue
      const shown = Object.fromEntries(fields.map((field) => [field, formatCount(counts.get(field) ?? 0)]))
      const words = { unitName: name, ...shown }
      found.push(
        draftFinding('R30', rule.severity, code, {
          subject: fields[0] ?? null,
          counterpart: rule.code,
          actual: fields.map((field) => `${field}=${counts.get(field) ?? ''}`).join(' '),
          params: {
            unit: code,
            unitName: name,
            code: rule.code,
            sentence: fillText(rule.message, 'vi', words),
            sentence_en: fillText(rule.message, 'en', words),
          },
          look: () =>
            fieldSources(
              scene,
              fields.map((field) => ({ unit: code, field })),
            ),
        }),
      )
    }
  }
  return found
}

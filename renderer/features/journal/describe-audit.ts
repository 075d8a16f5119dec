import type { AuditReport, AuditState } from '../../../shared/contract/trust.ts'
import { auditCheckTexts, auditProblemTexts } from '../../../shared/messages/audit.ts'
import { auditPageTexts } from '../../../shared/messages/journal-page.ts'
import { wordParams } from '../../../shared/messages/param-words.ts'
import { fillText, type Language, type Text } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'

type Check = AuditReport['checks'][number]

/** `places`: one sentence per check that found something. */
export type AuditWords = { sentences: string[]; places: string[]; isIntact: boolean }

export const checkName = (name: string, language: Language): string =>
  (auditCheckTexts as Readonly<Record<string, Text>>)[name]?.[language] ?? name

const differencesOf = ({ problems, more }: Check): number => problems.length + more

/** What a check of everything found, in the sentences that come first. `nameOf` names a unit by its code. */
export function describeAudit(
  report: AuditReport,
  { at, actor }: Pick<AuditState, 'at' | 'actor'>,
  nameOf: (unit: string) => string,
  language: Language,
): AuditWords {
  const countOf = (name: string): string => formatCount(report.checks.find((check) => check.name === name)?.count ?? 0, language)
  const differences = report.checks.reduce((sum, check) => sum + differencesOf(check), 0)
  const isHeadUnknown = report.checks.some(({ problems }) => problems.some(({ code }) => code === 'head_unknown'))
  const head =
    report.knownHead === null ? auditPageTexts.headNotCompared : isHeadUnknown ? auditPageTexts.headUnknown : auditPageTexts.headKnown
  const when = at === null ? [] : [sayWhen(at, actor, language)]
  if (report.ok)
    return {
      isIntact: true,
      places: [],
      sentences: [
        fillText(auditPageTexts.intact, language),
        fillText(auditPageTexts.looked, language, {
          entries: formatCount(report.entries, language),
          submissions: countOf('submissions'),
          files: countOf('files'),
        }),
        fillText(head, language),
        ...when,
      ],
    }
  return {
    isIntact: false,
    places: report.checks.filter((check) => differencesOf(check) > 0).map((check) => describeCheck(check, nameOf, language)),
    sentences: [
      fillText(auditPageTexts.damaged, language, { count: formatSmallCount(differences, language) }),
      fillText(auditPageTexts.damagedDo, language),
      ...(report.knownHead === null ? [] : [fillText(head, language)]),
      ...when,
    ],
  }
}

const sayWhen = (at: string, actor: string | null, language: Language): string =>
  actor === null
    ? fillText(auditPageTexts.atBySelf, language, { at: printInstant(at, language) })
    : fillText(auditPageTexts.atBy, language, { actor, at: printInstant(at, language) })

const mostUnits = 5

function describeCheck(check: Check, nameOf: (unit: string) => string, language: Language): string {
  const units = check.problems.flatMap(({ params: { unit, period } }) =>
    typeof unit === 'string' && typeof period === 'string'
      ? [fillText(auditPageTexts.ofPeriod, language, { unit: nameOf(unit), period })]
      : [],
  )
  const said = { check: checkName(check.name, language), count: formatSmallCount(differencesOf(check), language) }
  if (units.length === 0) return fillText(auditPageTexts.inCheck, language, said)
  const shown = units.slice(0, mostUnits).join('; ') + (units.length > mostUnits ? '; …' : '')
  return fillText(auditPageTexts.inCheckUnits, language, { ...said, units: shown })
}

/** One check as the command line says it: what was looked at, or each difference with its codes. */
export function describeCheckExactly({ count, problems, more }: Check, language: Language): string[] {
  const say = (code: string, params: Readonly<Record<string, string | number>>): string => {
    const text = (auditProblemTexts as Readonly<Record<string, Text>>)[code]
    return text === undefined ? code : fillText(text, language, wordParams(params, language))
  }
  if (problems.length === 0) return [say('passed', { count: formatCount(count, language) })]
  return [...problems.map(({ code, params }) => say(code, params)), ...(more > 0 ? [say('more', { count: more })] : [])]
}

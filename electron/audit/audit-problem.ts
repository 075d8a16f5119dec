import { auditProblemTexts, type AuditProblemCode } from '../../shared/messages/audit.ts'
import { wordParams } from '../../shared/messages/param-words.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'

export type AuditProblem = { code: AuditProblemCode; params: Readonly<Record<string, string | number>> }

/** What one check looked at and what it found. */
export type CheckFindings = { count: number; problems: AuditProblem[] }

const largestShown = 20

/** One line for a person: all is well and how much was looked at, or each problem by name. */
export function describeFindings({ count, problems }: CheckFindings, language: Language): string {
  const say = (code: AuditProblemCode, params: AuditProblem['params']): string =>
    fillText(auditProblemTexts[code], language, wordParams(params, language))
  if (problems.length === 0) return say('passed', { count })
  const shown = problems.slice(0, largestShown).map(({ code, params }) => say(code, params))
  if (problems.length > largestShown) shown.push(say('more', { count: problems.length - largestShown }))
  return shown.join('; ')
}

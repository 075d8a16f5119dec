import type { z } from 'zod'
import type { ProgrammeProblemCode } from '../messages/programme.ts'
import { expectedTypes, programmeProblems } from '../messages/programme.ts'
import { fillText } from '../messages/text.ts'

type Issue = z.core.$ZodIssue
type Problem = { path: string; vi: string; en: string }
type Params = Readonly<Record<string, string | number>>

/** `indicators[3].numerator`; '' for the whole. */
export const printPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (printed, step) => (typeof step === 'number' ? `${printed}[${step}]` : printed === '' ? String(step) : `${printed}.${String(step)}`),
    '',
  )

const problem = (path: readonly PropertyKey[], code: ProgrammeProblemCode, params: Params = {}): Problem => ({
  path: printPath(path),
  vi: fillText(programmeProblems[code], 'vi', params),
  en: fillText(programmeProblems[code], 'en', params),
})

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let current = json
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<PropertyKey, unknown>)[step]
  }
  return current
}

/** A schema issue in the words of the person who wrote the file; unknown keys give one problem each. */
export function describeSchemaIssue(issue: Issue, json: unknown): Problem[] {
  const { path } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem(path, 'unknown_key', { key }))
    case 'invalid_value':
      if (path.length === 1 && path[0] === 'schema') return [problem(path, 'wrong_schema', { expected: String(issue.values[0]) })]
      return [
        valueAt(json, path) === undefined
          ? problem(path, 'missing')
          : problem(path, 'wrong_choice', { choices: issue.values.map(String).join(', ') }),
      ]
    case 'invalid_type':
      return [valueAt(json, path) === undefined && path.length > 0 ? problem(path, 'missing') : describeType(path, issue.expected)]
    case 'invalid_format':
      return [problem(path, issue.format === 'date' ? 'wrong_day' : 'wrong_form')]
    case 'too_small': {
      const isSize = issue.origin === 'string' || issue.origin === 'array'
      return [problem(path, isSize ? 'empty' : 'too_small', { minimum: String(issue.minimum) })]
    }
    case 'too_big':
      return [problem(path, 'too_large', { maximum: String(issue.maximum) })]
    default:
      return [problem(path, 'other_form', { detail: issue.message })]
  }
}

function describeType(path: readonly PropertyKey[], expected: string): Problem {
  const known = Object.entries(expectedTypes).find(([name]) => name === expected)?.[1]
  return problem(path, 'wrong_type', { expected: known?.vi ?? expected, expected_en: known?.en ?? expected })
}

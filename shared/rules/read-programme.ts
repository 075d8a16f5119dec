import type { Programme, SourceLine } from '../domain/programme.ts'
import { programme as programmeSchema } from '../domain/programme.ts'
import { AppError } from '../errors.ts'
import { programmeProblems } from '../messages/programme.ts'
import { fillText } from '../messages/text.ts'
import { checkProgrammeReferences } from './check-programme-references.ts'
import { describeSchemaIssue } from './describe-schema-issue.ts'
import { locateJsonError } from './locate-json-error.ts'

/** One thing to correct: `path` as in `indicators[3].numerator` ('' for the whole file) and what is wrong there, in both languages. */
export type ProgrammeProblem = { path: string; vi: string; en: string }
export type ProgrammeReading = { programme: Programme } | { problems: readonly ProgrammeProblem[] }

export type ProgrammeOptions = {
  /** The lines that units belong to, where the units are known: an indicator summed over a line without units is refused. */
  unitLines?: readonly SourceLine[]
}

/** Checks the shape first; cross-references only of a file whose shape is right, so that one mistake gives one problem. */
export function readProgramme(json: unknown, options: ProgrammeOptions = {}): ProgrammeReading {
  const parsed = programmeSchema.safeParse(json)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => describeSchemaIssue(issue, json)) }
  const problems = checkProgrammeReferences(parsed.data, options.unitLines)
  return problems.length > 0 ? { problems } : { programme: parsed.data }
}

/** The same from the text of a file; text that is no JSON gives one problem with line and column. */
export function readProgrammeText(text: string, options: ProgrammeOptions = {}): ProgrammeReading {
  const withoutMark = text.replace(/^\ufeff/, '')
  let json: unknown
  try {
    json = JSON.parse(withoutMark)
  } catch {
    const place = locateJsonError(withoutMark) ?? { line: 1, column: 1 }
    const problem = programmeProblems.not_json
    return { problems: [{ path: '', vi: fillText(problem, 'vi', place), en: fillText(problem, 'en', place) }] }
  }
  return readProgramme(json, options)
}

/** The refusal `programme.invalid` {count, first, first_en}: how many places, and the first with its path. */
export function refuseProgramme(problems: readonly ProgrammeProblem[]): AppError {
  const first = problems[0]
  const at = first === undefined || first.path === '' ? '' : `${first.path}: `
  return new AppError('programme.invalid', { count: problems.length, first: at + (first?.vi ?? ''), first_en: at + (first?.en ?? '') })
}

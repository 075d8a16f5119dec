import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorTexts } from '../../../shared/messages/catalogue.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { locateJsonError } from '../../../shared/rules/locate-json-error.ts'
import type { ProgrammeOptions } from '../../../shared/rules/read-programme.ts'
import { readProgramme, readProgrammeText, refuseProgramme } from '../../../shared/rules/read-programme.ts'

type Path = readonly (string | number)[]

/** The bundled programme with one place changed; a value of undefined takes the entry out. */
function withChange(path: Path, value: unknown): unknown {
  const json = structuredClone(bundledProgramme()) as unknown
  let at = json as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  const last = path.at(-1)!
  if (value === undefined) delete at[last]
  else at[last] = value
  return json
}

function problemsOf(json: unknown, options?: ProgrammeOptions) {
  const reading = readProgramme(json, options)
  return 'problems' in reading ? reading.problems : []
}
const fieldAt = (code: string) => bundledProgramme().fields.findIndex((field) => field.code === code)

describe('shape', () => {
  it.each<[Path, unknown, string, string]>([
    [['schema'], undefined, 'schema', 'missing'],
    [['schema'], 'something-else', 'schema', 'tonghop-programme-1'],
    [['indicators', 3, 'numerator'], undefined, 'indicators[3].numerator', 'missing'],
    [['indicators', 3, 'threshold'], '90', 'indicators[3].threshold', 'number'],
    [['indicators', 3, 'threshold'], 1.5, 'indicators[3].threshold', 'whole number'],
    [['indicators', 3, 'threshold'], -1, 'indicators[3].threshold', 'below 0'],
    [['indicators', 3, 'form'], 'share', 'indicators[3].form', 'percent, ratio'],
    [['indicators', 0, 'methodNotes'], [], 'indicators[0].methodNotes', 'at least 1'],
    [['fields', 0, 'code'], 'Um Total', 'fields[0].code', 'required form'],
    [['fields', 0, 'label', 'vi'], '  ', 'fields[0].label.vi', 'empty'],
    [['fields', 0, 'colour'], 'red', 'fields[0]', '"colour"'],
    [['milestones', 0, 'due'], '2026-02-30', 'milestones[0].due', '2026-02-28'],
    [['fields'], {}, 'fields', 'list'],
    [['sourceText'], ' \n', 'sourceText', 'required form'],
    [['reportingYear', 'startMonth'], 13, 'reportingYear.startMonth', 'above 12'],
  ])('a wrong %j (%j) is named', (path, value, place, words) => {
    const problems = problemsOf(withChange(path, value))
    expect(problems.map((problem) => problem.path)).toEqual([place])
    expect(problems[0]!.en).toContain(words)
    expect(problems[0]!.vi).not.toBe('')
    expect(problems[0]!.vi + problems[0]!.en).not.toMatch(/\{\w+\}|undefined/)
  })

  it.each([[null], [[]], ['programme'], [42], [undefined]])('%j is no programme', (json) => {
    const problems = problemsOf(json)
    expect(problems).toHaveLength(1)
    expect(problems[0]!.path).toBe('')
    expect(problems[0]!.en).toContain('group')
  })

  it('names every place, not only the first', () => {
    const json = withChange(['fields', 0, 'measure'], 'sum') as { tasks: { slug: unknown }[] }
    json.tasks[2]!.slug = 3
    expect(problemsOf(json).map((problem) => problem.path)).toEqual(['fields[0].measure', 'tasks[2].slug'])
  })
})

describe('cross-references', () => {
  const units = fieldAt('ub_total')
  it.each<[string, Path, unknown, string, RegExp]>([
    ['an unknown numerator', ['indicators', 3, 'numerator'], 'um_intro', 'indicators[3].numerator', /no field "um_intro"/],
    ['an unknown denominator', ['indicators', 0, 'denominator'], 'um_all', 'indicators[0].denominator', /no field "um_all"/],
    [
      'a denominator that is the numerator',
      ['indicators', 0, 'denominator'],
      'um_informed',
      'indicators[0].denominator',
      /both "um_informed"/,
    ],
    ['persons over unions in percent', ['indicators', 0, 'denominator'], 'ub_state', 'indicators[0].denominator', /cannot be divided/],
    ['a target above 100 percent', ['indicators', 0, 'threshold'], 101, 'indicators[0].threshold', /exceed 100/],
    ['"all" below 100', ['indicators', 0, 'sense'], 'all', 'indicators[0].sense', /100 percent/],
    ['a code used twice', ['indicators', 2, 'code'], 'ind.workers_informed', 'indicators[2].code', /already used at indicators\[1\]/],
    [
      'a summed line compared with itself',
      ['indicators', 0, 'crossCheckLines'],
      ['federation', 'territorial'],
      'indicators[0].crossCheckLines[1]',
      /both summed and compared/,
    ],
    [
      'a line compared twice',
      ['indicators', 0, 'crossCheckLines'],
      ['federation', 'federation'],
      'indicators[0].crossCheckLines[1]',
      /already used/,
    ],
    ['a summed line that is not asked', ['indicators', 0, 'line'], 'front', 'indicators[0].line', /does not ask/],
    [
      'an unknown alternative',
      ['indicators', 3, 'alternatives', 0, 'denominator'],
      'ub_all',
      'indicators[3].alternatives[0].denominator',
      /no field/,
    ],
    ['an unknown field group', ['fields', units, 'group'], 'union', `fields[${units}].group`, /no group "union" in fieldGroups/],
    ['an unknown task group', ['tasks', 4, 'group'], 'tsk.9', 'tasks[4].group', /no group "tsk.9"/],
    ['a task in another group', ['tasks', 4, 'group'], 'tsk.1', 'tasks[4].code', /"tsk.3.1" does not lie in the group "tsk.1"/],
    ['an unknown milestone', ['assignments', 0, 'milestone'], 'plans', 'assignments[0].milestone', /no milestone "plans"/],
    ['an unknown assignment', ['milestones', 0, 'assignment'], 'asg.IV9', 'milestones[0].assignment', /no assignment "asg.IV9"/],
    ['two deadlines for one thing', ['assignments', 0, 'deadline'], '2026-03-01', 'assignments[0].deadline', /2026-02-28/],
    ['an unknown part', ['wholes', 0, 'parts', 1], 'ub_private', 'wholes[0].parts[1]', /no field/],
    ['a whole as its own part', ['wholes', 0, 'parts', 1], 'ub_total', 'wholes[0].parts[1]', /part of itself/],
    ['a part twice', ['wholes', 0, 'parts', 1], 'ub_state', 'wholes[0].parts[1]', /already used/],
    ['parts counted otherwise', ['wholes', 0, 'parts', 1], 'ent_nonstate', 'wholes[0].parts[1]', /cannot be divided, added/],
    ['a subset of itself', ['subsets', 0, 'of'], 'ub_psu', 'subsets[0].of', /part of itself/],
    [
      'one input name for two',
      ['monitors', 3, 'parts', 0, 'name'],
      'collective_disputes',
      'monitors[3].parts[0].name',
      /same name as monitors\[2\]/,
    ],
    [
      'a clause that is not in the text',
      ['tasks', 12, 'source', 'text'],
      'Đổi mới công tác tuyên truyền',
      'tasks[12].source.text',
      /word for word/,
    ],
    ['a heading without anything below', ['outline', 16, 'content'], undefined, 'outline[16]', /neither content nor sections/],
    ['a year that starts on no day', ['reportingYear'], { startMonth: 2, startDay: 30 }, 'reportingYear.startDay', /no day 30 in month 2/],
  ])('%s is refused with its place', (_, path, value, place, words) => {
    const problem = problemsOf(withChange(path, value)).find((found) => found.path === place)
    expect(problem?.en).toMatch(words)
    expect(problem!.vi + problem!.en).not.toMatch(/\{\w+\}|undefined/)
  })

  it('subsets must not run in a circle', () => {
    const json = withChange(
      ['subsets'],
      [
        { subset: 'ub_psu', of: 'ub_state' },
        { subset: 'ub_state', of: 'ub_total' },
        { subset: 'ub_total', of: 'ub_psu' },
      ],
    )
    expect(problemsOf(json).map((problem) => problem.path)).toEqual(['subsets[0].of', 'subsets[1].of', 'subsets[2].of'])
  })

  it('sections must not skip a level', () => {
    const json = withChange(['outline', 4, 'level'], 1) as { outline: unknown[] }
    expect(problemsOf(json).some((problem) => /level 3 stands below level 1/.test(problem.en))).toBe(true)
  })

  it('a summed line that no unit belongs to is refused for each of its indicators', () => {
    expect(problemsOf(structuredClone(bundledProgramme()), { unitLines: ['federation'] }).map((problem) => problem.path)).toEqual(
      bundledProgramme().indicators.map((_, index) => `indicators[${index}].line`),
    )
  })
})

describe('text of a file', () => {
  it('reads valid text, with a byte order mark too', () => {
    expect(readProgrammeText('\ufeff' + JSON.stringify(bundledProgramme()))).toEqual({ programme: bundledProgramme() })
  })
  it('names line and column of broken JSON', () => {
    const reading = readProgrammeText('{\n  "schema": "tonghop-programme-1",\n  "code": oops\n}')
    expect(reading).toEqual({
      problems: [{ path: '', vi: 'tệp chưa đúng dạng JSON tại dòng 3, cột 11.', en: 'the file is not valid JSON at line 3, column 11.' }],
    })
  })
  it('becomes a refusal whose texts are complete in both languages', () => {
    const reading = readProgramme(withChange(['indicators', 3, 'numerator'], 'um_intro'))
    const error = refuseProgramme('problems' in reading ? reading.problems : [])
    expect(error).toMatchObject({ code: 'programme.invalid', params: { count: 1 } })
    expect(fillText(errorTexts[error.code], 'vi', error.params)).toContain('indicators[3].numerator: không có mục số liệu "um_intro"')
    expect(fillText(errorTexts[error.code], 'en', error.params)).toContain('indicators[3].numerator: there is no field "um_intro"')
  })
})

describe('locateJsonError', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a" 1}', 1, 2],
    ['{"a": 1,}', 1, 9],
    ['[1, 2,\n 3 4]', 2, 4],
    ['[1] x', 1, 5],
    ['{"a": "no end}', 1, 7],
    ['{"a": "\t"}', 1, 7],
    ['[1,\u00a02]', 1, 4],
    ['[01]', 1, 3],
    ['{\n"a": [1,\n{"b": tru}]}', 3, 7],
  ])('finds %j at line %d, column %d', (text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(locateJsonError(text)).toEqual({ line, column })
  })
  it('agrees with JSON.parse on what is JSON', () => {
    const text = fc.oneof(
      fc.json(),
      fc.json().chain((json) => fc.nat({ max: Math.max(json.length - 1, 0) }).map((cut) => json.slice(0, cut))),
      fc.string({ unit: fc.constantFrom(...'[]{}",:0.e-\\ tru\u00a0\n'.split('')) }),
    )
    fc.assert(
      fc.property(text, (sample) => {
        let valid = true
        try {
          JSON.parse(sample)
        } catch {
          valid = false
        }
        return (locateJsonError(sample) === undefined) === valid
      }),
      { numRuns: 2000 },
    )
  })
})

import type { Field, Programme, SourceLine } from '../domain/programme.ts'
import { reportKinds } from '../domain/programme-terms.ts'
import type { ProgrammeProblemCode } from '../messages/programme.ts'
import { programmeProblems } from '../messages/programme.ts'
import { fillText } from '../messages/text.ts'

type Problem = { path: string; vi: string; en: string }
type Add = (path: string, code: ProgrammeProblemCode, params?: Readonly<Record<string, string | number>>) => void

/** What the schema cannot see: codes that meet nothing, meet twice, or meet what they must not. In the order of the file's parts. */
export function checkProgrammeReferences(programme: Programme, unitLines?: readonly SourceLine[]): Problem[] {
  const problems: Problem[] = []
  const add: Add = (path, code, params = {}) => {
    problems.push({ path, vi: fillText(programmeProblems[code], 'vi', params), en: fillText(programmeProblems[code], 'en', params) })
  }
  checkCodes(programme, add)
  checkInputNames(programme, add)
  const fields = new Map(programme.fields.map((field) => [field.code, field]))
  checkFields(programme, add)
  checkIndicators(programme, fields, unitLines, add)
  checkBreaks(programme, add)
  checkTasks(programme, add)
  checkDeadlines(programme, add)
  checkSums(programme, fields, add)
  checkClauses(programme, add)
  for (const kind of reportKinds) checkOutline(programme, kind, add)
  const { startMonth, startDay } = programme.reportingYear
  if (startDay > daysInMonth(startMonth)) add('reportingYear.startDay', 'no_such_day', { day: startDay, month: startMonth })
  return problems
}

/** February without the leap day: a year cannot start on a day that three years in four do not have. */
const daysInMonth = (month: number): number => (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31)

function checkBreaks({ breaks = [], indicators }: Programme, add: Add): void {
  const known = new Set(indicators.map(({ code }) => code))
  breaks.forEach((cut, index) =>
    cut.indicators?.forEach((code, place) => {
      if (!known.has(code)) add(`breaks[${index}].indicators[${place}]`, 'unknown_indicator', { code })
    }),
  )
}

function checkCodes(programme: Programme, add: Add): void {
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ...(
      [
        'fieldGroups',
        'fields',
        'indicators',
        'monitors',
        'taskGroups',
        'tasks',
        'assignments',
        'milestones',
        'standingChecks',
        'recipients',
        'outline',
        'appendices',
      ] as const
    ).map((list) => [list, 'code', programme[list].map((item) => item.code)] as const),
    ['layoutProfiles', 'from', programme.layoutProfiles.map((item) => item.from)],
    ['asks', 'line', programme.asks.map((item) => item.line)],
    ['wholes', 'whole', programme.wholes.map((item) => item.whole)],
    ['rules', 'code', (programme.rules ?? []).map((item) => item.code)],
  ]
  for (const [list, key, codes] of lists)
    codes.forEach((code, index) => {
      const first = codes.indexOf(code)
      if (first < index) add(`${list}[${index}].${key}`, 'duplicate', { code, first: `${list}[${first}].${key}` })
    })
}

/** Names of input cells are names in a workbook, where case does not count. Repeated codes are `checkCodes`' matter. */
function checkInputNames(programme: Programme, add: Add): void {
  const seen = new Map<string, string>()
  programme.monitors.forEach((monitor, index) =>
    monitor.parts.forEach((part, position) => {
      const path = `monitors[${index}].parts[${position}].name`
      const name = `mon.${part.name}`
      const first = seen.get(name.toLowerCase())
      if (first === undefined) seen.set(name.toLowerCase(), path)
      else add(path, 'overlapping_input', { name, first })
    }),
  )
}

function checkFields(programme: Programme, add: Add): void {
  const groups = new Set(programme.fieldGroups.map((group) => group.code))
  programme.fields.forEach((field, index) => {
    if (!groups.has(field.group)) add(`fields[${index}].group`, 'unknown_group', { code: field.group, list: 'fieldGroups' })
  })
}

type FieldMap = ReadonlyMap<string, Field>

/** Both fields where they exist; those that do not are problems. */
function findFields(fields: FieldMap, places: readonly (readonly [string, string])[], add: Add): (Field | undefined)[] {
  return places.map(([path, code]) => {
    const field = fields.get(code)
    if (field === undefined) add(path, 'unknown_field', { code })
    return field
  })
}

function sameUnit(path: string, left: Field | undefined, right: Field | undefined, add: Add): void {
  if (left && right && left.unitOfCount !== right.unitOfCount)
    add(path, 'other_unit_of_count', { left: left.code, left_unit: left.unitOfCount, right: right.code, right_unit: right.unitOfCount })
}

function checkIndicators(programme: Programme, fields: FieldMap, unitLines: readonly SourceLine[] | undefined, add: Add): void {
  programme.indicators.forEach((indicator, index) => {
    const at = `indicators[${index}]`
    const { numerator, denominator, threshold, form, line } = indicator
    const [upper, lower] = findFields(
      fields,
      [
        [`${at}.numerator`, numerator],
        [`${at}.denominator`, denominator],
      ],
      add,
    )
    if (numerator === denominator) add(`${at}.denominator`, 'same_field', { code: numerator })
    else if (form === 'percent') sameUnit(`${at}.denominator`, upper, lower, add)
    if (form === 'percent' && threshold > 100) add(`${at}.threshold`, 'percent_over_100')
    if (indicator.sense === 'all' && (form !== 'percent' || threshold !== 100)) add(`${at}.sense`, 'all_is_100')
    indicator.alternatives?.forEach((alternative, position) => {
      const path = `${at}.alternatives[${position}]`
      findFields(
        fields,
        [
          [`${path}.numerator`, alternative.numerator],
          [`${path}.denominator`, alternative.denominator],
        ],
        add,
      )
      if (alternative.numerator === alternative.denominator) add(`${path}.denominator`, 'same_field', { code: alternative.numerator })
    })

    const asked = programme.asks.find((ask) => ask.line === line)
    if (unitLines !== undefined && !unitLines.includes(line)) add(`${at}.line`, 'summed_line_nobody', { line })
    if (asked !== undefined && asked.fields !== 'all') add(`${at}.line`, 'summed_line_not_asked', { line })
    indicator.crossCheckLines.forEach((compared, position) => {
      const path = `${at}.crossCheckLines[${position}]`
      const first = indicator.crossCheckLines.indexOf(compared)
      if (compared === line) add(path, 'summed_line_compared', { line })
      else if (first < position) add(path, 'duplicate', { code: compared, first: `${at}.crossCheckLines[${first}]` })
    })
  })
}

function checkTasks(programme: Programme, add: Add): void {
  const groups = new Set(programme.taskGroups.map((group) => group.code))
  programme.tasks.forEach((task, index) => {
    if (!groups.has(task.group)) add(`tasks[${index}].group`, 'unknown_group', { code: task.group, list: 'taskGroups' })
    else if (!task.code.startsWith(`${task.group}.`))
      add(`tasks[${index}].code`, 'task_outside_group', { code: task.code, group: task.group })
  })
}

function checkDeadlines(programme: Programme, add: Add): void {
  const milestones = new Map(programme.milestones.map((milestone) => [milestone.code, milestone]))
  const assignments = new Set(programme.assignments.map((assignment) => assignment.code))
  programme.assignments.forEach((assignment, index) => {
    if (assignment.milestone === undefined) return
    const milestone = milestones.get(assignment.milestone)
    if (milestone === undefined) add(`assignments[${index}].milestone`, 'unknown_milestone', { code: assignment.milestone })
    else if (assignment.deadline !== undefined && assignment.deadline !== milestone.due)
      add(`assignments[${index}].deadline`, 'other_deadline', {
        deadline: assignment.deadline,
        due: milestone.due,
        milestone: milestone.code,
      })
  })
  programme.milestones.forEach((milestone, index) => {
    if (!assignments.has(milestone.assignment)) add(`milestones[${index}].assignment`, 'unknown_assignment', { code: milestone.assignment })
  })
}

function checkSums(programme: Programme, fields: FieldMap, add: Add): void {
  programme.wholes.forEach(({ whole, parts }, index) => {
    const [total] = findFields(fields, [[`wholes[${index}].whole`, whole]], add)
    parts.forEach((part, position) => {
      const path = `wholes[${index}].parts[${position}]`
      const first = parts.indexOf(part)
      if (part === whole) add(path, 'part_is_whole', { code: part })
      else if (first < position) add(path, 'duplicate', { code: part, first: `wholes[${index}].parts[${first}]` })
      else sameUnit(path, findFields(fields, [[path, part]], add)[0], total, add)
    })
  })
  programme.carryOvers?.forEach(({ field, from }, index) => {
    const at = `carryOvers[${index}]`
    const [repeated, repeats] = findFields(
      fields,
      [
        [`${at}.field`, field],
        [`${at}.from`, from],
      ],
      add,
    )
    sameUnit(`${at}.from`, repeated, repeats, add)
  })
  programme.subsets.forEach(({ subset, of }, index) => {
    const at = `subsets[${index}]`
    const [inner, outer] = findFields(
      fields,
      [
        [`${at}.subset`, subset],
        [`${at}.of`, of],
      ],
      add,
    )
    if (subset === of) add(`${at}.of`, 'part_is_whole', { code: of })
    else if (leadsBack(programme, subset)) add(`${at}.of`, 'circular', { code: subset })
    else sameUnit(`${at}.of`, inner, outer, add)
  })
}

function leadsBack(programme: Programme, start: string): boolean {
  const reached = new Set<string>()
  const waiting = [start]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop())
    for (const { subset, of } of programme.subsets)
      if (subset === code && !reached.has(of)) {
        reached.add(of)
        waiting.push(of)
      }
  return reached.has(start)
}

/** The copy's line and page breaks fall anywhere in a sentence; they are not part of its words. */
const unbroken = (text: string): string => text.replace(/\s+/g, ' ')

function checkClauses(programme: Programme, add: Add): void {
  const source = unbroken(programme.sourceText)
  for (const list of ['indicators', 'monitors', 'tasks', 'assignments', 'standingChecks'] as const)
    programme[list].forEach((item, index) => {
      if (!source.includes(unbroken(item.source.text))) add(`${list}[${index}].source.text`, 'clause_not_in_source')
    })
}

function checkOutline(programme: Programme, kind: (typeof reportKinds)[number], add: Add): void {
  const sections = programme.outline
    .map((section, index) => ({ ...section, path: `outline[${index}]` }))
    .filter((section) => section.kinds.includes(kind))
  sections.forEach((section, position) => {
    const above = sections[position - 1]?.level ?? 0
    const below = sections[position + 1]?.level ?? 0
    if (section.level > above + 1) add(`${section.path}.level`, 'level_jump', { level: section.level, above, kind })
    if (section.content === undefined && below <= section.level) add(section.path, 'empty_section', { kind })
  })
}

import type { IndicatorFigures } from '../domain/consolidation.ts'
import type { OutlineSection } from '../domain/programme.ts'
import type { Appendix, Block, ReportModel, ReportSource, Run, Table } from '../domain/report.ts'
import type {
  AppendixChange,
  FieldChange,
  IndicatorChange,
  IndicatorState,
  ParagraphChange,
  PlacedText,
  RegisterChange,
  ReportChanges,
} from '../domain/report-change.ts'
import { assembleReport } from './assemble-report.ts'
import { compareParagraphs } from './compare-texts.ts'
import { countRegister } from './report-register.ts'

/**
 * RC1–RC5: everything in which two versions of a report differ, figures old → new and words marked; empty lists where they do
 * not. The mark of a draft and the blanks for number and date are no difference.
 */
export const compareReports = (before: ReportSource, after: ReportSource): ReportChanges => ({
  ...compareFigures(before, after),
  ...compareWording(before, after),
})

/** RC4: of figures alone, which do not depend on the words of the program. */
export const compareFigures = (before: ReportSource, after: ReportSource): Pick<ReportChanges, 'indicators' | 'fields' | 'register'> => ({
  indicators: compareIndicators(before.figures.indicators, after.figures.indicators),
  fields: compareFields(before, after),
  register: compareRegister(before, after),
})

/** RC1–RC3, RC5: of what is printed. */
export function compareWording(before: ReportSource, after: ReportSource): Pick<ReportChanges, 'paragraphs' | 'appendices'> {
  const [old, now] = [before, after].map((source) => ({ model: assembleReport(source), source }))
  return {
    paragraphs: compareParagraphs(placeTexts(old!.model, old!.source), placeTexts(now!.model, now!.source)) satisfies ParagraphChange[],
    appendices: compareAppendices(old!.model.appendices, now!.model.appendices),
  }
}

const stateOf = ({ numerator, denominator, verdict, final, coverage }: IndicatorFigures): IndicatorState => ({
  numerator,
  denominator,
  verdict,
  final,
  coverage: { reported: coverage.reported, expected: coverage.expected },
})

function compareIndicators(before: readonly IndicatorFigures[], after: readonly IndicatorFigures[]): IndicatorChange[] {
  const known = new Map(before.map((figures) => [figures.code, stateOf(figures)]))
  return after.flatMap((figures): IndicatorChange[] => {
    const [old, now] = [known.get(figures.code), stateOf(figures)]
    return old === undefined || JSON.stringify(old) === JSON.stringify(now) ? [] : [{ code: figures.code, before: old, after: now }]
  })
}

/** In the order of the programme, then what only the older one had. */
function compareFields({ figures: before }: ReportSource, { figures: after, programme }: ReportSource): FieldChange[] {
  const codes = [...new Set([...programme.fields.map(({ code }) => code), ...Object.keys(before.fields)])]
  return codes.flatMap((code): FieldChange[] => {
    const [old, now] = [before.fields[code] ?? null, after.fields[code] ?? null]
    return old === now ? [] : [{ code, before: old, after: now }]
  })
}

function compareRegister(before: ReportSource, after: ReportSource): RegisterChange[] {
  const [old, now] = [countRegister(before.units), countRegister(after.units)]
  return (['expected', 'received', 'onTime', 'late', 'pending', 'missing'] as const).flatMap((count): RegisterChange[] =>
    old[count] === now[count] ? [] : [{ count, before: old[count], after: now[count] }],
  )
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
const rowsOf = ({ rows }: Table): string[] => rows.map(({ cells }) => cells.join(' · '))

/** The words of the paper in their order, each below its heading; what stands outside of the outline has no section. */
function placeTexts(model: ReportModel, { programme, kind }: ReportSource): PlacedText[] {
  const outside = (text: string): PlacedText[] => (text === '' ? [] : [{ section: null, heading: '', text }])
  const left = programme.outline.filter((section) => section.kinds.includes(kind))
  let place: Pick<PlacedText, 'section' | 'heading'> = { section: left[0]?.heading ? null : (left[0]?.code ?? null), heading: '' }
  const body = model.blocks.flatMap((block): PlacedText[] => {
    if (block.kind === 'heading') {
      place = { section: sectionOf(left, block.text) ?? place.section, heading: block.text }
      return []
    }
    return textsOf(block).map((text) => ({ ...place, text }))
  })
  return [
    ...model.subject.flatMap(outside),
    ...outside(model.addressee ?? ''),
    ...body,
    ...outside(model.closing),
    ...model.recipients.items.flatMap((runs) => outside(textOf(runs))),
    ...outside([model.signature.authority, model.signature.position, model.signature.name].filter((part) => part !== '').join(', ')),
    ...model.appendices.flatMap(({ title, name, parts }) =>
      parts.flatMap((part) => (part.kind === 'text' ? [{ section: null, heading: `${title}. ${name}`, text: part.text }] : [])),
    ),
  ]
}

/** Sections come in their order: what lies before the one that is found is not looked at again. */
function sectionOf(left: OutlineSection[], heading: string): string | undefined {
  const index = left.findIndex((section) => section.heading !== undefined && heading.endsWith(section.heading.vi))
  return index === -1 ? undefined : left.splice(0, index + 1).at(-1)?.code
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [textOf(block.runs)]
    case 'table':
      return rowsOf(block.table)
    case 'note':
      return [block.text]
    // Headings are places, bars show what the figures say, and what waits for words of the office is none of its words.
    default:
      return []
  }
}

function compareAppendices(before: readonly Appendix[], after: readonly Appendix[]): AppendixChange[] {
  const keyOf = ({ title, name }: Appendix): string => `${title}\n${name}`
  const old = new Map(before.map((appendix) => [keyOf(appendix), appendix]))
  const kept = new Set(after.map(keyOf))
  const changeOf = (appendix: Appendix, was: Appendix | undefined, is: Appendix | undefined): AppendixChange[] => {
    const counts = countRows(was, is)
    return counts.added + counts.removed === 0 ? [] : [{ title: appendix.title, name: appendix.name, ...counts }]
  }
  return [
    ...after.flatMap((appendix) => changeOf(appendix, old.get(keyOf(appendix)), appendix)),
    ...before.flatMap((appendix) => (kept.has(keyOf(appendix)) ? [] : changeOf(appendix, appendix, undefined))),
  ]
}

/** Rows that only one of the two has, each as often as it stands there. */
function countRows(was: Appendix | undefined, is: Appendix | undefined): { added: number; removed: number } {
  const rows = (appendix: Appendix | undefined): string[] =>
    (appendix?.parts ?? []).flatMap((part) => (part.kind === 'table' ? rowsOf(part.table) : []))
  const left = new Map<string, number>()
  for (const row of rows(was)) left.set(row, (left.get(row) ?? 0) + 1)
  let added = 0
  for (const row of rows(is)) {
    const count = left.get(row) ?? 0
    if (count === 0) added++
    else left.set(row, count - 1)
  }
  return { added, removed: [...left.values()].reduce((sum, count) => sum + count, 0) }
}

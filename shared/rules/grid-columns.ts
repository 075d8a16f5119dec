import type { Field, Indicator, Programme, SourceLine } from '../domain/programme.ts'
import { summedLineOf } from './summed-line.ts'

/** What the columns of the figures' table are: the rates of the indicators, or every raw count. */
export const gridViews = ['indicators', 'fields'] as const
export type GridView = (typeof gridViews)[number]

/**
 * `id`: the code of the field or indicator; the counts of an indicator, where they stand beside its rate, are `<code>/top` and
 * `<code>/bottom`. `line`: whose units are summed into the province.
 */
export type GridColumnPlan = { id: string; group: string; line: SourceLine } & (
  | { kind: 'count'; field: Field; part: 'top' | 'bottom' | null }
  | { kind: 'rate'; indicator: Indicator }
)

/** Columns under one head; `code` is a group of fields or an indicator. */
export type GridColumnGroup = { code: string; label: { vi: string; en: string }; columns: readonly GridColumnPlan[] }

/** Every column of a view in the programme's order. `parts` puts numerator and denominator before each rate. */
export function planGridColumns(programme: Programme, view: GridView, parts: boolean): GridColumnGroup[] {
  if (view === 'fields')
    return programme.fieldGroups
      .map(({ code, label }): GridColumnGroup => {
        const fields = programme.fields.filter(({ group }) => group === code)
        return { code, label, columns: fields.map((field) => planCount(programme, field, { id: field.code, group: code, part: null })) }
      })
      .filter(({ columns }) => columns.length > 0)
  return programme.indicators.map((indicator): GridColumnGroup => {
    const { code, shortLabel } = indicator
    const rate: GridColumnPlan = { id: code, group: code, line: indicator.line, kind: 'rate', indicator }
    return { code, label: shortLabel, columns: parts ? [...planParts(programme, indicator), rate] : [rate] }
  })
}

const planParts = (programme: Programme, { code, numerator, denominator }: Indicator): GridColumnPlan[] =>
  ([['top', numerator] as const, ['bottom', denominator] as const] as const).map(([part, field]) =>
    planCount(programme, getField(programme, field), { id: `${code}/${part}`, group: code, part }),
  )

const planCount = (
  programme: Programme,
  field: Field,
  place: { id: string; group: string; part: 'top' | 'bottom' | null },
): GridColumnPlan => ({ ...place, line: summedLineOf(programme, field.code), kind: 'count', field })

function getField({ fields }: Programme, code: string): Field {
  const field = fields.find((candidate) => candidate.code === code)
  if (!field) throw new Error(`no field ${code}`)
  return field
}

/** The column with this id, in whichever view; undefined where the programme has none. */
export const findGridColumn = (programme: Programme, id: string): GridColumnPlan | undefined =>
  gridViews
    .flatMap((view) => planGridColumns(programme, view, true))
    .flatMap(({ columns }) => columns)
    .find((column) => column.id === id)

/** The fields a column is made of, numerator first. */
export const fieldsOfColumn = (column: GridColumnPlan): readonly [string] | readonly [string, string] =>
  column.kind === 'count' ? [column.field.code] : [column.indicator.numerator, column.indicator.denominator]

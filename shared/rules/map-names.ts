import type { Programme } from '../domain/programme.ts'
import { communeColumnName, continuationName, coverNames, labelOffsets, noteName, proposalCount } from '../domain/template.ts'

type Field = Programme['fields'][number]
export type FieldName = { name: string; field: Field }

/** An input that is not a raw count, with the words people know it by. */
export type TextName = {
  name: string
  label: string
  content: 'text' | 'day' | 'count'
  /** The second cell in which a narrative goes on. */
  continuation: string | null
}

/** An input beside which the template prints what it asks. */
type Labelled = { name: string; subject: string; label: string; offset: { rows: number; columns: number } }

export type InputNames = {
  fields: readonly FieldName[]
  texts: readonly TextName[]
  labelled: readonly Labelled[]
  columns: readonly FieldName[]
  /** Every name the template can define, in lower case. */
  known: ReadonlySet<string>
}

const madeNames = new WeakMap<Programme, InputNames>()

/** The defined names of a programme's template; made once, because every workbook is asked for all of them. */
export function namesOf(programme: Programme): InputNames {
  let names = madeNames.get(programme)
  if (!names) madeNames.set(programme, (names = makeNames(programme)))
  return names
}

function makeNames(programme: Programme): InputNames {
  const fields = programme.fields.map((field): FieldName => ({ name: `fld.${field.code}`, field }))
  const columns = programme.fields.map((field): FieldName => ({ name: communeColumnName(field.code), field }))
  const texts = makeTextNames(programme)
  const labelled = [
    ...fields.map(({ name, field }): Labelled => ({ name, subject: field.code, label: field.label.vi, offset: labelOffsets.fld })),
    ...programme.tasks.map((task): Labelled => ({
      name: `nar.${task.code}`,
      subject: `nar.${task.code}`,
      label: task.label.vi,
      offset: labelOffsets.nar,
    })),
    ...programme.monitors.flatMap((monitor) =>
      monitor.parts.map((part): Labelled => ({
        name: `mon.${part.name}`,
        subject: `mon.${part.name}`,
        label: part.label.vi,
        offset: labelOffsets.mon,
      })),
    ),
  ]
  const inputs = [...fields, ...columns, ...texts].map(({ name }) => name)
  const continuations = texts.flatMap(({ continuation }) => continuation ?? [])
  const known = new Set([...inputs, ...continuations, ...Object.values(coverNames)].map((name) => name.toLowerCase()))
  return { fields, texts, labelled, columns, known }
}

function makeTextNames(programme: Programme): TextName[] {
  const single = (name: string, label: string, content: TextName['content']): TextName => ({ name, label, content, continuation: null })
  return [
    ...programme.tasks.map((task): TextName => ({
      ...single(`nar.${task.code}`, task.label.vi, 'text'),
      continuation: continuationName(task.code),
    })),
    ...programme.milestones.flatMap((milestone) =>
      milestone.evidence.map((evidence) =>
        single(`mil.${milestone.code}.${evidence}`, milestone.label.vi, evidence === 'date' ? 'day' : 'text'),
      ),
    ),
    ...Array.from({ length: proposalCount }, (_, index) => index + 1).flatMap((number) => [
      single(`prop.${number}.text`, `Kiến nghị ${number}`, 'text'),
      single(`prop.${number}.addressee`, `Kiến nghị ${number}`, 'text'),
    ]),
    ...programme.monitors.flatMap((monitor) => monitor.parts.map((part) => single(`mon.${part.name}`, part.label.vi, part.content))),
    single(noteName, 'Ghi chú chung', 'text'),
  ]
}

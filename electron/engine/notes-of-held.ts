import type { HeldItem } from '../import/list-held.ts'
import { findNotesOnChanges, type NoteOnChange } from '../review/notes-on-changes.ts'
import type { ServiceContext } from '../audit/context.ts'

type WithNotes<Item extends HeldItem> = Omit<Item, 'comesUpAgain'> & {
  comesUpAgain: HeldItem['comesUpAgain'] & { notes: readonly NoteOnChange[] }
}

/** A waiting version together with the reviewers' notes on what it changes. */
export function withNotes<Item extends HeldItem>(context: Pick<ServiceContext, 'store'>, period: string, item: Item): WithNotes<Item> {
  const { unit, difference, comesUpAgain } = item
  const notes =
    unit === null || difference === null
      ? []
      : findNotesOnChanges(context, {
          period,
          unit,
          fields: new Set(difference.figures.flatMap(({ commune, field }) => (commune === null ? [field] : []))),
          texts: new Map(difference.texts.map((change) => [change.name, change.new])),
        })
  return { ...item, comesUpAgain: { ...comesUpAgain, notes } }
}

import { useQuery } from '@tanstack/react-query'
import type { Note } from '../../../shared/contract/notes.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { Mark } from './split-sentences.ts'

/** The notes of a period; undefined until they are there. */
export function useNotes(period: string): readonly Note[] | undefined {
  const { queries } = useEngine()
  return useQuery(queries.notes.list.queryOptions({ input: { period } })).data
}

/** Where notes stand in one text. */
export const noteMarks = (notes: readonly Note[], unit: string, input: string): Mark[] =>
  notes.flatMap(({ unit: of, input: at, pin, isClosed }): Mark[] =>
    of === unit && at === input && !isClosed && pin.state === 'here' && pin.start !== null && pin.end !== null
      ? [{ kind: 'note', start: pin.start, end: pin.end }]
      : [],
  )

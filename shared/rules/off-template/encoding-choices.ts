import type { MappingProposal, MappingReading } from '../../domain/layout-mapping.ts'
import { voteEncoding, type EncodingSample } from '../../vietnamese/vote-encoding.ts'

/** One way to read the letters, with texts that it would change, before and after. */
export type EncodingChoice = { encoding: MappingReading['encoding']; samples: readonly EncodingSample[] }

/**
 * How the letters of a table may be read, best first, where the words of its heads and rows look like an old encoding that the fonts
 * do not tell; empty where nothing has to be asked. `tables` as proposed with the letters as they stand.
 */
export function encodingChoices(tables: Readonly<MappingProposal['tables']>): EncodingChoice[] {
  const words = tables.flatMap(({ rows, columns }) => [...rows.map(({ label }) => label), ...columns.map(({ head }) => head)])
  const vote = voteEncoding(words)
  return vote.suggestion === 'unicode' ? [] : vote.candidates.map(({ encoding, samples }) => ({ encoding, samples }))
}

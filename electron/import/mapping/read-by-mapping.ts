import { join } from 'node:path'
import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import type { KnownWords, LayoutMapping, MappingProposal, MappingReading } from '../../../shared/domain/layout-mapping.ts'
import type { MappedSubmission } from '../../../shared/domain/submission.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ServiceContext } from '../../audit/context.ts'
import type { KeptMapping } from '../../store/kept-mapping-store.ts'
import { findReceivedFile } from '../../store/received-file-store.ts'
import type { StoredSubmission } from '../../store/submission-store.ts'
import { isFailureOfFile } from '../read-kept.ts'

type WorkbookFile = { path: string; name: string }

/** What a worker needs beside the file; texts, because they are parsed once for all files of a run. */
export type MappingScene = { programme: string; units: string }

/** Null where no table can be read in the file. */
export async function proposeFor(
  { pool }: Pick<ServiceContext, 'pool'>,
  { path, name }: WorkbookFile,
  { programme, units }: MappingScene,
  options: { unit?: string | undefined; known?: KnownWords; reading?: Partial<MappingReading> } = {},
): Promise<MappingProposal | null> {
  const { unit = null, known = {}, reading = {} } = options
  const answer = await orNothing(pool.run('propose_mapping', { path, name, programme, units, unit, known, reading }))
  return answer && 'proposal' in answer ? answer.proposal : null
}

/** `mapping`: as given, with what the sheet calls every cell that came without its words. */
export type ReadByMapping = { mapped: MappedSubmission; contentSha256: string; mapping: LayoutMapping }

/** `unit`: whose it is, null while nobody has said it. Null where no table can be read in the file. */
export async function readBy(
  { pool }: Pick<ServiceContext, 'pool'>,
  { path, name }: WorkbookFile,
  { programme, units }: MappingScene,
  { unit, mapping }: { unit: string | null; mapping: LayoutMapping },
): Promise<ReadByMapping | null> {
  const answer = await orNothing(pool.run('apply_mapping', { path, name, programme, units, unit, mapping }))
  return answer && 'mapped' in answer ? answer : null
}

/** A worker that ran out of time or memory is what is wrong with the file. */
async function orNothing<Output>(
  answer: Promise<Output | { finding: SubmissionFinding }>,
): Promise<Output | { finding: SubmissionFinding } | null> {
  try {
    return await answer
  } catch (error) {
    if (isFailureOfFile(error)) return null
    throw error
  }
}

/** Where the kept file of a version lies, with the name it came with. Refuses with `sheet.file_missing`. */
export function fileOf({ store }: Pick<ServiceContext, 'store'>, version: StoredSubmission): WorkbookFile {
  const file = findReceivedFile(store, version.sha256)
  if (!file) throw new AppError('sheet.file_missing', { name: version.originalName })
  return { path: join(store.filesDirectory, file.keptAs), name: version.originalName }
}

/** What the sheets of a unit call the inputs, as people confirmed it; the newest word wins. */
export function knownWords(mappings: readonly KeptMapping[]): KnownWords {
  const words: Record<string, string> = {}
  for (const { mapping } of mappings.toReversed())
    for (const { name, label } of mapping.inputs) if (label !== undefined && label !== '') words[label] = name
  return words
}

import { createHash } from 'node:crypto'
import type { Programme } from '../../shared/domain/programme.ts'
import { submissionContent } from '../../shared/domain/submission.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import { labelMapping } from '../../shared/rules/off-template/label-of-cell.ts'
import { mapByLayout } from '../../shared/rules/off-template/map-by-layout.ts'
import { proposeMapping } from '../../shared/rules/off-template/propose-mapping.ts'
import type { WorkerTasks } from './tasks.ts'
import { openFile, type OpenedFile } from './workbook/open-file.ts'

type Task<Name extends keyof WorkerTasks> = (input: WorkerTasks[Name]['input']) => Promise<WorkerTasks[Name]['output']>

const open = async (path: string, name: string): Promise<OpenedFile> => openFile(path, name)

/** The rules run here, beside the reader: a workbook's cells never cross threads. */
export const proposeForFile: Task<'propose_mapping'> = async ({ path, name, programme, units, known, reading }) => {
  const opened = await open(path, name)
  if (opened.kind !== 'workbook') return { finding: opened.finding }
  const listed = JSON.parse(units) as Unit[]
  return { proposal: proposeMapping(opened.workbook, JSON.parse(programme) as Programme, listed, { known, reading }) }
}

export const applyToFile: Task<'apply_mapping'> = async ({ path, name, programme, mapping }) => {
  const opened = await open(path, name)
  if (opened.kind !== 'workbook') return { finding: opened.finding }
  const wanted = JSON.parse(programme) as Programme
  // Whatever says only addresses is guarded from now on by what the sheet calls them.
  const labelled = labelMapping(opened.workbook, wanted, mapping)
  const mapped = mapByLayout(opened.workbook, wanted, labelled)
  return { mapped, contentSha256: createHash('sha256').update(submissionContent(mapped)).digest('hex'), mapping: labelled }
}

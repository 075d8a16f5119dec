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

type Scene = { programme: Programme; units: readonly Unit[] }

let last: (Scene & { of: string }) | undefined

/** The files of one run are read by one programme and one list of units; what is worked out of these is remembered with them. */
function readScene(programme: string, units: string): Scene {
  const of = `${programme}\n${units}`
  if (last?.of !== of) last = { of, programme: JSON.parse(programme) as Programme, units: JSON.parse(units) as Unit[] }
  return last
}

/** The rules run here, beside the reader: a workbook's cells never cross threads. */
export const proposeForFile: Task<'propose_mapping'> = async ({ path, name, programme, units, unit, known, reading }) => {
  const opened = await open(path, name)
  if (opened.kind !== 'workbook') return { finding: opened.finding }
  const scene = readScene(programme, units)
  return { proposal: proposeMapping(opened.workbook, scene.programme, scene.units, { known, reading, unit: unit ?? undefined }) }
}

export const applyToFile: Task<'apply_mapping'> = async ({ path, name, programme, units, unit, mapping }) => {
  const opened = await open(path, name)
  if (opened.kind !== 'workbook') return { finding: opened.finding }
  const scene = readScene(programme, units)
  // Whatever says only addresses is guarded from now on by what the sheet calls them.
  const labelled = labelMapping(opened.workbook, scene.programme, mapping)
  const mapped = mapByLayout(opened.workbook, scene.programme, labelled, { unit, units: scene.units })
  return { mapped, contentSha256: createHash('sha256').update(submissionContent(mapped)).digest('hex'), mapping: labelled }
}

import type { TaskStatus } from '../../shared/domain/task-status.ts'
import { AppError } from '../../shared/errors.ts'
import { ruleParametersOf } from '../../shared/rules/signs/rule-parameters.ts'
import { runCommand, type CommandContext, type RowReference } from '../audit/run-command.ts'
import type { ServiceContext } from '../audit/context.ts'
import { readAtOnce, type ReadingSteps } from '../store/one-moment.ts'
import { getExpectedUnit, getOpenPeriod, getPeriod, getPeriodKey, listExpectedUnits } from '../store/period-store.ts'
import { getProgramme } from '../store/programme-store.ts'
import { findReceivedFile, insertReceivedFile, type ReceivedFile } from '../store/received-file-store.ts'
import { readRuleSettings } from '../store/setting-store.ts'
import { insertTaskStatus, listTaskStatuses, type StatedStatus } from '../store/task-status-store.ts'
import { narrativesOf } from './narratives-of-period.ts'

/** `stated` is what a person said; `suggested` what the narrative alone looks like, null for a unit that has not reported. */
export type TaskOfUnit = {
  unit: string
  name: string
  task: string
  stated: Omit<StatedStatus, 'unit' | 'task'> | null
  suggested: TaskStatus | null
}

type Request = { period: string; unit?: string | undefined; task?: string | undefined }

/** Every task of every unit that is asked for tasks, in protocol order. Refuses with `period.not_found`, `unit.not_found`, `task.not_found`. */
export const listTasks = (context: Pick<ServiceContext, 'store'>, request: Request): TaskOfUnit[] => readAtOnce(taskSteps(context, request))

/** `listTasks` step by step. */
export function* taskSteps({ store }: Pick<ServiceContext, 'store'>, { period: code, unit, task }: Request): ReadingSteps<TaskOfUnit[]> {
  const period = getPeriod(store, code)
  const programme = getProgramme(store, period.programmeVersion)
  if (unit !== undefined) getExpectedUnit(store, code, unit)
  const tasks = programme.tasks.filter((one) => task === undefined || one.code === task)
  if (tasks.length === 0) throw new AppError('task.not_found', { task: task ?? '' })
  const stated = new Map(listTaskStatuses(store, code, { unit, task }).map((one) => [`${one.unit} ${one.task}`, one]))
  const narratives = new Map((yield* narrativesOf(store, getPeriodKey(store, code), programme)).map((one) => [one.unit, one.prints]))
  yield
  const { thin_syllables: thin } = ruleParametersOf(programme, readRuleSettings(store))
  const silent = new Set(programme.asks.filter((ask) => ask.tasks === 'none').map(({ line }) => line))
  return listExpectedUnits(store, code)
    .filter((one) => !silent.has(one.line) && (unit === undefined || one.code === unit))
    .flatMap((one) => {
      const prints = narratives.get(one.code)
      return tasks.map((asked): TaskOfUnit => {
        const { unit: _unit, task: _task, ...said } = stated.get(`${one.code} ${asked.code}`) ?? { unit: '', task: '', id: null }
        const syllables = prints?.get(asked.code)?.syllables ?? 0
        const suggested = syllables === 0 ? 'not_started' : syllables < thin ? 'irregular' : 'regular'
        return {
          unit: one.code,
          name: one.name,
          task: asked.code,
          stated: said.id === null ? null : said,
          suggested: prints ? suggested : null,
        }
      })
    })
}

export type StatusOrder = {
  period: string
  unit: string
  task: string
  status: TaskStatus
  evidence: string
  /** Files that show it, kept already. */
  files?: readonly { file: ReceivedFile; name: string }[] | undefined
}

/**
 * What a person says of a task; needs the evidence it rests on, in words, and may have files that show it. Refuses with `period.not_found`, `period.closed`, `unit.not_found`,
 * `task.not_found`, `task.no_evidence`.
 */
export function setTaskStatus(context: CommandContext & Pick<ServiceContext, 'newId'>, order: StatusOrder): StatedStatus {
  const { store } = context
  const period = getOpenPeriod(store, order.period)
  const unit = getExpectedUnit(store, period.code, order.unit)
  if (!getProgramme(store, period.programmeVersion).tasks.some(({ code }) => code === order.task))
    throw new AppError('task.not_found', { task: order.task })
  const evidence = order.evidence.normalize('NFC').trim()
  if (evidence === '') throw new AppError('task.no_evidence')
  // The same file chosen twice shows nothing more.
  const files = [...new Map((order.files ?? []).map((one) => [one.file.sha256, one])).values()]
  return runCommand(context, () => {
    for (const { file } of files) if (!findReceivedFile(store, file.sha256)) insertReceivedFile(store, file)
    const stated: StatedStatus = {
      id: context.newId(),
      unit: unit.code,
      task: order.task,
      status: order.status,
      evidence,
      files: files.map(({ file, name }) => ({ sha256: file.sha256, name: name.normalize('NFC') })),
      actor: context.actor,
      at: context.clock(),
    }
    insertTaskStatus(store, period.code, stated)
    const params = { period: period.code, unit: unit.code, task: order.task, status: order.status, evidence }
    const rows: RowReference[] = [
      { table: 'task_status', key: stated.id },
      ...(files.length > 0 ? [{ table: 'task_evidence', key: stated.id } as const] : []),
    ]
    return { entry: { action: 'task.set_status', params, rows }, result: stated }
  })
}

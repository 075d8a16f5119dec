import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Channel } from '../../shared/domain/submission.ts'
import type { WorkerPool } from '../workers/pool.ts'
import { planSubmissions, type PlannedKind, type PlanOrder } from './plan-submissions.ts'

/** Files that came together: one import with this `receivedAt` (ISO, UTC) and channel. */
export type SubmissionBatch = {
  folder: string
  receivedAt: string
  channel: Channel
  files: readonly { path: string; unit: string; kind: PlannedKind }[]
}
/** `registered`: the path of an Excel list of denominators, as an outside office would send it. */
export type FilledSubmissions = { batches: readonly SubmissionBatch[]; missing: readonly string[]; registered: string }

const inFlight = 8

/**
 * Writes the planned workbooks, filled in our own templates, one folder per batch under `directory` (absolute), in the
 * order they came in. Equal orders give equal files.
 */
export async function fillSubmissions(pool: Pick<WorkerPool, 'run'>, order: PlanOrder & { directory: string }): Promise<FilledSubmissions> {
  const { programme, period, units, directory } = order
  const plan = planSubmissions(order)
  const communes = units.filter((unit) => unit.line === 'territorial').map(({ code, name }) => ({ code, name }))
  const listed = units.map(({ code, name }) => ({ code, name }))
  const unitOf = new Map(units.map((unit) => [unit.code, unit]))
  const keys = [...new Set(plan.submissions.map(({ receivedAt, channel }) => `${receivedAt} ${channel}`))]
  const batches: SubmissionBatch[] = []
  for (const [index, key] of keys.entries()) {
    const members = plan.submissions.filter(({ receivedAt, channel }) => `${receivedAt} ${channel}` === key)
    const { receivedAt, channel } = members[0]!
    const folder = join(directory, `${String(index + 1).padStart(2, '0')}_${receivedAt.slice(0, 10)}_${channel}`)
    await mkdir(folder, { recursive: true })
    const files: { path: string; unit: string; kind: PlannedKind }[] = []
    for (let from = 0; from < members.length; from += inFlight)
      files.push(
        ...(await Promise.all(
          members.slice(from, from + inFlight).map(async ({ unit, kind, common, fileName, answers }) => {
            const { bytes } = await pool.run('fill_template', {
              order: {
                programme,
                period,
                unit: common ? null : (unitOf.get(unit) ?? null),
                communes: common ? listed : communes,
                previous: null,
              },
              answers,
            })
            const path = join(folder, fileName)
            await writeFile(path, bytes, { flag: 'wx' })
            return { path, unit, kind }
          }),
        )),
      )
    batches.push({ folder, receivedAt, channel, files })
  }
  const fields = Object.keys(Object.values(plan.registered)[0] ?? {})
  const rows = Object.entries(plan.registered).map(([unit, counts]) => [unit, ...fields.map((field) => counts[field] ?? 0)])
  const { bytes } = await pool.run('write_list', { sheet: 'Danh sách', rows: [['Mã đơn vị', ...fields], ...rows] })
  const registered = join(directory, 'Mau-so_LDLD-tinh.xlsx')
  await writeFile(registered, bytes, { flag: 'wx' })
  return { batches, missing: plan.missing, registered }
}

/** A whole process that takes in a folder, and ends itself without warning at its n-th step: `node import-child.ts WORKSPACE FOLDER [N]`. */
import { importFiles } from '../../../electron/import/import-files.ts'
import { AppError } from '../../../shared/errors.ts'
import { openStepping } from './stepping-context.ts'

const [workspace = '', folder = '', lastStep = '0'] = process.argv.slice(2)
const { context, steps, close } = openStepping(workspace, { lastStep: Number(lastStep), actor: 'Lan' })

process.stdout.write('started\n')
try {
  const report = await importFiles(context, { period: '2026-H1', paths: [{ path: folder, name: 'USB' }] })
  process.stdout.write(`${JSON.stringify({ totals: report.totals, steps: steps() })}\n`)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stdout.write(`${JSON.stringify({ code: error.code })}\n`)
}
await close()

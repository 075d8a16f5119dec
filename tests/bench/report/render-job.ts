import { readFileSync, writeFileSync } from 'node:fs'
import type { ReportModel } from '../../../shared/domain/report.ts'

/** One process, one paper: `<own|pdfmake> <model.json> <out.pdf>`; prints the number of pages. Loads only its own way. */
const [way, modelPath, target] = process.argv.slice(2)
const model = JSON.parse(readFileSync(modelPath!, 'utf8')) as ReportModel
const render =
  way === 'own'
    ? (await import('../../../electron/workers/report/render-report.ts')).renderReport
    : (await import('./render-with-pdfmake.ts')).renderWithPdfmake
const { bytes, pages } = await render(model)
writeFileSync(target!, bytes)
process.stdout.write(String(pages))

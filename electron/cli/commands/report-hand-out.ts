import { resolve } from 'node:path'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'

export const reportTables: Command = {
  options: ['out'],
  required: ['out'],
  args: ['ID'],
  run: ({ args, required, language, withWorkspace }) =>
    withWorkspace('read', async ({ engine }) => {
      const path = resolve(required('out'))
      const { writeTablesTo } = await import('../../engine/report-tables.ts')
      const { sha256 } = await writeTablesTo(engine.context, args[0]!, path)
      return { json: { path, sha256 }, text: fillText(outputTexts.tablesWritten, language, { path }) }
    }),
}

export const reportExport: Command = {
  options: ['period', 'out'],
  required: ['period', 'out'],
  run: ({ required, language, withWorkspace }) =>
    withWorkspace('read', async ({ engine }) => {
      const path = resolve(required('out'))
      const { exportPapers } = await import('../../engine/export-papers.ts')
      const { files } = await exportPapers(engine.context, { period: required('period'), directory: path })
      const damaged = files.filter(({ state }) => state === 'damaged')
      const count = (number: number): string => formatSmallCount(number, language)
      const lines =
        files.length === 0
          ? [fillText(outputTexts.nothingToExport, language)]
          : [
              ...files.map(({ name }) => `  ${name}`),
              fillText(outputTexts.papersExported, language, { count: count(files.length - damaged.length), path }),
              ...damaged.map(({ name }) => fillText(outputTexts.paperDamaged, language, { name })),
            ]
      return { json: { path, files, damaged: damaged.length }, text: lines.join('\n'), exitCode: damaged.length > 0 ? 1 : 0 }
    }),
}

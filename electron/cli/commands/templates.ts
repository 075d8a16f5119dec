import { resolve } from 'node:path'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { runJob } from '../run-job.ts'
import { wrapText } from '../wrap-text.ts'

export const templates: Command = {
  options: ['period', 'out', 'unit', 'progress'],
  required: ['period', 'out'],
  run: (invocation) =>
    invocation.withWorkspace('write', async (workspace) => {
      const { required, texts, language, width, commandLine } = invocation
      const { staging } = workspace.engine.context
      const directory = resolve(required('out'))
      const units = texts('unit')
      const result = await runJob<'templates'>(workspace, invocation, (client) =>
        client.templates.write({
          period: required('period'),
          target: staging.addOutput(directory),
          ...(units.length > 0 ? { units: [...units] } : {}),
        }),
      )
      const files = result.files.map(({ unit, file }) => ({ unit, path: staging.get(file).path }))
      const written = fillText(outputTexts.templatesWritten, language, { count: formatSmallCount(files.length, language), directory })
      const next = commandLine('import', fillText(outputTexts.folderOfFiles, language), '--period', required('period'))
      return { json: { files }, text: [written, wrapText(fillText(outputTexts.nextImport, language, { command: next }), width)].join('\n') }
    }),
}

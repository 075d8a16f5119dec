import { resolve } from 'node:path'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { runJob } from '../run-job.ts'

export const backup: Command = {
  options: [],
  args: ['FILE'],
  run: (invocation) =>
    invocation.withWorkspace('write', async (workspace) => {
      const path = resolve(invocation.args[0]!)
      const target = workspace.engine.context.staging.addOutput(path)
      const { sha256, bytes } = await runJob<'backup'>(workspace, invocation, (client) => client.trust.backup({ target }))
      const { language } = invocation
      return {
        json: { sha256, bytes },
        text: fillText(outputTexts.backedUp, language, { path, bytes: formatCount(bytes, language), sha256 }),
      }
    }),
}

export const restore: Command = {
  options: [],
  args: ['FILE'],
  async run({ args, directory, actor, language }) {
    const file = await existingPath(args[0]!, 'file')
    const { restoreBackup } = await import('../../engine/workspace-doors.ts')
    const json = await restoreBackup(file, directory, { actor })
    return { json, text: fillText(outputTexts.restored, language, { directory }) }
  },
}

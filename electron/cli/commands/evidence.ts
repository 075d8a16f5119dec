import { resolve } from 'node:path'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'

export const evidence: Command = {
  options: ['out'],
  required: ['out'],
  args: ['SHA256'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('read', async ({ client, engine }) => {
      const path = resolve(required('out'))
      const sha256 = args[0]!
      const { name } = await client.files.openEvidence({ sha256, target: engine.context.staging.addOutput(path) })
      return { json: { name, path, sha256 }, text: fillText(reviewOutput.evidenceWritten, language, { name, path }) }
    }),
}

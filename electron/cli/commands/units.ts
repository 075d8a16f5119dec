import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'

export const unitsList: Command = {
  options: [],
  run: ({ withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const units = await client.units.list({})
      return { json: { units }, text: units.map(({ code, name }) => `${code}  ${name}`).join('\n') }
    }),
}

export const unitsImport: Command = {
  options: [],
  args: ['FILE'],
  async run({ args, language, withWorkspace }) {
    const path = await existingPath(args[0]!, 'file')
    return withWorkspace('write', async ({ client, engine }) => {
      const json = await client.units.import({ file: engine.context.staging.addInput(path) })
      return { json, text: fillText(outputTexts.unitsImported, language, json) }
    })
  },
}

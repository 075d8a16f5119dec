import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'

export const unitsList: Command = {
  options: [],
  run: ({ language, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const units = await client.units.list({})
      return {
        json: { units },
        text: formatTable(
          [{ head: fillText(outputTexts.code, language) }, { head: fillText(outputTexts.unit, language), wraps: true }],
          units.map(({ code, name }) => [code, name]),
          width,
        ),
      }
    }),
}

export const unitsImport: Command = {
  options: [],
  args: ['FILE'],
  async run({ args, language, withWorkspace }) {
    const path = await existingPath(args[0]!, 'file')
    return withWorkspace('write', async ({ client, engine }) => {
      const print = (count: number): string => formatSmallCount(count, language)
      const json = await client.units.import({ file: engine.context.staging.addInput(path) })
      return {
        json,
        text: fillText(outputTexts.unitsImported, language, {
          added: print(json.added),
          changed: print(json.changed),
          unchanged: print(json.unchanged),
        }),
      }
    })
  },
}

import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'

export const trustList: Command = {
  options: [],
  run: ({ language, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const roots = await client.trust.listRoots({})
      const say = (key: 'rootName' | 'rootValidTo' | 'rootAt'): string => fillText(outputTexts[key], language)
      const columns = [{ head: say('rootName') }, { head: say('rootValidTo') }, { head: say('rootAt') }, { head: 'SHA-256' }] as const
      const rows = roots.map(({ name, validTo, at, sha256 }) => [name, printInstant(validTo, language), printInstant(at, language), sha256])
      return { json: { roots }, text: roots.length === 0 ? fillText(outputTexts.noRoots, language) : formatTable(columns, rows, width) }
    }),
}

export const trustAdd: Command = {
  options: [],
  args: ['FILE'],
  async run({ args, language, withWorkspace }) {
    const path = await existingPath(args[0]!, 'file')
    return withWorkspace('write', async ({ client, engine }) => {
      const roots = await client.trust.addRoot({ file: engine.context.staging.addInput(path) })
      const params = { count: formatSmallCount(roots.length, language), names: roots.map(({ name }) => name).join('; ') }
      return { json: { roots }, text: fillText(outputTexts.rootsAdded, language, params) }
    })
  },
}

export const trustRemove: Command = {
  options: [],
  args: ['SHA256'],
  run: ({ args, language, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      // As with other ids, the first signs of one are enough.
      const wanted = args[0]!.toLowerCase()
      const found = (await client.trust.listRoots({})).filter(({ sha256 }) => sha256.startsWith(wanted))
      if (found.length !== 1) throw new AppError('trust.not_found', { sha256: wanted })
      const root = await client.trust.removeRoot({ sha256: found[0]!.sha256 })
      return { json: { root }, text: fillText(outputTexts.rootRemoved, language, { name: root.name }) }
    }),
}

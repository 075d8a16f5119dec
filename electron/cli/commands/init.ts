import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'

export const init: Command = {
  options: ['programme', 'units'],
  async run({ directory, actor, language, text }) {
    const fileOf = async (name: 'programme' | 'units'): Promise<string | undefined> => {
      const path = text(name)
      return path === undefined ? undefined : existingPath(path, 'file')
    }
    const files = { programme: await fileOf('programme'), units: await fileOf('units') }
    const { createWorkspace } = await import('../../engine/workspace-doors.ts')
    const json = await createWorkspace(directory, files, { actor })
    return { json, text: fillText(outputTexts.initialised, language, { directory, ...json }) }
  },
}

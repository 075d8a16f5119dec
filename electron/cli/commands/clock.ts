import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { Command } from '../command.ts'

export const clockAccept: Command = {
  options: ['reason'],
  required: ['reason'],
  async run({ directory, actor, language, required, terminal }) {
    const { confirmClock } = await import('../../engine/workspace-doors.ts')
    const json = await confirmClock(directory, required('reason'), { actor, password: terminal.environment['TONGHOP_PASSWORD'] })
    return {
      json,
      text: fillText(outputTexts.clockAccepted, language, {
        now: printInstant(json.now, language),
        last: printInstant(json.last, language),
      }),
    }
  },
}

import { channelTexts } from '../../../shared/messages/channel.ts'
import { heldChoiceTexts } from '../../../shared/messages/command-output.ts'
import { intakeCommandTexts as say, versionWhyTexts } from '../../../shared/messages/intake-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Text } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import type { Command } from '../command.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

const choices: Readonly<Record<string, Text>> = heldChoiceTexts

export const versions: Command = {
  options: ['period', 'unit'],
  required: ['period', 'unit'],
  run: ({ language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const found = await client.submissions.versions({ period: required('period'), unit: required('unit') })
      if (isJson) return { json: { versions: found }, text: '' }
      if (found.length === 0) return { json: { versions: found }, text: fillText(say.noVersions, language) }
      const at = (instant: string): string => printInstant(instant, language)
      const lines = found.flatMap(({ version, why, originalName, receivedAt, channel, keyed, mapping, answers }) => [
        wrapText(
          fillText(say.versionLine, language, {
            version,
            why: fillText(versionWhyTexts[why], language),
            file: oneLine(originalName),
            at: at(receivedAt),
            channel: fillText(channelTexts[channel], language),
          }),
          width,
        ),
        ...(keyed
          ? [fillText(say.versionKeyed, language, { actor: keyed.actor, checker: keyed.checker ?? fillText(say.nobody, language) })]
          : []
        ).map((line) => `  ${line}`),
        ...(mapping ? [`  ${fillText(say.versionMapped, language, { actor: mapping.actor, at: at(mapping.at) })}`] : []),
        ...answers.map(
          ({ at: when, actor, choice }) =>
            `  ${fillText(say.versionAnswer, language, { at: at(when), actor: oneLine(actor), choice: choices[choice]?.[language] ?? choice })}`,
        ),
      ])
      return { json: { versions: found }, text: lines.join('\n') }
    }),
}

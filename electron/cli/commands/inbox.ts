import { join } from 'node:path'
import { channels } from '../../../shared/domain/submission.ts'
import type { InboxSource } from '../../../shared/contract/inbox.ts'
import { AppError } from '../../../shared/errors.ts'
import { inboxCommandTexts as say } from '../../../shared/messages/inbox.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { checkChoice } from '../parse-arguments.ts'
import { ruleMessages } from '../rule-messages.ts'
import { runJob } from '../run-job.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'
import { answerImport } from './import.ts'

type Status = Awaited<ReturnType<Workspace['client']['inbox']['status']>>

/** Who asks once has said nothing before and takes nothing in meanwhile. */
const jsonOf = ({ folder, watchesMedia, sources }: Status) => ({
  folder: folder?.place ?? null,
  watchesMedia,
  sources: sources.map(({ id, kind, name, place, isReachable, fresh, more }) => ({ id, kind, name, place, isReachable, fresh, more })),
})

const describeSource = (source: InboxSource, { language, commandLine }: Invocation): string[] => {
  const params = { place: oneLine(source.place), count: formatSmallCount(source.fresh, language) }
  const words = !source.isReachable ? say.unreachable : source.more ? say.sourceMore : say.source
  const command = commandLine('inbox', 'take', source.id, '--period', 'P')
  return [fillText(words, language, params), ...(source.fresh > 0 ? [fillText(say.next, language, { command })] : [])]
}

function answerStatus(status: Status, invocation: Invocation) {
  const { language, width, commandLine } = invocation
  const lines = [
    status.folder
      ? fillText(say.folder, language, { place: oneLine(status.folder.place) })
      : fillText(say.noFolder, language, { command: commandLine('inbox', 'set', 'DIR') }),
    fillText(status.watchesMedia ? say.mediaOn : say.mediaOff, language),
    ...(status.sources.length === 0 ? [fillText(say.noSources, language)] : []),
    ...status.sources.flatMap((source) => describeSource(source, invocation)),
  ]
  return { json: jsonOf(status), text: lines.map((line) => wrapText(line, width)).join('\n') }
}

export const inboxStatus: Command = {
  options: [],
  run: (invocation) => invocation.withWorkspace('read', async ({ client }) => answerStatus(await client.inbox.status({}), invocation)),
}

export const inboxSet: Command = {
  options: ['off', 'media'],
  args: ['DIR'],
  argsOptional: true,
  async run(invocation) {
    const { args, flag } = invocation
    const folder = args[0] === undefined ? undefined : await existingPath(args[0])
    const watchesMedia = flag('media')
    return invocation.withWorkspace('write', async ({ client, engine }) => {
      const chosen = folder === undefined ? (flag('off') === true ? null : undefined) : engine.context.staging.addInput(folder)
      await client.inbox.update({
        ...(chosen === undefined ? {} : { folder: chosen }),
        ...(watchesMedia === undefined ? {} : { watchesMedia }),
      })
      return answerStatus(await client.inbox.status({}), invocation)
    })
  },
}

/** The one that was named, or the only one with something new; of several a person says which. */
async function chooseSource({ client }: Workspace, { args, language }: Invocation): Promise<InboxSource | undefined> {
  const { sources } = await client.inbox.status({})
  if (args[0] !== undefined) {
    const named = sources.find(({ id }) => id === args[0])
    if (!named) throw new AppError('inbox.source_gone')
    return named
  }
  const withNew = sources.filter(({ fresh }) => fresh > 0)
  if (withNew.length < 2) return withNew[0]
  const named = withNew.map(({ id, name }) => `${id} (${name})`).join(', ')
  throw new AppError('inbox.which', { count: formatSmallCount(withNew.length, language), sources: named })
}

/** Files of a source are called by its name and their place in it, wherever it is put in; who asks here is told where they lie. */
const placeOf = ({ name, place }: InboxSource, path: string): string =>
  path.startsWith(`${name}/`) ? join(place, path.slice(name.length + 1)) : path

export const inboxTake: Command = {
  options: ['period', 'received', 'channel', 'progress'],
  required: ['period'],
  args: ['SOURCE'],
  argsOptional: true,
  run(invocation) {
    const { required, text, language, isJson } = invocation
    const period = required('period')
    const receivedAt = text('received')
    const channel = text('channel')
    const chosen = channel === undefined ? {} : { channel: checkChoice('channel', channel, channels, language) }
    return invocation.withWorkspace('write', async (workspace) => {
      const source = await chooseSource(workspace, invocation)
      if (!source) throw new AppError('inbox.nowhere_new')
      const result = await runJob<'import'>(workspace, invocation, (client) =>
        client.inbox.take({ source: source.id, period, ...(receivedAt === undefined ? {} : { receivedAt }), ...chosen }),
      )
      const files = result.files.map((file) => ({ ...file, path: placeOf(source, file.path) }))
      const answer = answerImport({ ...result, files }, await ruleMessages(workspace.client, language, period), invocation)
      const mayRemove = source.kind === 'media' && result.cancelled !== true
      return isJson || !mayRemove ? answer : { ...answer, text: `${answer.text}\n${fillText(say.mayRemove, language)}` }
    })
  },
}

import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import type { ReportTopic } from '../../../shared/domain/report.ts'
import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import type { Command, Invocation, Workspace } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'

/** What was named on the command line; undefined where nothing was. */
const namedTopic = ({ texts }: Invocation): ReportTopic | undefined => {
  const topic = { indicators: [...texts('indicator')], tasks: [...texts('task')] }
  return topic.indicators.length + topic.tasks.length === 0 ? undefined : topic
}

/** Before a thematic report is built; refuses what names topics for another kind. */
export async function chooseNamedTopic(invocation: Invocation, { client }: Workspace, kind: string): Promise<void> {
  const topic = namedTopic(invocation)
  if (topic === undefined) return
  if (kind !== 'thematic') throw new AppError('report.topic_of_thematic')
  await client.reports.chooseTopic({ period: invocation.required('period'), ...topic })
}

export const reportTopic: Command = {
  options: ['period', 'task', 'indicator', 'all'],
  required: ['period'],
  run(invocation) {
    const { required, flag, language, withWorkspace } = invocation
    const period = required('period')
    const named = flag('all') === true ? { indicators: [], tasks: [] } : namedTopic(invocation)
    return withWorkspace(named === undefined ? 'read' : 'write', async ({ client }) => {
      const json = named === undefined ? await client.reports.topic({ period }) : await client.reports.chooseTopic({ period, ...named })
      if (json.topic === null) return { json, text: fillText(outputTexts.topicOfEverything, language) }
      const codes = [...json.topic.indicators, ...json.topic.tasks].join(', ')
      return { json, text: fillText(outputTexts.topicIs, language, { codes }) }
    })
  },
}

export const reportReplacement: Command = {
  options: ['period', 'kind', 'supersedes'],
  required: ['period', 'kind'],
  run({ required, text, language, withWorkspace }) {
    const scope = { period: required('period'), kind: checkChoice('kind', required('kind'), reportKinds, language) }
    const named = text('supersedes')
    return withWorkspace(named === undefined ? 'read' : 'write', async ({ client }) => {
      const json =
        named === undefined
          ? await client.reports.replaced(scope)
          : await client.reports.chooseReplaced({ ...scope, replaces: named === '' ? null : named })
      if (json.replaces === null) return { json, text: fillText(outputTexts.replacementNone, language) }
      const { number, day } = json.replaces
      return { json, text: fillText(outputTexts.replacementIs, language, { number, day: printDay(day) }) }
    })
  },
}

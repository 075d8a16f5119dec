import { taskStatuses } from '../../../shared/domain/task-status.ts'
import { AppError } from '../../../shared/errors.ts'
import { taskOutputTexts, taskStatusTexts } from '../../../shared/messages/task-status.ts'
import { fillText } from '../../../shared/messages/text.ts'
import type { Command } from '../command.ts'
import { existingPath } from '../existing-path.ts'
import { formatTable } from '../format-table.ts'
import { oneLine } from '../visible-text.ts'

export const taskList: Command = {
  options: ['period', 'unit', 'task'],
  required: ['period'],
  run: ({ language, required, text, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const [unit, task] = [text('unit'), text('task')]
      const tasks = await client.tasks.list({
        period: required('period'),
        ...(unit === undefined ? {} : { unit }),
        ...(task === undefined ? {} : { task }),
      })
      const say = (words: (typeof taskOutputTexts)[keyof typeof taskOutputTexts]): string => fillText(words, language)
      const table = formatTable(
        [
          { head: say(taskOutputTexts.unit), wraps: true },
          { head: say(taskOutputTexts.task) },
          { head: say(taskOutputTexts.stated), wraps: true },
          { head: say(taskOutputTexts.evidence), wraps: true },
        ],
        tasks.map(({ name, task: code, stated, suggested }) => [
          name,
          code,
          stated ? fillText(taskStatusTexts[stated.status], language) : say(taskOutputTexts.unknown),
          stated
            ? [oneLine(stated.evidence), ...stated.files.map(({ name }) => oneLine(name))].join('; ')
            : suggested
              ? fillText(taskOutputTexts.suggested, language, { status: fillText(taskStatusTexts[suggested], language).toLowerCase() })
              : '',
        ]),
        width,
      )
      return { json: { tasks }, text: table }
    }),
}

export const taskSet: Command = {
  options: ['period', 'unit', 'evidence', 'file'],
  required: ['period', 'unit', 'evidence'],
  args: ['TASK', 'STATUS'],
  run({ args, language, required, texts, withWorkspace }) {
    const [task, typed] = args as [string, string]
    const status = taskStatuses.find((one) => one === typed)
    if (!status) throw new AppError('task.bad_status', { status: typed, known: taskStatuses.join(', ') })
    return withWorkspace('write', async ({ client, engine }) => {
      const paths = await Promise.all(texts('file').map((path) => existingPath(path, 'file')))
      const stated = await client.tasks.setStatus({
        period: required('period'),
        unit: required('unit'),
        task,
        status,
        evidence: required('evidence'),
        files: paths.map((path) => engine.context.staging.addInput(path)),
      })
      return {
        json: { task: stated },
        text: fillText(taskOutputTexts.set, language, { task, status: fillText(taskStatusTexts[status], language).toLowerCase() }),
      }
    })
  },
}

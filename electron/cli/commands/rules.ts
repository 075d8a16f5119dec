import { ruleParameterName, ruleParameterNames, ruleParameterValue } from '../../../shared/domain/rule-parameters.ts'
import { AppError } from '../../../shared/errors.ts'
import { doubtLevelTexts, doubtTexts, ruleParameterTexts, sleepTexts } from '../../../shared/messages/rule-list.ts'
import { ruleOutputTexts } from '../../../shared/messages/rule-output.ts'
import { ruleName } from '../../../shared/messages/rule-names.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

export const rules: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const listed = await client.findings.rules({ period: required('period') })
      const named = listed.map((rule) => ({ ...rule, name: ruleName(rule.rule) ?? { vi: rule.rule, en: rule.rule } }))
      const say = (note: (typeof listed)[number]['note']): string =>
        note === null ? '' : fillText(sleepTexts[note.code], language, note.params)
      const table = formatTable(
        [
          { head: fillText(ruleOutputTexts.rule, language) },
          { head: fillText(ruleOutputTexts.says, language), wraps: true },
          { head: fillText(ruleOutputTexts.openOf, language), align: 'right' },
        ],
        named
          .filter(({ awake }) => awake)
          .map(({ rule, name, open, found, parameters, note }) => [
            rule,
            [
              fillText(name, language),
              ...parameters.map(
                (parameter) => `${fillText(ruleParameterTexts[parameter.name], language)}: ${formatCount(parameter.value, language)}.`,
              ),
              say(note),
            ]
              .filter(Boolean)
              .join(' '),
            `${formatCount(open, language)}/${formatCount(found, language)}`,
          ]),
        width,
      )
      const sleeping = named
        .filter(({ awake }) => !awake)
        .map(({ rule, name, note }) => wrapText(`${rule}: ${fillText(name, language)} ${say(note)}`, width, '  - '))
      const rest =
        sleeping.length === 0
          ? []
          : ['', fillText(ruleOutputTexts.sleeping, language, { count: formatSmallCount(sleeping.length, language) }), ...sleeping]
      return { json: { rules: named }, text: [table, ...rest].join('\n') }
    }),
}

export const rulesSet: Command = {
  options: [],
  args: ['NAME', 'VALUE'],
  run({ args, language, withWorkspace }) {
    const name = ruleParameterName.safeParse(args[0])
    if (!name.success) throw new AppError('rules.unknown_parameter', { name: args[0]!, known: ruleParameterNames.join(', ') })
    const value = args[1] === 'usual' ? { success: true as const, data: null } : ruleParameterValue.safeParse(Number(args[1]))
    if (!value.success) throw new AppError('rules.bad_value', { value: args[1]! })
    return withWorkspace('write', async ({ client }) => {
      const set = await client.settings.setRule({ name: name.data, value: value.data })
      const words = { name: fillText(ruleParameterTexts[set.name], language), value: formatCount(set.value, language) }
      return { json: set, text: fillText(ruleOutputTexts.parameterSet, language, words) }
    })
  },
}

export const doubts: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const units = await client.findings.doubts({ period: required('period') })
      const text = units.map(({ unit, name, level, signs }) =>
        wrapText(
          `${name} (${unit}), ${fillText(doubtLevelTexts[level], language)}: ${signs
            .map(({ rule, count }) => fillText(doubtTexts[rule], language) + (count > 1 ? ` (${formatSmallCount(count, language)})` : ''))
            .join('; ')}`,
          width,
          '- ',
        ),
      )
      return { json: { units }, text: text.length === 0 ? fillText(ruleOutputTexts.noDoubts, language) : text.join('\n') }
    }),
}

export const copies: Command = {
  options: ['period', 'unit', 'task'],
  required: ['period'],
  run: ({ language, required, text, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const [unit, task] = [text('unit'), text('task')]
      const found = await client.findings.copies({
        period: required('period'),
        ...(unit === undefined ? {} : { unit }),
        ...(task === undefined ? {} : { task }),
      })
      const nameOf = await unitNames(client)
      const lines = found.copies.flatMap((copy) => {
        const { kind, name, period } = copy.other
        const source = fillText(ruleOutputTexts[`copied_${kind}`], language, { name: name ?? '', period: period ?? '' })
        return [
          wrapText(`${nameOf(copy.unit)} (${copy.unit}), ${copy.task}: ${source}`, width, '- '),
          ...copy.passages.map(({ start, end }) => wrapText(`“${oneLine(copy.text.slice(start, end))}”`, width, '    ')),
        ]
      })
      return { json: found, text: lines.length === 0 ? fillText(ruleOutputTexts.noCopies, language) : lines.join('\n') }
    }),
}

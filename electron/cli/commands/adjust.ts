import { adjustmentBases } from '../../../shared/contract/figures.ts'
import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { checkChoice } from '../parse-arguments.ts'

export const adjust: Command = {
  options: ['period', 'unit', 'reason', 'basis'],
  required: ['period', 'unit', 'reason'],
  args: ['FIELD', 'VALUE'],
  run({ args, language, required, text, withWorkspace }) {
    const [field, typed] = args as [string, string]
    // Separators are not guessed at: 1.250 may be one thousand or one and a quarter.
    if (!/^\d{1,12}$/.test(typed)) throw new AppError('command.bad_number', { value: typed })
    const basis = checkChoice('basis', text('basis') ?? 'other', adjustmentBases, language)
    return withWorkspace('write', async ({ client }) => {
      const adjustment = await client.adjustments.add({
        period: required('period'),
        unit: required('unit'),
        field,
        value: Number(typed),
        basis,
        reason: required('reason'),
      })
      const params = { field: adjustment.field, unit: adjustment.unit, value: formatCount(adjustment.value, language), id: adjustment.id }
      return { json: { adjustment }, text: fillText(outputTexts.adjusted, language, params) }
    })
  },
}

export const adjustWithdraw: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['ID'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const adjustment = await client.adjustments.withdraw({ id: args[0]!, reason: required('reason') })
      return { json: { adjustment }, text: fillText(outputTexts.adjustmentWithdrawn, language, { id: adjustment.id }) }
    }),
}

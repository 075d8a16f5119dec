import { callChannels, proposalStates } from '../../../shared/domain/review.ts'
import { callChannelTexts, proposalStateTexts } from '../../../shared/messages/review.ts'
import { reviewOutput } from '../../../shared/messages/review-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { Command } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { checkChoice } from '../parse-arguments.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'

export const proposalList: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const proposals = await client.proposals.list({ period: required('period') })
      const json = { proposals }
      if (isJson) return { json, text: '' }
      if (proposals.length === 0) return { json, text: fillText(reviewOutput.noProposals, language) }
      const heads = (['addressee', 'unit', 'words', 'state', 'reason'] as const).map((key) => ({
        head: fillText(reviewOutput[key], language),
      }))
      const rows = proposals
        .toSorted((a, b) => a.addressee.localeCompare(b.addressee, 'vi'))
        .map(({ addressee, unitName, words, state, reason }) => [
          addressee,
          unitName,
          oneLine(words),
          state === null ? '' : fillText(proposalStateTexts[state], language),
          oneLine(reason),
        ])
      return { json, text: formatTable(heads, rows, width) }
    }),
}

export const proposalSet: Command = {
  options: ['period', 'unit', 'state', 'reason'],
  required: ['period', 'unit', 'state'],
  args: ['WORDS'],
  run({ args, language, required, text, withWorkspace }) {
    const state = checkChoice('state', required('state'), proposalStates, language)
    return withWorkspace('write', async ({ client }) => {
      const request = { period: required('period'), unit: required('unit'), words: args[0]!, state, reason: text('reason') ?? '' }
      const proposal = await client.proposals.set(request)
      return {
        json: { proposal },
        text: fillText(reviewOutput.proposalSet, language, { state: fillText(proposalStateTexts[state], language) }),
      }
    })
  },
}

export const contactList: Command = {
  options: ['period'],
  required: ['period'],
  run: ({ language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const json = await client.contacts.list({ period: required('period') })
      if (isJson) return { json, text: '' }
      if (json.desks.length === 0 && json.calls.length === 0) return { json, text: fillText(reviewOutput.noContacts, language) }
      const nameOf = await unitNames(client)
      const head = (key: keyof typeof reviewOutput): { head: string } => ({ head: fillText(reviewOutput[key], language) })
      const desks = json.desks.map(({ unit, office, phone, clerk }) => [nameOf(unit), office, phone, clerk])
      const calls = json.calls.map(({ unit, channel, text, actor, at }) => [
        printInstant(at, language),
        nameOf(unit),
        fillText(callChannelTexts[channel], language),
        oneLine(text),
        actor,
      ])
      const parts = [
        ...(desks.length > 0 ? [formatTable([head('unit'), head('office'), head('phone'), head('clerk')], desks, width)] : []),
        ...(calls.length > 0 ? [formatTable([head('at'), head('unit'), head('state'), head('words'), head('actor')], calls, width)] : []),
      ]
      return { json, text: parts.join('\n\n') }
    }),
}

export const contactSet: Command = {
  options: ['office', 'phone', 'email', 'clerk'],
  args: ['UNIT'],
  run: ({ args, language, text, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const given = (['office', 'phone', 'email', 'clerk'] as const).flatMap((name) => {
        const value = text(name)
        return value === undefined ? [] : [[name, value]]
      })
      const desk = await client.contacts.update({ unit: args[0]!, ...(Object.fromEntries(given) as Record<string, string>) })
      return { json: { desk }, text: fillText(reviewOutput.contactSet, language, { unit: desk.unit }) }
    }),
}

export const contactAssign: Command = {
  options: ['clerk'],
  required: ['clerk'],
  args: ['UNIT'],
  lastRepeats: true,
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const clerk = required('clerk')
      const desks = await client.contacts.assign({ units: [...args], clerk })
      const count = formatSmallCount(desks.length, language)
      return { json: { desks }, text: fillText(reviewOutput.contactAssigned, language, { count, clerk }) }
    }),
}

export const contactCall: Command = {
  options: ['period', 'channel', 'text'],
  required: ['period', 'channel', 'text'],
  args: ['UNIT'],
  run({ args, language, required, withWorkspace }) {
    const channel = checkChoice('channel', required('channel'), callChannels, language)
    return withWorkspace('write', async ({ client }) => {
      const call = await client.contacts.call({ period: required('period'), unit: args[0]!, channel, text: required('text') })
      return { json: { call }, text: fillText(reviewOutput.called, language, { unit: call.unit }) }
    })
  },
}

import { AppError } from '../../../shared/errors.ts'
import { outputTexts } from '../../../shared/messages/command-output.ts'
import { intakeCommandTexts as say, surenessTexts } from '../../../shared/messages/intake-command.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { readingText } from '../../../shared/rules/reading-text.ts'
import { takeProposal } from '../../../shared/rules/papers/take-proposal.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import type { Command, Workspace } from '../command.ts'
import { formatTable } from '../format-table.ts'
import { tableColumns } from '../table-columns.ts'
import { unitNames } from '../unit-names.ts'
import { oneLine } from '../visible-text.ts'
import { wrapText } from '../wrap-text.ts'

type Words = NonNullable<Awaited<ReturnType<Workspace['client']['papers']['narratives']>>>

export const papersList: Command = {
  options: ['period', 'unit'],
  required: ['period'],
  run: ({ language, required, text, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const unit = text('unit')
      const papers = await client.papers.list({ period: required('period'), ...(unit === undefined ? {} : { unit }) })
      if (isJson) return { json: { papers }, text: '' }
      if (papers.length === 0) return { json: { papers }, text: fillText(say.noPapers, language) }
      const nameOf = await unitNames(client)
      const rows = papers.map(({ name, unit: of, paper, receipt }) => [
        oneLine(name),
        of === null ? '–' : nameOf(of),
        paper?.number ?? '',
        paper?.issuedOn ? printDay(paper.issuedOn) : '',
        paper?.signer ?? '',
        receipt,
      ])
      const heads = tableColumns([say.file, outputTexts.unit, say.number, say.day, say.signer, say.id], 2, language)
      return { json: { papers }, text: formatTable(heads, rows, width) }
    }),
}

/** What is not said is taken from the paper itself, where its head says it. */
export const papersDescribe: Command = {
  options: ['unit', 'number', 'date', 'signer', 'note'],
  required: ['unit'],
  args: ['ID'],
  run: ({ args, language, required, text, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const receipt = args[0]!
      const said = await client.papers.suggest({ receipt })
      const note = text('note')
      const json = await client.papers.describe({
        receipt,
        unit: required('unit'),
        number: text('number') ?? said.number,
        issuedOn: text('date') ?? said.issuedOn ?? '',
        signer: text('signer') ?? said.signer,
        subject: said.subject,
        ...(note === undefined ? {} : { note }),
      })
      const nameOf = await unitNames(client)
      return { json, text: fillText(say.paperDescribed, language, { file: json.name, unit: nameOf(json.unit ?? '') }) }
    }),
}

export const papersNarratives: Command = {
  options: ['period'],
  required: ['period'],
  args: ['ID'],
  run: ({ args, language, required, isJson, width, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const json = await client.papers.narratives({ receipt: args[0]! })
      if (isJson || json === null) return { json, text: fillText(say.noWords, language) }
      const programme = await client.workspace.programme({ period: required('period') })
      const lines = [
        ...json.tasks.flatMap(({ task, passages }) =>
          passages.map(({ place, text, confidence }) =>
            fillText(say.passage, language, {
              place,
              task: `${labelOf(programme, `nar.${task}`, language)} [nar.${task}]`,
              confidence: fillText(surenessTexts[confidence], language),
              text: oneLine(text),
            }),
          ),
        ),
        ...json.proposals.map(({ place, text, addressee }) =>
          fillText(addressee === '' ? say.proposal : say.proposalTo, language, {
            place,
            addressee: oneLine(addressee),
            text: oneLine(text),
          }),
        ),
        ...json.leftovers.map(({ place, text }) => fillText(say.leftover, language, { place, text: oneLine(text) })),
      ]
      return { json, text: lines.map((line) => wrapText(line, width, '', '   ')).join('\n') }
    }),
}

/** Suggestions for `keyed enter`; nothing is keyed in by looking at them. */
export const papersFigures: Command = {
  options: ['period'],
  required: ['period'],
  args: ['ID'],
  run: ({ args, language, required, isJson, width, commandLine, withWorkspace }) =>
    withWorkspace('read', async ({ client }) => {
      const receipt = args[0]!
      const period = required('period')
      const figures = await client.papers.figures({ receipt })
      if (isJson || figures.length === 0) return { json: { figures }, text: fillText(say.noFigures, language) }
      const programme = await client.workspace.programme({ period })
      const { fields } = programme
      const inOrder = fields.flatMap(({ code }) => figures.filter(({ field }) => field === code))
      const lines = inOrder.map(({ field, reading, raw, label, place, confidence }) =>
        fillText(say.figure, language, {
          field: `${labelOf(programme, field, language)} [${field}]`,
          value: readingText(reading, null, language),
          confidence: fillText(surenessTexts[confidence], language),
          raw: oneLine(raw),
          label: oneLine(label),
          place,
        }),
      )
      const command = commandLine('keyed', 'enter', '--period', period, '--unit', '…', '--from-paper', receipt, '--set', '…')
      return {
        json: { figures },
        text: [...lines.map((line) => wrapText(line, width, '', '   ')), fillText(say.figuresNext, language, { command })].join('\n'),
      }
    }),
}

/** `--set nar.tsk.1.1=7`: the passage that begins with block 7 of the paper; `prop=9`: its proposal in the next free place. */
export const papersTake: Command = {
  options: ['set'],
  required: ['set'],
  args: ['ID'],
  run: ({ args, language, texts, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const receipt = args[0]!
      const words = await client.papers.narratives({ receipt })
      const free = await client.papers.freeProposals({ receipt })
      const items = texts('set').flatMap((text) => itemsOf(text, words, free))
      const taken = await client.papers.takeNarratives({ receipt, items })
      return { json: { taken }, text: fillText(say.taken, language, { count: taken.length }) }
    }),
}

/** Takes the places for proposals out of `free` as it goes. */
function itemsOf(text: string, words: Words | null, free: number[]) {
  const [name, place] = text.split('=')
  const [isProposal, number] = /^prop(?:\.(\d+))?$/.exec(name?.trim() ?? '') ?? []
  if (isProposal !== undefined) {
    const proposal = words?.proposals.find((one) => String(one.place) === place?.trim())
    if (!proposal) throw new AppError('paper.no_text')
    const to = number === undefined ? free.shift() : Number(number)
    if (to === undefined) throw new AppError('paper.no_free_proposal')
    return takeProposal(proposal, to)
  }
  const passages = [...(words?.tasks.flatMap((task) => task.passages) ?? []), ...(words?.leftovers ?? [])]
  const found = passages.find((passage) => String(passage.place) === place?.trim())
  if (name === undefined || !found) throw new AppError('paper.no_text')
  return [{ name: name.trim(), text: found.text, heading: found.heading, paragraph: found.place }]
}

export const papersRemove: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['ID'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.papers.remove({ receipt: args[0]!, reason: required('reason') })
      return { json, text: fillText(say.paperRemoved, language) }
    }),
}

export const papersWithdraw: Command = {
  options: ['reason'],
  required: ['reason'],
  args: ['ID'],
  run: ({ args, language, required, withWorkspace }) =>
    withWorkspace('write', async ({ client }) => {
      const json = await client.papers.withdrawNarrative({ id: args[0]!, reason: required('reason') })
      return { json, text: fillText(say.withdrawn, language) }
    }),
}

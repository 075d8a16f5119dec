import type { Programme } from '../../domain/programme.ts'
import type { TextInput } from '../../domain/submission.ts'
import { findMentions, mentionLabels, type Mention } from './find-mentions.ts'
import { packPrints, printNarrative, type PackedPrints } from './narrative-print.ts'

export type SubmissionPrints = PackedPrints & { mentions: string }

const labelsOf = new WeakMap<Programme, ReturnType<typeof mentionLabels>>()

/** Everything that is kept of the narratives of one submission; `next` parts, which say what is planned, are left out. */
export function printSubmission(texts: readonly Pick<TextInput, 'name' | 'text'>[], programme: Programme): SubmissionPrints {
  let labels = labelsOf.get(programme)
  if (!labels) labelsOf.set(programme, (labels = mentionLabels(programme)))
  const textOf = new Map(texts.map(({ name, text }) => [name, text]))
  const written = programme.tasks.flatMap(({ code }) => {
    const text = textOf.get(`nar.${code}`)
    return text === undefined || text.trim() === '' ? [] : [{ code, text }]
  })
  const mentions = written.flatMap(({ code, text }): Mention[] => findMentions(code, text, labels))
  return { ...packPrints(written.map(({ code, text }) => printNarrative(code, text))), mentions: JSON.stringify(mentions) }
}

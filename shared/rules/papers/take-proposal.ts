import type { PaperProposal } from './read-proposals.ts'

/** One text of the template with the words for it; `paragraph` is the block of the paper they begin with. */
type TakenText = { name: string; text: string; heading: string; paragraph: number }

/** A proposal of a paper for the place `number` of the template: its words and, where the paper says it, whom it is for. */
export function takeProposal({ text, addressee, heading, place }: PaperProposal, number: number): TakenText[] {
  const at = { heading, paragraph: place }
  return [
    { name: `prop.${number}.text`, text, ...at },
    ...(addressee === '' ? [] : [{ name: `prop.${number}.addressee`, text: addressee, ...at }]),
  ]
}

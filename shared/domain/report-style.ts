import { z } from 'zod'

/** How urgent a paper is, from none to the highest. */
export const urgencies = ['none', 'urgent', 'very_urgent', 'flash'] as const
/** Where the tone of open oa, oe, uy stands in the program's own words: as they are, hòa and ủy, or hoà and uỷ. */
export const spellings = ['as_written', 'first_vowel', 'second_vowel'] as const
/** `long`: only when the text is longer than its form says. */
export const contentsChoices = ['long', 'always', 'never'] as const

/** Copies that a person can hand round before anybody loses count. */
const mostRounds = 99

/**
 * What an office decides about the look of a report, on top of its form. Chosen before the text is fixed, part of what is fixed.
 * `draftRound`: which round of handing round a draft this is, null = not said. `circulation`: to whom it may go, as typed, empty =
 * anybody. `typist`, `copies`: who typed it and how many are made.
 */
export const reportStyle = z.strictObject({
  sides: z.enum(['one', 'two']),
  draftRound: z.int().min(1).max(mostRounds).nullable(),
  circulation: z.string().trim().max(60),
  typist: z.string().trim().max(20),
  copies: z.int().min(1).max(9_999).nullable(),
  urgency: z.enum(urgencies),
  spelling: z.enum(spellings),
  ending: z.enum(['.', './.']),
  contents: z.enum(contentsChoices),
})
export type ReportStyle = z.infer<typeof reportStyle>

/** Until an office says otherwise nothing stands on its papers that the form does not ask for. */
export const usualReportStyle: ReportStyle = {
  sides: 'one',
  draftRound: null,
  circulation: '',
  typist: '',
  copies: null,
  urgency: 'none',
  spelling: 'as_written',
  ending: '.',
  contents: 'long',
}

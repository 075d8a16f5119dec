import type { PlainDocument } from '../../domain/document.ts'
import type { Confidence } from '../../domain/layout-mapping.ts'
import type { Programme, Task } from '../../domain/programme.ts'
import { nameKey, tidyText } from '../../vietnamese/text-key.ts'
import { paperSections, type PaperSection } from './paper-sections.ts'
import { bareHeading, isProposalHeading, readProposals, type PaperProposal } from './read-proposals.ts'
import { taskNames, taskVocabulary, type TaskVocabulary } from './task-vocabulary.ts'

/** One stretch of the paper, word for word; `place` is the block it begins with. */
export type PaperPassage = { text: string; heading: string; place: number }
export type SuggestedPassage = PaperPassage & { confidence: Confidence }

/** What a unit's paper says on the tasks of a programme; a person confirms every line of it. */
export type NarrativeMatches = {
  /** Every task once, in programme order, with the passages suggested for it in the order of the paper. */
  tasks: readonly { task: string; passages: readonly SuggestedPassage[] }[]
  proposals: readonly PaperProposal[]
  /** What was suggested for nothing, so that nothing is overlooked. */
  leftovers: readonly PaperPassage[]
}

type Match = { task: Task; confidence: Confidence }
type Piece = PaperPassage & { match: Match | null; isExact: boolean }

/**
 * Suggests for each task the passages of a paper that speak of it: by the words and the number of their headings, by their own
 * words under the heading of a whole group or of none, and by the order of the tasks. Situation, shortcomings, plans and
 * proposals are never taken for results. `sure` only where the heading says so.
 */
export function matchNarratives(document: PlainDocument, programme: Programme): NarrativeMatches {
  const vocabulary = taskVocabulary(programme)
  const sections = paperSections(document)
  const pieces = sections
    .filter(({ heading, above }) => !isProposalHeading(heading) && !above.some(isProposalHeading))
    .flatMap((section) => piecesOf(section, programme, vocabulary))
  const ordered = doubtOutOfOrder(pieces, programme.tasks)
  const matched = ordered.flatMap(({ match, text, heading, place }) => (match ? [{ ...match, text, heading, place }] : []))
  return {
    tasks: programme.tasks.map(({ code }) => ({
      task: code,
      passages: matched.flatMap(({ task, confidence, ...passage }) => (task.code === code ? [{ ...passage, confidence }] : [])),
    })),
    proposals: readProposals(sections),
    leftovers: ordered.flatMap(({ match, text, heading, place }) => (match ? [] : [{ text, heading, place }])),
  }
}

const notResults = new RegExp(
  `^(?:${['những', 'một số', 'về'].map(nameKey).join('|')}| )*(?:${[
    'tồn tại',
    'hạn chế',
    'khó khăn',
    'nguyên nhân',
    'bài học',
    'phương hướng',
    'nhiệm vụ trọng tâm',
    'nhiệm vụ thời gian tới',
    'nhiệm vụ, giải pháp',
    'đặc điểm',
    'tình hình chung',
    'tình hình đội ngũ',
    'tình hình công nhân',
    'tình hình doanh nghiệp',
    'khái quát',
    'đánh giá chung',
    'ưu điểm',
    'kết quả chung',
  ]
    .map(nameKey)
    .join('|')})(?![\\p{L}\\p{M}])`,
  'u',
)
const isNoResult = (heading: string): boolean => notResults.test(nameKey(bareHeading(heading)))

function piecesOf(section: PaperSection, programme: Programme, vocabulary: TaskVocabulary): Piece[] {
  const { heading, above, texts, place } = section
  const passage = (parts: PaperSection['texts']): PaperPassage => ({
    text: parts.map(({ text }) => text).join('\n'),
    heading,
    place: parts[0]?.place ?? place,
  })
  const tables = tablePieces(section, vocabulary)
  if (texts.length === 0) return tables
  if ([heading, ...above].some(isNoResult)) return [{ ...passage(texts), match: null, isExact: false }, ...tables]
  const own = groupOf([heading], programme)
  const headed = own === undefined ? matchHeading(heading, vocabulary) : undefined
  if (headed) return [{ ...passage(texts), match: headed.match, isExact: headed.isExact }, ...tables]
  const group = own ?? groupOf(above.toReversed(), programme)
  return [...byParagraph(section, passage, group, vocabulary), ...tables]
}

/** Best and next best of the tasks allowed. */
function rank(scores: ReturnType<TaskVocabulary>, allowed: (task: Task) => boolean = () => true) {
  const [best, next] = scores.filter(({ task }) => allowed(task)).toSorted((a, b) => b.score - a.score)
  return best && { task: best.task, score: best.score, lead: best.score - (next?.score ?? 0) }
}

const sureScore = 0.45
const sureLead = 0.25
const doubtfulScore = 0.18

/** A heading that is a name of the task, carries its number, or speaks of it much more than of any other. */
function matchHeading(heading: string, vocabulary: TaskVocabulary): { match: Match; isExact: boolean } | undefined {
  const bare = bareHeading(heading)
  if (bare === '') return undefined
  const scores = vocabulary(bare)
  const key = nameKey(bare).replace(/\s*[.:;]$/, '')
  const exact = scores.find(({ task }) => taskNames(task).some((name) => nameKey(name) === key))
  if (exact) return { match: { task: exact.task, confidence: 'sure' }, isExact: true }
  const number = /^(?:III\.)?(\d\.\d)[.)]?\s/.exec(tidyText(heading))?.[1]
  const best = rank(scores)
  // Its own number beside its own words; twice as much as of any other task is what a few words can say.
  if (!best || best.score < doubtfulScore || best.lead * 2 < best.score) return undefined
  const isSure = best.task.code === `tsk.${number}` || (best.score >= sureScore && best.lead >= sureLead)
  return { match: { task: best.task, confidence: isSure ? 'sure' : 'doubtful' }, isExact: false }
}

/** The group of tasks that one of the headings names, the nearest first. */
function groupOf(headings: readonly string[], { taskGroups }: Programme): string | undefined {
  const keys = headings.map((heading) => nameKey(bareHeading(heading)).replace(/\s*[.:;]$/, ''))
  return taskGroups.find(({ label, heading }) =>
    keys.some((key) => key !== '' && [label.vi, heading].some((name) => nameKey(bareHeading(name)) === key)),
  )?.code
}

/** Each paragraph by its own words; one that says too little goes on about what the one before it said. */
function byParagraph(
  { texts }: PaperSection,
  passage: (parts: PaperSection['texts']) => PaperPassage,
  group: string | undefined,
  vocabulary: TaskVocabulary,
): Piece[] {
  const runs: { parts: PaperSection['texts'][number][]; match: Match | null }[] = []
  for (const part of texts) {
    const best = rank(vocabulary(part.text), (task) => group === undefined || task.group === group)
    const [score, lead] = group === undefined ? [0.25, 0.08] : [0.15, 0.04]
    const told: Match | null =
      best && best.score >= score && best.lead >= lead
        ? { task: best.task, confidence: group !== undefined && best.lead >= 0.1 ? 'doubtful' : 'weak' }
        : null
    const last = runs.at(-1)
    if (last && (told === null ? last.match !== null && group !== undefined : told.task === last.match?.task)) {
      last.parts.push(part)
      if (told === null && last.match) last.match = { ...last.match, confidence: 'weak' }
    } else runs.push({ parts: [part], match: told })
  }
  return runs.map(({ parts, match }) => ({ ...passage(parts), match, isExact: false }))
}

/** Rows that name a task in one cell and tell of it in a later one. */
function tablePieces({ tables, heading }: PaperSection, vocabulary: TaskVocabulary): Piece[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row): Piece[] => {
      const at = row.findIndex((text) => text.length > 15 && matchHeading(text, vocabulary) !== undefined)
      const headed = at < 0 ? undefined : matchHeading(row[at]!, vocabulary)
      const text = row
        .slice(at + 1)
        .filter((cell) => /\p{L}{2}/u.test(cell))
        .join('\n')
      if (!headed || text.length < 20) return []
      return [{ text, heading: tidyText(row[at]!) || heading, place: table.place, match: headed.match, isExact: headed.isExact }]
    }),
  )
}

/** Papers follow the order of the programme; a heading that leaves it is only believed where it is the task's own label. */
function doubtOutOfOrder(pieces: readonly Piece[], tasks: readonly Task[]): Piece[] {
  const positions = pieces.map(({ match }) => (match ? tasks.indexOf(match.task) : -1))
  const kept = longestRise(positions)
  return pieces.map((piece, index) =>
    piece.match?.confidence === 'sure' && !piece.isExact && !kept.has(index)
      ? { ...piece, match: { ...piece.match, confidence: 'doubtful' } }
      : piece,
  )
}

/** Indices of a longest run that never goes back; -1 takes no part. */
function longestRise(positions: readonly number[]): ReadonlySet<number> {
  const best: { length: number; before: number }[] = []
  positions.forEach((position, index) => {
    let [length, before] = [1, -1]
    if (position >= 0)
      for (let earlier = 0; earlier < index; earlier += 1)
        if (positions[earlier]! >= 0 && positions[earlier]! <= position && best[earlier]!.length >= length)
          [length, before] = [best[earlier]!.length + 1, earlier]
    best.push({ length: position < 0 ? 0 : length, before })
  })
  const kept = new Set<number>()
  const top = Math.max(0, ...best.map(({ length }) => length))
  for (let at = best.findIndex(({ length }) => length === top && top > 0); at >= 0; at = best[at]!.before) kept.add(at)
  return kept
}

import type { ReportNote, ReportShortcoming } from '../domain/report-judgements.ts'
import type { Cause } from '../domain/review.ts'
import type { OutlineSection } from '../domain/programme.ts'
import type { ReportSource } from '../domain/report.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'
import { nameKey, tidyText } from '../vietnamese/text-key.ts'
import { citeFigure } from './cite-figure.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { sentence, shortDay, upperFirst } from './report-wording.ts'
import { textPrint } from './text-print.ts'

type Noted = ReportNote & { shortcoming: ReportShortcoming }

const ofKind = ({ judgements }: ReportSource, kind: ReportNote['kind']): ReportNote[] =>
  judgements.notes.filter((note) => note.kind === kind)

/** Shortcomings that run through this period; those whose remedy was verified stand apart. */
export function shortcomingsOf(source: ReportSource): { open: Noted[]; verified: Noted[] } {
  const noted = source.judgements.notes.filter((note): note is Noted => note.shortcoming !== null)
  const isVerified = ({ shortcoming }: Noted): boolean => shortcoming.state === 'verified'
  return { open: noted.filter((note) => !isVerified(note)), verified: noted.filter(isVerified) }
}

/** How many of the open ones were there in an earlier period already. */
export const countCarried = (open: readonly Noted[]): number => open.filter(({ shortcoming }) => shortcoming.periods > 1).length

/** The unit, or whom it touches; `Toàn tỉnh` where neither is said. */
function whoOf({ unitName, shortcoming }: ReportNote): string {
  const scope = tidyText(shortcoming?.scope ?? '')
  if (unitName === null) return scope === '' ? 'Toàn tỉnh' : upperFirst(scope)
  return scope === '' || nameKey(unitName).includes(nameKey(scope)) ? unitName : `${unitName} (${scope})`
}

/** A note keeps its key whatever else is noted. */
const noteKey = ({ kind, unit, text }: ReportNote): string => `${kind}/${textPrint(unit ?? '', nameKey(text))}`

/** What reviewers recorded of good work, behind the targets that were reached. */
export function assembleStrengths(source: ReportSource): KeyedBlock[] {
  const { verified } = shortcomingsOf(source)
  const line = (note: ReportNote): KeyedBlock => keyedParagraph(noteKey(note), `- ${whoOf(note)}: ${sentence(tidyText(note.text))}`)
  const commended = ofKind(source, 'commendation')
  return [
    ...ofKind(source, 'strength').map(line),
    ...(verified.length > 0
      ? [
          keyedParagraph(
            'verified',
            `- Đã khắc phục, được xác nhận ${citeFigure('sht.verified', formatSmallCount(verified.length))} tồn tại, hạn chế nêu từ kỳ trước hoặc trong kỳ.`,
          ),
        ]
      : []),
    ...(commended.length > 0 ? [keyedParagraph('commended', 'Đề nghị biểu dương, nhân rộng:'), ...commended.map(line)] : []),
  ]
}

/** SC1: each with its unit or scope, extent, cause, remedy and due day, numbered through, under its category. */
export function assembleShortcomings(source: ReportSource): KeyedBlock[] {
  const { open } = shortcomingsOf(source)
  if (open.length === 0) return []
  const carried = countCarried(open)
  const running = carried > 0 ? `, trong đó ${citeFigure('sht.carried', formatSmallCount(carried))} nội dung kéo dài từ kỳ trước` : ''
  const byCategory = [...Map.groupBy(open, ({ shortcoming }) => nameKey(shortcoming.category))].toSorted(
    ([a], [b]) => Number(a === '') - Number(b === ''),
  )
  let number = 0
  return [
    keyedParagraph(
      'noted',
      `Qua thẩm định, có ${citeFigure('sht.open', formatSmallCount(open.length))} tồn tại, hạn chế phải khắc phục${running}:`,
    ),
    ...byCategory.flatMap(([key, noted]): KeyedBlock[] => [
      ...(byCategory.length > 1 || key !== '' ? [categoryLine(noted[0]!)] : []),
      ...noted.map((note) => keyedParagraph(noteKey(note), `(${++number}) ${shortcomingWords(note)}`)),
    ]),
  ]
}

function categoryLine({ shortcoming }: Noted): KeyedBlock {
  const category = tidyText(shortcoming.category)
  const text = category === '' ? 'Nội dung khác:' : `${upperFirst(category)}:`
  return keyedParagraph(`category/${textPrint(nameKey(category))}`, { text, italic: true })
}

const causeNames: Readonly<Record<Exclude<Cause, 'unknown'>, string>> = {
  objective: 'Nguyên nhân khách quan',
  subjective: 'Nguyên nhân chủ quan',
  both: 'Nguyên nhân khách quan và chủ quan',
}
const stateWords = {
  open: '',
  in_progress: 'Đang khắc phục.',
  done: 'Đơn vị báo cáo đã khắc phục, chưa được xác nhận.',
  verified: '',
} as const

function shortcomingWords(note: Noted): string {
  const { extent, cause, causeText, remedy, owner, dueOn, state, periods } = note.shortcoming
  const text = tidyText(note.text).replace(/[.;]+$/u, '')
  const amount = tidyText(extent)
  const says = amount === '' || nameKey(text).includes(nameKey(amount)) ? text : `${text} (${amount})`
  const follow = [
    ...(tidyText(remedy) === '' ? [] : [`biện pháp khắc phục: ${tidyText(remedy).replace(/[.;]+$/u, '')}`]),
    ...(tidyText(owner) === '' ? [] : [`trách nhiệm: ${tidyText(owner)}`]),
    ...(dueOn === null ? [] : [`thời hạn: ${shortDay(dueOn)}`]),
  ]
  const why = tidyText(causeText)
  return [
    sentence(`${whoOf(note)}: ${says}`),
    ...(why === '' ? [] : [sentence(`${cause === 'unknown' ? 'Nguyên nhân' : causeNames[cause]}: ${why}`)]),
    ...(follow.length === 0 ? [] : [sentence(upperFirst(follow.join('; ')))]),
    ...(stateWords[state] === '' ? [] : [stateWords[state]]),
    ...(periods > 1 ? [`Kỳ thứ ${periods} liên tiếp.`] : []),
  ].join(' ')
}

/** Said in words, of one side or the other, and not put right yet. */
export const hasCause = (shortcoming: ReportShortcoming | null): boolean =>
  shortcoming !== null && shortcoming.state !== 'verified' && shortcoming.cause !== 'unknown' && tidyText(shortcoming.causeText) !== ''

/** SC2: what reviewers found to be the causes, split as the outline asks, each text once with everyone it was noted for. */
export function assembleCauses(source: ReportSource, section: OutlineSection): KeyedBlock[] {
  const { open } = shortcomingsOf(source)
  const groups = (['objective', 'subjective', 'both'] as const).flatMap((cause) => {
    const noted = open.filter(({ shortcoming }) => shortcoming.cause === cause && hasCause(shortcoming))
    return noted.length > 0
      ? [{ cause, texts: [...Map.groupBy(noted, ({ shortcoming }) => nameKey(shortcoming.causeText.replace(/[.;\s]+$/u, ''))).values()] }]
      : []
  })
  return groups.flatMap(({ cause, texts }, index): KeyedBlock[] => [
    { kind: 'heading', level: 3, text: `${section.number}.${index + 1}. ${causeNames[cause]}` },
    ...texts.map((noted): KeyedBlock => {
      const who = [...new Set(noted.map(whoOf))]
      const named = who.length <= 3 ? who.join(', ') : `${formatSmallCount(who.length)} đơn vị`
      const { causeText } = noted[0]!.shortcoming
      return keyedParagraph(`${cause}/${textPrint(nameKey(causeText))}`, `- ${sentence(upperFirst(tidyText(causeText)))} `, {
        text: `(${named})`,
        italic: true,
      })
    }),
  ])
}

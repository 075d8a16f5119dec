import type { LayoutProfile } from '../domain/layout-profile.ts'
import type { OutlineSection, Programme, ReportKind } from '../domain/programme.ts'
import type { Block, ReportModel, ReportSource, Run } from '../domain/report.ts'
import { tidyText } from '../vietnamese/text-key.ts'
import { assembleAppendices } from './assemble-appendices.ts'
import { assembleSection } from './assemble-sections.ts'
import { withCitedRuns } from './cite-figure.ts'
import { withHouseSpelling } from './house-spelling.ts'
import { contentsTitle, draftMark, headMarks, reportType, typistMark } from './house-marks.ts'
import { checkReportSource } from './check-report-source.ts'
import { overrideParagraphs, printedWords } from './override-paragraphs.ts'
import { lowerFirst, periodName, upperFirst } from './report-wording.ts'

/** The code that stands for "báo cáo" in numbers of documents. */
const documentCode = 'BC'

/** Day, month and year are those of the issue, and a year's report is often issued in the next one: none is known here. */
const dateToFill = 'ngày      tháng      năm         '

/**
 * Decides every word of the report; pure, so that equal sources give equal models. The language is Vietnamese only:
 * it is the text of an official paper. Refuses with `report.source_broken` or `report.figures_disagree`.
 */
export function assembleReport(source: ReportSource): ReportModel {
  checkReportSource(source)
  const { programme, period, profile, style, kind, generatedAt } = source
  const subject = subjectOf(kind, programme.reportSubject.vi)
  const model: ReportModel = {
    profile,
    info: {
      title: `Báo cáo ${subject} ${periodName(period)}`,
      subject: programme.shortTitle.vi,
      author: programme.issuer.name,
      createdAt: generatedAt,
      language: 'vi-VN',
    },
    marks: { draft: draftMark(source), data: dataMarkOf(source) },
    hasFields: !source.draft,
    head: {
      superior: programme.issuer.superior ?? null,
      issuer: programme.issuer.name,
      number: fillNumber(profile.head.number.pattern, programme.issuer.symbol),
      placeAndDate: `${programme.issuer.place}, ${dateToFill}`,
      ...headMarks(style),
    },
    documentType: reportType,
    subject: [subject, periodName(period)],
    addressee: addresseeOf(source),
    blocks: bodyOf(source),
    closing: closingOf(source),
    recipients: { title: 'Nơi nhận:', items: recipientsOf(programme, profile), ...typistMark(style) },
    signature: {
      authority: abbreviate(programme.signature.authority, profile),
      position: programme.signature.position,
      name: programme.signature.name,
    },
    appendices: assembleAppendices(source, (text) => fillNumber(text, programme.issuer.symbol).replace('{date}', dateToFill)),
    ...(style.sides === 'two' ? { twoSided: true as const } : {}),
    ...(style.contents === 'never'
      ? {}
      : {
          contents: {
            title: contentsTitle,
            over: style.contents === 'always' ? 0 : profile.contents.over,
            separately: '{pages} trang',
            note: 'Trang của mỗi phụ lục được đánh số riêng.',
          },
        }),
  }
  return withCleanTexts(withHouseSpelling(model, source))
}

/** The office's own words end as it ended them. */
const closingOf = (source: ReportSource): string => {
  const own = source.overrides['closing']
  return own === undefined ? closingText(source).replace(/\.$/u, source.style.ending) : printedWords(own.replaceAll('\n', ' '))
}

/** `báo cáo kết quả thực hiện Chỉ thị 58 6 tháng đầu năm 2026`: with the programme's short title. */
export const shortName = ({ kind, programme, period }: Pick<ReportSource, 'kind' | 'programme' | 'period'>): string =>
  `báo cáo ${closingWords[kind]} ${programme.shortTitle.vi} ${periodName(period)}`

/** The sentence before the signature, in the program's own words. */
export const closingText = ({ kind, programme, period }: Pick<ReportSource, 'kind' | 'programme' | 'period'>): string =>
  tidyText(`Trên đây là ${shortName({ kind, programme, period })}.`)

const dataMarkOf = ({ sample, trial }: ReportSource): string | null => (sample ? 'DỮ LIỆU MẪU' : trial ? 'DỮ LIỆU THỬ NGHIỆM' : null)

const closingWords: Readonly<Record<ReportKind, string>> = {
  periodic: 'kết quả thực hiện',
  interim: 'sơ kết thực hiện',
  final: 'tổng kết thực hiện',
  thematic: 'chuyên đề thực hiện',
}

/** What a report is about, with its period. */
export const fullSubject = (kind: ReportKind, programme: ReportSource['programme'], period: ReportSource['period']): string =>
  `${subjectOf(kind, programme.reportSubject.vi)} ${periodName(period)}`

/** `kết quả thực hiện …` → `sơ kết thực hiện …`: the kind of report is named where the subject leaves it open. */
function subjectOf(kind: ReportKind, subject: string): string {
  const rest = subject.replace(/^kết quả\s+/u, '')
  if (kind === 'interim') return `sơ kết ${lowerFirst(rest)}`
  if (kind === 'final') return `tổng kết ${lowerFirst(rest)}`
  if (kind === 'thematic') return `chuyên đề ${lowerFirst(subject)}`
  return lowerFirst(subject)
}

const fillNumber = (pattern: string, symbol: string): string => pattern.replace('{type}', documentCode).replace('{symbol}', symbol)

/** `T/M` in Party papers, `TM.` in State papers. */
export function abbreviate(authority: string, profile: LayoutProfile): string {
  return profile.signature.abbreviation === '.'
    ? authority.replace(/^([TKQ])\/([MTLU])\s+/u, '$1$2. ')
    : authority.replace(/^([TK])([MTLU])\.\s*/u, '$1/$2 ')
}

/** State reports name the body they are sent to; it is the recipient marked "để báo cáo". */
function addresseeOf({ programme, profile }: ReportSource): string | null {
  if (!profile.addressee.shown) return null
  const reportedTo = programme.recipients.find((recipient) => recipient.purpose !== undefined)
  return reportedTo ? `Kính gửi: ${reportedTo.label.vi}` : null
}

function bodyOf(source: ReportSource): readonly Block[] {
  const { programme, kind, profile } = source
  return programme.outline
    .filter((section) => section.kinds.includes(kind))
    .flatMap((section): Block[] => {
      const text = headingText(section, profile)
      const heading = text === null ? [] : [{ kind: 'heading' as const, level: section.level as 1 | 2 | 3, text }]
      return [...heading, ...overrideParagraphs(withCitedRuns(assembleSection(source, section)), source.overrides)]
    })
}

/** With its number as the form has it; null where the section has no heading. */
export function headingText({ number: given, level, heading }: OutlineSection, profile: LayoutProfile): string | null {
  const number = given.replace(/[.)\-\s]+$/u, '')
  if (!heading) return null
  return number ? `${number}${profile.headings[level - 1]!.after}${heading.vi}` : heading.vi
}

/** To whom it goes, with the initials of who deals with it. */
export function recipientsOf(programme: Programme, profile: LayoutProfile): Run[][] {
  const { separator } = profile.recipients
  return programme.recipients.map((recipient, index) => {
    const end = index === programme.recipients.length - 1 ? '.' : separator
    const text = `- ${upperFirst(recipient.label.vi)}${recipient.purpose ? ` (${recipient.purpose.vi})` : ''}`
    return recipientRuns(text, recipient.initials, end)
  })
}

/** The initials of who handles it stand raised behind the name. */
export const recipientRuns = (text: string, initials: string | undefined, end: string): Run[] =>
  initials ? [{ text }, { text: initials, raised: true }, { text: end }] : [{ text: `${text}${end}` }]

/** Every text NFC and on one line, because loose marks float in print; runs of spaces are wanted where a blank is left to fill in. */
export function withCleanTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return cleanText(value) as Value
  if (Array.isArray(value)) return value.map(withCleanTexts) as Value
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withCleanTexts(inner)])) as Value
  return value
}

const cleanText = (text: string): string =>
  text
    .split(/( {2,})/u)
    .map((part) => (/^ {2,}$/u.test(part) ? part : keepEdges(part)))
    .join('')

/** Edge spaces belong to runs that continue each other. */
function keepEdges(part: string): string {
  const clean = tidyText(part.replace(/[\p{Cc}]/gu, ' '))
  if (clean === '') return part.trim() === '' ? part.replace(/[^ ]/gu, '') : ''
  return `${/^\s/u.test(part) ? ' ' : ''}${clean}${/\s$/u.test(part) ? ' ' : ''}`
}

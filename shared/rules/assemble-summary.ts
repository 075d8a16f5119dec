import type { IndicatorFigures } from '../domain/consolidation.ts'
import type { Instant } from '../domain/identity.ts'
import type { LayoutProfile } from '../domain/layout-profile.ts'
import type { Block, ReportModel, ReportSource } from '../domain/report.ts'
import { formatCount, formatSmallCount } from '../vietnamese/format-number.ts'
import { assembleComparisonSummary } from './assemble-comparisons.ts'
import { judgeIndicators } from './assemble-indicators.ts'
import { shortName } from './assemble-report.ts'
import { withCitedRuns, withoutCitations } from './cite-figure.ts'
import { targetText, verdictSummary } from './indicator-words.ts'
import { framePaper, heading, paragraph, table } from './letters/frame-paper.ts'
import { countRegister, registerSentences } from './report-register.ts'
import { timeAndDay, upperFirst } from './report-wording.ts'

/** What was submitted last before: its figures are compared with these. */
export type EarlierSubmission = { at: Instant; source: ReportSource }
/** `at`: when it was submitted, null for a draft. */
export type SummaryFacts = { at: Instant | null; code: string | null; earlier: EarlierSubmission | null }

/** So many names of units stand on the sheet; more would push it to a second page. */
const mostNames = 10

/**
 * ST7: the report on one page for who has ten minutes: sentences, the indicators with their verdicts, what is contested, who is
 * missing, what changed since the last submission. From the source of the report alone, so that equal reports are the same sheet.
 */
export function assembleSummary(source: ReportSource, { at, code, earlier }: SummaryFacts): ReportModel {
  const { programme, period, profile, trial, sample, generatedAt } = source
  const frame = { programme, period, profile: compact(profile), trial, sample, at: at ?? generatedAt }
  const name = shortName(source)
  const standing = at === null ? 'Tóm tắt dự thảo' : `Tóm tắt bản trình lúc ${timeAndDay(at)}`
  return framePaper(frame, {
    code: null,
    title: `Phiếu tóm tắt ${name}`,
    documentType: 'PHIẾU TÓM TẮT',
    subject: [upperFirst(name)],
    form: { kind: 'sheet' },
    isDated: true,
    blocks: withCitedRuns<Block>([
      paragraph({ text: verdictSummary(source.figures.indicators), bold: true }),
      paragraph(registerSentences(source.units).map(withoutCitations).join(' ')),
      ...assembleComparisonSummary(source),
      indicatorTable(source),
      heading(2, 'Còn phải cân nhắc'),
      paragraph(contestedSentence(source)),
      heading(2, 'Đơn vị chưa có báo cáo'),
      paragraph(missingSentence(source)),
      heading(2, 'Thay đổi từ lần trình trước'),
      paragraph(changeSentence(source, earlier)),
    ]),
    closing: `${standing}${code === null ? '' : `; mã kiểm chứng ${code}`}.`,
  })
}

/** An internal sheet, which has to fit one page. */
const compact = (profile: LayoutProfile): LayoutProfile => ({
  ...profile,
  documentType: { ...profile.documentType, size: 14 },
  subject: { ...profile.subject, size: 13 },
  body: { ...profile.body, size: 12, pitch: 14, after: 2 },
  headings: profile.headings.map((one) => ({ ...one, style: { ...one.style, size: 12 } })) as unknown as LayoutProfile['headings'],
  table: { size: 10.5, headSize: 10.5 },
})

const indicatorTable = (source: ReportSource): Block =>
  table(
    [
      ['TT', 'center', 0],
      ['Chỉ tiêu', 'left', 36],
      ['Mục tiêu', 'center', 12],
      ['Kết quả', 'center', 12],
      ['Kết luận', 'left', 40],
      ['Đơn vị', 'center', 11],
    ],
    judgeIndicators(source).map(({ indicator, figures, words, rate }, index) => [
      String(index + 1),
      indicator.shortLabel.vi,
      targetText(indicator),
      rate,
      words,
      `${formatCount(figures.coverage.reported)}/${formatCount(figures.coverage.expected)}`,
    ]),
  )

function contestedSentence({ openFindings: { blocking, warning }, adjustments }: ReportSource): string {
  const suspended = adjustments.filter(({ state }) => state === 'suspended').length
  const parts = [
    ...(blocking > 0 ? [`${formatSmallCount(blocking)} điểm phải xử lý trước khi trình`] : []),
    ...(suspended > 0 ? [`${formatSmallCount(suspended)} số liệu điều chỉnh chờ xác nhận lại`] : []),
    ...(warning > 0 ? [`${formatSmallCount(warning)} điểm nên xem lại`] : []),
  ]
  const open = parts.length > 0 ? `Còn ${parts.join('; ')}.` : 'Không còn điểm phải xử lý.'
  const active = adjustments.length - suspended
  return active > 0 ? `${open} Đã điều chỉnh ${formatSmallCount(active)} số liệu sau đối chiếu.` : open
}

function missingSentence({ units }: ReportSource): string {
  const waiting = units.filter(({ state }) => state === 'missing' || state === 'pending')
  if (waiting.length === 0) return 'Không có.'
  const names = waiting.slice(0, mostNames).map(({ name, state }) => (state === 'pending' ? `${name} (đã gửi, chờ xử lý)` : name))
  const rest = waiting.length - names.length
  return `${names.join('; ')}${rest > 0 ? ` và ${formatSmallCount(rest)} đơn vị khác` : ''}.`
}

/** About ten words. */
function changeSentence(source: ReportSource, earlier: EarlierSubmission | null): string {
  if (!earlier) return 'Chưa có bản trình nào trước đó.'
  const before = new Map(earlier.source.figures.indicators.map((figures) => [figures.code, figures]))
  const changed = source.figures.indicators.filter((figures) => !isSameResult(figures, before.get(figures.code)))
  const verdicts = changed.filter(({ code, verdict }) => before.get(code)?.verdict !== verdict)
  const units = countRegister(source.units).received - countRegister(earlier.source.units).received
  const parts = [
    ...(changed.length > 0 ? [`${formatSmallCount(changed.length)} chỉ tiêu đổi kết quả`] : []),
    ...(verdicts.length > 0 ? [`${formatSmallCount(verdicts.length)} đổi kết luận`] : []),
    ...(units === 0 ? [] : [`${units > 0 ? 'thêm' : 'bớt'} ${formatSmallCount(Math.abs(units))} đơn vị`]),
  ]
  return `So với bản trình lúc ${timeAndDay(earlier.at)}: ${parts.length > 0 ? parts.join(', ') : 'số liệu không đổi'}.`
}

const isSameResult = (one: IndicatorFigures, other: IndicatorFigures | undefined): boolean =>
  other !== undefined && one.numerator === other.numerator && one.denominator === other.denominator && one.verdict === other.verdict

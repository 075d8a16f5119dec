import type { IndicatorFigures } from '../domain/consolidation.ts'
import type { Indicator } from '../domain/programme.ts'
import type { Bar, ReportSource } from '../domain/report.ts'
import { assembleActivities, assembleComparisonLines, assembleComparisonSummary } from './assemble-comparisons.ts'
import { citeFigure } from './cite-figure.ts'
import { citedVerdictSummary, coverageWords, showRate, targetText, uncountedUnits, verdictWords } from './indicator-words.ts'
import { keyedParagraph, type KeyedBlock } from './keyed-paragraph.ts'
import { lowerFirst, spanLine } from './report-wording.ts'

type Judged = { indicator: Indicator; figures: IndicatorFigures; words: string; rate: string }

export function judgeIndicators({ programme, figures, units }: ReportSource): Judged[] {
  return programme.indicators.map((indicator, index) => {
    const own = figures.indicators[index]!
    return {
      indicator,
      figures: own,
      words: verdictWords(own, indicator, uncountedUnits(indicator, units)),
      rate: showRate(own, indicator)?.text ?? '–',
    }
  })
}

/** Sentences first, then the table a leader looks at. */
export function assembleIndicators(source: ReportSource): KeyedBlock[] {
  const judged = judgeIndicators(source)
  return [
    keyedParagraph('summary', { text: citedVerdictSummary(source.figures.indicators), bold: true }),
    ...assembleComparisonSummary(source),
    {
      kind: 'table',
      table: {
        columns: [
          { head: 'TT', align: 'center', share: 0 },
          { head: 'Chỉ tiêu', align: 'left', share: 38 },
          { head: 'Mục tiêu', align: 'center', share: 12 },
          { head: 'Kết quả', align: 'center', share: 12 },
          { head: 'Kết luận', align: 'left', share: 24 },
          { head: 'Số liệu', align: 'left', share: 20 },
        ],
        rows: judged.map(({ indicator, figures, words, rate }, index) => ({
          cells: [String(index + 1), indicator.label.vi, targetText(indicator), rate, words, coverageWords(figures.coverage)],
        })),
      },
    },
    { kind: 'note', key: 'note', text: `${spanLine(source.period)} Cách tính và ghi chú phương pháp của từng chỉ tiêu: xem Phụ lục.` },
    ...assembleComparisonLines(source),
    ...assembleActivities(source),
  ]
}

/** Bars run from nothing to twice the target for ratios, to the whole for percentages. */
export function assembleIndicatorBars(source: ReportSource): KeyedBlock[] {
  const bars = judgeIndicators(source).map(({ indicator, figures, rate }): Bar => {
    const scale = indicator.form === 'percent' ? 100 : Math.max(indicator.threshold * 2, 1)
    const share = (value: number): number => Math.min(1, Math.max(0, value / scale))
    const factor = indicator.form === 'percent' ? 100 : 1
    const { low, high } = figures.bounds
    const isPartial = figures.coverage.reported < figures.coverage.expected
    return {
      label: indicator.shortLabel.vi,
      value: figures.denominator > 0 ? share((figures.numerator * factor) / figures.denominator) : null,
      target: share(indicator.threshold),
      bounds: isPartial && low !== null && high !== null ? { low: share(Number(low)), high: share(Number(high)) } : null,
      valueText: rate,
      targetText: targetText(indicator),
    }
  })
  const partial = bars.some((bar) => bar.bounds)
  const legend = `Thanh đậm: kết quả; vạch đứng: mục tiêu${partial ? '; ngoặc mảnh: khoảng kết quả còn có thể thay đổi khi các đơn vị còn lại có số liệu' : ''}.`
  return bars.length > 0 ? [{ kind: 'bars', bars, legend }] : []
}

const judgedSentence = ({ indicator, rate, words }: Judged): KeyedBlock =>
  keyedParagraph(
    indicator.code,
    `- ${indicator.label.vi}: ${citeFigure(`${indicator.code}.rate`, rate)} (mục tiêu ${targetText(indicator)}); ${lowerFirst(words)}.`,
  )

/** Facts only; judging words are the office's. */
export function listMet(source: ReportSource): KeyedBlock[] {
  return judgeIndicators(source)
    .filter(({ figures }) => figures.verdict === 'met')
    .map(judgedSentence)
}

export function listUnmet(source: ReportSource): KeyedBlock[] {
  return judgeIndicators(source)
    .filter(({ figures }) => figures.verdict === 'not_met')
    .map(judgedSentence)
}

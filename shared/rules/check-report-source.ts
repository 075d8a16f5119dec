import { countedValue } from '../domain/figure.ts'
import type { ReportSource } from '../domain/report.ts'
import { AppError } from '../errors.ts'
import { formatCount } from '../vietnamese/format-number.ts'

/**
 * Adds the figures up once more from the units' own readings and compares. A report never prints a sum that its own
 * appendix contradicts. Refuses with `report.source_broken` or `report.figures_disagree`.
 */
export function checkReportSource(source: ReportSource): void {
  refuseBroken(source)
  const { programme, figures, units } = source
  for (const indicator of programme.indicators) {
    const shown = figures.indicators.find(({ code }) => code === indicator.code)!
    let numerator = 0
    let denominator = 0
    let reported = 0
    for (const unit of units) {
      if (unit.line !== indicator.line) continue
      const top = readingOf(unit.readings[indicator.numerator])
      const bottom = readingOf(unit.readings[indicator.denominator])
      if (top === undefined || bottom === undefined) continue
      numerator += top
      denominator += bottom
      reported++
    }
    agree(`${indicator.shortLabel.vi} (tử số)`, shown.numerator, numerator)
    agree(`${indicator.shortLabel.vi} (mẫu số)`, shown.denominator, denominator)
    agree(`${indicator.shortLabel.vi} (số đơn vị)`, shown.coverage.reported, reported)
  }
  const lines = new Set(programme.indicators.map((indicator) => indicator.line))
  for (const field of programme.fields) {
    const counted = units
      .filter((unit) => lines.has(unit.line))
      .map((unit) => readingOf(unit.readings[field.code]))
      .filter((value) => value !== undefined)
    agree(
      field.label.vi,
      figures.fields[field.code] ?? 0,
      counted.reduce((sum, value) => sum + value, 0),
    )
  }
}

const readingOf = (reading: Parameters<typeof countedValue>[0] | undefined): number | undefined =>
  reading ? countedValue(reading) : undefined

function agree(subject: string, shown: number, counted: number): void {
  if (shown !== counted)
    throw new AppError('report.figures_disagree', { subject, shown: formatCount(shown), counted: formatCount(counted) })
}

function refuseBroken({ programme, figures, units, adjustments, excerpts, period }: ReportSource): void {
  const refuse = (detail: string): never => {
    throw new AppError('report.source_broken', { detail })
  }
  const wanted = programme.indicators.map(({ code }) => code).join(' ')
  if (figures.indicators.map(({ code }) => code).join(' ') !== wanted) refuse('danh sách chỉ tiêu không khớp với chương trình')
  const codes = new Set(units.map(({ code }) => code))
  if (codes.size !== units.length) refuse('một đơn vị có mặt hai lần')
  const fields = new Set(programme.fields.map(({ code }) => code))
  for (const { unit, field } of adjustments) {
    if (!codes.has(unit)) refuse(`điều chỉnh của đơn vị ${unit} ngoài danh sách`)
    if (!fields.has(field)) refuse(`điều chỉnh của mục số liệu ${field} ngoài chương trình`)
  }
  const tasks = new Set(programme.tasks.map(({ code }) => code))
  for (const { unit, task } of excerpts)
    if (!codes.has(unit) || !tasks.has(task)) refuse(`đoạn trích ${task} của ${unit} không có chỗ đứng`)
  for (const day of [period.from, period.to, period.cutOff]) if (!/^\d{4}-\d\d-\d\d$/.test(day)) refuse(`ngày ${day} của kỳ`)
  for (const unit of units)
    for (const [field, reading] of Object.entries(unit.readings)) {
      const isCount = Number.isSafeInteger(reading.value) && Number(reading.value) >= 0
      if ((reading.state === 'value') !== isCount) refuse(`số liệu ${field} của ${unit.name}`)
    }
}

import type { FormValue } from '../domain/form.ts'
import type { Indicator } from '../domain/programme.ts'
import type { ReportSource, ReportUnit } from '../domain/report.ts'
import { figureName, type ReportFigure } from '../domain/report-text.ts'
import { formTexts } from '../messages/form.ts'
import { formatCount } from '../vietnamese/format-number.ts'
import { displayRate } from './format-rate.ts'
import { showRate } from './indicator-words.ts'
import { poolUnit } from './pool-indicator.ts'
import { reportFigures } from './report-figures.ts'
import { countRegister, unitStateWords } from './report-register.ts'
import { readingWords } from './report-wording.ts'

export type NamedValue = FormValue & { label: string }

const inWords = (shown: string): FormValue => ({ shown, number: null })
const whole = (number: number): FormValue => ({ shown: formatCount(number), number })

/**
 * FM1: what marks of a form stand for: the figures of RT1 by their names; `@` and a unit's code behind a name is that unit's
 * own: `fld.um_total@org.du_xa.11953`, `unit.name@…`. Undefined for a name that stands for nothing.
 */
export function formValues(source: ReportSource): (mark: string) => NamedValue | undefined {
  const figures = new Map(reportFigures(source).map((figure) => [figure.ref, figure]))
  const units = new Map(source.units.map((unit) => [unit.code, unit]))
  return (mark) => {
    const at = mark.indexOf('@')
    if (at < 0) return valueOfFigure(source, figures.get(figureName(mark))) ?? absentValue(source, figureName(mark))
    const unit = units.get(mark.slice(at + 1))
    return unit && valueOfUnit(source, unit, mark.slice(0, at))
  }
}

/** FM2: in a row that comes once for each unit, `unit.…` and what ends in `@unit` are the unit's own. */
export function rowValue(source: ReportSource, unit: ReportUnit, mark: string): NamedValue | undefined {
  if (mark === 'unit.place') return { label: formTexts.place.vi, ...whole(source.units.indexOf(unit) + 1) }
  if (mark.startsWith('unit.')) return valueOfUnit(source, unit, mark)
  return mark.endsWith('@unit') ? valueOfUnit(source, unit, mark.slice(0, -'@unit'.length)) : undefined
}

/** What cannot be computed is no figure to write about, but a form says in words why its place holds no number. */
function absentValue({ programme, figures }: ReportSource, mark: string): NamedValue | undefined {
  const field = programme.fields.find(({ code }) => mark === `fld.${code}`)
  if (field) return { label: field.label.vi, ...inWords(formTexts.uncounted.vi) }
  const index = programme.indicators.findIndex(({ code }) => mark === `${code}.rate`)
  const [indicator, own] = [programme.indicators[index], figures.indicators[index]]
  if (!indicator || !own) return undefined
  const words = own.verdict === 'nil' ? formTexts.nothing : formTexts.uncounted
  return { label: `${indicator.shortLabel.vi}: ${formTexts.rate.vi}`, ...inWords(words.vi) }
}

function valueOfFigure(source: ReportSource, figure: ReportFigure | undefined): NamedValue | undefined {
  if (!figure) return undefined
  const { ref, label, shown } = figure
  return { label, ...numberOf(source, ref), shown }
}

/** The number behind a figure, where it is one. */
function numberOf({ programme, figures, units }: ReportSource, ref: string): Omit<FormValue, 'shown'> {
  const [kind, ...rest] = ref.split('.')
  if (kind === 'fld') return { number: figures.fields[rest.join('.')] ?? null }
  if (kind === 'reg') return { number: countRegister(units)[rest[0] as keyof ReturnType<typeof countRegister>] }
  const index = programme.indicators.findIndex(({ code }) => ref.startsWith(`${code}.`))
  const [indicator, own] = [programme.indicators[index], figures.indicators[index]]
  if (!indicator || !own) return { number: null }
  const part = ref.slice(`${indicator.code}.`.length)
  if (part === 'rate') return rateNumbers(own, indicator)
  if (part === 'numerator' || part === 'denominator') return { number: own[part] }
  // What stands as `100/104` or counts units in words is text.
  return { number: null }
}

/** As it is shown, so that a cell never says more or less than print does; the quotient for cells that show percent. */
function rateNumbers(counts: { numerator: number; denominator: number }, indicator: Indicator): Omit<FormValue, 'shown'> {
  const shown = displayRate(counts, indicator)
  if (shown === null) return { number: null }
  return { number: Number(shown), ...(indicator.form === 'percent' ? { share: counts.numerator / counts.denominator } : {}) }
}

function valueOfUnit(source: ReportSource, unit: ReportUnit, name: string): NamedValue | undefined {
  if (name === 'unit.name') return { label: `${formTexts.name.vi}: ${unit.name}`, ...inWords(unit.name) }
  const state = inWords(unitStateWords(unit, source.period))
  if (name === 'unit.state') return { label: `${formTexts.state.vi}: ${unit.name}`, ...state }
  const hasReported = Object.keys(unit.readings).length > 0
  const field = source.programme.fields.find(({ code }) => name === `fld.${code}`)
  if (field) {
    const reading = unit.readings[field.code] ?? { state: 'blank', value: null }
    const value = !hasReported ? state : reading.state === 'value' ? whole(reading.value!) : inWords(readingWords(reading))
    return { label: `${field.label.vi}: ${unit.name}`, ...value }
  }
  const mark = figureName(name)
  const indicator = source.programme.indicators.find(({ code }) => mark.startsWith(`${code}.`))
  const part = indicator && mark.slice(`${indicator.code}.`.length)
  if (!indicator || (part !== 'rate' && part !== 'numerator' && part !== 'denominator')) return undefined
  const label = `${indicator.shortLabel.vi} (${formTexts[part].vi}): ${unit.name}`
  const pool = poolUnit(unit.readings[indicator.numerator], unit.readings[indicator.denominator])
  if (pool.reported === 0) return { label, ...(hasReported ? inWords(formTexts.uncounted.vi) : state) }
  if (part !== 'rate') return { label, ...whole(pool[part]) }
  const rate = showRate(pool, indicator)
  return { label, ...(rate ? { shown: rate.text, ...rateNumbers(pool, indicator) } : inWords(formTexts.nothing.vi)) }
}

/** Everything that can be written into a form, as marks, to be copied: of the whole, and of one unit where it is named. */
export function listFormMarks(source: ReportSource, unit: ReportUnit | undefined): ReportFigure[] {
  if (!unit) return reportFigures(source)
  const { fields, indicators } = source.programme
  const names = [
    'unit.name',
    'unit.state',
    ...indicators.flatMap(({ code }) => ['rate', 'numerator', 'denominator'].map((part) => `${code}.${part}`)),
    ...fields.map(({ code }) => `fld.${code}`),
  ]
  return names.flatMap((name) => {
    const value = valueOfUnit(source, unit, name)
    return value ? [{ ref: `${name}@${unit.code}`, label: value.label, shown: value.shown }] : []
  })
}

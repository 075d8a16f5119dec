import type { Programme } from '../domain/programme.ts'
import { countedValue, type FigureReading, type Reading } from '../domain/figure.ts'
import type { TextInput } from '../domain/submission.ts'

export type ReadingChange = {
  field: string
  old: Reading | null
  new: Reading | null
  oldCell: string | null
  newCell: string | null
  sheet: string
}
export type TextChange = { name: string; old: string; new: string; sheet: string; cell: string }
export type SubmissionDifference = { figures: readonly ReadingChange[]; texts: readonly TextChange[] }

type Inputs = { figures: readonly FigureReading[]; texts: readonly TextInput[] }

const isSameReading = (a: Reading | undefined, b: Reading | undefined): boolean =>
  (a?.state ?? 'blank') === (b?.state ?? 'blank') && (a?.value ?? null) === (b?.value ?? null)

const plain = (reading: FigureReading | undefined): Reading | null => (reading ? { state: reading.state, value: reading.value } : null)

/** Cell by cell, only what differs; inputs in the order of the new version, then those only the old one has. Text is compared in NFC. */
export function compareSubmissions(old: Inputs, next: Inputs): SubmissionDifference {
  const oldFigures = new Map(old.figures.map((figure) => [figure.field, figure]))
  const newFigures = new Map(next.figures.map((figure) => [figure.field, figure]))
  const figures = [...new Set([...newFigures.keys(), ...oldFigures.keys()])].flatMap((field): ReadingChange[] => {
    const before = oldFigures.get(field)
    const after = newFigures.get(field)
    if (isSameReading(before, after)) return []
    const source = (after ?? before)!.source
    return [
      {
        field,
        old: plain(before),
        new: plain(after),
        oldCell: before?.source.cell ?? null,
        newCell: after?.source.cell ?? null,
        sheet: source.sheet,
      },
    ]
  })
  const oldTexts = new Map(old.texts.map((input) => [input.name, input]))
  const newTexts = new Map(next.texts.map((input) => [input.name, input]))
  const texts = [...new Set([...newTexts.keys(), ...oldTexts.keys()])].flatMap((name): TextChange[] => {
    const before = oldTexts.get(name)
    const after = newTexts.get(name)
    const [was, is] = [before?.text.normalize('NFC') ?? '', after?.text.normalize('NFC') ?? '']
    const at = (after ?? before)!
    return was === is ? [] : [{ name, old: was, new: is, sheet: at.sheet, cell: at.cell }]
  })
  return { figures, texts }
}

/** Σ numerator and Σ denominator of one indicator's summed line, as the roll-up holds them. */
export type IndicatorSums = { numerator: number; denominator: number }
export type IndicatorEffect = { indicator: string; old: IndicatorSums; new: IndicatorSums }

type Readings = ReadonlyMap<string, Reading>

const pairOf = (readings: Readings | null, indicator: Programme['indicators'][number]): IndicatorSums | undefined => {
  const numerator = readings && readings.has(indicator.numerator) ? countedValue(readings.get(indicator.numerator)!) : undefined
  const denominator = readings && readings.has(indicator.denominator) ? countedValue(readings.get(indicator.denominator)!) : undefined
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator }
}

/**
 * What each indicator's province sums become when `next` takes the place of `old` for one unit (null = nothing counts).
 * A unit enters only when numerator and denominator are both counted. Only indicators that change, in programme order;
 * `line` is the unit's: an indicator summed over another line is not touched.
 */
export function effectOnIndicators(
  indicators: Programme['indicators'],
  line: string,
  sums: Readonly<Record<string, IndicatorSums>>,
  old: Readings | null,
  next: Readings | null,
): IndicatorEffect[] {
  return indicators
    .filter((indicator) => indicator.line === line)
    .flatMap((indicator): IndicatorEffect[] => {
      const before = sums[indicator.code] ?? { numerator: 0, denominator: 0 }
      const out = pairOf(old, indicator) ?? { numerator: 0, denominator: 0 }
      const into = pairOf(next, indicator) ?? { numerator: 0, denominator: 0 }
      const after = {
        numerator: before.numerator - out.numerator + into.numerator,
        denominator: before.denominator - out.denominator + into.denominator,
      }
      const isChanged = after.numerator !== before.numerator || after.denominator !== before.denominator
      return isChanged ? [{ indicator: indicator.code, old: before, new: after }] : []
    })
}

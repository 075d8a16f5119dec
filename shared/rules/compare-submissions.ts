import type { Programme } from '../domain/programme.ts'
import { countedValue, type FigureReading, type Reading } from '../domain/figure.ts'
import { unreadText, type CommuneRow, type TextInput } from '../domain/submission.ts'
import { communeCodeColumn } from '../domain/template.ts'
import { cellAddress } from '../domain/workbook.ts'

export type ReadingChange = {
  field: string
  /** Whose row of the per-commune sheet it is; null for the unit's own figure. */
  commune: string | null
  old: Reading | null
  new: Reading | null
  /** What stands in the cell; null where there is none, and in rows of communes, of which only the reading is kept. */
  oldRaw: string | null
  newRaw: string | null
  /** In rows of communes the cell at the row's head, where the code stands. */
  oldCell: string | null
  newCell: string | null
  sheet: string
}
export type TextChange = { name: string; old: string; new: string; sheet: string; cell: string }
export type SubmissionDifference = { figures: readonly ReadingChange[]; texts: readonly TextChange[] }

type Inputs = { figures: readonly FigureReading[]; texts: readonly TextInput[]; communeRows: readonly CommuneRow[] }

const isSameReading = (a: Reading | undefined, b: Reading | undefined): boolean =>
  (a?.state ?? 'blank') === (b?.state ?? 'blank') && (a?.value ?? null) === (b?.value ?? null)

const isSameFigure = (a: FigureReading | undefined, b: FigureReading | undefined): boolean =>
  isSameReading(a, b) && (a && unreadText(a)) === (b && unreadText(b))

const plain = (reading: Reading | undefined): Reading | null => (reading ? { state: reading.state, value: reading.value } : null)

/**
 * Cell by cell, only what differs; inputs in the order of the new version, then those only the old one has, rows of
 * communes after the unit's own figures. Text is compared in NFC. Where the contents differ, something is shown.
 */
export function compareSubmissions(old: Inputs, next: Inputs): SubmissionDifference {
  return { figures: [...compareFigures(old, next), ...compareRows(old, next)], texts: compareTexts(old, next) }
}

const keysOf = <Value>(next: ReadonlyMap<string, Value>, old: ReadonlyMap<string, Value>): string[] => [
  ...new Set([...next.keys(), ...old.keys()]),
]

function compareFigures(old: Inputs, next: Inputs): ReadingChange[] {
  const oldFigures = new Map(old.figures.map((figure) => [figure.field, figure]))
  const newFigures = new Map(next.figures.map((figure) => [figure.field, figure]))
  return keysOf(newFigures, oldFigures).flatMap((field): ReadingChange[] => {
    const before = oldFigures.get(field)
    const after = newFigures.get(field)
    if (isSameFigure(before, after)) return []
    return [
      {
        field,
        commune: null,
        old: plain(before),
        new: plain(after),
        oldRaw: before?.source.raw ?? null,
        newRaw: after?.source.raw ?? null,
        oldCell: before?.source.cell ?? null,
        newCell: after?.source.cell ?? null,
        sheet: (after ?? before)!.source.sheet,
      },
    ]
  })
}

function compareRows(old: Inputs, next: Inputs): ReadingChange[] {
  const oldRows = new Map(old.communeRows.map((row) => [row.unit, row]))
  const newRows = new Map(next.communeRows.map((row) => [row.unit, row]))
  const cellOf = (row: CommuneRow | undefined): string | null => (row ? cellAddress(row.row, communeCodeColumn) : null)
  return keysOf(newRows, oldRows).flatMap((commune) => {
    const before = oldRows.get(commune)
    const after = newRows.get(commune)
    const fields = [...new Set([after, before].flatMap((row) => Object.keys(row?.readings ?? {})))]
    return fields.flatMap((field): ReadingChange[] => {
      const [was, is] = [before?.readings[field], after?.readings[field]]
      if (isSameReading(was, is)) return []
      const raw = { oldRaw: null, newRaw: null }
      return [
        {
          field,
          commune,
          old: plain(was),
          new: plain(is),
          ...raw,
          oldCell: cellOf(before),
          newCell: cellOf(after),
          sheet: (after ?? before)!.sheet,
        },
      ]
    })
  })
}

function compareTexts(old: Inputs, next: Inputs): TextChange[] {
  const oldTexts = new Map(old.texts.map((input) => [input.name, input]))
  const newTexts = new Map(next.texts.map((input) => [input.name, input]))
  return keysOf(newTexts, oldTexts).flatMap((name): TextChange[] => {
    const before = oldTexts.get(name)
    const after = newTexts.get(name)
    const [was, is] = [before?.text.normalize('NFC') ?? '', after?.text.normalize('NFC') ?? '']
    const at = (after ?? before)!
    return was === is ? [] : [{ name, old: was, new: is, sheet: at.sheet, cell: at.cell }]
  })
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

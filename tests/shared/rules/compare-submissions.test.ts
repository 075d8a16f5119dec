import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureReading, Reading } from '../../../shared/domain/figure.ts'
import { submissionContent, type CommuneRow } from '../../../shared/domain/submission.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { compareSubmissions, effectOnIndicators, type IndicatorSums } from '../../../shared/rules/compare-submissions.ts'

const programme = bundledProgramme()
const figure = (field: string, reading: Reading, cell = 'D5'): FigureReading => ({
  field,
  ...reading,
  source: { sheet: 'S', cell, raw: '', numberFormat: '', how: 'number' },
})
const text = (name: string, value: string) => ({ name, text: value, raw: value, sheet: 'P', cell: 'B2', how: 'text' })
const value = (count: number): Reading => ({ state: 'value', value: count })
const blank: Reading = { state: 'blank', value: null }
const unread = (field: string, raw: string, how = 'text'): FigureReading => {
  const found = figure(field, { state: 'unreadable', value: null })
  return { ...found, source: { ...found.source, raw, how } }
}
const inputs = (figures: FigureReading[], communeRows: CommuneRow[] = []) => ({ figures, texts: [], communeRows })
const row = (unit: string, readings: CommuneRow['readings'], at = 6): CommuneRow => ({ unit, readings, sheet: 'Theo xã', row: at })

describe('[M46] compareSubmissions', () => {
  it('gives only what differs, with old and new', () => {
    const old = {
      figures: [figure('a', value(1)), figure('b', value(2)), figure('c', blank)],
      texts: [text('nar.x', 'cũ'), text('nar.y', 'Hòa')],
      communeRows: [],
    }
    const next = {
      figures: [figure('a', value(1)), figure('b', { state: 'nil', value: null }, 'D9')],
      texts: [text('nar.x', 'mới'), text('nar.y', 'Hòa'.normalize('NFD'))],
      communeRows: [],
    }
    expect(compareSubmissions(old, next)).toEqual({
      figures: [
        {
          field: 'b',
          commune: null,
          old: value(2),
          new: { state: 'nil', value: null },
          oldRaw: '',
          newRaw: '',
          oldCell: 'D5',
          newCell: 'D9',
          sheet: 'S',
        },
      ],
      texts: [{ name: 'nar.x', old: 'cũ', new: 'mới', sheet: 'P', cell: 'B2' }],
    })
  })

  it('tells zero, nil and blank apart', () => {
    const states: Reading[] = [value(0), { state: 'nil', value: null }, blank, { state: 'not_applicable', value: null }]
    for (const a of states)
      for (const b of states)
        expect(compareSubmissions(inputs([figure('a', a)]), inputs([figure('a', b)])).figures).toHaveLength(a === b ? 0 : 1)
  })

  it('shows another wording of a count that could not be read, but not of a program’s error', () => {
    const found = compareSubmissions(
      inputs([unread('a', '1,234'), unread('b', '#REF!', 'error')]),
      inputs([unread('a', '1,243'), unread('b', '#DIV/0!', 'error')]),
    )
    expect(found.figures).toMatchObject([{ field: 'a', oldRaw: '1,234', newRaw: '1,243' }])
  })

  it('shows rows of communes, with the commune', () => {
    const old = inputs([], [row('x', { a: value(1), b: blank }), row('y', { a: value(5) }, 7)])
    const next = inputs([], [row('x', { a: value(2), b: blank })])
    expect(compareSubmissions(old, next).figures).toEqual([
      {
        field: 'a',
        commune: 'x',
        old: value(1),
        new: value(2),
        oldRaw: null,
        newRaw: null,
        oldCell: 'B6',
        newCell: 'B6',
        sheet: 'Theo xã',
      },
      { field: 'a', commune: 'y', old: value(5), new: null, oldRaw: null, newRaw: null, oldCell: 'B7', newCell: null, sheet: 'Theo xã' },
    ])
  })

  it('finds no difference exactly where the contents are equal', () => {
    const states = fc.constantFrom<Reading>(
      value(0),
      value(1),
      blank,
      { state: 'nil', value: null },
      { state: 'not_applicable', value: null },
    )
    const figures = fc.oneof(
      states.map((reading) => figure('a', reading)),
      fc.constantFrom('1,2', '1,3').map((raw) => unread('a', raw)),
    )
    const version = fc.tuple(figures, states).map(([own, reading]) => inputs([own], [row('x', { a: reading })]))
    fc.assert(
      fc.property(version, version, (one, other) => {
        const { figures: changes, texts } = compareSubmissions(one, other)
        expect(changes.length + texts.length === 0).toBe(submissionContent(one) === submissionContent(other))
      }),
    )
  })
})

describe('[M46] effectOnIndicators', () => {
  const indicator = programme.indicators[0]!
  const fields = [...new Set(programme.indicators.flatMap((one) => [one.numerator, one.denominator]))]
  const reading = fc.oneof(
    fc.nat({ max: 1000 }).map(value),
    fc.constant(blank),
    fc.constant<Reading>({ state: 'nil', value: null }),
    fc.constant<Reading>({ state: 'not_applicable', value: null }),
  )
  const readings = fc.option(
    fc.tuple(...fields.map(() => reading)).map((row) => new Map(fields.map((field, at) => [field, row[at]!]))),
    { nil: null },
  )

  it('is what summing all units again gives', () => {
    fc.assert(
      fc.property(fc.array(readings, { maxLength: 4 }), readings, readings, (others, old, next) => {
        const before = sumsOf([...others, old])
        const after = sumsOf([...others, next])
        const effects = new Map(
          effectOnIndicators(programme.indicators, 'territorial', before, old, next).map((effect) => [effect.indicator, effect]),
        )
        for (const { code } of programme.indicators) {
          const effect = effects.get(code)
          if (effect) expect([effect.old, effect.new]).toEqual([before[code], after[code]])
          else expect(after[code]).toEqual(before[code])
        }
      }),
    )
  })

  it('does not touch indicators that are summed over another line', () => {
    expect(
      effectOnIndicators(
        programme.indicators,
        'federation',
        {},
        null,
        new Map([
          [indicator.numerator, value(1)],
          [indicator.denominator, value(2)],
        ]),
      ),
    ).toEqual([])
  })

  function sumsOf(all: readonly (ReadonlyMap<string, Reading> | null)[]): Record<string, IndicatorSums> {
    return Object.fromEntries(
      programme.indicators.map(({ code, numerator, denominator }) => {
        const counted = all.flatMap((one) => {
          const pair = [one?.get(numerator), one?.get(denominator)].map((part) => (part?.state === 'nil' ? 0 : (part?.value ?? null)))
          return pair[0] === null || pair[1] === null ? [] : [{ numerator: pair[0]!, denominator: pair[1]! }]
        })
        return [
          code,
          {
            numerator: counted.reduce((sum, one) => sum + one.numerator, 0),
            denominator: counted.reduce((sum, one) => sum + one.denominator, 0),
          },
        ]
      }),
    )
  }
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureReading, Reading } from '../../../shared/domain/figure.ts'
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

describe('[M46] compareSubmissions', () => {
  it('gives only what differs, with old and new', () => {
    const old = {
      figures: [figure('a', value(1)), figure('b', value(2)), figure('c', blank)],
      texts: [text('nar.x', 'cũ'), text('nar.y', 'Hòa')],
    }
    const next = {
      figures: [figure('a', value(1)), figure('b', { state: 'nil', value: null }, 'D9')],
      texts: [text('nar.x', 'mới'), text('nar.y', 'Hòa'.normalize('NFD'))],
    }
    expect(compareSubmissions(old, next)).toEqual({
      figures: [{ field: 'b', old: value(2), new: { state: 'nil', value: null }, oldCell: 'D5', newCell: 'D9', sheet: 'S' }],
      texts: [{ name: 'nar.x', old: 'cũ', new: 'mới', sheet: 'P', cell: 'B2' }],
    })
  })

  it('tells zero, nil and blank apart', () => {
    const states: Reading[] = [value(0), { state: 'nil', value: null }, blank, { state: 'not_applicable', value: null }]
    for (const a of states)
      for (const b of states)
        expect(compareSubmissions({ figures: [figure('a', a)], texts: [] }, { figures: [figure('a', b)], texts: [] }).figures).toHaveLength(
          a === b ? 0 : 1,
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

import { describe, expect, it } from 'vitest'
import { formValues, listFormMarks, rowValue } from '../../../shared/rules/form-values.ts'
import { reportFigures } from '../../../shared/rules/report-figures.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const source = makeReportSource()
const valueOf = formValues(source)
const reported = source.units.find(({ readings }) => readings['um_total']?.state === 'value')!

describe('what marks of a form stand for', () => {
  it('FM1: every figure of the report under its name, in print as the report has it', () => {
    for (const { ref, shown } of reportFigures(source)) expect(valueOf(ref)?.shown, ref).toBe(shown)
    for (const { ref, shown } of listFormMarks(source, undefined)) expect(valueOf(ref)?.shown, ref).toBe(shown)
    expect(valueOf('ind.union_members_informed.rate')).toEqual(valueOf('ind.ind.union_members_informed.rate'))
    expect(valueOf('fld.khong_co')).toBeUndefined()
  })

  it('FM3: a rate is the number that is shown, with the quotient; counts are numbers, shares in words are text', () => {
    const { numerator, denominator, coverage } = source.figures.indicators[0]!
    const rate = valueOf('ind.union_members_informed.rate')!
    expect(rate.share).toBe(numerator / denominator)
    expect(rate.number).toBe(Number(rate.shown.replace('%', '').replace(',', '.')))
    expect(valueOf('ind.union_members_informed.numerator')?.number).toBe(numerator)
    expect(valueOf('ind.union_members_informed.coverage')).toMatchObject({
      number: null,
      shown: `${coverage.reported}/${coverage.expected}`,
    })
  })

  it('FM1, FM2: a unit’s own by its code or in its row; states are words, and one that has not sent anything says so', () => {
    expect(valueOf(`fld.um_total@${reported.code}`)?.number).toBe(reported.readings['um_total']!.value)
    expect(rowValue(source, reported, 'fld.um_total@unit')).toEqual(valueOf(`fld.um_total@${reported.code}`))
    const missing = source.units.find(({ state }) => state === 'missing')!
    expect(rowValue(source, missing, 'fld.um_total@unit')).toMatchObject({ shown: 'Chưa gửi', number: null })
    const nil = source.units.find(({ readings }) => readings['leader_dialogues']?.state === 'nil')!
    expect(rowValue(source, nil, 'fld.leader_dialogues@unit')).toMatchObject({ shown: 'Không phát sinh', number: null })
    for (const { ref, shown } of listFormMarks(source, reported)) expect(valueOf(ref)?.shown, ref).toBe(shown)
  })

  it('says in words why there is no number', () => {
    const [first, ...rest] = source.figures.indicators
    const empty = {
      ...source,
      figures: { ...source.figures, indicators: [{ ...first!, numerator: 0, denominator: 0, verdict: 'nil' as const }, ...rest] },
    }
    expect(formValues(empty)('ind.union_members_informed.rate')).toMatchObject({ shown: 'Không phát sinh đối tượng', number: null })
  })
})

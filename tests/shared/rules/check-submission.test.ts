import { describe, expect, it } from 'vitest'
import { encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { encodeVni } from '../../../shared/vietnamese/vni.ts'
import type { Reading } from '../../../shared/domain/figure.ts'
import type { MappedSubmission, TextInput } from '../../../shared/domain/submission.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { fillText, languages } from '../../../shared/messages/text.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { checkSubmission, type SubmissionSetting } from '../../../shared/rules/check-submission.ts'

const programme = bundledProgramme()
const setting: SubmissionSetting = { line: 'territorial', from: '2025-12-15', to: '2026-06-14' }
type Typed = { raw: string; how?: string }

/** A workbook in which everything is right; `readings` and `raw` change single fields. */
function workbook(
  readings: Record<string, number | Reading['state']> = {},
  typed: Record<string, Typed> = {},
  rest: Partial<MappedSubmission> = {},
): MappedSubmission {
  const right: Record<string, number> = {
    ub_total: 20,
    ub_state: 8,
    ub_nonstate: 12,
    ub_psu: 10,
    ub_with_source: 10,
    ent_total: 30,
    ent_state: 10,
    ent_nonstate: 20,
    ent_lt10: 5,
    ent_union: 15,
  }
  const totals = new Set(programme.indicators.map(({ denominator }) => denominator))
  const text = (name: string, words: string): TextInput => ({ name, text: words, raw: words, sheet: 'Lời', cell: 'B2', how: 'text' })
  return {
    layout: 'template',
    identity: null,
    cover: { unitName: 'Xã A', unitCode: 'org.du_xa.1', periodCode: 'H1', from: '2025-12-15', to: '2026-06-14' },
    nilReport: false,
    figures: programme.fields.map(({ code }, index) => {
      const given = readings[code] ?? right[code] ?? (totals.has(code) ? 40 : 5)
      const reading: Reading = typeof given === 'number' ? { state: 'value', value: given } : { state: given, value: null }
      const { raw = String(reading.value ?? ''), how = 'text' } = typed[code] ?? {}
      return { field: code, ...reading, source: { sheet: 'Số liệu', cell: `E${index + 7}`, raw, numberFormat: 'General', how } }
    }),
    texts: [
      ...programme.tasks.map(({ code }) => text(`nar.${code}`, 'Đã làm.')),
      ...programme.milestones.flatMap(({ code }) => [text(`mil.${code}.date`, '2026-02-20'), text(`mil.${code}.number`, '12-KH/ĐU')]),
    ],
    communeRows: [],
    findings: [],
    ...rest,
  }
}
const ids = (mapped: MappedSubmission, where: SubmissionSetting | null = setting): string[] =>
  checkSubmission(mapped, programme, where).map(({ rule, subject }) => (subject === null ? rule : `${rule} ${subject}`))
const found = (mapped: MappedSubmission, rule: string) =>
  checkSubmission(mapped, programme, setting).find((finding) => finding.rule === rule)

describe('checkSubmission', () => {
  it('finds nothing where everything is right', () => {
    expect(ids(workbook())).toEqual([])
  })

  it.each([
    ['C1', 'nhiều', 'text'],
    ['C2', '1,234', 'text'],
    ['C3', '12,5', 'text'],
    ['C3', '12.5', 'number'],
    ['C4', '-3', 'text'],
    ['C4', '-3', 'number'],
    ['C5', '120 lượt', 'text'],
    ['C5', encodeTcvn3('120 lượt'), 'text+tcvn3'],
    ['C5', encodeVni('120 lượt'), 'text+vni'],
    ['C1', '45/50', 'text'],
    ['C1', '1,5*', 'text'],
    ['M33', 'khoảng 50', 'text'],
    ['M33', '≥ 5', 'text'],
    ['M33', '50-60', 'text'],
    ['M34', '50(1)', 'text'],
    ['M35', encodeTcvn3('năm mươi'), 'text+tcvn3'],
  ])('[%s] says why “%s” (%s) is no count, blocking, with cell and raw text', (rule, raw, how) => {
    const mapped = workbook({ um_informed: 'unreadable' }, { um_informed: { raw, how } })
    expect(checkSubmission(mapped, programme, setting)).toMatchObject([
      { rule, severity: 'blocking', subject: 'um_informed', actual: raw, cells: [{ sheet: 'Số liệu', cell: 'E8' }] },
    ])
  })

  it('[M34] [M35] proposes the number that a noted or worded one most likely means', () => {
    const params = (raw: string) => checkSubmission(workbook({ um_informed: 'unreadable' }, { um_informed: { raw } }), programme)[0]?.params
    expect(params('1.250 (*)')).toMatchObject({ value: '1.250' })
    expect(params('một nghìn hai trăm năm mươi')).toMatchObject({ value: '1.250' })
  })

  it.each(['error', 'formula_without_result'])('leaves %s to the rules of mapping', (how) => {
    expect(ids(workbook({ um_informed: 'unreadable' }, { um_informed: { raw: '#REF!', how } }))).toEqual([])
  })

  it('[C6] a part above its total is blocking, for percentages only', () => {
    expect(found(workbook({ um_informed: 41 }), 'C6')).toMatchObject({
      severity: 'blocking',
      subject: 'um_informed',
      counterpart: 'um_total',
      expected: '40',
      actual: '41',
    })
    expect(ids(workbook({ um_informed: 1, um_total: 'nil' }))).toEqual(['C6 um_informed'])
    expect(ids(workbook({ um_introduced: 11 }))).toEqual([])
    expect(ids(workbook({ um_informed: 41, um_total: 'unreadable' }, { um_total: { raw: '?' } }))).toEqual(['C1 um_total'])
  })

  it('[C7] parts must add up to the whole; nil and not applicable add nothing; a missing part is not judged', () => {
    expect(found(workbook({ ub_total: 21 }), 'C7')).toMatchObject({
      severity: 'blocking',
      subject: 'ub_total',
      expected: '20',
      actual: '21',
    })
    expect(ids(workbook({ ub_total: 8, ub_nonstate: 'nil', ub_nonstate_dr: 'nil', ub_psu: 5, ub_with_source: 5 }))).toEqual([])
    expect(ids(workbook({ ent_total: 20, ent_state: 'not_applicable' }))).toEqual([])
    expect(ids(workbook({ ent_total: 99, ent_state: 'blank' }))).toEqual([])
  })

  it('[C8] a subset above its set is blocking, and is not said twice where C6 says it', () => {
    expect(found(workbook({ ub_psu: 21 }), 'C8')).toMatchObject({ severity: 'blocking', subject: 'ub_psu', counterpart: 'ub_total' })
    expect(ids(workbook({ ent_cba: 16 }))).toEqual(['C6 ent_cba'])
  })

  it('[C9] a blank total beside its part blocks in the summed line, warns elsewhere, once per total', () => {
    expect(found(workbook({ w_total: 'blank' }), 'C9')).toMatchObject({ severity: 'blocking', subject: 'w_total' })
    expect(ids(workbook({ w_total: 'blank' }))).toEqual(['C9 w_total'])
    expect(checkSubmission(workbook({ w_total: 'blank' }), programme, { ...setting, line: 'federation' })).toMatchObject([
      { rule: 'C9', severity: 'warning' },
    ])
  })

  it('[C10] a blank required field is a warning where fields are asked', () => {
    expect(ids(workbook({ um_informed: 'blank' }))).toEqual(['C10 um_informed'])
    expect(ids(workbook({ um_informed: 'blank' }), { ...setting, line: 'government' })).toEqual([])
    expect(ids(workbook({ um_admitted: 'blank' }))).toEqual([])
  })

  it('[C11] an empty workbook is one finding, not twenty', () => {
    expect(ids(workbook(Object.fromEntries(programme.fields.map(({ code }) => [code, 'blank' as const]))))).toEqual(['C11'])
  })

  it('[C12] a nil report with figures', () => {
    expect(found(workbook({}, {}, { nilReport: true }), 'C12')).toMatchObject({
      severity: 'warning',
      actual: String(programme.fields.length),
    })
    expect(ids(workbook(Object.fromEntries(programme.fields.map(({ code }) => [code, 'nil' as const])), {}, { nilReport: true }))).toEqual(
      [],
    )
  })

  it('[C13] one of two counts is not applicable, the other is given', () => {
    expect(ids(workbook({ uc_trained: 'not_applicable' }))).toEqual(['C13 uc_trained'])
    expect(ids(workbook({ uc_trained: 'not_applicable', uc_total: 'not_applicable' }))).toEqual([])
  })

  it('[C14] [C15] a missing narrative is for information, none at all is one finding, and only where tasks are asked', () => {
    const whole = workbook()
    expect(
      checkSubmission({ ...whole, texts: whole.texts.filter(({ name }) => name !== 'nar.tsk.1.1') }, programme, setting),
    ).toMatchObject([{ rule: 'C14', severity: 'info', subject: 'nar.tsk.1.1' }])
    expect(ids({ ...whole, texts: whole.texts.filter(({ name }) => !name.startsWith('nar.')) })).toEqual(['C15'])
  })

  it('[C16] another span on the cover', () => {
    const cover = { ...workbook().cover, to: '2026-05-31' }
    expect(found(workbook({}, {}, { cover }), 'C16')).toMatchObject({
      severity: 'warning',
      params: { foundTo: '31/05/2026', to: '14/06/2026' },
    })
    expect(ids(workbook({}, {}, { cover: { ...cover, from: '15/12/2025', to: '14/06/2026' } }))).toEqual([])
  })

  it('[C17] [C18] the plan: date or number missing, or issued after the due day', () => {
    const whole = workbook()
    const without = (name: string): MappedSubmission => ({ ...whole, texts: whole.texts.filter((text) => text.name !== name) })
    expect(ids(without('mil.plan.number'))).toEqual(['C17 mil.plan'])
    const dated = (day: string): MappedSubmission => ({
      ...whole,
      texts: whole.texts.map((text) => (text.name === 'mil.plan.date' ? { ...text, text: day } : text)),
    })
    expect(ids(dated('2026-02-28'))).toEqual([])
    expect(ids(dated('2026-03-01'))).toEqual(['C18 mil.plan'])
    expect(ids({ ...without('mil.plan.number'), cover: { ...whole.cover, to: '' } }, { ...setting, to: '2026-02-27' })).toEqual([])
  })

  it('[C19] commune rows above the total of their own line', () => {
    const row = (unit: string, count: number) => ({
      unit,
      readings: { um_total: { state: 'value', value: count } as const },
      sheet: 'Theo xã',
      row: 9,
    })
    expect(found(workbook({}, {}, { communeRows: [row('a', 30), row('b', 11)] }), 'C19')).toMatchObject({
      severity: 'warning',
      subject: 'um_total',
      expected: '41',
      actual: '40',
    })
    expect(ids(workbook({}, {}, { communeRows: [row('a', 30)] }))).toEqual([])
  })

  it('fills every message in both languages', () => {
    const texts = workbook().texts.filter(({ name }) => name !== 'nar.tsk.1.1' && name !== 'mil.plan.number')
    const mapped = workbook(
      {
        um_informed: 41,
        ub_total: 21,
        ub_psu: 22,
        w_total: 'blank',
        uc_trained: 'not_applicable',
        ent_dialogue: 'unreadable',
        ub_state_dr: 'blank',
      },
      { ent_dialogue: { raw: 'mười' } },
      { texts, nilReport: true, cover: { ...workbook().cover, to: '', from: '2026-01-01' } },
    )
    for (const finding of checkSubmission(mapped, programme, setting))
      for (const language of languages) expect(fillText(ruleTexts[finding.rule], language, finding.params)).not.toMatch(/[{}]/)
  })
})

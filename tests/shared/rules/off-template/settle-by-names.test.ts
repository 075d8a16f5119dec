import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../../shared/programmes/bundled-programme.ts'
import { proposeMapping } from '../../../../shared/rules/off-template/propose-mapping.ts'
import { plainSheet, plainWorkbook } from '../../../kit/plain-workbook.ts'

const programme = bundledProgramme()
/** Our labels in column B, figures in column C, every field named where `rowOf` says. */
const workbookWith = (rowOf: (index: number) => number, named = programme.fields.length) => ({
  ...plainWorkbook([
    plainSheet('Số liệu', [
      ['TT', 'Mục số liệu', 'Số liệu kỳ này'],
      ...programme.fields.map((field, at): [number, string, number] => [at + 1, field.label.vi, at]),
    ]),
  ]),
  definedNames: programme.fields
    .slice(0, named)
    .map((field, at) => ({ name: `fld.${field.code}`, scope: null, reference: `'Số liệu'!$C$${rowOf(at)}` })),
})
const told = (workbook: ReturnType<typeof workbookWith>): string[] =>
  proposeMapping(workbook, programme, []).suggestions.flatMap(({ name, cell, confidence }) =>
    name.startsWith('fld.') ? [`${name} ${cell?.cell} ${confidence}`] : [],
  )

describe('names of our own in a workbook of another format', () => {
  it('settle every input they stand for', () => {
    expect(told(workbookWith((at) => at + 2))).toEqual(programme.fields.map((field, at) => `fld.${field.code} C${at + 2} sure`))
  })

  it('are never sure against labels that surely speak of another cell', () => {
    const swapped = told(workbookWith((at) => (at === 0 ? 3 : at === 1 ? 2 : at + 2)))
    const [first, second] = programme.fields
    expect(swapped.slice(0, 2)).toEqual([`fld.${first!.code} C3 doubtful`, `fld.${second!.code} C2 doubtful`])
  })

  it('count only where at least half of the fields have one', () => {
    const few = workbookWith((at) => (at === 0 ? 9 : at + 2), 3)
    expect(told(few)).not.toContain(`fld.${programme.fields[0]!.code} C9 sure`)
  })
})

import { describe, expect, it } from 'vitest'
import type { SubmissionFinding } from '../../../shared/domain/finding.ts'
import { submissionContent } from '../../../shared/domain/submission.ts'
import { parseCellAddress, type PlainCell, type PlainSheet, type PlainWorkbook } from '../../../shared/domain/workbook.ts'
import { ruleTexts } from '../../../shared/messages/catalogue.ts'
import { fillText } from '../../../shared/messages/text.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { identityCheckValue } from '../../../shared/rules/identity.ts'
import { mapSubmission } from '../../../shared/rules/map-submission.ts'
import { encodeTcvn3 } from '../../../shared/vietnamese/tcvn3.ts'
import { federation, mapped, phoHien, readBack } from '../../kit/template-order.ts'

const programme = bundledProgramme()
const allFields = Object.fromEntries(programme.fields.map((field, index) => [`fld.${field.code}`, index * 7]))

const placeOf = (workbook: PlainWorkbook, name: string): { sheet: string; row: number; column: number } => {
  const reference = workbook.definedNames.find((defined) => defined.name === name)!.reference
  const [sheet, address] = reference.split('!') as [string, string]
  return { sheet: sheet.replaceAll("'", ''), ...parseCellAddress(address)! }
}
const editSheet = (workbook: PlainWorkbook, name: string, edit: (sheet: PlainSheet) => PlainSheet): PlainWorkbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet)),
})
/** Puts a cell where an input stands, or beside it. */
const withCell = (
  workbook: PlainWorkbook,
  name: string,
  cell: Partial<PlainCell>,
  offset: { rows: number; columns: number } = { rows: 0, columns: 0 },
): PlainWorkbook => {
  const { sheet, row, column } = placeOf(workbook, name)
  const at = { row: row + offset.rows, column: column + offset.columns }
  const whole: PlainCell = { ...at, kind: 'text', value: '', numberFormat: 'General', fontName: 'Times New Roman', ...cell }
  return editSheet(workbook, sheet, (old) => ({
    ...old,
    cells: [...old.cells.filter((other) => other.row !== at.row || other.column !== at.column), whole],
  }))
}
const findingsOf = (workbook: PlainWorkbook, rule: string): readonly SubmissionFinding[] =>
  mapped(workbook).findings.filter((finding) => finding.rule === rule)
const figure = (workbook: PlainWorkbook, field: string) => mapped(workbook).figures.find((reading) => reading.field === field)!

describe('mapping our own workbook', () => {
  it('reads identity, cover and every count from an untouched workbook without a finding', async () => {
    const submission = mapped(await readBack(phoHien, allFields))
    expect(submission.findings).toEqual([])
    expect(submission.layout).toBe('template')
    expect(submission.identity).toEqual({
      programme: 'directive-58',
      programmeVersion: 1,
      period: 'H1-2026',
      unit: 'org.du_xa.11953',
      templateVersion: 1,
      intact: true,
    })
    expect(submission.cover).toEqual({
      unitName: 'Đảng ủy phường Phố Hiến',
      unitCode: '',
      periodCode: 'H1-2026',
      from: '2025-12-15',
      to: '2026-06-14',
    })
    expect(submission.figures.map(({ field, value }) => [`fld.${field}`, value])).toEqual(Object.entries(allFields))
  })

  it('gives every field in programme order, blank where nothing was entered', async () => {
    const submission = mapped(await readBack(phoHien))
    expect(submission.figures.map(({ field }) => field)).toEqual(programme.fields.map(({ code }) => code))
    expect(new Set(submission.figures.map(({ state }) => state))).toEqual(new Set(['blank']))
    expect([submission.texts, submission.communeRows]).toEqual([[], []])
  })

  it('finds inputs whatever the case of the names, the visibility of the identity sheet and the order of the sheets', async () => {
    const workbook = await readBack(phoHien, allFields)
    const resaved: PlainWorkbook = {
      ...workbook,
      definedNames: workbook.definedNames.map((defined) => ({ ...defined, name: defined.name.toUpperCase() })),
      sheets: workbook.sheets
        .toReversed()
        .map((sheet) => ({ ...sheet, visibility: sheet.name.startsWith('_') ? 'hidden' : sheet.visibility })),
    }
    expect(mapped(resaved).findings).toEqual([])
    expect(submissionContent(mapped(resaved))).toBe(submissionContent(mapped(workbook)))
  })

  it('reads texts, the second cell of a narrative, days as text or true dates, and counts of monitors', async () => {
    const answers = {
      'nar.tsk.1.1': 'Đã ban hành kế hoạch.\r\n',
      'nar.tsk.1.1.next': 'Phân công cấp ủy viên.',
      'nar.tsk.2.1.next': 'Chỉ viết ở ô dưới.',
      'mil.plan.date': '05/02/2026',
      'mil.plan.number': '15-KH/ĐU',
      'prop.10.text': '=SUM(A1)',
      'prop.10.addressee': 'Tỉnh ủy',
      'mon.illegal_strikes': '02 vụ',
      'mon.security_order': 'Ổn định.',
      'doc.note': 'Không.',
    }
    const workbook = await readBack(phoHien, answers)
    const texts = Object.fromEntries(mapped(workbook).texts.map(({ name, text }) => [name, text]))
    expect(texts).toEqual({
      'nar.tsk.1.1': 'Đã ban hành kế hoạch.\nPhân công cấp ủy viên.',
      'nar.tsk.2.1': 'Chỉ viết ở ô dưới.',
      'mil.plan.date': '2026-02-05',
      'mil.plan.number': '15-KH/ĐU',
      'prop.10.text': '=SUM(A1)',
      'prop.10.addressee': 'Tỉnh ủy',
      'mon.illegal_strikes': '02 vụ',
      'mon.security_order': 'Ổn định.',
      'doc.note': 'Không.',
    })
    const dated = withCell(workbook, 'mil.plan.date', { kind: 'date', value: 46_058, numberFormat: 'dd/mm/yyyy' })
    expect(mapped(dated).texts.find(({ name }) => name === 'mil.plan.date')?.text).toBe('2026-02-05')
  })

  it('keeps one content when the same text comes decomposed', async () => {
    const composed = await readBack(phoHien, { 'nar.tsk.1.1': 'Đảng ủy phường' })
    const decomposed = withCell(composed, 'nar.tsk.1.1', { value: 'Đảng ủy phường'.normalize('NFD') })
    expect(submissionContent(mapped(decomposed))).toBe(submissionContent(mapped(composed)))
  })

  it('takes the unit of the common workbook from the name chosen on its cover', async () => {
    const chosen = mapped(await readBack(null, { 'doc.unit': 'Đảng ủy xã Tiên La' }))
    expect([chosen.layout, chosen.identity?.unit, chosen.identity?.intact, chosen.cover.unitCode]).toEqual([
      'common_template',
      'org.du_xa.12634',
      true,
      'org.du_xa.12634',
    ])
    const open = mapped(await readBack(null))
    expect([open.layout, open.identity?.unit, open.cover.unitName]).toEqual(['common_template', '', ''])
    const strange = mapped(await readBack(null, { 'doc.unit': 'Xã Không Có' }))
    expect([strange.identity?.unit, strange.cover.unitName]).toEqual(['', 'Xã Không Có'])
  })

  it('reads the rows per commune that hold something', async () => {
    const submission = mapped(
      await readBack(federation, {
        'row.org.du_xa.12634.um_total': 310,
        'row.org.du_xa.12634.um_informed': '-',
        'row.org.du_xa.11953.w_total': 0,
      }),
    )
    expect(submission.communeRows.map(({ unit, readings }) => [unit, readings])).toEqual([
      ['org.du_xa.11953', { w_total: { state: 'value', value: 0 } }],
      ['org.du_xa.12634', { um_total: { state: 'value', value: 310 }, um_informed: { state: 'nil', value: null } }],
    ])
    expect(submission.findings).toEqual([])
  })

  it('knows a workbook that is not ours', async () => {
    const workbook = await readBack(phoHien, allFields)
    expect(mapSubmission({ ...workbook, definedNames: [] }, programme)).toEqual({ offTemplate: true })
    const broken = workbook.definedNames.map((defined) => (defined.name.startsWith('fld.') ? { ...defined, reference: '#REF!' } : defined))
    expect(mapSubmission({ ...workbook, definedNames: broken }, programme)).toEqual({ offTemplate: true })
  })
})

describe('trouble found while mapping', () => {
  it('[M1] an identity sheet whose check value does not fit its codes', async () => {
    const workbook = editSheet(await readBack(phoHien), '_TongHop', (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.value === 'org.du_xa.11953' ? { ...cell, value: 'org.du_xa.11980' } : cell)),
    }))
    expect(mapped(workbook).identity).toMatchObject({ unit: 'org.du_xa.11980', intact: false })
    expect(findingsOf(workbook, 'M1')).toHaveLength(1)
    const codes = { programme: 'a', programmeVersion: 1, period: 'b', unit: 'c', templateVersion: 1 }
    expect(identityCheckValue(codes)).not.toBe(identityCheckValue({ ...codes, programme: 'ab', period: '' }))
  })

  const withIdentity = (workbook: PlainWorkbook, change: { programmeVersion?: number; templateVersion?: number }): PlainWorkbook => {
    const codes = {
      programme: 'directive-58',
      programmeVersion: 1,
      period: 'H1-2026',
      unit: 'org.du_xa.11953',
      templateVersion: 1,
      ...change,
    }
    const values: Record<string, string> = {
      programme_version: String(codes.programmeVersion),
      template_version: String(codes.templateVersion),
      check: identityCheckValue(codes),
    }
    return editSheet(workbook, '_TongHop', (sheet) => {
      const keys = new Map(sheet.cells.filter((cell) => cell.column === 1).map((cell) => [cell.row, String(cell.value)]))
      return {
        ...sheet,
        cells: sheet.cells.map((cell) => (cell.column === 2 ? { ...cell, value: values[keys.get(cell.row)!] ?? cell.value } : cell)),
      }
    })
  }
  it('[M2] another template version', async () => {
    const [finding] = findingsOf(withIdentity(await readBack(phoHien), { templateVersion: 7 }), 'M2')
    expect(finding).toMatchObject({ severity: 'warning', expected: '1', actual: '7' })
  })
  it('[M15] another version of the programme, whose labels are not judged', async () => {
    const workbook = withCell(
      withIdentity(await readBack(phoHien), { programmeVersion: 2 }),
      'fld.um_total',
      { value: 'Nhãn cũ' },
      { rows: 0, columns: -3 },
    )
    expect(mapped(workbook).findings.map(({ rule }) => rule)).toEqual(['M15'])
  })

  it('[M3] a label changed beside an input; tone placement and spaces are no change', async () => {
    const workbook = await readBack(phoHien)
    const changed = withCell(workbook, 'fld.um_total', { value: 'Tổng số lượt người' }, { rows: 0, columns: -3 })
    expect(findingsOf(changed, 'M3')).toMatchObject([
      { subject: 'um_total', actual: 'Tổng số lượt người', cells: [{ sheet: 'Số liệu', cell: 'B7' }] },
    ])
    const narrative = withCell(workbook, 'nar.tsk.1.1', { value: 'Việc khác' }, { rows: -1, columns: 0 })
    expect(findingsOf(narrative, 'M3')).toMatchObject([{ subject: 'nar.tsk.1.1' }])
    const same = withCell(
      workbook,
      'fld.um_total',
      { value: `${programme.fields[0]!.label.vi.normalize('NFD')}  ` },
      { rows: 0, columns: -3 },
    )
    expect(findingsOf(same, 'M3')).toEqual([])
  })

  it('[M19] a label that is another entry’s: rows were swapped, nobody may rely on the figures beside', async () => {
    const other = programme.fields[4]!.label.vi
    const swapped = withCell(await readBack(phoHien), 'fld.um_total', { value: other }, { rows: 0, columns: -3 })
    expect(findingsOf(swapped, 'M19')).toMatchObject([
      { severity: 'blocking', subject: 'um_total', actual: other, cells: [{ sheet: 'Số liệu', cell: 'B7' }] },
    ])
    expect(findingsOf(swapped, 'M3')).toEqual([])
  })

  it('[M4] a formula over an input, whose stored result is taken', async () => {
    const workbook = withCell(await readBack(phoHien), 'fld.um_total', { kind: 'number', value: 55, formula: 'SUM(A1:A3)' })
    expect(figure(workbook, 'um_total')).toMatchObject({ state: 'value', value: 55, source: { how: 'formula' } })
    expect(findingsOf(workbook, 'M4')).toMatchObject([{ severity: 'warning', subject: 'um_total', actual: '=SUM(A1:A3)' }])
  })
  it('[M5] a formula without result is no figure', async () => {
    const workbook = withCell(await readBack(phoHien), 'fld.um_total', { formula: 'A1+1', withoutResult: true })
    expect(figure(workbook, 'um_total').state).toBe('unreadable')
    expect(mapped(workbook).findings.map(({ rule, severity }) => [rule, severity])).toEqual([['M5', 'blocking']])
  })
  it('[M6] an error cell is no figure and no text', async () => {
    const workbook = withCell(withCell(await readBack(phoHien), 'fld.um_total', { kind: 'error', value: '#REF!' }), 'nar.tsk.1.1', {
      kind: 'error',
      value: '#NAME?',
    })
    expect([figure(workbook, 'um_total').state, mapped(workbook).texts]).toEqual(['unreadable', []])
    expect(findingsOf(workbook, 'M6').map(({ subject, severity }) => [subject, severity])).toEqual([
      ['um_total', 'blocking'],
      ['nar.tsk.1.1', 'warning'],
    ])
  })

  it('[M7] filled inputs in hidden rows, columns or sheets, once per sheet', async () => {
    const workbook = await readBack(phoHien, allFields)
    const { row, sheet } = placeOf(workbook, 'fld.um_total')
    const hidden = editSheet(workbook, sheet, (old) => ({ ...old, hiddenRows: [row, row + 1, 2] }))
    expect(findingsOf(hidden, 'M7')).toMatchObject([
      {
        actual: '2',
        cells: [
          { sheet, cell: 'E7' },
          { sheet, cell: 'E8' },
        ],
      },
    ])
    expect(
      findingsOf(
        editSheet(workbook, sheet, (old) => ({ ...old, hiddenColumns: [5] })),
        'M7',
      ),
    ).toMatchObject([{ actual: String(programme.fields.length) }])
    expect(
      findingsOf(
        editSheet(await readBack(phoHien), sheet, (old) => ({ ...old, visibility: 'hidden' })),
        'M7',
      ),
    ).toEqual([])
  })

  it('[M8] a name like ours that the programme does not know; other names are the unit’s own', async () => {
    const workbook = await readBack(phoHien)
    const more = [
      ...workbook.definedNames,
      { name: 'fld.extra', scope: null, reference: "'Số liệu'!$E$7" },
      { name: 'bang_rieng', scope: null, reference: "'Số liệu'!$A$1" },
    ]
    expect(findingsOf({ ...workbook, definedNames: more }, 'M8')).toMatchObject([{ counterpart: 'fld.extra', severity: 'info' }])
  })
  it('[M9] an input whose cell is gone counts as blank', async () => {
    const workbook = await readBack(phoHien, allFields)
    const names = workbook.definedNames
      .filter((defined) => defined.name !== 'fld.um_total')
      .map((defined) => (defined.name === 'fld.w_total' ? { ...defined, reference: "'Số liệu'!#REF!" } : defined))
    const cut = { ...workbook, definedNames: names }
    expect([figure(cut, 'um_total').state, figure(cut, 'w_total').state]).toEqual(['blank', 'blank'])
    expect(findingsOf(cut, 'M9').map(({ subject }) => subject)).toEqual(['um_total', 'w_total'])
  })
  it('[M10] a sheet copied inside the file: the original is read', async () => {
    const workbook = await readBack(phoHien, allFields)
    const copy = { name: 'Số liệu (2)', scope: 'Số liệu (2)' }
    const copies = workbook.definedNames
      .filter((defined) => defined.name.startsWith('fld.'))
      .map((defined) => ({ ...defined, scope: copy.scope, reference: defined.reference.replace('Số liệu', copy.name) }))
    for (const definedNames of [
      [...workbook.definedNames, ...copies],
      [...copies, ...workbook.definedNames],
    ]) {
      const copied: PlainWorkbook = {
        ...workbook,
        definedNames,
        sheets: [...workbook.sheets, { ...workbook.sheets[1]!, name: copy.name, cells: [] }],
      }
      expect(figure(copied, 'uc_total').value).toBe(allFields['fld.uc_total'])
      expect(findingsOf(copied, 'M10')).toMatchObject([{ counterpart: copy.name }])
    }
  })

  it('[M11] nothing to report: empty cells are nil, words and numbers stay', async () => {
    const workbook = await readBack(phoHien, { 'doc.nil': 'Có', 'fld.um_total': 12, 'fld.w_total': 'chưa có số liệu', 'fld.uc_total': 'x' })
    const submission = mapped(workbook)
    expect(submission.nilReport).toBe(true)
    expect(figure(workbook, 'um_total')).toMatchObject({ state: 'value', value: 12 })
    expect(figure(workbook, 'w_total').state).toBe('blank')
    expect(figure(workbook, 'uc_total').state).toBe('not_applicable')
    expect(figure(workbook, 'um_informed')).toMatchObject({ state: 'nil', value: null, source: { how: 'nil_report', raw: '' } })
    expect(findingsOf(workbook, 'M11')).toMatchObject([{ actual: String(programme.fields.length - 3) }])
    expect(mapped(await readBack(phoHien)).nilReport).toBe(false)
  })

  it('[M12] [M13] macros and links to other files are named and left alone', async () => {
    const workbook = await readBack(phoHien)
    expect(mapped({ ...workbook, hasMacros: true, hasExternalLinks: true }).findings.map(({ rule, severity }) => [rule, severity])).toEqual(
      [
        ['M12', 'info'],
        ['M13', 'info'],
      ],
    )
  })
  it('[M14] a legacy font is decoded, the original kept', async () => {
    const workbook = withCell(await readBack(phoHien), 'nar.tsk.1.1', { value: 'H\u00adng Y\u00aan', fontName: '.VnTime' })
    expect(mapped(workbook).texts).toMatchObject([{ text: 'Hưng Yên', raw: 'H\u00adng Y\u00aan', how: 'text+tcvn3' }])
    expect(findingsOf(workbook, 'M14')).toMatchObject([{ params: { count: 1, after: 'Hưng Yên' } }])
  })
  it('[M36] letters that look like an old encoding stay as they are and are shown both ways', async () => {
    const typed = encodeTcvn3('Đảng ủy đã chỉ đạo tuyên truyền, giáo dục pháp luật cho công nhân lao động tại các doanh nghiệp')
    const workbook = withCell(await readBack(phoHien), 'nar.tsk.1.1', { value: typed, fontName: 'Times New Roman' })
    expect(mapped(workbook).texts).toMatchObject([{ text: typed, how: 'text' }])
    expect(findingsOf(workbook, 'M36')).toMatchObject([
      { severity: 'warning', params: { count: 1, encoding: 'TCVN3', after: expect.stringContaining('Đảng ủy đã chỉ đạo') } },
    ])
    expect(findingsOf(workbook, 'M14')).toEqual([])
    const word = withCell(await readBack(phoHien), 'nar.tsk.1.1', { value: 'mét', fontName: 'Times New Roman' })
    expect(findingsOf(word, 'M36')).toEqual([])
  })
  it('[M37] letters lost as soft hyphens are told, one such word is not', async () => {
    const withText = async (value: string) => withCell(await readBack(phoHien), 'nar.tsk.1.1', { value, fontName: '.VnTime' })
    const lost = await withText('Mêng Kh¬ng')
    expect(mapped(lost).texts).toMatchObject([{ text: 'Mờng Khơng' }])
    expect(findingsOf(lost, 'M37')).toMatchObject([{ params: { count: 1, before: 'Mờng Khơng', after: 'Mường Khương' } }])
    expect(findingsOf(await withText('Mêng'), 'M37')).toEqual([])
  })
  it('[M38] double-encoded and look-alike letters are told', async () => {
    const workbook = withCell(await readBack(phoHien), 'nar.tsk.1.1', { value: 'xÃ£ TiÃªn Lá»¯', fontName: 'Arial' })
    expect(findingsOf(workbook, 'M38')).toMatchObject([{ params: { count: 1, before: 'xÃ£ TiÃªn Lá»¯', after: 'xã Tiên Lữ' } }])
    expect(mapped(workbook).texts).toMatchObject([{ text: 'xÃ£ TiÃªn Lá»¯' }])
  })
  it('[M16] one commune twice: the first row is read', async () => {
    const workbook = await readBack(federation, { 'row.org.du_xa.11953.um_total': 1, 'row.org.du_xa.11980.um_total': 2 })
    const doubled = editSheet(workbook, 'Theo xã', (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => (cell.value === 'org.du_xa.11980' ? { ...cell, value: 'org.du_xa.11953' } : cell)),
    }))
    expect(mapped(doubled).communeRows).toMatchObject([{ unit: 'org.du_xa.11953', readings: { um_total: { value: 1 } } }])
    expect(findingsOf(doubled, 'M16')).toMatchObject([{ counterpart: 'org.du_xa.11953', actual: '2' }])
  })
  it('[M18] what cannot be read in the rows of communes is said once', async () => {
    const workbook = await readBack(federation, {
      'row.org.du_xa.11953.um_total': '1,234',
      'row.org.du_xa.11953.w_total': 5,
      'row.org.du_xa.11980.um_total': 'khoảng 40',
    })
    expect(findingsOf(workbook, 'M18')).toMatchObject([
      { severity: 'warning', actual: '2', params: { count: 2 }, cells: [{ sheet: 'Theo xã' }, { sheet: 'Theo xã' }] },
    ])
    expect(mapped(workbook).communeRows[0]!.readings).toEqual({
      um_total: { state: 'unreadable', value: null },
      w_total: { state: 'value', value: 5 },
    })
  })
  it('[M17] a day that is none keeps its words', async () => {
    const workbook = await readBack(phoHien, { 'mil.plan.date': 'cuối tháng 2' })
    expect(mapped(workbook).texts).toMatchObject([{ name: 'mil.plan.date', text: 'cuối tháng 2' }])
    expect(findingsOf(workbook, 'M17')).toHaveLength(1)
  })

  it('fills every text in both languages', async () => {
    const workbook = withCell(await readBack(phoHien, { 'mil.plan.date': 'x y' }), 'fld.um_total', { kind: 'error', value: '#REF!' })
    for (const finding of mapped({ ...workbook, hasMacros: true }).findings)
      for (const language of ['vi', 'en'] as const) expect(fillText(ruleTexts[finding.rule], language, finding.params)).not.toMatch(/[{}]/)
  })
})

import type { Period } from '../../shared/domain/period.ts'
import type { MappedSubmission } from '../../shared/domain/submission.ts'
import type { TemplateAnswers, TemplateOrder } from '../../shared/domain/template.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { PlainWorkbook } from '../../shared/domain/workbook.ts'
import { writeTemplate } from '../../electron/workers/template/write-template.ts'
import { readWorkbook } from '../../electron/workers/workbook/read-workbook.ts'
import { bundledProgramme } from '../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../shared/programmes/bundled-units.ts'
import { mapSubmission } from '../../shared/rules/map-submission.ts'

export const firstHalf: Period = {
  code: 'H1-2026',
  from: '2025-12-15',
  to: '2026-06-14',
  cutOff: '2026-06-14',
  dueAt: '2026-06-17T09:30:00.000Z',
  endsYear: false,
  state: 'open',
  openedAt: '2026-05-20T02:00:00.000Z',
  programmeVersion: 1,
}
export const units = bundledUnits()
const territorial = units.filter((unit) => unit.line === 'territorial')
export const unitWithCode = (code: string): Unit => units.find((unit) => unit.code === code)!
export const phoHien = unitWithCode('org.du_xa.11953')
export const federation = unitWithCode('org.ldld_tinh')
export const front = unitWithCode('org.ubmttq_tinh')

export const orderFor = (unit: Unit | null, previous: TemplateOrder['previous'] = null): TemplateOrder => ({
  programme: bundledProgramme(),
  period: firstHalf,
  unit,
  communes: unit ? territorial : units,
  previous,
})

export const readBack = async (
  unit: Unit | null,
  answers: TemplateAnswers = {},
  previous: TemplateOrder['previous'] = null,
): Promise<PlainWorkbook> => readWorkbook(await writeTemplate(orderFor(unit, previous), answers))

/** The mapping of a workbook that is ours; fails the test where it is off the template. */
export function mapped(workbook: PlainWorkbook, programme = bundledProgramme()): MappedSubmission {
  const submission = mapSubmission(workbook, programme)
  if ('offTemplate' in submission) throw new Error('the workbook is off the template')
  return submission
}

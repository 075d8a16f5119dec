import { templateSheets, templateVersion, type IdentityKey } from '../../../shared/domain/template.ts'
import { identityCheckValue } from '../../../shared/rules/identity.ts'
import { put, type Draft } from './draft.ts'
import { looks } from './styles.ts'

/** Codes only; the check value tells an accident from an untouched sheet. */
export async function writeIdentitySheet(draft: Draft): Promise<void> {
  const { programme, period, unit } = draft.order
  const identity = {
    programme: programme.code,
    programmeVersion: programme.version,
    period: period.code,
    unit: unit?.code ?? '',
    templateVersion,
  }
  const rows: Readonly<Record<IdentityKey, string>> = {
    tonghop: 'template',
    programme: identity.programme,
    programme_version: String(identity.programmeVersion),
    period: identity.period,
    unit: identity.unit,
    template_version: String(identity.templateVersion),
    check: identityCheckValue(identity),
  }
  const sheet = draft.workbook.addWorksheet(templateSheets.identity, { state: 'veryHidden' })
  Object.entries(rows).forEach(([key, value], index) => {
    put(sheet, index + 1, 1, key, looks.plain)
    put(sheet, index + 1, 2, value, looks.plain)
  })
  await sheet.protect('', {})
}

/** What the common workbook's cover chooses from: code and name of every unit. */
export async function writeUnitsSheet(draft: Draft): Promise<void> {
  const sheet = draft.workbook.addWorksheet(templateSheets.units, { state: 'hidden' })
  draft.order.communes.forEach((unit, index) => {
    put(sheet, index + 1, 1, unit.code, looks.plain)
    put(sheet, index + 1, 2, unit.name, looks.plain)
  })
  await sheet.protect('', {})
}

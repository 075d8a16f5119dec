import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { composeReport } from '../../../electron/engine/compose-report.ts'
import { initWorkspace } from '../../../electron/setup/init-workspace.ts'
import { openPeriod } from '../../../electron/setup/open-period.ts'
import { openStore } from '../../../electron/store/database.ts'
import { getLatestProgramme } from '../../../electron/store/programme-store.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { readStoredProgramme } from '../../../shared/domain/read-stored-programme.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { bundledUnits } from '../../../shared/programmes/bundled-units.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { readProgramme } from '../../../shared/rules/read-programme.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { countingIds, fixedClock, testPeriod } from '../../kit/test-submission.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

/** The bundled programme as earlier versions of the application stored it. */
function inFormerForm(comparable: (indicator: string) => boolean): Programme {
  const { breaks: _, ...programme } = bundledProgramme()
  const indicators = programme.indicators.map((indicator) => ({ ...indicator, comparableBefore2026: comparable(indicator.code) }))
  return { ...programme, indicators }
}
const codes = bundledProgramme().indicators.map(({ code }) => code)

describe('a programme stored in a former form', () => {
  it('is read as one of today, its series cut at 2026', () => {
    const all = readStoredProgramme(JSON.stringify(inFormerForm(() => false)))
    expect(readProgramme(all)).toEqual({ programme: all })
    expect(all.breaks).toMatchObject([{ from: '2026-01-01' }])
    expect(all.breaks?.[0]).not.toHaveProperty('indicators')

    const some = readStoredProgramme(JSON.stringify(inFormerForm((code) => code !== codes[2])))
    expect(readProgramme(some)).toEqual({ programme: some })
    expect(some.breaks).toMatchObject([{ from: '2026-01-01', indicators: [codes[2]] }])

    const none = readStoredProgramme(JSON.stringify(inFormerForm(() => true)))
    expect(readProgramme(none)).toEqual({ programme: none })
    expect(none).not.toHaveProperty('breaks')
    expect(readStoredProgramme(JSON.stringify(bundledProgramme()))).toEqual(bundledProgramme())
  })

  it('[CP2] keeps its bytes in the workspace, and its report compares nothing with 2025', async () => {
    const directory = `${temporaryFolder()}/data`
    const { clock } = fixedClock()
    const newId = countingIds()
    const programme = inFormerForm(() => false)
    const { store: made } = initWorkspace({ directory, programme, units: bundledUnits(), clock, newId, actor: 'Lan' })
    made.close()

    const store = openStore(directory, { mode: 'write', clock })
    const context = { store, clock, newId, actor: 'Lan', pool: { run: () => Promise.reject(new Error('none')), close: async () => {} } }
    openPeriod(context, { code: '2025-H1', from: '2024-12-15', to: '2025-06-14', due: '2025-06-20 17:00' })
    openPeriod(context, testPeriod)
    const unit = 'org.du_xa.11953'
    for (const [period, informed] of [
      ['2025-H1', 700],
      [testPeriod.code, 900],
    ] as const)
      storeFigures(context, { period, unit }, { um_informed: informed, um_total: 1000, propaganda_sessions: informed })
    const { blocks } = assembleReport(composeReport(context, { period: testPeriod.code, kind: 'periodic' }))
    const text = blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : '')).join('\n')
    expect(text).toContain('không so sánh được với cùng kỳ năm 2025, do phạm vi và đối tượng tính đã thay đổi từ năm 2026')
    expect(text).not.toMatch(/(tăng|giảm|không đổi)[^.]* so với cùng kỳ/)
    expect(getLatestProgramme(store).indicators[0]).not.toHaveProperty('comparableBefore2026')
    expect(store.pluck<[], string>('SELECT body FROM programme').get()).toBe(JSON.stringify(programme))
    expect((await verifyAudit(context)).ok).toBe(true)
    store.close()
  })
})

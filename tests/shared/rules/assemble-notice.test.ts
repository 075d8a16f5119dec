import { describe, expect, it } from 'vitest'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { layoutProfiles } from '../../../shared/programmes/layout-profiles.ts'
import { assembleReport } from '../../../shared/rules/assemble-report.ts'
import { assembleNotice, assembleSlip } from '../../../shared/rules/assemble-slip.ts'
import { makeReportSource } from '../../kit/report-source.ts'

const programme = bundledProgramme()
const at = '2026-07-03T02:00:00.000Z'

describe.each(Object.values(layoutProfiles))('papers beside the report on $code', (profile) => {
  const paper = { programme, profile, dataMark: null }

  it('the notice of a replacement goes to whom the report went, with the initials of who deals with it, and is signed alike', () => {
    const report = assembleReport(makeReportSource({ profile: profile.code }))
    const notice = assembleNotice(paper, {
      fresh: { number: 'Báo cáo số 128-BC/TU', day: '2026-07-03', title: 'Báo cáo kết quả' },
      old: { number: 'Báo cáo số 127-BC/TU', day: '2026-06-30' },
      at,
    })
    expect(notice.recipients.items).toEqual(report.recipients.items)
    expect(notice.recipients.items.flat().filter(({ raised }) => raised)).toHaveLength(2)
    expect(notice.signature).toEqual(report.signature)
  })

  it('the slip has every hash in two lines of the same length', () => {
    const slip = assembleSlip(paper, {
      report: 'a'.repeat(32),
      title: 'Báo cáo',
      code: '1GXM-FTD4',
      snapshotSha256: '1'.repeat(64),
      baseSha256: '2'.repeat(64),
      journalHead: '3'.repeat(64),
      pages: 33,
      submittedAt: at,
      submittedBy: 'Lan',
      number: null,
      steps: [],
    })
    const cells = slip.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.flatMap((row) => row.cells) : []))
    for (const figure of ['1', '2', '3']) expect(cells).toContain(`${figure.repeat(32)} ${figure.repeat(32)}`)
  })
})

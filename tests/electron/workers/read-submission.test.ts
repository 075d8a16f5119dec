import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { submissionContent } from '../../../shared/domain/submission.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import type { ReadOutcome } from '../../../electron/workers/tasks.ts'
import { writeTemplate } from '../../../electron/workers/template/write-template.ts'
import { buildWorkbook, workbookMembers } from '../../kit/build-workbook.ts'
import { buildZip } from '../../kit/build-zip.ts'
import { orderFor, phoHien } from '../../kit/template-order.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-submission-'))
const pool = createWorkerPool({ size: 1 })
afterAll(() => pool.close())

const read = (name: string, bytes: Uint8Array): Promise<ReadOutcome> => {
  writeFileSync(join(folder, name), bytes)
  return pool.run('read_submission', { path: join(folder, name), name, programme: JSON.stringify(bundledProgramme()) })
}

describe('the reading worker', () => {
  it('hands over a filled template as records with the hash of its content', async () => {
    const outcome = await read('a.xlsx', await writeTemplate(orderFor(phoHien), { 'fld.um_total': 41 }))
    if (outcome.kind !== 'submission') throw new Error(outcome.kind)
    expect(outcome.mapped.identity).toMatchObject({ unit: phoHien.code, intact: true })
    expect(outcome.mapped.figures.find((figure) => figure.field === 'um_total')).toMatchObject({ state: 'value', value: 41 })
    expect(outcome.contentSha256).toBe(createHash('sha256').update(submissionContent(outcome.mapped)).digest('hex'))
    const other = await read('b.xlsx', await writeTemplate(orderFor(phoHien), { 'fld.um_total': 42 }))
    expect(other.kind === 'submission' && other.contentSha256).not.toBe(outcome.contentSha256)
  })

  it('[M12] [M13] reads a workbook with macros and links as data and says so', async () => {
    const { readZipDirectory, inflateEntry } = await import('../../../electron/workers/workbook/zip-directory.ts')
    const bytes = Buffer.from(await writeTemplate(orderFor(phoHien), { 'fld.um_total': 41 }))
    const members = readZipDirectory(bytes).map((entry) => ({ name: entry.name, data: inflateEntry(bytes, entry) }))
    const outcome = await read(
      'm.xlsm',
      buildZip([...members, { name: 'xl/vbaProject.bin', data: 'x' }, { name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }]),
    )
    expect(
      outcome.kind === 'submission' &&
        outcome.mapped.findings.map((finding) => finding.rule).filter((rule) => rule === 'M12' || rule === 'M13'),
    ).toEqual(['M12', 'M13'])
  })

  it('[M45] holds a workbook of another layout', async () => {
    expect(await read('o.xlsx', buildWorkbook({}))).toMatchObject({ kind: 'off_template', finding: { rule: 'M45' } })
  })

  it('[M61] [M66] refuses a damaged and a hostile file, and the next file goes on', async () => {
    expect(await read('d.xlsx', buildWorkbook({}).subarray(0, 900))).toMatchObject({ kind: 'rejected', finding: { rule: 'M61' } })
    expect(await read('h.xlsx', buildZip(workbookMembers({ sheets: ['<a>'.repeat(100_000)] })))).toMatchObject({
      kind: 'rejected',
      finding: { rule: 'M66' },
    })
    expect(await read('p.pdf', Buffer.from('%PDF-1.7\n'))).toMatchObject({ kind: 'paper', format: 'pdf' })
  })
})

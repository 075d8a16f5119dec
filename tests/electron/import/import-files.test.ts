import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeSharedPool, openInbox, outcomesOf, placeOf, rulesOf, unitAt } from './import-kit.ts'
import { verifyAudit } from '../../../electron/audit/verify-audit.ts'
import { importFiles } from '../../../electron/import/import-files.ts'
import { closePeriod } from '../../../electron/setup/open-period.ts'
import { createWorkerPool } from '../../../electron/workers/pool.ts'
import { throttleProgress } from '../../../electron/import/throttle-progress.ts'
import { zipOf } from './zip-of.ts'
import { listReadings } from '../../../electron/store/submission-rows.ts'
import { findEffective } from '../../../electron/store/submission-store.ts'

afterAll(closeSharedPool)

describe('importFiles', () => {
  it('takes in a workbook of ours, with its figures and where they stand', async () => {
    const inbox = openInbox()
    const path = inbox.put(
      'a.xlsx',
      await inbox.fill(unitAt(0), { 'fld.um_total': 1234, 'fld.um_informed': 'không phát sinh', 'nar.tsk.1.1': 'Đã quán triệt.' }),
    )
    const report = await inbox.take()
    expect(report.totals).toEqual({ imported: 1, duplicate: 0, held: 0, attached: 0, rejected: 0 })
    const [file] = report.files
    expect(file).toMatchObject({ path, outcome: 'imported', unit: unitAt(0), figures: 2, narratives: 1 })
    const effective = findEffective(inbox.context.store, '2026-H1', unitAt(0))!
    expect(effective).toMatchObject({ id: file!.submission, sha256: file!.sha256, channel: 'usb', version: 1 })
    const total = listReadings(inbox.context.store, effective.key).find((reading) => reading.field === 'um_total')
    expect(total).toMatchObject({ state: 'value', value: 1234, source: { sheet: 'Số liệu', raw: '1234' } })
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })

  it('[M48] running again changes nothing: everything is a duplicate', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    await inbox.take()
    const again = await inbox.take()
    expect(again.totals).toMatchObject({ imported: 0, duplicate: 1 })
    expect(rulesOf(again, 'a.xlsx')).toEqual(['M48'])
    const entries = () => inbox.context.store.pluck<[], number>('SELECT count(*) FROM journal_entry').get()
    const before = entries()
    await inbox.take()
    expect(entries()).toBe(before)
  })
})

describe('what else arrives', () => {
  it('[M49] [M50] passes over system files and reports what cannot be read, and takes the rest', async () => {
    const inbox = openInbox()
    inbox.put('~$a.xlsx', 'lock')
    inbox.put('Thumbs.db', 'x')
    inbox.put('sub/.DS_Store', 'x')
    symlinkSync('/nowhere/at/all', join(inbox.folder, 'lost.xlsx'))
    symlinkSync('/etc/passwd', join(inbox.folder, 'outside.xlsx'))
    inbox.put('sub/deep/a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    const report = await inbox.take()
    expect(outcomesOf(report)).toEqual({
      '~$a.xlsx': 'rejected',
      'Thumbs.db': 'rejected',
      'sub/.DS_Store': 'rejected',
      'lost.xlsx': 'rejected',
      'outside.xlsx': 'rejected',
      'sub/deep/a.xlsx': 'imported',
    })
    expect(report.files.find((file) => file.path.endsWith('Thumbs.db'))!.findings).toMatchObject([{ rule: 'M49', severity: 'info' }])
    expect(report.files.find((file) => file.path.endsWith('lost.xlsx'))!.findings).toMatchObject([
      { rule: 'M50', params: { reason: 'ENOENT' } },
    ])
    expect(rulesOf(report, 'outside.xlsx')).toEqual(['M50'])
  })

  it('opens a zip, its members are files; a zip in a zip once, [M52] not twice; [M53] a damaged one is one rejected file', async () => {
    const inbox = openInbox()
    const workbook = await inbox.fill(unitAt(0), { 'fld.um_total': 5 })
    const inner = zipOf({ 'b.xlsx': await inbox.fill(unitAt(1), { 'fld.um_total': 6 }), 'deeper.zip': zipOf({ 'c.xlsx': workbook }) })
    inbox.put('cum3.zip', zipOf({ 'Xã A/a.xlsx': workbook, 'inner.zip': inner, '__MACOSX/a': Buffer.from('x') }))
    inbox.put('hong.zip', 'PK but no zip')
    const report = await inbox.take()
    expect(outcomesOf(report)).toEqual({
      'cum3.zip!/Xã A/a.xlsx': 'imported',
      'cum3.zip!/inner.zip!/b.xlsx': 'imported',
      'cum3.zip!/inner.zip!/deeper.zip': 'rejected',
      'cum3.zip!/__MACOSX/a': 'rejected',
      'hong.zip': 'rejected',
    })
    expect(rulesOf(report, 'deeper.zip')).toEqual(['M52'])
    expect(rulesOf(report, 'hong.zip')).toEqual(['M53'])
    expect(existsSync(join(inbox.directory, 'files', '.incoming'))).toBe(false)
  })

  it('attaches papers with a suggested unit, and every rejected file says why', async () => {
    const inbox = openInbox()
    inbox.put(`BC ${placeOf(unitAt(3))}.pdf`, '%PDF-1.4\n%%EOF')
    inbox.put('hong.xlsx', 'PK\u0003\u0004 cut off')
    const report = await inbox.take()
    expect(report.files.map((file) => file.outcome)).toEqual(['attached', 'rejected'])
    expect(report.files[0]).toMatchObject({ unit: null, suggestions: [unitAt(3)] })
    for (const file of report.files) expect(file.findings.length).toBeGreaterThan(0)
  })

  it('keeps every file unchanged under its hash, and only reads the source', async () => {
    const inbox = openInbox()
    const bytes = await inbox.fill(unitAt(0), { 'fld.um_total': 5 })
    const path = inbox.put('a.XLSX', bytes)
    const before = statSync(path).mtimeMs
    const { files } = await inbox.take()
    const sha256 = files[0]!.sha256!
    expect(readFileSync(join(inbox.directory, 'files', sha256.slice(0, 2), `${sha256}.xlsx`))).toEqual(bytes)
    expect(readFileSync(path)).toEqual(bytes)
    expect(statSync(path).mtimeMs).toBe(before)
  })

  it('leaves out what lies in the workspace itself', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    await inbox.take()
    expect((await inbox.take({ paths: [{ path: inbox.directory, name: 'workspace' }] })).files).toEqual([])
  })

  it('refuses a path that is not there before anything is stored, and a time that is none', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), {}))
    await expect(
      inbox.take({
        paths: [
          { path: inbox.folder, name: 'USB' },
          { path: join(inbox.folder, 'nope'), name: 'nope' },
        ],
      }),
    ).rejects.toMatchObject({ code: 'import.path_not_found' })
    await expect(inbox.take({ receivedAt: '30/2/2026' })).rejects.toMatchObject({ code: 'import.wrong_time' })
    await expect(inbox.take({ period: '2099-H1' })).rejects.toMatchObject({ code: 'period.not_found' })
    expect(inbox.context.store.pluck('SELECT count(*) FROM receipt').get()).toBe(0)
  })

  it('cancelling while files are read stores nothing', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), {}))
    const report = await inbox.take({ signal: AbortSignal.abort() })
    expect(report).toMatchObject({ files: [], cancelled: true })
    expect(inbox.context.store.pluck('SELECT count(*) FROM receipt').get()).toBe(0)
  })

  it('cancelling keeps whole files; running again completes the rest', async () => {
    const inbox = openInbox()
    for (let at = 0; at < 4; at++) inbox.put(`${at}.xlsx`, await inbox.fill(unitAt(at), { 'fld.um_total': at }))
    const stop = new AbortController()
    let ids = 0
    const newId = (): string => {
      if (++ids === 3) stop.abort()
      return inbox.context.newId()
    }
    const report = await importFiles(
      { ...inbox.context, newId },
      { period: '2026-H1', paths: [{ path: inbox.folder, name: 'USB' }], signal: stop.signal },
    )
    expect(report.cancelled).toBe(true)
    expect(report.totals.imported).toBe(2)
    const again = await inbox.take()
    expect(again.totals).toMatchObject({ imported: 2, duplicate: 2 })
    expect(await verifyAudit(inbox.context)).toMatchObject({ ok: true })
  })
})

describe('what changes while files are read', () => {
  it('[M51] a period closed meanwhile keeps the file apart', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    const report = await inbox.take({ onProgress: ({ phase }) => void (phase === 'reading' && closePeriod(inbox.context, '2026-H1')) })
    expect(report.files[0]).toMatchObject({ outcome: 'held', choices: ['use_new', 'discard'] })
    expect(findEffective(inbox.context.store, '2026-H1', unitAt(0))).toBeUndefined()
  })

  it('[M54] a reader that dies takes one file with it, not the others', async () => {
    const inbox = openInbox()
    inbox.put('a.xlsx', await inbox.fill(unitAt(0), { 'fld.um_total': 5 }))
    inbox.put('Thumbs.db', 'x')
    const pool = createWorkerPool({ files: { 'read-workbook': new URL('./dying.worker.ts', import.meta.url) } })
    const report = await importFiles({ ...inbox.context, pool }, { period: '2026-H1', paths: [{ path: inbox.folder, name: 'USB' }] })
    await pool.close()
    expect(rulesOf(report, 'a.xlsx')).toEqual(['M54'])
    expect(report.totals).toMatchObject({ rejected: 2 })
    expect((await inbox.take()).totals).toMatchObject({ imported: 1 })
  })
})

describe('throttleProgress', () => {
  it('passes at most ten a second and always the last', () => {
    let now = 0
    const passed: number[] = []
    const progress = throttleProgress(
      ({ done }) => passed.push(done),
      () => now,
    )
    for (let done = 1; done <= 50; done++, now += 10) progress.report({ phase: 'reading', done, total: 50 })
    progress.finish()
    progress.finish()
    expect(passed).toEqual([1, 11, 21, 31, 41, 50])
  })
})

import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../electron/audit/run-command.ts'
import { verifyAudit, type AuditResult } from '../../../electron/audit/verify-audit.ts'
import { storePath } from '../../../electron/store/database.ts'
import { upsertRegisteredCounts } from '../../../electron/store/period-store.ts'
import { insertNarrativePrints } from '../../../electron/store/narrative-print-store.ts'
import { findSubmission } from '../../../electron/store/submission-store.ts'
import { bundledProgramme } from '../../../shared/programmes/bundled-programme.ts'
import { printSubmission } from '../../../shared/rules/narratives/print-submission.ts'
import { storeFigures } from '../../kit/store-figures.ts'
import { insertReport } from '../../../electron/store/report-store.ts'
import { sha256Of, storeTestSubmission, testPeriod } from '../../kit/test-submission.ts'
import { testWorkspaceWithPeriod, type TestWorkspace } from '../../kit/test-workspace.ts'

const unit = 'org.du_xa.11953'

type Audited = TestWorkspace & { submission: string; adjustment: string }

/** A workspace in which every journalled kind of row occurs. */
function auditedWorkspace(): Audited {
  const workspace = testWorkspaceWithPeriod()
  const { context } = workspace
  const { store } = context
  const submission = storeTestSubmission(context, unit, 3)
  storeTestSubmission(context, 'org.du_xa.11980', 4)
  runCommand(context, () => {
    upsertRegisteredCounts(store, testPeriod.code, [{ unit, field: 'um_total', value: 900 }])
    return { entry: { action: 'period.register', params: {}, rows: [{ table: 'registered_count', key: testPeriod.code }] }, result: 0 }
  })
  const adjustment = context.newId()
  runCommand(context, () => {
    store
      .prepare(
        `INSERT INTO adjustment (id, period, unit, field, value, state, reported_state, reported_value, basis, reason, actor, at)
         SELECT ?, period.key, unit.key, field.key, 77, 'withdrawn', 0, 70, 'phone', 'gọi lại', 'Lan', ?
         FROM period, unit, field WHERE unit.code = ? AND field.code = 'um_total'`,
      )
      .run(adjustment, context.clock(), unit)
    return { entry: { action: 'figure.adjust', params: {}, rows: [{ table: 'adjustment', key: adjustment }] }, result: 0 }
  })
  return { ...workspace, submission, adjustment }
}

/** Changes the file behind the program's back, as a person with a database browser would. */
function tamper({ directory }: TestWorkspace, sql: string): void {
  const database = new Database(storePath(directory))
  database.pragma('foreign_keys = OFF')
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const { changes } = database.prepare(sql).run()
  for (const trigger of triggers) database.exec(trigger.sql)
  database.close()
  expect(changes).toBeGreaterThan(0)
}

const failedChecks = (result: AuditResult): [string, string][] =>
  result.checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail])

describe('verifyAudit', () => {
  it('finds nothing in a store that only commands have written, and gives count and head', async () => {
    const { context } = auditedWorkspace()
    const result = await verifyAudit(context)
    expect(failedChecks(result)).toEqual([])
    expect(result).toMatchObject({
      ok: true,
      entries: 6,
      head: context.store.pluck('SELECT hash FROM journal_entry ORDER BY seq DESC LIMIT 1').get(),
    })
    expect(result.checks.map(({ name }) => name)).toEqual([
      'pages',
      'journal',
      'rows',
      'submissions',
      'files',
      'rollups',
      'prints',
      'reports',
      'search',
    ])
  })

  it('finds one flipped bit in a figure, which the integrity check of SQLite does not see', async () => {
    const workspace = auditedWorkspace()
    const key = workspace.context.store.pluck('SELECT key FROM submission WHERE id = ?').get(workspace.submission)
    tamper(workspace, `UPDATE figure SET value = (value | 64) - (value & 64) WHERE submission = ${String(key)} AND field = 5`)
    expect(workspace.context.store.database.pragma('integrity_check', { simple: true })).toBe('ok')
    const result = await verifyAudit(workspace.context)
    expect(result.ok).toBe(false)
    expect(failedChecks(result).find(([name]) => name === 'submissions')?.[1]).toContain(`${workspace.submission} (${unit}, kỳ 2026-H1)`)
  })

  const changedRows: [string, string, (workspace: Audited) => string][] = [
    ['setting', "UPDATE setting SET value = 'other' WHERE name = 'workspace'", () => 'setting workspace'],
    ['programme', `UPDATE programme SET body = replace(body, '"threshold":', '"threshold":1')`, () => 'programme 1'],
    ['unit', `UPDATE unit SET name = 'Khác' WHERE code = '${unit}'`, () => `unit ${unit}`],
    ['alias of a unit', `DELETE FROM unit_alias WHERE unit = (SELECT key FROM unit WHERE code = '${unit}')`, () => `unit ${unit}`],
    ['period', "UPDATE period SET due_at = '2027-01-01T00:00:00.000Z'", () => 'period 2026-H1'],
    ['expected unit', "UPDATE expected_unit SET line = 'other' WHERE rank = 3", () => 'expected_unit 2026-H1'],
    ['expected unit that is gone', 'DELETE FROM expected_unit WHERE rank = 3', () => 'expected_unit 2026-H1'],
    ['registered count', 'UPDATE registered_count SET value = value + 1', () => 'registered_count 2026-H1'],
    ['adjustment', 'UPDATE adjustment SET value = value + 1', ({ adjustment }) => `adjustment ${adjustment}`],
    ['adjustment brought back', "UPDATE adjustment SET state = 'active'", ({ adjustment }) => `adjustment ${adjustment}`],
    [
      'state of a submission',
      `UPDATE submission SET state = 'withdrawn' WHERE unit = (SELECT key FROM unit WHERE code = '${unit}')`,
      ({ submission }) => `submission ${submission}`,
    ],
    ['fields that changed places', "UPDATE field SET code = CASE code WHEN 'um_total' THEN 'x' ELSE code END", () => 'field all'],
  ]
  it.each(changedRows)('names a changed row: %s', async (_what, sql, named) => {
    const workspace = auditedWorkspace()
    tamper(workspace, sql)
    const rows = failedChecks(await verifyAudit(workspace.context)).find(([name]) => name === 'rows')?.[1]
    expect(rows).toMatch(new RegExp(`${named(workspace).replaceAll('.', '\\.')} khác với dòng nhật ký \\d`))
  })

  it('names a row that is gone and one that nobody recorded', async () => {
    const workspace = auditedWorkspace()
    tamper(workspace, 'DELETE FROM adjustment')
    tamper(workspace, "INSERT INTO unit (code, name, kind, line, rank) VALUES ('org.ma', 'Ma', 'xa', 'territorial', 999)")
    const rows = failedChecks(await verifyAudit(workspace.context)).find(([name]) => name === 'rows')?.[1]
    expect(rows).toContain(`adjustment ${workspace.adjustment} không còn`)
    expect(rows).toContain('unit org.ma không có trong nhật ký')
  })

  const changedJournals: [string, string, RegExp][] = [
    ['an entry was edited', "UPDATE journal_entry SET actor = 'Minh' WHERE seq = 3", /^dòng nhật ký 3 \(máy [0-9a-f]{32}\) đã bị sửa$/],
    [
      'an entry was edited and given a new hash',
      "UPDATE journal_entry SET hash = replace(hash, substr(hash, 1, 4), 'abcd') WHERE seq = 3",
      /dòng nhật ký 3 .*đã bị sửa; dòng nhật ký 4 .*không nối/,
    ],
    ['an entry in the middle is gone', 'DELETE FROM journal_entry WHERE seq = 3', /thiếu dòng nhật ký 3 .*dòng nhật ký 4 .*không nối/],
    ['the first entry is gone', 'DELETE FROM journal_entry WHERE seq = 1', /thiếu dòng nhật ký 1 /],
    ['the last entry is gone', 'DELETE FROM journal_entry WHERE seq = 6', /kết thúc ở dòng 5, phải là dòng 6/],
    ['all entries are gone', 'DELETE FROM journal_entry', /kết thúc ở dòng 0, phải là dòng 6/],
  ]
  it.each(changedJournals)('names the entry when %s', async (_what, sql, named) => {
    const workspace = auditedWorkspace()
    tamper(workspace, sql)
    const result = await verifyAudit(workspace.context)
    expect(failedChecks(result).find(([name]) => name === 'journal')?.[1]).toMatch(named)
  })

  it('finds a journal written anew, against a head kept elsewhere', async () => {
    const { context } = auditedWorkspace()
    const { head } = await verifyAudit(context)
    storeTestSubmission(context, 'org.du_xa.11983', 5)
    expect((await verifyAudit(context, { knownHead: head! })).ok).toBe(true)
    expect(failedChecks(await verifyAudit(context, { knownHead: 'f'.repeat(64), language: 'en' }))).toEqual([
      ['journal', `no journal entry carries the hash ${'f'.repeat(64)}`],
    ])
  })

  it('names a kept file that changed by one byte, and one that is gone', async () => {
    const { context } = auditedWorkspace()
    const [first, second] = context.store
      .pluck<[], string>('SELECT kept_as FROM received_file ORDER BY sha256')
      .all()
      .map((keptAs) => join(context.store.filesDirectory, keptAs))
    const bytes = readFileSync(first!)
    bytes[3]! ^= 1
    writeFileSync(first!, bytes)
    rmSync(second!)
    expect(failedChecks(await verifyAudit(context))).toEqual([['files', `tệp ${first} đã bị sửa; không còn tệp ${second}`]])
  })

  it.each([
    [
      'a sum',
      "UPDATE figure_rollup SET total = total + 1 WHERE field = (SELECT key FROM field WHERE code = 'um_total')",
      /^số cộng sẵn của um_total \(tuyến territorial, kỳ 2026-H1\) là \d+ 2 0 0 0 0, cộng lại ra \d+ 2 0 0 0 0$/,
    ],
    [
      'a sum that is gone',
      "DELETE FROM figure_rollup WHERE field = (SELECT key FROM field WHERE code = 'um_total')",
      /um_total .* là –, cộng lại ra/,
    ],
    ['an indicator', 'UPDATE indicator_rollup SET numerator = numerator - 1', /số cộng sẵn của ind\./],
  ])('names %s that its figures do not give', async (_what, sql, named) => {
    const workspace = auditedWorkspace()
    tamper(workspace, sql)
    const failed = failedChecks(await verifyAudit(workspace.context))
    expect(failed).toEqual([['rollups', expect.stringMatching(named)]])
  })

  it.each([
    ['what it is compared by was changed', 'UPDATE narrative_print SET prints = zeroblob(length(prints))'],
    ['a number it names was changed', "UPDATE narrative_print SET mentions = '[{}]'"],
    ['a task of it is gone', "UPDATE narrative_print SET tasks = ''"],
    ['the version counts no more', "UPDATE submission SET state = 'superseded' WHERE key = (SELECT submission FROM narrative_print)"],
  ])('names the version when %s', async (_what, sql) => {
    const workspace = testWorkspaceWithPeriod()
    const { context } = workspace
    const said = 'Đảng ủy đã ban hành kế hoạch; có 45 lao động nữ được phổ biến Chỉ thị trong kỳ báo cáo này.'
    const text = { name: 'nar.tsk.1.1', text: said, raw: said, sheet: 'Nhiệm vụ', cell: 'C7', how: 'text' }
    const id = storeFigures(context, { period: testPeriod.code, unit }, { w_total: 50, w_informed: 40 }, { texts: [text] })
    const { key } = findSubmission(context.store, id)!
    context.store.transaction(() => insertNarrativePrints(context.store, key, printSubmission([text], bundledProgramme())))
    const printed = async (): Promise<unknown> => (await verifyAudit(context)).checks.find(({ name }) => name === 'prints')
    expect(await printed()).toMatchObject({ ok: true, detail: 'đã kiểm tra 1' })
    tamper(workspace, sql)
    expect(await printed()).toMatchObject({ ok: false, detail: expect.stringContaining(`${id} (${unit}, kỳ 2026-H1)`) as string })
  })

  it('names a report file that changed, and one that is gone', async () => {
    const { context } = auditedWorkspace()
    const { store } = context
    const paths = ['một', 'hai'].map((words, index) => {
      const bytes = Buffer.from(`%PDF-1.7 ${words}`)
      const sha256 = sha256Of(bytes)
      const path = join(store.reportsDirectory, `${sha256}.pdf`)
      writeFileSync(path, bytes)
      const report = {
        id: context.newId(),
        period: testPeriod.code,
        kind: 'periodic',
        state: 'draft',
        profile: 'party_hd36_2018',
        language: 'vi',
        inputsSha256: sha256,
      } as const
      runCommand(context, () => {
        insertReport(store, {
          ...report,
          sha256,
          pages: 1,
          bytes: bytes.byteLength,
          builtAt: `2026-06-15T02:00:0${index}.000Z`,
          actor: 'Lan',
        })
        return { entry: { action: 'report.build', params: {}, rows: [{ table: 'report', key: report.id }] }, result: 0 }
      })
      return path
    })
    expect((await verifyAudit(context)).ok).toBe(true)
    writeFileSync(paths[0]!, '%PDF-1.7 mot!')
    rmSync(paths[1]!)
    expect(failedChecks(await verifyAudit(context))).toEqual([['reports', `không còn tệp ${paths[1]}; tệp ${paths[0]} đã bị sửa`]])
  })

  it('names what SQLite itself finds', async () => {
    const workspace = auditedWorkspace()
    tamper(workspace, "DELETE FROM unit WHERE code = 'org.du_xa.11980'")
    expect(failedChecks(await verifyAudit(workspace.context)).find(([name]) => name === 'pages')?.[1]).toMatch(
      /\d+ dòng của bảng expected_unit/,
    )
  })

  it('names a trigger that is gone', async () => {
    const { context, directory } = auditedWorkspace()
    const database = new Database(storePath(directory))
    database.exec('DROP TRIGGER journal_entry_is_append_only_delete')
    database.close()
    expect(failedChecks(await verifyAudit(context))).toEqual([
      ['pages', 'tệp store.db: sqlite_schema: journal_entry_is_append_only_delete'],
    ])
  })

  it('stops when asked to', async () => {
    const { context } = auditedWorkspace()
    await expect(verifyAudit(context, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough')
  })

  it('sees one moment although commands go on meanwhile', async () => {
    const { context } = auditedWorkspace()
    const auditing = verifyAudit(context)
    storeTestSubmission(context, 'org.du_xa.11983', 5)
    expect(await auditing).toMatchObject({ ok: true, entries: 6 })
    expect(await verifyAudit(context)).toMatchObject({ ok: true, entries: 7 })
  })
})

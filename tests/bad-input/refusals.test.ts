import Database from 'better-sqlite3'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/identity.ts'
import { createWorkspace } from '../../electron/engine/workspace-doors.ts'
import { openStore } from '../../electron/store/database.ts'
import { runCommand, type CommandRun } from '../kit/run-command.ts'
import { workbookOf } from './bad-files.ts'
import { openInbox, period, type Inbox } from './take-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'tonghop-no-'))
let inbox: Inbox
const backup = join(root, 'sao-luu')

/** Both languages at once: what a person is told, and how the command ended. */
async function told(...argv: string[]): Promise<{ exitCode: number; vi: string; en: string }> {
  const run = (language: string): Promise<CommandRun> => runCommand([...argv, '--lang', language])
  const [vi, en] = [await run('vi'), await run('en')]
  expect([vi.out, en.out, vi.exitCode]).toEqual(['', '', en.exitCode])
  return { exitCode: vi.exitCode, vi: vi.notes.trimEnd(), en: en.notes.trimEnd() }
}

const copyOf = (name: string): string => {
  const copy = join(root, name)
  cpSync(inbox.data, copy, { recursive: true })
  return copy
}
const put = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(root, name), bytes)
  return join(root, name)
}

beforeAll(async () => {
  inbox = await openInbox('vi')
  inbox.put({ 'a.xlsx': await workbookOf(0) })
  await inbox.take()
  await inbox.command('backup', backup)
}, 120_000)
afterAll(() => {
  inbox.remove()
  rmSync(root, { recursive: true, force: true })
})

describe('a damaged or tampered store', () => {
  /** What somebody with a database browser would do. */
  function tamper(data: string, sql: string): void {
    const database = new Database(join(data, 'store.db'))
    database.exec(sql)
    database.close()
  }

  it('with a changed figure still opens, and the audit names the unit', async () => {
    const data = copyOf('so bi sua')
    tamper(data, 'UPDATE figure SET value = 999 WHERE value = 100')
    const audit = await runCommand(['verify', '--audit', '--data', data])
    expect(audit.exitCode).toBe(1)
    expect(audit.out).toMatch(
      /✗ Số liệu và phần lời đã nhận: số liệu hoặc phần lời của báo cáo [0-9a-f]{32} \(org\.du_xa\.11953, kỳ H1-2026\) đã bị sửa\n/,
    )
    expect(audit.out).toMatch(/Dữ liệu không khớp với nhật ký\. Không ghi thêm; khôi phục từ bản sao lưu\.\n$/)
  })

  it('with a guard removed is opened for reading only, and says so beside every number', async () => {
    const data = copyOf('mat chot chan')
    tamper(data, 'DROP TRIGGER journal_entry_is_append_only_delete')
    const said = {
      vi: 'Dữ liệu không còn nguyên vẹn: sqlite_schema: journal_entry_is_append_only_delete. Chỉ mở để xem; hãy khôi phục từ bản sao lưu.',
      en: 'The workspace is damaged: sqlite_schema: journal_entry_is_append_only_delete. It opens for reading only; restore a backup.',
    }
    expect(await told('period', 'close', period, '--data', data)).toEqual({ exitCode: 3, ...said })
    const before = readFileSync(join(data, 'store.db'))
    const looked = await runCommand(['figures', '--period', period, '--json', '--data', data])
    expect(looked).toMatchObject({ exitCode: 0, notes: `${said.vi}\n`, json: { fields: { um_total: 100 } } })
    expect(readFileSync(join(data, 'store.db')).equals(before)).toBe(true)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 5_000), 'có trang dữ liệu bị hỏng', 'a page of the file is broken'],
    ['of another kind', () => Buffer.from('abc'), 'nội dung không phải dữ liệu của Tổng Hợp', 'its content is not data of Tổng Hợp'],
  ])('%s is refused with the finding', async (name, change, vi, en) => {
    const data = copyOf(name)
    const path = join(data, 'store.db')
    writeFileSync(path, change(readFileSync(path)))
    for (const argv of [
      ['status', '--period', period],
      ['period', 'close', period],
      ['verify', '--audit'],
    ])
      expect(await told(...argv, '--data', data)).toEqual({
        exitCode: 3,
        vi: `Dữ liệu không còn nguyên vẹn: ${vi}. Chỉ mở để xem; hãy khôi phục từ bản sao lưu.`,
        en: `The workspace is damaged: ${en}. It opens for reading only; restore a backup.`,
      })
  })
})

const flipOne = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes).fill(bytes[at]! ^ 1, at, at + 1)

describe('a damaged backup', () => {
  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5_000), 'có trang dữ liệu bị hỏng', 'a page of the file is broken'],
    // Inside a text, where only the hash of the part can tell.
    ['flipped', (bytes: Buffer) => flipOne(bytes, bytes.indexOf('union_members_informed')), 'store.db', 'store.db'],
    ['something else', () => Buffer.from('abc'), 'nội dung không phải dữ liệu của Tổng Hợp', 'its content is not data of Tổng Hợp'],
    ['empty', () => Buffer.alloc(0), 'thiếu bảng kê các phần', 'the list of its parts is missing'],
  ])('%s restores nothing', async (name, change, vi, en) => {
    const path = put(`sao luu ${name}`, change(readFileSync(backup)))
    expect(await told('restore', path, '--data', join(root, `khoi phuc ${name}`))).toEqual({
      exitCode: 3,
      vi: `Bản sao lưu ${path} không còn nguyên vẹn: ${vi}. Chưa khôi phục gì; dùng bản sao lưu khác.`,
      en: `The backup ${path} is damaged: ${en}. Nothing was restored; use another backup.`,
    })
    expect(() => readFileSync(join(root, `khoi phuc ${name}`, 'store.db'))).toThrow('ENOENT')
  })

  it('goes into no folder that holds something', async () =>
    expect(await told('restore', backup, '--data', inbox.data)).toEqual({
      exitCode: 3,
      vi: `Thư mục ${inbox.data} không trống nên chưa khôi phục được. Chọn thư mục trống.`,
      en: `The folder ${inbox.data} is not empty, so nothing was restored. Choose an empty folder.`,
    }))
})

describe('the machine', () => {
  it('a second instance', async () => {
    const store = openStore(inbox.data, { mode: 'write', clock: systemClock })
    try {
      expect(await told('period', 'close', period, '--data', inbox.data)).toEqual({
        exitCode: 3,
        vi: 'Dữ liệu đang được một cửa sổ hoặc lệnh khác của Tổng Hợp ghi. Đóng cửa sổ kia rồi làm lại.',
        en: 'Another window or command of Tổng Hợp is writing to this workspace. Close it and try again.',
      })
      expect((await inbox.command('status', '--period', period)).exitCode).toBe(0)
    } finally {
      store.close()
    }
  })

  it('a folder that cannot be written', async () => {
    const data = join(put('mot tep', 'x'), 'du-lieu')
    expect(await told('init', '--data', data)).toEqual({
      exitCode: 3,
      vi: `Chưa ghi được vào ${data}. Kiểm tra quyền ghi của thư mục rồi làm lại.`,
      en: `Nothing could be written to ${data}. Check the permissions of the folder and try again.`,
    })
    const out = put('cung la tep', 'x')
    const written = await told('templates', '--period', period, '--out', out, '--unit', 'org.du_xa.11953', '--data', inbox.data)
    expect(written).toMatchObject({ exitCode: 3 })
    expect(written.vi).toContain(`Chưa ghi được biểu mẫu vào ${out} (đã có tệp trùng tên). Kiểm tra quyền ghi và chỗ trống của ổ đĩa.`)
  })

  it('a clock that was set back', async () => {
    const data = join(root, 'dong ho')
    await createWorkspace(data, {}, { actor: 'Lan', clock: () => '2099-01-01T00:00:00.000Z' })
    const open = ['period', 'open', 'X', '--from', '2026-01-01', '--to', '2026-06-30', '--due', '2026-07-05 17:00', '--data', data]
    const { exitCode, vi, en } = await told(...open)
    expect(exitCode).toBe(3)
    expect(vi).toMatch(
      /^Đồng hồ máy \(\d\d:\d\d ngày \d\d\/\d\d\/\d{4}\) chậm hơn dòng nhật ký cuối \(07:00 ngày 01\/01\/2099\)\. Chỉnh lại ngày giờ; nếu giờ máy đang đúng, gõ: tonghop clock accept --reason "lý do", rồi làm lại\.$/,
    )
    expect(en).toMatch(
      /^The clock of this machine \(\d\d:\d\d on \d\d\/\d\d\/\d{4}\) is behind the last journal entry \(07:00 on 01\/01\/2099\)\. Correct date and time; if they are right now, type: tonghop clock accept --reason "why", then try again\.$/,
    )
    expect((await runCommand(['period', 'list', '--data', data])).exitCode).toBe(0)
    // The way out that the sentence names.
    expect((await runCommand(['clock', 'accept', '--reason', 'Đồng hồ đã chỉnh lại', '--data', data])).exitCode).toBe(0)
    expect((await runCommand(open)).exitCode).toBe(0)
  })
})

describe('what was typed or handed over', () => {
  it.each<[argv: string[], exitCode: number, vi: string, en: string]>([
    [
      ['import', '/khong/co', '--period', period],
      2,
      'Không có tệp hoặc thư mục /khong/co. Kiểm tra lại đường dẫn.',
      'There is no file or folder /khong/co. Check the path.',
    ],
    [['status', '--period', '2030'], 3, 'Không có kỳ 2030. Kiểm tra lại mã kỳ.', 'There is no period 2030. Check its code.'],
    [
      ['import', root, '--period', period, '--received', 'hôm qua'],
      2,
      'Chưa rõ thời điểm nhận “hôm qua”. Ghi theo dạng 2026-06-17T16:30.',
      'The time of receipt “hôm qua” is not clear. Write it like 2026-06-17T16:30.',
    ],
    [
      ['trace', 'abc', '--period', period, '--unit', 'org.du_xa.11953'],
      3,
      'Biểu mẫu không có ô nhập abc. Tên ô có dạng um_total, nar.tsk.1.1, mil.plan.date.',
      'The template has no input abc. Names look like um_total, nar.tsk.1.1, mil.plan.date.',
    ],
    [
      ['adjust', 'um_total', '5', '--period', period, '--unit', 'org.du_xa.11980', '--reason', 'x'],
      3,
      'Đảng ủy phường Hồng Châu chưa có báo cáo được tính trong kỳ H1-2026 nên chưa điều chỉnh được. Tiếp nhận báo cáo của đơn vị trước.',
      'Đảng ủy phường Hồng Châu has no submission that counts in period H1-2026, so nothing can be adjusted. Take in its submission first.',
    ],
  ])('%j', async (argv, exitCode, vi, en) => expect(await told(...argv, '--data', inbox.data)).toEqual({ exitCode, vi, en }))

  it('a programme file that is none, or is broken', async () => {
    const data = join(root, 'chua co')
    expect(await told('init', '--programme', put('p1.json', '{ "a": 1, }'), '--data', data)).toEqual({
      exitCode: 3,
      vi: 'Tệp chương trình chưa dùng được, có 1 chỗ cần sửa. Trước hết: tệp chưa đúng dạng JSON tại dòng 1, cột 11.',
      en: 'The programme file cannot be used, 1 place(s) need correcting. First: the file is not valid JSON at line 1, column 11.',
    })
    const wrong = await told('init', '--programme', put('p2.json', '{"a":1}'), '--data', data)
    expect(wrong.vi).toContain('tệp này không phải chương trình của Tổng Hợp (thiếu "schema": "tonghop-programme-1").')
    expect(() => readFileSync(join(data, 'store.db'))).toThrow('ENOENT')
  })

  it('a list of units that is no workbook', async () =>
    expect(await told('init', '--units', put('don vi.xlsx', '<html>'), '--data', join(root, 'chua co'))).toEqual({
      exitCode: 3,
      vi: 'Tệp don vi.xlsx chưa đọc được như bảng Excel. Mở bằng Excel, lưu lại dạng .xlsx rồi làm lại.',
      en: 'The file don vi.xlsx cannot be read as a workbook. Open it in Excel, save it as .xlsx and try again.',
    }))
})

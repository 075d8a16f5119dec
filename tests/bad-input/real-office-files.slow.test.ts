import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithTools } from '../kit/system-tools.ts'
import { workbookOf } from './bad-files.ts'
import { openInbox, said, type Inbox, type SeenFile } from './take-folder.ts'

describeWithTools(['libreoffice-calc'], 'files as an office program writes them', () => {
  const root = mkdtempSync(join(tmpdir(), 'tonghop-office-'))
  let inbox: Inbox
  let files: ReadonlyMap<string, SeenFile>

  function convert(source: string, to: string, filter: string): Buffer {
    const out = join(root, to)
    mkdirSync(out, { recursive: true })
    const target = filter === '' ? to : `${to}:${filter}`
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${join(root, 'profile')}`, '--headless', '--convert-to', target, '--outdir', out, source],
      { stdio: 'ignore' },
    )
    return readFileSync(join(out, `nguon.${to}`))
  }

  beforeAll(async () => {
    const source = join(root, 'nguon.xlsx')
    writeFileSync(source, await workbookOf(0, { 'fld.um_total': 1234 }))
    const [xls, ods, csv, html, again] = [
      convert(source, 'xls', 'MS Excel 97'),
      convert(source, 'ods', 'calc8'),
      convert(source, 'csv', 'Text - txt - csv (StarCalc)'),
      convert(source, 'html', ''),
      convert(source, 'xlsx', 'Calc MS Excel 2007 XML'),
    ]
    inbox = await openInbox('vi')
    inbox.put({
      'doi cu.xls': xls,
      'doi cu mang ten moi.xlsx': xls,
      'libre.ods': ods,
      'phay.csv': csv,
      'phay mang ten moi.xlsx': csv,
      'trang web.html': html,
      'trang web mang ten cu.xls': html,
      'ods mang ten moi.xlsx': ods,
      'luu lai.xlsx': again,
      'luu lai mang ten cu.xls': again,
    })
    files = (await inbox.take()).files
  })
  afterAll(() => {
    inbox.remove()
    rmSync(root, { recursive: true, force: true })
  })

  it.each([
    ['doi cu mang ten moi.xlsx', 'rejected', 'M78 Tệp này thực ra là bảng tính Excel đời cũ (.xls) mang đuôi .xlsx nên chưa nhận'],
    ['doi cu.xls', 'held', 'M68 Tệp này là bảng tính Excel đời cũ (.xls), không phải'],
    ['libre.ods', 'held', 'M68 Tệp này là bảng tính OpenDocument (.ods), không phải'],
    ['ods mang ten moi.xlsx', 'rejected', 'M78 Tệp này thực ra là bảng tính OpenDocument (.ods) mang đuôi .xlsx nên chưa nhận'],
    ['phay.csv', 'held', 'M68 Tệp này là văn bản thuần (CSV), không phải'],
    ['phay mang ten moi.xlsx', 'rejected', 'M64 Tệp này thực ra là văn bản thuần (CSV) mang tên tệp Excel'],
    ['trang web.html', 'rejected', 'M67 Tệp này là trang web (HTML) nên chưa lấy được số liệu'],
    ['trang web mang ten cu.xls', 'rejected', 'M63 Tệp này thực ra là trang web (HTML) mang tên bảng tính'],
  ])('%s → %s', (name, outcome, start) => {
    const file = files.get(name)
    expect(file?.outcome).toBe(outcome)
    expect(said(file)[0]).toMatch(new RegExp(`^${start.replace(/[.()]/g, '\\$&')}`))
  })

  it('a workbook saved again is imported, whatever its name ends in', () => {
    const outcomes = ['luu lai.xlsx', 'luu lai mang ten cu.xls'].map((name) => files.get(name)?.outcome)
    // Which of two equal files stands for both is a matter of their names.
    expect(new Set(outcomes)).toEqual(new Set(['duplicate', 'imported']))
  })
})

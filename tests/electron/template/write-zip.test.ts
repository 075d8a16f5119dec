import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../electron/template/write-zip.ts'
import { inflateEntry, readZipDirectory } from '../../../electron/workers/workbook/zip-directory.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

describe('an archive of workbooks', () => {
  it('holds every file byte for byte under its own name, Vietnamese letters and nothing included', async () => {
    const folder = temporaryFolder()
    const contents = { 'BC_2026-H1_11953.xlsx': 'PK\u0003\u0004 tệp', 'Xã Tiên La.xlsx': '', 'b.bin': 'x'.repeat(70_000) }
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content)
    const path = join(folder, 'a.zip')
    await writeZip(
      path,
      Object.keys(contents).map((name) => join(folder, name)),
    )
    const bytes = await readFile(path)
    expect(Object.fromEntries(readZipDirectory(bytes).map((entry) => [entry.name, inflateEntry(bytes, entry).toString('utf8')]))).toEqual(
      contents,
    )
  })

  it('is the same for the same files, and never over another file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'one')
    await writeZip(join(folder, '1.zip'), [join(folder, 'a')])
    await writeZip(join(folder, '2.zip'), [join(folder, 'a')])
    expect(await readFile(join(folder, '1.zip'))).toEqual(await readFile(join(folder, '2.zip')))
    await expect(writeZip(join(folder, '1.zip'), [])).rejects.toThrow('EEXIST')
  })
})

import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { buildZip } from '../../kit/build-zip.ts'
import { ownTable } from '../../kit/own-table.ts'
import { runCommand } from '../../kit/run-command.ts'
import { describeWithTools } from '../../kit/system-tools.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const run = promisify(execFile)
const start = new URL('../../../electron/cli/start.mjs', import.meta.url).pathname

/** Calls that could leave a trace on a disk: opened to be written, made, moved, removed, cut, or given other times, rights or marks. */
const writing =
  /\b(?:open(?:at2?)?\(.*O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)|(?:creat|mkdir|mkdirat|mknod|mknodat|rename|renameat2?|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat|truncate|chmod|fchmodat2?|chown|lchown|fchownat|utime|utimes|utimensat|futimesat|setxattr|lsetxattr|removexattr)\()/

describeWithTools(['strace'], 'a stick', () => {
  it('is never written to: every call on it reads, while it is looked into and while it is taken in', async () => {
    const data = join(temporaryFolder(), 'data')
    const stick = join(temporaryFolder(), 'KINGSTON')
    mkdirSync(join(stick, 'Hồ sơ'), { recursive: true })
    writeFileSync(join(stick, 'bao cao.xlsx'), await ownTable('BÁO CÁO'))
    writeFileSync(join(stick, 'Hồ sơ', 'BC.pdf'), '%PDF-1.7\n%%EOF\n')
    writeFileSync(join(stick, 'nen.zip'), buildZip([{ name: 'trong.pdf', data: '%PDF-1.7\n% hai\n%%EOF\n' }]))
    writeFileSync(join(stick, 'hong.xlsx'), 'PK\u0003\u0004 abc')
    const period = ['--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17T16:30']
    for (const command of [['init'], ['period', 'open', '2026-H1', ...period], ['inbox', 'set', stick, '--no-media']])
      expect((await runCommand([...command, '--data', data])).exitCode).toBe(0)
    const log = join(temporaryFolder(), 'calls')
    for (const command of [
      ['inbox', 'status'],
      ['inbox', 'take', '--period', '2026-H1'],
      ['import', stick, '--period', '2026-H1'],
    ]) {
      const traced = ['-f', '-qq', '-s', '400', '-e', 'trace=%file', '-o', log, process.execPath, start, ...command, '--data', data]
      // Files that wait for a person make it end with 1.
      await run('strace', traced).catch((error: { code: number }) => expect(error.code).toBe(1))
      const calls = readFileSync(log, 'utf8').split('\n')
      const there = calls.filter((call) => call.includes('KINGSTON'))
      expect(
        there.some((call) => call.includes('O_RDONLY')),
        command.join(' '),
      ).toBe(true)
      expect(
        there.filter((call) => writing.test(call)),
        command.join(' '),
      ).toEqual([])
      // The pattern knows writing when it sees it: the workspace is written to.
      if (command[0] !== 'inbox' || command[1] === 'take')
        expect(calls.some((call) => writing.test(call) && call.includes(data))).toBe(true)
    }
    const { json } = await runCommand(['papers', 'list', '--period', '2026-H1', '--data', data, '--json'])
    const names = (json as { papers: { name: string }[] }).papers.map(({ name }) => name)
    expect(new Set(names)).toEqual(new Set(['BC.pdf', 'trong.pdf']))
  })
})

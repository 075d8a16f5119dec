import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** The application as a person's own script meets it: one process per command, `--json`, an exit code. */

const main = new URL('../../electron/cli/start.mjs', import.meta.url).pathname
const python = '/usr/bin/python3'

export type Ran = { exitCode: number | null; out: string; notes: string }
export type Json = Readonly<Record<string, unknown>>

/** A folder that lasts as long as the file's tests. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tonghop-way-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const argumentsOf = (data: string, words: readonly string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  main,
  ...words,
  '--data',
  data,
  '--json',
]

export function startTonghop(data: string, words: readonly string[]) {
  return spawn(process.execPath, argumentsOf(data, words), { stdio: ['ignore', 'pipe', 'pipe'] })
}

export async function runTonghop(data: string, ...words: readonly string[]): Promise<Ran> {
  const child = startTonghop(data, words)
  let out = ''
  let notes = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (notes += text))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, out, notes }
}

/** The one document of a command that is expected to end with one of these codes. */
export async function ask<Answer = Json>(data: string, words: readonly string[], codes: readonly number[] = [0]): Promise<Answer> {
  const { exitCode, out, notes } = await runTonghop(data, ...words)
  if (exitCode === null || !codes.includes(exitCode)) throw new Error(`${words.join(' ')} ended with ${exitCode}: ${out}${notes}`)
  return JSON.parse(out) as Answer
}

/** One of this folder's Python scripts: a job in, an answer out. */
export function askPython(script: string, job: unknown): unknown {
  const { status, stdout, stderr } = spawnSync(python, [new URL(script, import.meta.url).pathname], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${script}: ${stderr}`)
  return JSON.parse(stdout)
}

/** Opens and saves the workbooks of one folder into another, in one go. */
export function resaveInLibreOffice(paths: readonly string[], into: string, home: string): void {
  const { status, stderr } = spawnSync(
    'soffice',
    [`-env:UserInstallation=file://${home}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', into, ...paths],
    { encoding: 'utf8', timeout: 200_000 },
  )
  if (status !== 0) throw new Error(`soffice: ${stderr}`)
}

export const bytesOf = (path: string): Buffer => readFileSync(path)

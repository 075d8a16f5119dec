import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Language } from '../../shared/messages/text.ts'
import { runCommand, type CommandRun } from '../kit/run-command.ts'

export const period = 'H1-2026'

export type SeenFile = {
  path: string
  sha256: string | null
  outcome: string
  unit: string | null
  submission: string | null
  figures: number
  findings: { rule: string; severity: string; sheet: string | null; cell: string | null; message: string }[]
  choices?: string[]
}
export type Inbox = {
  data: string
  folder: string
  put(files: Readonly<Record<string, Uint8Array | string>>): void
  command(...argv: string[]): Promise<CommandRun>
  take(...options: string[]): Promise<{ exitCode: number; files: ReadonlyMap<string, SeenFile>; totals: Record<string, number> }>
  remove(): void
}

/** A workspace with one open period and a folder to take in, by the command line alone, in one language. */
export async function openInbox(language: Language): Promise<Inbox> {
  const root = mkdtempSync(join(tmpdir(), 'tonghop-bad-'))
  const [data, folder] = [join(root, 'data'), join(root, 'USB')]
  mkdirSync(folder)
  const command = (...argv: string[]): Promise<CommandRun> => runCommand([...argv, '--lang', language, '--data', data])
  await command('init')
  await command('period', 'open', period, '--from', '2025-12-15', '--to', '2026-06-14', '--due', '2026-06-17 16:30')
  return {
    data,
    folder,
    command,
    put(files) {
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), bytes)
      }
    },
    async take(...options) {
      const { exitCode, json } = await command(
        'import',
        folder,
        '--period',
        period,
        '--received',
        '2026-06-15 09:00',
        '--channel',
        'usb',
        '--json',
        ...options,
      )
      const { files, totals } = json as { files: SeenFile[]; totals: Record<string, number> }
      return { exitCode, totals, files: new Map(files.map((file) => [file.path.slice(folder.length + 1), file])) }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** What is said of the file itself, in order; what its content shows (rules C) is another table. */
export const said = (file: SeenFile | undefined): string[] =>
  file?.findings.filter(({ rule }) => rule.startsWith('M')).map(({ rule, message }) => `${rule} ${message}`) ?? []

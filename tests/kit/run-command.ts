import type { Terminal } from '../../electron/cli/command.ts'
import { runCommandLine, type ExitCode } from '../../electron/cli/run-command-line.ts'

export type CommandRun = { exitCode: ExitCode; out: string; notes: string; json: unknown }

/** One command in this process, as a person at a terminal would give it; `json` is standard output as one document. */
export async function runCommand(
  argv: readonly string[],
  interrupt: Terminal['interrupt'] = new AbortController().signal,
  { password, secret = '' }: { password?: string; secret?: string } = {},
): Promise<CommandRun> {
  let out = ''
  let notes = ''
  const exitCode = await runCommandLine(argv, {
    print: (text) => (out += text),
    note: (text) => (notes += text),
    environment: { XDG_DATA_HOME: '/nonexistent', TONGHOP_PASSWORD: password },
    readSecret: () => Promise.resolve(secret),
    systemUser: 'Lan',
    interrupt,
  })
  return { exitCode, out, notes, json: argv.includes('--json') ? (JSON.parse(out) as unknown) : undefined }
}

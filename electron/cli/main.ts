import { getEventListeners } from 'node:events'
import { userInfo } from 'node:os'
import type { Terminal } from './command.ts'

const interrupt = new AbortController()
let interrupts = 0
process.on('SIGINT', () => {
  interrupts += 1
  // A job stops between two files and says so. What only reads ends here, and so does a person who presses it again:
  // the store is whole at every moment.
  if (interrupts > 1 || getEventListeners(interrupt.signal, 'abort').length === 0) process.exit(3)
  interrupt.abort()
})

const systemUser = (): string => {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

const terminal: Terminal = {
  print: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  environment: process.env,
  systemUser: systemUser(),
  readSecret: async (question) =>
    (await import('./read-secret.ts')).readSecret(process.stdin, (text) => process.stderr.write(text), question),
  columns: process.stdout.columns,
  isWatched: process.stderr.isTTY,
  interrupt: interrupt.signal,
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that closes early (`| head`) has what it wanted, and the command is done when its answer is printed.
  if (error.code === 'EPIPE') process.exit()
  void sayAnswerLost(error.code ?? error.message)
})
// Nobody reads the progress any more; that is no reason to stop the work.
process.stderr.on('error', () => {})

/** A full disk under `> file` must not look like an empty answer. */
async function sayAnswerLost(reason: string): Promise<void> {
  const [{ messageOf }, { guessLanguage }] = await Promise.all([import('./trouble.ts'), import('./parse-arguments.ts')])
  const lost = { code: 'command.answer_lost', params: { reason }, reference: null, exitCode: 3 } as const
  terminal.note(`${messageOf(lost, guessLanguage(process.argv))}\n`)
  process.exit(3)
}

const { runCommandLine } = await import('./run-command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2), terminal)

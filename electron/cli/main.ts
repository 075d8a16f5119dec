import { enableCompileCache } from 'node:module'
import { userInfo } from 'node:os'
import type { Terminal } from './command.ts'

// Compiled code is kept between starts; without it a command starts a third slower.
enableCompileCache()

const interrupt = new AbortController()
let interrupts = 0
process.on('SIGINT', () => {
  interrupts += 1
  interrupt.abort()
  // A person who presses it again does not want to wait; the store is whole at every moment.
  if (interrupts > 1) process.exit(3)
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
  interrupt: interrupt.signal,
}
// A reader that closes early (`| head`) has what it wanted.
process.stdout.on('error', () => process.exit(0))

const { runCommandLine } = await import('./run-command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2), terminal)

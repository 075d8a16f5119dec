import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Swaps the workspace of a folder and is killed before its nth step on the disk: `swap-and-die.ts DIRECTORY N`. */
const [directory = '', nth = '1'] = process.argv.slice(2)
let steps = 0
const dying =
  <Arguments extends unknown[], Result>(work: (...given: Arguments) => Result) =>
  (...given: Arguments): Result => {
    steps++
    if (steps === Number(nth)) process.kill(process.pid, 'SIGKILL')
    return work(...given)
  }

const { takeWriterLock } = await import('../../electron/store/lock.ts')
const { swapWorkspace } = await import('../../electron/store/swap-workspace.ts')
const lock = takeWriterLock(directory)
fs.renameSync = dying(fs.renameSync)
fs.rmSync = dying(fs.rmSync)
fs.mkdirSync = dying(fs.mkdirSync as (path: string) => undefined) as typeof fs.mkdirSync
syncBuiltinESMExports()
swapWorkspace(directory, lock)
process.stdout.write(`done after ${steps}\n`)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const root = new URL('../../..', import.meta.url).pathname

export type Served = { url: string; origin: string; stop: () => Promise<void> }

const startsForMs = 120_000

/** `serve` over a workspace, as a person starts it, with the page built at `page`. */
export async function startServe(directory: string, page: string): Promise<Served> {
  const child = spawn(process.execPath, ['electron/serve.ts', '--data', directory, '--actor', 'Lan', '--page', page], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await gone
  }
  const ended = gone.then(() => Promise.reject(new Error('serve ended before it said where it is')))
  // Where it ends later, nobody waits for this any more.
  ended.catch(() => undefined)
  try {
    const said = once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(startsForMs) })
    const [url] = (await Promise.race([said, ended])) as [string]
    return { url, origin: new URL(url).origin, stop }
  } catch (cause) {
    await stop()
    throw cause
  }
}

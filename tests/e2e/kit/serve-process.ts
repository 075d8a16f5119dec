import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const root = new URL('../../..', import.meta.url).pathname

export type Served = { url: string; origin: string; stop: () => Promise<void> }

/** `serve` over a workspace, as a person starts it, with the page built at `page`. */
export async function startServe(directory: string, page: string): Promise<Served> {
  const child = spawn(process.execPath, ['electron/serve.ts', '--data', directory, '--actor', 'Lan', '--page', page], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    url,
    origin: new URL(url).origin,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

import { existsSync, readFileSync, statSync } from 'node:fs'
import { open as openInspector } from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Chromium } from './chromium.ts'
import type { App } from './app.ts'

/** What Electron's own program does with its arguments: switches for Chromium, a debugger, modules to load first, the application. */
const given = process.argv.slice(2)
const required: string[] = []
const passed: string[] = []
for (let at = 0; at < given.length; at += 1)
  if (given[at] === '-r') required.push(given[(at += 1)]!)
  else passed.push(given[at]!)
process.argv = [process.execPath, ...passed]

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electron.ts', import.meta.url).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

if (passed.some((argument) => argument.startsWith('--inspect'))) openInspector(0, '127.0.0.1')
const electron = await import('./electron.ts')
const { house, watchOpened } = await import('./window.ts')
const app: App = electron.app

const require = createRequire(import.meta.url)
for (const module of required) require(resolve(module))

const place = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const isFolder = statSync(place).isDirectory()
const entry = isFolder ? join(place, (JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as { main: string }).main) : place
if (!existsSync(entry)) throw new Error(`there is no ${entry}`)

process.once('SIGTERM', () => app.quit())
process.once('SIGINT', () => app.quit())

// The application is ready only after its main module, as with Electron: whoever awaits it there waits for ever.
await import(pathToFileURL(entry).href)
const ofChromium = passed.filter((argument) => argument.startsWith('--remote-debugging-port') || argument === '--no-sandbox')
const ofApplication = [...app.switches].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
const chromium = new Chromium([...ofChromium, ...ofApplication], () => app.exit(1))
app.endChromium = () => chromium.close()
await watchOpened(chromium)
house.chromium = Promise.resolve(chromium)
app.becomeReady()

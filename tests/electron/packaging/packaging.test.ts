import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindOfFile } from '../../../electron/shell/opened-files.ts'
import { readConfiguration } from './read-configuration.ts'

const root = new URL('../../..', import.meta.url).pathname
const configuration = await readConfiguration()

describe('how the application is packed', () => {
  it('19: the program is no Node and no debugger for others, and runs nothing but the archive it was built with', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(configuration.asar).toBe(true)
  })

  it('an installer for one person without administrator rights, and a portable copy, in Vietnamese first', () => {
    expect(configuration.win.target.map(({ target }) => target)).toEqual(['nsis', 'portable'])
    expect(configuration.win.requestedExecutionLevel).toBe('asInvoker')
    expect(configuration.nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false })
    expect(configuration.nsis.installerLanguages).toEqual(['vi_VN', 'en_US'])
    expect(configuration.electronLanguages).toEqual(['vi', 'en-US'])
  })

  it('its files are opened by it, and it knows them', () => {
    expect(configuration.fileAssociations.map(({ ext }) => [ext, kindOfFile(`a.${ext}`)])).toEqual([
      ['tonghop', 'backup'],
      ['tonghopgoi', 'bundle'],
    ])
  })

  it('has the icons that it names, in the sizes that Windows shows', () => {
    for (const path of [configuration.win.icon, configuration.linux.icon]) expect(existsSync(join(root, path))).toBe(true)
    const icon = readFileSync(join(root, configuration.win.icon))
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, at) => icon[6 + 16 * at]! || 256)
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
  })
})

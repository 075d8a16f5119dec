import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

/** How to see that a tool of the system is there; the names are those of Debian's packages. */
const probes = {
  'python3-openpyxl': ['/usr/bin/python3', '-c', 'import openpyxl'],
  'libreoffice-calc': ['soffice', '--version'],
  'libreoffice-writer': ['dpkg', '-s', 'libreoffice-writer'],
  'poppler-utils': ['pdftotext', '-v'],
  qpdf: ['qpdf', '--version'],
  chromium: ['chromium', '--version'],
  strace: ['strace', '-V'],
  iconv: ['iconv', '--version'],
  openssl: ['openssl', 'version'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type SystemTool = keyof typeof probes

const isThere = (tool: SystemTool): boolean => {
  const [command, ...args] = probes[tool]
  return spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0
}

/**
 * A suite that needs tools of the system. Where one is missing the suite is skipped and says which;
 * with CI=true that is a failure, because CI installs them all.
 */
export function describeWithTools(tools: readonly SystemTool[], name: string, suite: () => void): void {
  const missing = tools.filter((tool) => !isThere(tool))
  if (missing.length === 0) describe(name, suite)
  else if (process.env['CI'] === 'true')
    describe(name, () => {
      it(`needs ${missing.join(', ')}`, () => {
        throw new Error(`not installed: ${missing.join(', ')}`)
      })
    })
  else describe.skip(`${name} (not installed: ${missing.join(', ')})`, suite)
}

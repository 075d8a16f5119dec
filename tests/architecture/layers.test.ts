import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBreaches, type ImportEdge } from './layer-table.ts'
import { listImports } from './list-imports.ts'

const root = new URL('../..', import.meta.url).pathname
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = tracked.filter((file) => /^(shared|electron|renderer)\//.test(file))

describe('the layer table', () => {
  it('holds for every import of the project', () => {
    expect(sources.length).toBeGreaterThan(20)
    expect(findBreaches(sources.flatMap((file) => listImports(root, file)))).toEqual([])
  })

  const edge = (file: string, target: string, typeOnly = false): ImportEdge => ({
    file,
    target,
    typeOnly,
    isPackage: !/^(shared|electron|renderer)\//.test(target),
  })

  it.each([
    edge('shared/rules/pool-indicator.ts', 'electron/store/database.ts'),
    edge('shared/rules/pool-indicator.ts', 'node:fs'),
    edge('shared/domain/unit.ts', 'shared/messages/text.ts'),
    edge('electron/import/import-files.ts', 'electron/report/build-report.ts'),
    edge('electron/store/database.ts', 'electron/import/import-files.ts'),
    edge('electron/import/import-files.ts', 'better-sqlite3'),
    edge('electron/engine/engine.ts', 'electron'),
    edge('renderer/features/intake/page.tsx', 'renderer/features/report/page.tsx'),
    edge('renderer/app/main.tsx', 'electron/engine/engine.ts', true),
    edge('electron/elsewhere/file.ts', 'shared/domain/unit.ts'),
  ])('reports a planted breach: $file → $target', (planted) => {
    expect(findBreaches([planted])).toHaveLength(1)
  })

  it.each([
    edge('shared/domain/finding.ts', 'shared/messages/catalogue.ts', true),
    edge('electron/import/import-files.ts', 'shared/rules/identify-submission.ts'),
    edge('electron/engine/handlers.ts', 'electron/import/import-files.ts'),
    edge('electron/store/database.ts', 'node:fs'),
  ])('allows what the table allows: $file → $target', (allowed) => {
    expect(findBreaches([allowed])).toEqual([])
  })

  it('sees static, type, re-exported, dynamic and worker references', () => {
    const directory = mkdtempSync(join(tmpdir(), 'tonghop-imports-'))
    try {
      writeFileSync(
        join(directory, 'file.ts'),
        `import a from './a.ts'; import type { B } from './b.ts'; export { c } from './c.ts'
         const d = await import('./d.ts'); new Worker(new URL('./e.worker.ts', import.meta.url)); void (a as B); void d`,
      )
      expect(listImports(directory, 'file.ts').map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
        ['a.ts', false],
        ['b.ts', true],
        ['c.ts', false],
        ['d.ts', false],
        ['e.worker.ts', false],
      ])
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})

describe('the size wall', () => {
  const exempt = /(^|\/)(migrations|programmes|messages)\//
  const limit = (file: string): number => (file.startsWith('tests/') ? 500 : 300)

  /** Lines that hold code: comments and blank lines are free. */
  const codeLines = (text: string): number =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length

  it('holds for every source file', () => {
    const tooLong = tracked.filter((file) => !exempt.test(file) && codeLines(readFileSync(join(root, file), 'utf8')) > limit(file))
    expect(tooLong).toEqual([])
  })

  it('counts code, not comments', () => {
    expect(codeLines('/* a\n b */\n// c\n\nlet d = 1\n')).toBe(1)
    expect(codeLines('let a = 1\n'.repeat(301))).toBeGreaterThan(limit('shared/rules/x.ts'))
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ExitCode } from '../../../electron/cli/run-command-line.ts'
import { makeCertificate } from '../../kit/make-certificates.ts'
import { runCommand } from '../../kit/run-command.ts'
import { temporaryFolder, testWorkspaceWithPeriod } from '../../kit/test-workspace.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()
const root = z.strictObject({ sha256, name: z.string(), validFrom: instant, validTo: instant, at: instant, actor: z.string() })
const roots = z.strictObject({ roots: z.array(root) })
const trouble = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
const submitted = z.object({ report: z.string(), state: z.literal('submitted') })
const verified = z.object({ ok: z.boolean(), archive: z.string(), report: z.object({ report: z.string(), state: z.string() }) })

/** The commands over a workspace that nobody has open. */
function commandsOf(directory: string) {
  return async <Shape extends z.ZodType>(shape: Shape, code: ExitCode, ...argv: string[]): Promise<z.infer<Shape>> => {
    const { exitCode, json, out } = await runCommand([...argv, '--data', directory, '--json'])
    expect({ argv, exitCode, out }).toMatchObject({ exitCode: code })
    return shape.parse(json)
  }
}

function closedWorkspace(): string {
  const { directory, context } = testWorkspaceWithPeriod()
  context.store.close()
  return directory
}

it('trust add and remove: installed once however often, by the first signs taken away; what is no root is refused', async () => {
  const directory = closedWorkspace()
  const ask = commandsOf(directory)
  const folder = temporaryFolder()
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const [first, second] = await Promise.all(
    ['CN=Gốc thử nghiệm', 'CN=Gốc thứ hai'].map((name) => makeCertificate({ name, isAuthority: true })),
  )
  const leaf = await makeCertificate({ name: 'CN=Phạm Đức Tâm', issuer: first! })
  const both = file('goc.pem', first!.pem + second!.pem)

  expect((await ask(roots, 0, 'trust', 'add', both)).roots.map(({ name }) => name)).toEqual(['Gốc thử nghiệm', 'Gốc thứ hai'])
  await ask(roots, 0, 'trust', 'add', both)
  const listed = (await ask(roots, 0, 'trust', 'list')).roots
  expect(listed).toHaveLength(2)

  expect((await ask(trouble, 3, 'trust', 'add', file('chu-ky.pem', leaf.pem))).error.code).toBe('trust.not_authority')
  const refused = await ask(trouble, 3, 'trust', 'add', file('ghi-chu.cer', 'không phải chứng thư'))
  expect(refused.error).toMatchObject({ code: 'trust.not_certificate', message: expect.stringContaining('ghi-chu.cer') })

  const [gone, kept] = listed
  // Nothing, or more than one, is named by these: nothing is taken away.
  for (const unclear of ['khong-co', '']) expect((await ask(trouble, 3, 'trust', 'remove', unclear)).error.code).toBe('trust.not_found')
  const removed = await ask(z.strictObject({ root }), 0, 'trust', 'remove', gone!.sha256.slice(0, 12).toUpperCase())
  expect(removed.root.sha256).toBe(gone!.sha256)
  expect((await ask(roots, 0, 'trust', 'list')).roots).toEqual([kept])
  expect((await ask(trouble, 3, 'trust', 'remove', gone!.sha256)).error.code).toBe('trust.not_found')
})

it('verify --code leads from a slip to the kept paper, however the code is typed, and says when no report has it', async () => {
  const directory = closedWorkspace()
  const ask = commandsOf(directory)
  const path = join(temporaryFolder(), 'bao-cao.pdf')
  const { report } = await ask(
    z.object({ report: z.string() }),
    0,
    'report',
    'build',
    '--period',
    '2026-H1',
    '--kind',
    'periodic',
    '--out',
    path,
  )
  await ask(z.object({}), 0, 'report', 'review', report, '--actor', 'Mai')
  await ask(submitted, 0, 'report', 'submit', report, '--actor', 'Lan')
  const { freeze } = await ask(z.object({ freeze: z.object({ code: z.string() }) }), 0, 'report', 'show', report)

  for (const typed of [freeze.code, freeze.code.toLowerCase().replace('-', ' ')])
    // Nobody has signed it yet, so it is not whole; it is the kept one all the same.
    expect(await ask(verified, 1, 'verify', '--code', typed)).toMatchObject({ ok: false, report: { report, state: 'submitted' } })
  const other = freeze.code.startsWith('A') ? 'B' : 'A'
  await ask(trouble, 3, 'verify', '--code', other + freeze.code.slice(1))
})

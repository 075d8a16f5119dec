import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { errorTexts } from '../shared/messages/catalogue.ts'
import { fillText } from '../shared/messages/text.ts'
import { AppError } from '../shared/errors.ts'
import { defaultDataFolder } from './cli/data-folder.ts'
import { checkAfterStartMs, inboxEveryMs } from './engine/engine.ts'
import { openWorkspaces } from './engine/open-workspaces.ts'
import { createWhereNone } from './engine/workspace-doors.ts'
import { serveHttp } from './transport/http.ts'
import { readPage, type Page } from './transport/page.ts'
import { createSession } from './transport/session.ts'

/** The engine and the built page under plain Node for an ordinary browser: prints the address to open and runs until it is stopped. */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, actor: { type: 'string' }, page: { type: 'string' } } })
  const page = await readPage(values.page ?? fileURLToPath(new URL('../out/renderer', import.meta.url))).catch(goWithoutPage)
  const directory = values.data ?? defaultDataFolder(process.env)
  const actor = values.actor ?? userInfo().username
  // A folder that was named and holds nothing is more likely a slip than a wish.
  if (values.data === undefined) await createWhereNone(directory, { actor })
  const engine = openWorkspaces({
    directory,
    mode: 'write',
    actor,
    systemUser: userInfo().username,
    checkAfterMs: checkAfterStartMs,
    inbox: { everyMs: inboxEveryMs },
    buildSample: async (order) => (await import('./demo/build-sample.ts')).buildSample(order),
  })
  const host = await serveHttp(engine, createSession(), page)
  const stop = async (): Promise<void> => {
    await host.close()
    await engine.close()
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
  // Whoever reads this may stop it at once.
  process.stdout.write(`${host.url}\n`)
}

const say = ({ code, params }: AppError): unknown => process.stderr.write(`${fillText(errorTexts[code], 'vi', params)}\n`)

/** Programs that speak the contract need no page. */
function goWithoutPage(error: unknown): Page {
  if (!(error instanceof AppError)) throw error
  say(error)
  return new Map()
}

serve().catch((error: unknown) => {
  if (error instanceof AppError) say(error)
  else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    process.stderr.write('serve [--data DIR] [--actor NAME] [--page DIR]\n')
  else throw error
  process.exitCode = error instanceof AppError ? 3 : 2
})

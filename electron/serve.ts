import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { createEngine } from './engine/engine.ts'
import { serveHttp } from './transport/http.ts'

/** The engine under plain Node for an ordinary browser: prints the address to open and runs until it is stopped. */
const { values } = parseArgs({ options: { data: { type: 'string' }, actor: { type: 'string' } } })
if (values.data === undefined) {
  process.stderr.write('serve --data DIR [--actor NAME]\n')
  process.exit(2)
}
const engine = createEngine({ directory: values.data, mode: 'write', actor: values.actor ?? userInfo().username })
const host = await serveHttp(engine)
process.stdout.write(`${host.url}\n`)

const stop = async (): Promise<void> => {
  await host.close()
  await engine.close()
}
process.once('SIGINT', () => void stop())
process.once('SIGTERM', () => void stop())

import { request as httpRequest } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttp, tokenHeader, type LoopbackHost } from '../../../electron/transport/http.ts'
import { codeValidMs, createSession } from '../../../electron/transport/session.ts'
import { largestStagedBytes } from '../../../electron/transport/stage.ts'
import { testEngine, type TestEngine } from '../../kit/test-engine.ts'

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** By hand, because fetch does not let a caller set Host or Origin. */
const send = (
  host: LoopbackHost,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.origin)
    const request = httpRequest(
      { hostname, port, method: options.method ?? 'GET', path: options.path ?? '/', headers: options.headers ?? {} },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })

async function opened(now?: () => number): Promise<{ host: LoopbackHost; code: string; test: TestEngine }> {
  const test = testEngine()
  const host = await serveHttp(test.engine, createSession(now))
  onTestFinished(() => host.close())
  return { host, code: new URL(host.url).hash.slice(1), test }
}

async function withToken(): Promise<{ host: LoopbackHost; test: TestEngine; headers: Record<string, string> }> {
  const { host, code, test } = await opened()
  const { token } = JSON.parse((await send(host, { method: 'POST', path: '/session', body: code })).body) as { token: string }
  return { host, test, headers: { [tokenHeader]: token } }
}

const call = { method: 'POST', path: '/rpc/periods/list', body: '{"json":{}}' }
const json = { 'content-type': 'application/json' }

describe('loopback HTTP', () => {
  it('listens on 127.0.0.1 only, and the code stands in the fragment', async () => {
    const { host } = await opened()
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/)
  })

  it('answers whoever exchanged the code, with a token of 256 bits', async () => {
    const { host, headers } = await withToken()
    expect(Buffer.from(headers[tokenHeader]!, 'base64url')).toHaveLength(32)
    const answer = await send(host, { ...call, headers: { ...headers, ...json } })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('2026-H1')
  })

  it('refuses a missing and a wrong token', async () => {
    const { host, headers } = await withToken()
    expect((await send(host, { ...call, headers: json })).status).toBe(401)
    const wrong = headers[tokenHeader]!.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))
    expect((await send(host, { ...call, headers: { ...json, [tokenHeader]: wrong } })).status).toBe(401)
  })

  it('refuses a code used before, a wrong one, and one older than a minute', async () => {
    const { host, code } = await opened()
    expect((await send(host, { method: 'POST', path: '/session', body: `${code}x` })).status).toBe(401)
    expect((await send(host, { method: 'POST', path: '/session', body: code })).status).toBe(200)
    expect((await send(host, { method: 'POST', path: '/session', body: code })).status).toBe(401)
    let now = 0
    const late = await opened(() => now)
    now = codeValidMs + 1
    expect((await send(late.host, { method: 'POST', path: '/session', body: late.code })).status).toBe(401)
  })

  it('no token is good before the code was exchanged', () => {
    expect(createSession().accepts('')).toBe(false)
    expect(createSession().accepts(undefined)).toBe(false)
  })

  it('refuses a foreign Origin and a Host pointed here by another name, also with the token', async () => {
    const { host, headers } = await withToken()
    expect((await send(host, { ...call, headers: { ...headers, ...json, origin: 'https://example.com' } })).status).toBe(403)
    expect((await send(host, { ...call, headers: { ...headers, ...json, origin: 'null' } })).status).toBe(403)
    expect((await send(host, { ...call, headers: { ...headers, ...json, host: `example.com:${new URL(host.origin).port}` } })).status).toBe(
      421,
    )
    expect((await send(host, { ...call, headers: { ...headers, ...json, host: `localhost:${new URL(host.origin).port}` } })).status).toBe(
      421,
    )
    expect((await send(host, { ...call, headers: { ...headers, ...json, origin: host.origin } })).status).toBe(200)
  })

  it('every answer, refusals included, carries the strict policy and no CORS header', async () => {
    const { host, headers } = await withToken()
    for (const answer of [await send(host, { path: '/' }), await send(host, { ...call, headers: { ...headers, ...json } })]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    expect((await send(host, { method: 'OPTIONS', path: '/rpc/periods/list', headers })).status).toBe(404)
  })

  it('refuses a call larger than a call can be', async () => {
    const { host, headers } = await withToken()
    const answer = await send(host, { ...call, headers: { ...headers, ...json }, body: `{"json":{"x":"${'a'.repeat(1_100_000)}"}}` })
    expect(answer.status).toBe(413)
  })

  it('stages bytes under their Vietnamese name and gives them back by id', async () => {
    const { host, test, headers } = await withToken()
    const staged = await send(host, { method: 'PUT', path: `/stage?name=${encodeURIComponent('../xã Tiên La.xlsx')}`, headers, body: 'PK' })
    expect(staged.status).toBe(200)
    const { file } = JSON.parse(staged.body) as { file: string }
    expect(await test.client.files.stat({ file })).toEqual({ file, name: 'xã Tiên La.xlsx', kind: 'input', bytes: 2 })
    const got = await send(host, { path: `/file/${file}`, headers })
    expect([got.status, got.body]).toEqual([200, 'PK'])
    expect(decodeURIComponent(String(got.headers['content-disposition']))).toContain('xã Tiên La.xlsx')
    expect((await send(host, { path: `/file/${file}` })).status).toBe(401)
    expect((await send(host, { path: `/file/${'0'.repeat(32)}`, headers })).status).toBe(404)
    expect((await send(host, { method: 'PUT', path: '/stage?name=x' })).status).toBe(401)
  })

  it('refuses to stage more than 20 MB and keeps nothing of it', async () => {
    const { host, headers } = await withToken()
    const answer = await send(host, {
      method: 'PUT',
      path: '/stage?name=x.xlsx',
      headers,
      body: Buffer.alloc(largestStagedBytes + 1),
    }).catch((error: NodeJS.ErrnoException) => error)
    // The server may close while the body is still being sent; either way nothing was taken.
    if ('status' in answer) expect(answer.status).toBe(413)
    else expect(['ECONNRESET', 'EPIPE']).toContain(answer.code)
  })
})

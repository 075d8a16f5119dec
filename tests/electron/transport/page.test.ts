import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttp } from '../../../electron/transport/http.ts'
import { answerPage, contentPolicy, readPage } from '../../../electron/transport/page.ts'
import { createSession } from '../../../electron/transport/session.ts'
import { testEngine } from '../../kit/test-engine.ts'
import { temporaryFolder } from '../../kit/test-workspace.ts'

function builtPage(): string {
  const folder = temporaryFolder()
  const page = join(folder, 'renderer')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'assets', 'index-1.js'), 'export {}')
  return page
}

describe('the built page', () => {
  it('is an exact list of files, each with its type and the policy', async () => {
    const page = await readPage(builtPage())
    expect([...page.keys()].toSorted()).toEqual(['/assets/index-1.js', '/index.html'])
    expect(answerPage(page, '/')?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy,
    })
    expect(answerPage(page, '/assets/index-1.js')?.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('allows no script but its own files', () => {
    expect(contentPolicy).toContain("default-src 'none'")
    expect(contentPolicy).toMatch(/script-src 'self';/)
    expect(contentPolicy).not.toMatch(/unsafe-eval|https?:/)
  })

  it('that was not built, or holds a file of unknown kind, is refused', async () => {
    await expect(readPage(join(temporaryFolder(), 'nothing'))).rejects.toMatchObject({ code: 'page.not_built' })
    await expect(readPage(temporaryFolder())).rejects.toMatchObject({ code: 'page.not_built' })
    const page = builtPage()
    writeFileSync(join(page, 'store.db'), '')
    await expect(readPage(page)).rejects.toThrow('no content type')
  })

  it('is served without a token, and nothing beside it', async () => {
    const host = await serveHttp(testEngine().engine, createSession(), await readPage(builtPage()))
    onTestFinished(() => host.close())
    // By hand: fetch would tidy the path before it is sent.
    const statusOf = (path: string, method = 'GET'): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(host.origin)
        request({ hostname, port, path, method }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    expect(await statusOf('/')).toBe(200)
    expect(await statusOf('/?kỳ=1'.replace('ỳ', 'y'))).toBe(200)
    expect(await statusOf('/assets/index-1.js')).toBe(200)
    for (const path of [
      '/../secret.html',
      '/assets/../../secret.html',
      '/%2e%2e/secret.html',
      '/assets',
      '/assets/',
      '//index.html',
      '/..%5csecret.html',
    ])
      expect([path, await statusOf(path)]).toEqual([path, 401])
    expect(await statusOf('/', 'POST')).toBe(401)
  })
})

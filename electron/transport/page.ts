import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** The built page, whole in memory: an exact list of files, so that no address can reach anything else. */
export type Page = ReadonlyMap<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>

export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Every file below `directory` by its address (`/assets/index-1a2b.js`). Refuses with `page.not_built`, also while it is being built. */
export async function readPage(directory: string): Promise<Page> {
  try {
    return await readFiles(directory)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('page.not_built', { path: directory })
    throw error
  }
}

async function readFiles(directory: string): Promise<Page> {
  const page = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>()
  const index = join(directory, 'index.html')
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of new Set([index, ...paths])) {
    const type = types[extname(path)]
    if (type === undefined) throw new Error(`no content type for ${path}`)
    page.set(`/${relative(directory, path).split(sep).join('/')}`, { bytes: new Uint8Array(await readFile(path)), type })
  }
  return page
}

/** On every answer of the page's own, what is not there included. */
export const pageHeaders = { 'content-security-policy': contentPolicy, 'x-content-type-options': 'nosniff' } as const

export type PageAnswer = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

/** The file at exactly this address, `/` being the page itself; undefined for every other address. */
export function answerPage(page: Page, path: string): PageAnswer | undefined {
  const file = page.get(path === '/' ? '/index.html' : path)
  return (
    file && {
      bytes: file.bytes,
      headers: { 'content-type': file.type, ...pageHeaders },
    }
  )
}

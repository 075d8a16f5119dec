import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Engine } from '../engine/engine.ts'
import { AppError } from '../../shared/errors.ts'

export const largestStagedBytes = 20 * 1024 * 1024
/** A backup holds every file of years; it goes to the disk piece by piece and is read only to be restored. */
const largestBackupBytes = 4 * 1024 ** 3
const largestFor = (name: string): number => (/\.tonghop$/i.test(name) ? largestBackupBytes : largestStagedBytes)

type Doors = Pick<Engine['context'], 'staging'>

export class BodyTooLarge extends Error {}

/** Takes the body as one staged input; `name` tells whose file it is. Throws BodyTooLarge and keeps nothing of it. */
export async function stageBody({ staging }: Doors, request: IncomingMessage, name: string): Promise<{ file: string }> {
  const largest = largestFor(name)
  if (Number(request.headers['content-length'] ?? 0) > largest) throw new BodyTooLarge()
  const staged = staging.reserve(name, 'input')
  const file = await open(staged.path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > largest) throw new BodyTooLarge()
      await file.write(piece)
    }
    return { file: staged.id }
  } catch (error) {
    staging.remove(staged.id)
    throw error
  } finally {
    await file.close()
  }
}

/** Sends a staged file as a download; false where there is nothing to send. */
export async function sendFile({ staging }: Doors, response: ServerResponse, id: string): Promise<boolean> {
  const file = findFile(staging, id)
  const bytes = file ? staging.bytesOf(file) : null
  if (!file || bytes === null) return false
  response.writeHead(200, {
    'content-type': contentType(file.name),
    'content-length': bytes,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
  await pipeline(createReadStream(file.path), response)
  return true
}

function findFile(staging: Doors['staging'], id: string): ReturnType<Doors['staging']['get']> | undefined {
  try {
    return staging.get(id)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const contentType = (name: string): string => contentTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

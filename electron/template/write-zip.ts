import { open, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { crc32 } from 'node:zlib'

/** The name is UTF-8 (APPNOTE 6.3.10, §4.4.4, bit 11). */
const flags = 0x800
/** 1 January 1980, the first day of the format: equal files give an equal archive. */
const day = 0x21

/**
 * The files side by side in one archive, as they are: workbooks are packed already. One file at a time in memory; together
 * below 4 GB and 65,535 files, which the format without its extensions allows. Throws for more.
 */
export async function writeZip(path: string, files: readonly string[]): Promise<void> {
  const archive = await open(path, 'wx')
  const directory: Buffer[] = []
  let at = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    await archive.writeFile(bytes)
    at += bytes.byteLength
  }
  try {
    for (const file of files) {
      const bytes = await readFile(file)
      const name = Buffer.from(basename(file))
      const head = describeMember(bytes, name)
      const central = Buffer.alloc(46)
      central.writeUInt32LE(0x02014b50, 0)
      central.writeUInt16LE(20, 4)
      head.copy(central, 6, 4, 30)
      central.writeUInt32LE(at, 42)
      directory.push(central, name)
      await write(Buffer.concat([head, name]))
      await write(bytes)
    }
    const begin = at
    await write(Buffer.concat(directory))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(files.length, 8)
    end.writeUInt16LE(files.length, 10)
    end.writeUInt32LE(at - begin, 12)
    end.writeUInt32LE(begin, 16)
    await write(end)
    await archive.sync()
  } finally {
    await archive.close()
  }
}

/** The local header; bytes 4 to 30 stand in the directory again. */
function describeMember(bytes: Buffer, name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(day, 12)
  head.writeUInt32LE(crc32(bytes), 14)
  head.writeUInt32LE(bytes.byteLength, 18)
  head.writeUInt32LE(bytes.byteLength, 22)
  head.writeUInt16LE(name.byteLength, 26)
  return head
}

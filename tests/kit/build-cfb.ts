/** A compound file (MS-CFB) of one directory sector, each stream in one sector of its own. */
export function buildCfb(streams: readonly { name: string; head?: Uint8Array }[]): Buffer {
  const file = Buffer.alloc(512 * (3 + streams.length))
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 44)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(0, 56)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  file.fill(0xff, 512, 1024)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  for (const [index, { name, head }] of [{ name: 'Root Entry' }, ...streams].slice(0, 4).entries() as IterableIterator<
    [number, { name: string; head?: Uint8Array }]
  >) {
    const at = 1024 + 128 * index
    file.write(name, at, 'utf16le')
    file.writeUInt16LE(2 * name.length + 2, at + 64)
    file[at + 66] = index === 0 ? 5 : 2
    file.writeUInt32LE(1 + index, at + 116)
    file.writeUInt32LE(512, at + 120)
    if (head && index > 0) file.set(head, 512 * (2 + index))
  }
  return file
}

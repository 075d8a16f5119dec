import { damaged } from '../workbook-refusal.ts'

/** BOF, of any version (MS-XLS 2.4.21). */
export const isBeginning = (type: number): boolean => type === 0x809 || type === 0x409 || type === 0x209 || type === 0x09

/** Calls `see` with every record from `offset` until it returns false; throws when one is cut. */
export function forEachRecord(stream: Buffer, offset: number, see: (type: number, data: Buffer, at: number) => boolean): void {
  for (let at = offset; at + 4 <= stream.length;) {
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) throw damaged('record cut off')
    if (!see(stream.readUInt16LE(at), stream.subarray(at + 4, end), at)) return
    at = end
  }
}

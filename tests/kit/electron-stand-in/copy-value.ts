/**
 * Values on their way between the page and the main process, as text. Both functions also run in the page, by their source, so they
 * use nothing outside themselves. What a structured clone would carry and this does not is refused by name.
 */
export function packValue(value: unknown): string {
  const pack = (given: unknown): unknown => {
    if (given === undefined) return { u: 0 }
    if (given === null || typeof given === 'boolean' || typeof given === 'number' || typeof given === 'string') return given
    if (Array.isArray(given)) return { a: given.map(pack) }
    if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) {
      const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
      let text = ''
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
      return { b: btoa(text), buffer: given instanceof ArrayBuffer }
    }
    if (given instanceof Date) return { d: given.getTime() }
    const shape: unknown = typeof given === 'object' ? Object.getPrototypeOf(given) : undefined
    if (shape === null || (typeof given === 'object' && Object.prototype.toString.call(given) === '[object Object]'))
      return { o: Object.entries(given).map(([name, part]) => [name, pack(part)]) }
    throw new Error(`the stand-in for Electron cannot carry ${Object.prototype.toString.call(given)} between page and main process`)
  }
  return JSON.stringify(pack(value))
}

export function unpackValue(text: string): unknown {
  type Packed = { u?: 0; a?: unknown[]; b?: string; buffer?: boolean; d?: number; o?: [string, unknown][] }
  const unpack = (given: unknown): unknown => {
    if (given === null || typeof given !== 'object') return given
    const { a, b, buffer, d, o } = given as Packed
    if (a) return a.map(unpack)
    if (b !== undefined) {
      const bytes = Uint8Array.from(atob(b), (letter) => letter.charCodeAt(0))
      return buffer === true ? bytes.buffer : bytes
    }
    if (d !== undefined) return new Date(d)
    if (o) return Object.fromEntries(o.map(([name, part]) => [name, unpack(part)]))
    return undefined
  }
  return unpack(JSON.parse(text))
}

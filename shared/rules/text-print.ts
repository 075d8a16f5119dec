/**
 * FNV-1a, 64 bits, over the UTF-16 units of the parts joined by line feeds (http://www.isthe.com/chongo/tech/comp/fnv/), in hex.
 * Unkeyed: it tells texts apart and finds accidents, not forgers.
 */
export function textPrint(...parts: readonly string[]): string {
  const text = parts.join('\n')
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

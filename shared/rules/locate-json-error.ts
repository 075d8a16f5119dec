export type TextPlace = { line: number; column: number }

const value =
  /[ \t\n\r]*(?:"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy
const name = /[ \t\n\r]*"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"[ \t\n\r]*:/uy
const blank = /[ \t\n\r]*/y

/**
 * Where JSON (RFC 8259) stops being JSON, 1-based; undefined for valid text. `JSON.parse` does not always tell.
 * A broken string or number is placed at its start, which is what a person looks for.
 */
export function locateJsonError(text: string): TextPlace | undefined {
  const open: ('[' | '{')[] = []
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const takeSign = (sign: string): boolean => {
    take(blank)
    if (text[at] !== sign) return false
    at += 1
    return true
  }
  for (;;) {
    // One value: opens a list or group, or is complete.
    let complete = true
    if (takeSign('[')) {
      if (!takeSign(']')) {
        open.push('[')
        complete = false
      }
    } else if (takeSign('{')) {
      if (!takeSign('}')) {
        open.push('{')
        complete = false
        if (!take(name)) break
      }
    } else if (!take(value)) break
    if (!complete) continue

    // After a value: close what ends here, then go on or stop.
    while (open.length > 0 && takeSign(open.at(-1) === '[' ? ']' : '}')) open.pop()
    if (open.length === 0) {
      take(blank)
      return at === text.length ? undefined : placeAt(text, at)
    }
    if (!takeSign(',')) break
    if (open.at(-1) === '{' && !take(name)) break
  }
  take(blank)
  return placeAt(text, at)
}

function placeAt(text: string, at: number): TextPlace {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

import { inflateSync } from 'node:zlib'
import { isArray, isDict, isName, PdfTrouble, type PdfStream, type PdfValue } from './pdf-value.ts'

/** More than any table of references or appearance needs; a bomb stops here. */
const longest = 64 * 1_048_576

/** The content of a stream that is not filtered, or by FlateDecode with a PNG predictor. Throws PdfTrouble for anything else. */
export function undoFilters({ entries, raw }: PdfStream): Uint8Array {
  const filter = entries.get('Filter')
  const filters = filter === undefined || filter === null ? [] : isArray(filter) ? filter : [filter]
  if (filters.length === 0) return raw
  if (filters.length > 1 || !isName(filters[0], 'FlateDecode')) throw new PdfTrouble('filter')
  const inflated = inflate(raw)
  const given = entries.get('DecodeParms')
  const parms = isArray(given) ? given[0] : given
  return isDict(parms) ? undoPredictor(inflated, parms.entries) : inflated
}

function inflate(raw: Uint8Array): Uint8Array {
  try {
    return inflateSync(raw, { maxOutputLength: longest })
  } catch {
    throw new PdfTrouble('inflate')
  }
}

function undoPredictor(data: Uint8Array, parms: ReadonlyMap<string, PdfValue>): Uint8Array {
  const number = (key: string, otherwise: number): number => {
    const value = parms.get(key)
    return typeof value === 'number' ? value : otherwise
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return data
  if (predictor < 10 || number('Colors', 1) !== 1 || number('BitsPerComponent', 8) !== 8) throw new PdfTrouble('predictor')
  const width = number('Columns', 1)
  if (!Number.isInteger(width) || width < 1 || width > 64 || data.length % (width + 1) !== 0) throw new PdfTrouble('predictor')
  const rows = data.length / (width + 1)
  const plain = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (width + 1)]!
    if (kind > 4) throw new PdfTrouble('predictor')
    for (let column = 0; column < width; column++) {
      const to = row * width + column
      const left = column > 0 ? plain[to - 1]! : 0
      const up = row > 0 ? plain[to - width]! : 0
      const corner = row > 0 && column > 0 ? plain[to - width - 1]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!
      plain[to] = (data[row * (width + 1) + 1 + column]! + guess) & 255
    }
  }
  return plain
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}

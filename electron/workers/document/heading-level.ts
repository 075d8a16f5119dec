/** What a line is told by when no style says it is a heading. `text` without the marker of an automatic list. */
export type LineLook = { marker: string | null; text: string; isBold: boolean }

const longestHeading = 250
const longestPlainHeading = 120

/** Markers in the order in which papers nest them (thể thức: phần, A., I., 1., 1.1., a). */
const families: readonly [pattern: RegExp, level: number][] = [
  [/^(?:phần|chương)\s+(?:[ivxlc]+|\d+|thứ\s+\S+)\b/iu, 1],
  [/^[IVX]{1,6}\s*(?:[.)/:–-]|$)/, 2],
  [/^[A-HĐ]\s*(?:[.)/:–-]|$)/, 1],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s|$)/, 5],
  [/^\d{1,2}\.\d{1,2}[.)]?(?=\s|$)/, 4],
  [/^\d{1,2}\s*[.)/](?=\s|$|\p{L})/u, 3],
  [/^[a-zđ]\s*[.)](?=\s|$|\p{L})/u, 6],
]

const isCapitals = (text: string): boolean => /\p{L}{2}/u.test(text) && text === text.toUpperCase()

/** The level of a line that looks like a heading; undefined where it is text. Sentences are text, numbered or not. */
export function headingLevel({ marker, text, isBold }: LineLook): number | undefined {
  const line = marker === null ? text : `${marker} ${text}`
  if (line.length > longestHeading || text.includes('\n\n')) return undefined
  const family = families.find(([pattern]) => pattern.test(line))
  if (isBold) return family?.[1] ?? (isCapitals(text) ? 1 : 7)
  if (!family || line.length > longestPlainHeading) return undefined
  const [pattern, level] = family
  // "I." and "Phần" head a part whatever follows; "1." and "a)" also begin rows of a list and sentences.
  return level <= 2 || !/[:;]\s*\S|\.\s|[.;,…]$/.test(line.replace(pattern, '')) ? level : undefined
}

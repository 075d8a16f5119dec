/** A figure, or another input, of one unit: what the param `trace` names. */
export type TracedInput = { unit: string; input: string }

/** `unit/input`, several separated by commas; codes may hold any letter, so the two marks are escaped in them. */
export const traceAddress = (inputs: readonly TracedInput[]): string =>
  inputs.map(({ unit, input }) => `${encodeURIComponent(unit)}/${encodeURIComponent(input)}`).join(',')

/** What cannot be read is left out: an address may be typed by hand. At most two are shown side by side. */
export function readTraceAddress(text: string | undefined): TracedInput[] {
  if (text === undefined) return []
  return text
    .split(',')
    .flatMap((part) => {
      const [unit, input, ...rest] = part.split('/').map(decodePart)
      return unit && input && rest.length === 0 ? [{ unit, input }] : []
    })
    .slice(0, 2)
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

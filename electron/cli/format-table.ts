export type Column = { head: string; align?: 'right' }

/** Letters as they take room on screen: composed, so that Vietnamese lines up. */
const widthOf = (text: string): number => Array.from(text.normalize('NFC')).length

/** Columns two spaces apart, without lines; nothing trails. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index] ?? ''))))
  const pad = (text: string, index: number): string => {
    const room = ' '.repeat(widths[index]! - widthOf(text))
    return columns[index]!.align === 'right' ? room + text : text + room
  }
  return lines.map((line) => columns.map((_, index) => pad(line[index] ?? '', index)).join('  ').trimEnd()).join('\n')
}

/**
 * Stands for a space at which no line may be broken: a command is copied from the screen, and a broken one is two.
 * Of the private use area, so that it comes from nowhere else; `showSpaces` makes it a space again.
 */
export const keptSpace = '\ue000'
export const showSpaces = (text: string): string => text.replaceAll(keptSpace, ' ')

/** Letters as they take room on screen: composed, so that Vietnamese lines up. */
export const widthOf = (text: string): number => Array.from(text.normalize('NFC')).length

/** Lines of at most `width` letters, broken between words; a longer word (a path, an id) stays whole. */
export function wrapLines(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || widthOf(last) + 1 + widthOf(word) > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** The first line after `first`, the others under it. */
export function wrapText(text: string, width: number, first = '', rest = ' '.repeat(widthOf(first))): string {
  return text
    .split('\n')
    .flatMap((paragraph) => wrapLines(paragraph, width - widthOf(rest)))
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n')
}

/** The code of the journal's head as people write it down: sixteen groups of four. */
export const printHead = (head: string): string => head.replace(/(.{4})(?=.)/g, '$1 ')

/** What was typed or pasted, with the words round it: the code, or how many of its letters are there; undefined for nothing. */
export function readHead(typed: string): { head: string } | { letters: number } | undefined {
  if (typed.trim() === '') return undefined
  const plain = typed.toLowerCase()
  const whole = /(?<![0-9a-z])[0-9a-f](?:[\s-]*[0-9a-f]){63}(?![0-9a-z])/.exec(plain)
  if (whole) return { head: whole[0].replace(/[^0-9a-f]/g, '') }
  return { letters: plain.replace(/[^0-9a-f]/g, '').length }
}

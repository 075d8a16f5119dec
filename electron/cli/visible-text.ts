/**
 * Text for a terminal: a file's name may hold what moves its cursor, colours it or turns the direction of writing.
 * Lines and tabs stay.
 */
export const visibleText = (text: string): string => text.replace(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')

/** A path or name in one line of a list. */
export const oneLine = (name: string): string => name.replace(/[\r\n\t]/g, '\ufffd')

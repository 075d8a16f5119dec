import { readingTexts } from '../../../shared/messages/trace.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'

/** `text+tcvn3` and the like in words; a code that is not known stays, because it is the exact finding. */
export const readingWords = (how: string, language: Language): string =>
  how
    .split('+')
    .map((code) => (Object.hasOwn(readingTexts, code) ? fillText(readingTexts[code as keyof typeof readingTexts], language) : code))
    .join(', ')

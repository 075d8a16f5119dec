import { tidyText } from '../../shared/vietnamese/text-key.ts'

/** Lines of NFC text without odd spaces; a text of nothing but space is empty. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
    .map((line) => tidyText(line.replace(/[\p{Cc}\ue000-\uf8ff]/gu, ' ')))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

import { fillText, languages, type Language, type Text } from '../../shared/messages/text.ts'

type Params = Readonly<Record<string, string | number>>

/** The language that the page speaks; Vietnamese until it says otherwise. */
let spoken: Language = 'vi'

export function speak(language: Language): void {
  spoken = language
}

export const say = (text: Text, params: Params = {}): string => fillText(text, spoken, params)
export const spokenLanguage = (): Language => spoken

/** Before a page could say which language is read, the little there is to say is said in both. */
export const sayInBoth = (text: Text, params: Params = {}): string =>
  languages.map((language) => fillText(text, language, params)).join('\n\n')

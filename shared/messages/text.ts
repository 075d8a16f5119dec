/** One text in both languages side by side: a missing one does not compile. `{name}` is filled from the params. */
export type Text = { readonly vi: string; readonly en: string }
export type Language = keyof Text
export const languages = ['vi', 'en'] as const satisfies readonly Language[]

export const texts = <Key extends string>(entries: Record<Key, Text>): Readonly<Record<Key, Text>> => entries

/** Fills `{name}`; a param that is not given stays visible, so that a test catches it. */
export function fillText(text: Text, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
}

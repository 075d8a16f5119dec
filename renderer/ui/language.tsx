import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { fillText, languages, type Language, type Text } from '../../shared/messages/text.ts'

type Speech = {
  language: Language
  setLanguage: (language: Language) => void
  say: (text: Text, params?: Readonly<Record<string, string | number>>) => string
}

const LanguageContext = createContext<Speech | null>(null)
const storageKey = 'tonghop.language'

const isLanguage = (value: string | null): value is Language => languages.some((language) => language === value)

function rememberedLanguage(): Language {
  const remembered = localStorage.getItem(storageKey)
  return isLanguage(remembered) ? remembered : 'vi'
}

/** Vietnamese until somebody switches; the choice is kept on this machine. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(storageKey, language)
  }, [language])
  const speech = useMemo<Speech>(() => ({ language, setLanguage, say: (text, params) => fillText(text, language, params) }), [language])
  return <LanguageContext value={speech}>{children}</LanguageContext>
}

export function useLanguage(): Speech {
  const speech = useContext(LanguageContext)
  if (!speech) throw new Error('used outside LanguageProvider')
  return speech
}

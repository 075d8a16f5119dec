import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'

type WordsListProps = {
  texts: ReportTextView
  nameOf: (code: string) => string
  shown: string | undefined
  onShow: (code: string) => void
}

/** Every section to write and every task to choose for, with how far each is. */
export function WordsList({ texts, nameOf, shown, onShow }: WordsListProps) {
  const { language, say } = useLanguage()
  const count = (of: number): string => formatSmallCount(of, language)
  const entry = (code: string, mark: string, isAmiss: boolean) => (
    <li key={code}>
      <button type="button" aria-current={code === shown ? 'true' : undefined} onClick={() => onShow(code)}>
        <span>{nameOf(code)}</span>
        <span className="words-mark" data-amiss={isAmiss}>
          {mark}
        </span>
      </button>
    </li>
  )
  return (
    <>
      {texts.sections.length > 0 && <h2>{say(wordsTexts.sections)}</h2>}
      <ul>
        {texts.sections.map(({ code, text, stale }) => {
          const own = texts.paragraphs.filter(({ section }) => section === code)
          const old = [stale, ...own.map((one) => one.stale)].flat().length
          if (old > 0) return entry(code, say(wordsTexts.oldFigures, { count: count(old) }), true)
          if (own.some((one) => one.own?.isChanged)) return entry(code, say(wordsTexts.baseChanged), true)
          return entry(code, say(text === '' ? wordsTexts.unwritten : wordsTexts.written), false)
        })}
      </ul>
      {texts.tasks.length > 0 && <h2>{say(wordsTexts.tasks)}</h2>}
      <ul>
        {texts.tasks.map(({ code, pins }) =>
          entry(
            code,
            say(wordsTexts.chosen, { count: count(pins.length) }),
            pins.some(({ isLost }) => isLost),
          ),
        )}
      </ul>
    </>
  )
}

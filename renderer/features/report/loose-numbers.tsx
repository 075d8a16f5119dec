import { Button } from '@mantine/core'
import type { ReportTextView } from '../../../shared/contract/report-texts.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { looseNumbers } from '../../../shared/rules/figure-tokens.ts'
import { useLanguage } from '../../ui/language.tsx'

type LooseNumbersProps = {
  words: string
  figures: ReportTextView['figures']
  /** Undefined for who only reads. */
  onTie: ((number: string, ref: string) => void) | undefined
}

const mostOffers = 4

/** Typed numbers that refer to nothing, as they are typed, each with the figures that show the same. */
export function LooseNumbers({ words, figures, onTie }: LooseNumbersProps) {
  const { say } = useLanguage()
  const loose = looseNumbers(words, figures)
  if (loose.length === 0) return null
  const labelOf = new Map(figures.map(({ ref, label }) => [ref, label]))
  return (
    <section className="words-loose" aria-labelledby="words-loose">
      <h3 id="words-loose">{say(wordsTexts.loose)}</h3>
      <ul>
        {loose.map(({ number, refs }) => (
          <li key={number}>
            <strong>{number}</strong>
            {refs.length === 0 && <span>{say(wordsTexts.looseNone, { number })}</span>}
            {onTie &&
              refs.slice(0, mostOffers).map((ref) => (
                <Button key={ref} variant="default" size="compact-md" onClick={() => onTie(number, ref)}>
                  {say(wordsTexts.tie, { number, label: labelOf.get(ref) ?? ref })}
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

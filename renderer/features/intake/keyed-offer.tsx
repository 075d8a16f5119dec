import { Button } from '@mantine/core'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { PaperFigure } from './intake-values.ts'
import { typedOffer } from './keyed-typed.ts'

type KeyedOfferProps = {
  offer: PaperFigure | undefined
  /** What the field is called. */
  label: string
  typed: string
  onTake: (text: string) => void
}

/** What a table of the paper says on one field, as written there; it is taken only by a key or a click. */
export function KeyedOffer({ offer, label, typed, onTake }: KeyedOfferProps) {
  const { language, say } = useLanguage()
  if (!offer) return null
  const text = typedOffer(offer, language)
  return (
    <span className="keyed-offer">
      <span id={`offer-${offer.field}`}>{say(keyedPageTexts.offer, { raw: offer.raw, label: offer.label })}</span>
      {text === undefined ? (
        <span>{say(keyedPageTexts.offerUnclear)}</span>
      ) : (
        text !== typed && (
          <Button
            variant="subtle"
            size="compact-md"
            tabIndex={-1}
            aria-label={say(keyedPageTexts.takeOfferFor, { value: text, field: label })}
            onClick={() => onTake(text)}
          >
            {say(keyedPageTexts.takeOffer, { value: text })}
          </Button>
        )
      )}
    </span>
  )
}

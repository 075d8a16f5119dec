import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { PreviewWords } from './preview-words.ts'

type MappingFootProps = {
  /** Undefined while it is read. */
  preview: PreviewWords | undefined
  doubtful: number
  /** Undefined while nobody has said whose it is. */
  unit: string | undefined
  isBusy: boolean
  primary: RefObject<HTMLButtonElement | null>
  onNext: () => void
  onSettleAll: () => void
  onUse: () => void
}

/** What would come of it, and the one button that takes it in; with something uncertain left, that comes first. */
export function MappingFoot({ preview, doubtful, unit, isBusy, primary, onNext, onSettleAll, onUse }: MappingFootProps) {
  const { language, say } = useLanguage()
  const count = formatSmallCount(doubtful, language)
  return (
    <section className="mapping-foot">
      <div className="mapping-outcome" aria-live="polite" role="region" aria-label={say(mappingPageTexts.preview)} tabIndex={0}>
        {preview ? (
          <>
            <p>
              <strong>{say(mappingPageTexts.preview)}: </strong>
              {say(mappingPageTexts.previewFigures, {
                figures: formatSmallCount(preview.figures, language),
                texts: formatSmallCount(preview.texts, language),
              })}{' '}
              {preview.toCheck === 0
                ? say(mappingPageTexts.noFindings)
                : `${say(mappingPageTexts.previewFindings, { count: formatSmallCount(preview.toCheck, language) })}.`}
            </p>
            {[...preview.effects, ...preview.findings].length > 0 && (
              <ul>
                {[...preview.effects, ...preview.findings].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </>
        ) : (
          <p>{say(mappingPageTexts.previewWaiting)}</p>
        )}
      </div>
      <div className="mapping-finish">
        <p className="quiet">
          {doubtful > 0
            ? say(mappingPageTexts.doubtfulLeft, { count })
            : say(unit === undefined ? mappingPageTexts.unitFirst : mappingPageTexts.keptFor, { unit: unit ?? '' })}
        </p>
        <div className="row-actions">
          {doubtful > 0 ? (
            <>
              <Button variant="default" onClick={onSettleAll}>
                {say(mappingPageTexts.settleAll, { count })}
              </Button>
              <Button ref={primary} onClick={onNext}>
                {say(mappingPageTexts.nextDoubtful)}
              </Button>
            </>
          ) : (
            <Button ref={primary} disabled={unit === undefined || isBusy || !preview} onClick={onUse}>
              {say(mappingPageTexts.use)}
            </Button>
          )}
        </div>
      </div>
    </section>
  )
}

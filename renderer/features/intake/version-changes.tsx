import type { HeldQuestion } from '../../../shared/contract/submissions.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { heldPageTexts } from '../../../shared/messages/intake-page.ts'
import { effectWords } from '../../../shared/rules/effect-words.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { readingText } from '../../../shared/rules/reading-text.ts'
import { useLanguage } from '../../ui/language.tsx'

type Difference = NonNullable<HeldQuestion['difference']>
type Setting = { programme: Programme; nameOf: (code: string) => string }

/** Only the cells that differ, old beside new; then the narratives. */
export function VersionChanges({
  difference,
  title,
  oldName,
  programme,
  nameOf,
}: Setting & { difference: Difference; title: string; oldName: string }) {
  const { language, say } = useLanguage()
  return (
    <section className="changes">
      <h2>{title}</h2>
      {difference.figures.length === 0 ? (
        <p>{say(heldPageTexts.noFigureChanged)}</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th>{say(heldPageTexts.field)}</th>
              <th className="number">{oldName}</th>
              <th className="number">{say(heldPageTexts.new)}</th>
              <th>{say(heldPageTexts.cell)}</th>
            </tr>
          </thead>
          <tbody>
            {difference.figures.map((change) => (
              <tr key={`${change.commune ?? ''} ${change.field}`}>
                <td>{`${change.commune === null ? '' : `${nameOf(change.commune)}, `}${labelOf(programme, change.field, language)}`}</td>
                <td className="number">{readingText(change.old, change.oldRaw, language)}</td>
                <td className="number">
                  <strong>{readingText(change.new, change.newRaw, language)}</strong>
                </td>
                <td className="day">{change.newCell ?? change.oldCell ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {difference.texts.length > 0 && (
        <>
          <h2>{say(heldPageTexts.texts)}</h2>
          {difference.texts.map((change) => (
            <details key={change.name} className="text-change" open={difference.texts.length <= 2}>
              <summary>{labelOf(programme, change.name, language)}</summary>
              <div className="text-pair">
                <blockquote>
                  <b>{oldName}</b>
                  <p>{change.old === '' ? say(heldPageTexts.emptyText) : change.old}</p>
                </blockquote>
                <blockquote>
                  <b>{say(heldPageTexts.new)}</b>
                  <p>{change.new === '' ? say(heldPageTexts.emptyText) : change.new}</p>
                </blockquote>
              </div>
            </details>
          ))}
        </>
      )}
    </section>
  )
}

/** What the province's results become, in words. */
export function VersionEffect({ effect, programme }: { effect: HeldQuestion['effect']; programme: Programme }) {
  const { language, say } = useLanguage()
  const sentences = effect.flatMap((one) => {
    const indicator = programme.indicators.find(({ code }) => code === one.indicator)
    return indicator
      ? [
          say(heldPageTexts.effectOf, {
            indicator: indicator.shortLabel[language],
            effect: lowerFirst(effectWords(one, indicator, language)),
          }),
        ]
      : []
  })
  return (
    <section className="effect">
      <h2>{say(heldPageTexts.effect)}</h2>
      {sentences.length === 0 ? (
        <p>{say(heldPageTexts.noEffect)}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type KeyboardEvent } from 'react'
import type { Programme } from '../../../shared/domain/programme.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { doubtTexts, type DoubtRule } from '../../../shared/messages/rule-list.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { ReviewViewProps } from './review-page.tsx'
import { UnitReading } from './unit-reading.tsx'

type Doubtful = { unit: string; name: string; signs: readonly { rule: DoubtRule; count: number }[] }

/** The units, the most doubtful first; what one of them sent, with the notes on it in the margin. */
export function UnitView({ period, programme, onWrite }: ReviewViewProps & { programme: Programme }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const [find, setFind] = useState('')
  const my = useMyUnits(period)
  const doubts = useQuery(queries.findings.doubts.queryOptions({ input: { period } }))
  const register = useQuery(queries.submissions.registerSheet.queryOptions({ input: { period } }))
  const units = useMemo((): Doubtful[] => {
    if (!register.data || !doubts.data) return []
    const doubtful = new Set(doubts.data.map(({ unit }) => unit))
    const others = register.data.codes.flatMap((unit, index) =>
      doubtful.has(unit) ? [] : [{ unit, name: register.data.names[index]!, signs: [] }],
    )
    return [...doubts.data, ...others]
  }, [register.data, doubts.data])
  const words = searchFold(find)
  const shown = units.filter(({ unit, name }) => searchFold(name).includes(words) && my.shows(unit))
  const chosen = units.find(({ unit }) => unit === params['unit']) ?? shown[0]
  if (doubts.error) return <Trouble error={doubts.error} />
  if (!register.data || !doubts.data) return <Waiting />

  const choose = (unit: string | undefined): void => set({ unit }, { replace: true })
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const next = shown[shown.findIndex(({ unit }) => unit === chosen?.unit) + by]
    if (!next) return
    choose(next.unit)
    document.getElementById(`review-unit-${next.unit}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className="review-desk with-units">
      <div className="review-units">
        <TextInput
          type="search"
          aria-label={say(reviewPageTexts.find)}
          placeholder={say(reviewPageTexts.find)}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        {my.mine.size > 0 && (
          <Checkbox label={say(contactPageTexts.mine)} checked={my.isOnly} onChange={(event) => my.setOnly(event.currentTarget.checked)} />
        )}
        {shown.length === 0 ? (
          <p className="quiet">{say(reviewPageTexts.noneFound)}</p>
        ) : (
          <div
            className="unit-list"
            role="listbox"
            tabIndex={0}
            aria-label={say(reviewPageTexts.units)}
            aria-activedescendant={chosen && shown.includes(chosen) ? `review-unit-${chosen.unit}` : undefined}
            onKeyDown={onKeyDown}
          >
            {shown.map(({ unit, name, signs }) => (
              <div
                key={unit}
                id={`review-unit-${unit}`}
                role="option"
                className="unit-row"
                aria-selected={unit === chosen?.unit}
                onClick={() => choose(unit)}
              >
                <strong>{name}</strong>
                {signs.length > 0 && (
                  <span>
                    {say(reviewPageTexts.signs, {
                      count: formatSmallCount(
                        signs.reduce((sum, { count }) => sum + count, 0),
                        language,
                      ),
                    })}
                  </span>
                )}
              </div>
            ))}
          </div>
        )}
      </div>
      {chosen && (
        <UnitReading
          key={chosen.unit}
          period={period}
          programme={programme}
          unit={{ code: chosen.unit, name: chosen.name }}
          signs={chosen.signs.map(
            ({ rule, count }) => `${say(doubtTexts[rule])}${count > 1 ? ` (${formatSmallCount(count, language)})` : ''}`,
          )}
          onWrite={onWrite}
        />
      )}
    </div>
  )
}

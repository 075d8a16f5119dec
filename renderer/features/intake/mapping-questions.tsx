import { Radio } from '@mantine/core'
import type { MappingReading } from '../../../shared/domain/layout-mapping.ts'
import { mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import '../../ui/data-table.css'
import type { ReadingQuestions } from './reading-questions.ts'

type MappingQuestionsProps = { questions: ReadingQuestions; reading: MappingReading; onReading: (reading: MappingReading) => void }

const shownSamples = 3
/** Two lines of the narrow column. */
const easilyRead = 44

/** Asked only where the file itself does not tell; what the unit wrote stays as it is. */
export function MappingQuestions({ questions: { encodings, number }, reading, onReading }: MappingQuestionsProps) {
  const { say } = useLanguage()
  const own = encodings?.find(({ encoding }) => encoding === reading.encoding)?.samples ?? []
  // Left as they are, no text changes: what another reading would change is shown as it stands.
  const samples = own.length > 0 ? own : (encodings?.find((one) => one.samples.length > 0)?.samples ?? [])
  return (
    <>
      {encodings && (
        <section className="mapping-question">
          <Radio.Group
            label={say(mappingPageTexts.encoding)}
            description={say(mappingPageTexts.encodingAsked)}
            value={reading.encoding}
            onChange={(encoding) => onReading({ ...reading, encoding })}
          >
            {encodings.map(({ encoding }) => (
              <Radio key={encoding} value={encoding} label={say(mappingPageTexts[encoding])} />
            ))}
          </Radio.Group>
          {samples.length > 0 && (
            <table className="data-table">
              <thead>
                <tr>
                  <th>{say(mappingPageTexts.before)}</th>
                  <th>{say(mappingPageTexts.after)}</th>
                </tr>
              </thead>
              <tbody>
                {shortest(samples)
                  .slice(0, shownSamples)
                  .map(({ typed, decoded }) => (
                    <tr key={typed}>
                      <td>{typed}</td>
                      <td>{reading.encoding === 'unicode' ? typed : decoded}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      {number && (
        <section className="mapping-question">
          <Radio.Group
            label={say(mappingPageTexts.separators)}
            description={say(mappingPageTexts.separatorsAsked, { text: number.typed })}
            value={reading.separators}
            onChange={(separators) => onReading({ ...reading, separators })}
          >
            <Radio value="groups" label={say(mappingPageTexts.groups, { number: number.groups })} />
            <Radio value="decimals" label={say(mappingPageTexts.decimals, { number: number.decimals })} />
            <Radio value="ask" label={say(mappingPageTexts.ask)} />
          </Radio.Group>
        </section>
      )}
    </>
  )
}

/** What is compared at a glance first, in the order of the file. */
const shortest = <Sample extends { typed: string }>(samples: readonly Sample[]): Sample[] =>
  samples.toSorted((a, b) => Number(a.typed.length > easilyRead) - Number(b.typed.length > easilyRead))

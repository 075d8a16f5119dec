import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { remarkTexts, signOffButtons } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { WordsField } from './words-field.tsx'

type Remark = ReportRoadView['remarks'][number]

/** What was to be changed and how it was taken, for the round that the report goes through again. */
export function RemarkTable({ remarks }: { remarks: readonly Remark[] }) {
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  return (
    <section className="panel panel-body report-remarks" aria-labelledby="report-remarks">
      <h2 id="report-remarks">{say(remarkTexts.title)}</h2>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{say(remarkTexts.remark)}</th>
            <th scope="col">{say(remarkTexts.by)}</th>
            <th scope="col">{say(remarkTexts.answer)}</th>
          </tr>
        </thead>
        <tbody>
          {remarks.map((remark) => (
            <tr key={remark.id}>
              <td className="remark-text">{remark.text}</td>
              <td>{say(remarkTexts.who, { actor: remark.actor, at: printInstant(remark.at, language) })}</td>
              <td className="remark-answer">
                {remark.answer !== null ? (
                  say(remarkTexts.answered, {
                    answer: remark.answer,
                    actor: remark.answeredBy ?? '',
                    at: remark.answeredAt === null ? '' : printInstant(remark.answeredAt, language),
                  })
                ) : isAllowed('reports.answer') ? (
                  <Answer remark={remark} />
                ) : (
                  say(remarkTexts.open)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answer({ remark }: { remark: Remark }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const answer = useMutation(queries.reports.answer.mutationOptions())
  const isMissing = words.trim() === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isMissing && !answer.isPending) answer.mutate({ remark: remark.id, answer: words })
      }}
    >
      <WordsField
        label={say(remarkTexts.answerOf, { text: remark.text })}
        words={words}
        onWords={setWords}
        missing={isTried && isMissing ? say(remarkTexts.answerMissing) : undefined}
      />
      <Button type="submit" variant="default" loading={answer.isPending}>
        {say(signOffButtons.answer)}
      </Button>
      {answer.error && <Trouble error={answer.error} />}
    </form>
  )
}

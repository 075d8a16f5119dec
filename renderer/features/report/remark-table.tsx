import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Save } from 'lucide-react'
import { useState } from 'react'
import type { ReportEntry, ReportRoadView } from '../../../shared/contract/reports.ts'
import { readingButtons } from '../../../shared/messages/report-changes.ts'
import { sectionLabel } from '../../../shared/rules/section-label.ts'
import { remarkTexts, signOffButtons } from '../../../shared/messages/sign-off-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useHandOut } from './use-hand-out.tsx'
import { WordsField } from './words-field.tsx'

type Remark = ReportRoadView['remarks'][number]

/** What was to be changed and how it was taken, for the round that the report goes through again. */
export function RemarkTable({ report, remarks }: { report: ReportEntry; remarks: readonly Remark[] }) {
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const { save, error } = useHandOut(report)
  const sections = useSections(report)
  return (
    <section className="panel panel-body report-remarks" aria-labelledby="report-remarks">
      <div className="remarks-head">
        <h2 id="report-remarks">{say(remarkTexts.title)}</h2>
        <Button
          variant="default"
          leftSection={<Save size={18} aria-hidden />}
          onClick={() => save({ paper: 'remarksSheet', name: `bang-tiep-thu-y-kien-${report.period}.pdf` })}
        >
          {say(readingButtons.saveRemarks)}
        </Button>
      </div>
      {error !== undefined && <Trouble error={error} />}
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
                  say(sections.has(remark.section ?? '') ? remarkTexts.answeredIn : remarkTexts.answered, {
                    section: sections.get(remark.section ?? '') ?? '',
                    answer: remark.answer,
                    actor: remark.answeredBy ?? '',
                    at: remark.answeredAt === null ? '' : printInstant(remark.answeredAt, language),
                  })
                ) : isAllowed('reports.answer') ? (
                  <Answer remark={remark} sections={sections} />
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

/** The sections of the report as people name them, by code. */
function useSections({ period, kind }: ReportEntry): ReadonlyMap<string, string> {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  const outline = programme.data?.outline ?? []
  return new Map(
    outline.flatMap(({ code, kinds }) => {
      const label = kinds.includes(kind) ? sectionLabel(outline, code, kind, language) : undefined
      return label === undefined ? [] : [[code, label] as const]
    }),
  )
}

function Answer({ remark, sections }: { remark: Remark; sections: ReadonlyMap<string, string> }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [words, setWords] = useState('')
  const [section, setSection] = useState('')
  const [isTried, setTried] = useState(false)
  const answer = useMutation(queries.reports.answer.mutationOptions())
  const isMissing = words.trim() === ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!isMissing && !answer.isPending) answer.mutate({ remark: remark.id, answer: words, ...(section === '' ? {} : { section }) })
      }}
    >
      <WordsField
        label={say(remarkTexts.answerOf, { text: remark.text })}
        words={words}
        onWords={setWords}
        missing={isTried && isMissing ? say(remarkTexts.answerMissing) : undefined}
      />
      <NativeSelect
        label={say(remarkTexts.section)}
        value={section}
        onChange={(event) => setSection(event.currentTarget.value)}
        data={[{ value: '', label: say(remarkTexts.noSection) }, ...[...sections].map(([value, label]) => ({ value, label }))]}
      />
      <Button type="submit" variant="default" loading={answer.isPending}>
        {say(signOffButtons.answer)}
      </Button>
      {answer.error && <Trouble error={answer.error} />}
    </form>
  )
}

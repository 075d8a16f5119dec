import { useQuery } from '@tanstack/react-query'
import type { Programme } from '../../../shared/domain/programme.ts'
import { overviewTexts } from '../../../shared/messages/page.ts'
import { programmePageTexts } from '../../../shared/messages/settings.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** The programme as it counts: what is asked, how it is computed and where that is written. Read only, because it is data from a file. */
export function ProgrammeSection() {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: {} }))
  if (programme.error) return <Trouble error={programme.error} />
  if (!programme.data) return <Waiting />
  const { title, code, version, indicators, fields, tasks } = programme.data
  const count = (of: readonly unknown[]): string => formatSmallCount(of.length, language)
  return (
    <div className="programme">
      <p className="title">{title[language]}</p>
      <p className="about">
        {say(programmePageTexts.version, { code, version })}
        {' · '}
        {say(programmePageTexts.contents, { indicators: count(indicators), fields: count(fields), tasks: count(tasks) })}
      </p>
      <p className="about">{say(programmePageTexts.howNext)}</p>
      <h2>{say(programmePageTexts.indicators)}</h2>
      <div className="panel">
        {indicators.map((indicator) => (
          <IndicatorDetails key={indicator.code} indicator={indicator} programme={programme.data} />
        ))}
      </div>
      <h2>{say(programmePageTexts.tasks)}</h2>
      <ul className="panel tasks">
        {tasks.map((task) => (
          <li key={task.code}>
            <span className="code">{task.code.replace('tsk.', '')}</span>
            <span>{task.label[language]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function IndicatorDetails({ indicator, programme }: { indicator: Programme['indicators'][number]; programme: Programme }) {
  const { language, say } = useLanguage()
  const labelOf = (code: string): string => programme.fields.find((field) => field.code === code)?.label[language] ?? code
  const { form, threshold, sense } = indicator
  const target = `${sense === 'all' ? '' : '≥ '}${form === 'percent' ? `${threshold}%` : formatSmallCount(threshold, language)}`
  return (
    <details>
      <summary>
        <span>{indicator.label[language]}</span>
        <span>
          {say(overviewTexts.target)} {target}
        </span>
      </summary>
      <div className="details">
        <p>{say(programmePageTexts.formula, { numerator: labelOf(indicator.numerator), denominator: labelOf(indicator.denominator) })}</p>
        <p>{say(programmePageTexts.source, { clause: indicator.source.clause })}</p>
        <blockquote lang="vi">{indicator.source.text}</blockquote>
        <p>{say(programmePageTexts.notes)}</p>
        <ul>
          {indicator.methodNotes.map((note) => (
            <li key={note.vi}>{note[language]}</li>
          ))}
        </ul>
      </div>
    </details>
  )
}

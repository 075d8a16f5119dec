import { useQuery } from '@tanstack/react-query'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { laterTexts } from '../../../shared/messages/report-changes.ts'
import { figureRows, waitingRows } from '../../../shared/rules/change-words.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ChangeTable } from './change-table.tsx'

/** As many files are named; the place to settle them is another page. */
const mostNamed = 20

/** What came after the paper was submitted: it stays, and this is what it would say today. */
export function LaterData({ report, programme }: { report: ReportEntry; programme: Programme }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const later = useQuery(queries.reports.later.queryOptions({ input: { report: report.report } }))
  if (later.error) return <Trouble error={later.error} />
  if (!later.data) return <Waiting />
  const { changedAt, waiting, ifCounted } = later.data
  const rows = figureRows(programme, later.data, language)
  const counted = waitingRows(programme, ifCounted, language)
  const more = waiting.length - mostNamed
  return (
    <section className="report-changes" aria-label={say(laterTexts.title)} tabIndex={0}>
      <p>{say(rows.length > 0 ? laterTexts.changed : changedAt === null ? laterTexts.same : laterTexts.changedElsewhere)}</p>
      {rows.length > 0 && <ChangeTable label={laterTexts.title} rows={rows} heads={[laterTexts.inPaper, laterTexts.inUse]} />}
      {waiting.length > 0 && (
        <>
          <h3>{say(laterTexts.waiting, { count: formatSmallCount(waiting.length, language) })}</h3>
          <ul>
            {waiting.slice(0, mostNamed).map(({ submission, unitName, file, receivedAt, afterClose }) => (
              <li key={submission}>
                {say(afterClose ? laterTexts.afterClose : laterTexts.held, {
                  unit: unitName ?? say(laterTexts.noUnit),
                  file,
                  at: printInstant(receivedAt, language),
                })}
              </li>
            ))}
            {more > 0 && <li>{say(laterTexts.moreFiles, { count: formatCount(more, language) })}</li>}
          </ul>
          <p>{say(counted.length === 0 ? laterTexts.ifCountedSame : laterTexts.ifCounted)}</p>
          {counted.length > 0 && <ChangeTable label={laterTexts.counted} rows={counted} heads={[laterTexts.inUse, laterTexts.counted]} />}
        </>
      )}
    </section>
  )
}

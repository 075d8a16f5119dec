import { Button } from '@mantine/core'
import { Save } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReportChangesView } from '../../../shared/contract/report-changes.ts'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { changesTexts, readingButtons } from '../../../shared/messages/report-changes.ts'
import { appendixWords, figureRows } from '../../../shared/rules/change-words.ts'
import { sectionLabel } from '../../../shared/rules/section-label.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ChangeTable } from './change-table.tsx'
import { useHandOut } from './use-hand-out.tsx'

type ReportChangesProps = {
  report: ReportEntry
  programme: Programme
  changes: ReportChangesView
  /** Told once the end is in view. */
  onEnd: () => void
}

type Paragraph = NonNullable<ReportChangesView['paragraphs']>[number]
type Remark = ReportChangesView['remarks'][number]

/** How many changes there are to read, remarks aside. */
export const countChanges = ({ indicators, fields, register, paragraphs, appendices }: ReportChangesView): number =>
  indicators.length + fields.length + register.length + (paragraphs?.length ?? 0) + (appendices?.length ?? 0)

/** The second round: only what changed, old → new, each remark with its answer beside the sentence that was changed for it. */
export function ReportChanges({ report, programme, changes, onEnd }: ReportChangesProps) {
  const { language, say } = useLanguage()
  const { save, error } = useHandOut(report)
  const { since, paragraphs, appendices, remarks } = changes
  if (!since) return <p className="quiet">{say(changesTexts.none)}</p>
  const rows = figureRows(programme, changes, language)
  const sections = new Set((paragraphs ?? []).map(({ section }) => section))
  // An answer that names a section with changes stands there; every other one below.
  const placed = (section: string | null): Remark[] =>
    section === null ? [] : remarks.filter((remark) => remark.section === section && sections.has(section))
  const unplaced = remarks.filter(({ section }) => section === null || !sections.has(section))
  return (
    <section className="report-changes" aria-label={say(changesTexts.title)} tabIndex={0}>
      <header>
        <p>
          {say(since.readAt === null ? changesTexts.since : changesTexts.sinceRead, {
            at: printInstant(since.at, language),
            pages: since.pages,
            readAt: since.readAt === null ? '' : printInstant(since.readAt, language),
          })}
        </p>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Save size={18} aria-hidden />}
          onClick={() => save({ paper: 'changesSheet', name: `phieu-thay-doi-${report.period}.pdf` })}
        >
          {say(readingButtons.saveChanges)}
        </Button>
      </header>
      {error !== undefined && <Trouble error={error} />}
      {countChanges(changes) === 0 && <p>{say(changesTexts.same)}</p>}
      {rows.length > 0 && (
        <>
          <h3>{say(changesTexts.figures)}</h3>
          <ChangeTable label={changesTexts.figures} rows={rows} />
        </>
      )}
      {paragraphs === null && <p>{say(changesTexts.otherProgram)}</p>}
      {paragraphs !== null && paragraphs.length > 0 && (
        <>
          <h3>{say(changesTexts.wording)}</h3>
          {paragraphs.map((change, index) => (
            <div className="change-row" key={`${change.section} ${index}`}>
              <Sentence change={change} />
              {change.section !== paragraphs[index - 1]?.section && <Remarks remarks={placed(change.section)} />}
            </div>
          ))}
        </>
      )}
      {appendices !== null && appendices.length > 0 && (
        <>
          <h3>{say(changesTexts.appendices)}</h3>
          <ul>
            {appendices.map((change) => (
              <li key={`${change.title} ${change.name}`}>{appendixWords(change, language)}</li>
            ))}
          </ul>
        </>
      )}
      {unplaced.length > 0 && (
        <>
          <h3>{say(changesTexts.remarks)}</h3>
          <Remarks remarks={unplaced} sectionOf={(section) => sectionLabel(programme.outline, section, report.kind, language)} />
        </>
      )}
      <End onEnd={onEnd} />
    </section>
  )
}

function Sentence({ change: { kind, heading, words } }: { change: Paragraph }) {
  const { say } = useLanguage()
  return (
    <div className="change-sentence">
      <span className="quiet">
        {heading === '' ? '' : `${heading} – `}
        {say(changesTexts[kind])}
      </span>
      <p>
        {words.map(({ kind: how, text }, index) => {
          // Places are all that tells stretches apart.
          const key = `${how} ${index}`
          if (how === 'old') return <del key={key}>{text}</del>
          return how === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
        })}
      </p>
    </div>
  )
}

type RemarksProps = { remarks: readonly Remark[]; sectionOf?: (section: string) => string | undefined }

function Remarks({ remarks, sectionOf }: RemarksProps) {
  const { say } = useLanguage()
  if (remarks.length === 0) return null
  return (
    <ul className="change-remarks">
      {remarks.map(({ id, text, actor, answer, section }) => {
        const place = section === null ? undefined : sectionOf?.(section)
        return (
          <li key={id}>
            <p>{say(changesTexts.remark, { actor, text })}</p>
            <p>
              {answer === null
                ? say(changesTexts.noAnswer)
                : say(place === undefined ? changesTexts.answer : changesTexts.answerAt, { answer, section: place ?? '' })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** Nothing stands below it: who has it in view has come to the end. */
function End({ onEnd }: { onEnd: () => void }) {
  const mark = useRef<HTMLDivElement>(null)
  const told = useRef(onEnd)
  useEffect(() => {
    told.current = onEnd
  })
  useEffect(() => {
    const element = mark.current
    if (!element) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) told.current()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <div ref={mark} className="change-end" />
}

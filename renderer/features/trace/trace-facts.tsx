import { useId, type ReactNode } from 'react'
import type { Trace } from '../../../shared/contract/figures.ts'
import type { Period } from '../../../shared/domain/period.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { noteName } from '../../../shared/domain/template.ts'
import { cellStateTexts } from '../../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { unitOfCountTexts } from '../../../shared/messages/report.ts'
import { channelTexts, stateGlyphs, traceTexts } from '../../../shared/messages/trace.ts'
import { describeOrigin } from '../../../shared/rules/describe-origin.ts'
import { labelOf } from '../../../shared/rules/label-of.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Adjustments } from './adjustments.tsx'
import { readingWords } from './reading-words.ts'

type TraceFactsProps = {
  trace: Trace
  period: Period
  programme: Programme
  /** Unit and file stand above, for two inputs of one submission. */
  isShared: boolean
}

/** Show a count as it is: there is nothing to say of them. */
const plainFormats: ReadonlySet<string> = new Set(['', 'General', '0', '#,##0', '@'])

/** What is known of one input: what counts, what was reported and how it was read, where it came from, what lies over it. */
export function TraceFacts({ trace, period, programme, isShared }: TraceFactsProps) {
  const { language, say } = useLanguage()
  const [headId, labelId] = [useId(), useId()]
  const field = programme.fields.find(({ code }) => code === trace.name)
  const isAdjusted = trace.adjustments.some(({ state }) => state === 'active')
  const count = (value: number): string =>
    field ? `${formatCount(value, language)} ${unitOfCountTexts[field.unitOfCount][language]}` : formatCount(value, language)
  const shown = (value: Trace['value']): string => (typeof value === 'number' ? count(value) : (value ?? ''))
  const how = readingWords(trace.how, language)
  const value = (
    <p className="traced-value" data-text={field ? undefined : true} aria-label={say(traceTexts.inEffect)}>
      {trace.value !== null && <strong>{shown(trace.value)}</strong>}
      {(field || trace.state !== 'value') && (
        <span className="traced-state" data-state={trace.state}>
          <span aria-hidden>{stateGlyphs[trace.state]}</span> {cellStateTexts[trace.state][language]}
        </span>
      )}
    </p>
  )
  const facts = (
    <dl className="traced-facts">
      {isAdjusted && <Fact term={say(traceTexts.reported)}>{trace.reported === null ? '–' : shown(trace.reported)}</Fact>}
      {(field || trace.raw !== trace.value) && (
        <Fact term={say(traceTexts.raw)}>
          {trace.raw === '' ? (
            <span className="traced-none">{say(traceTexts.rawEmpty)}</span>
          ) : (
            <code className="traced-raw">{trace.raw}</code>
          )}
        </Fact>
      )}
      <Fact term={say(traceTexts.how)}>
        {plainFormats.has(trace.numberFormat) ? how : say(traceTexts.numberFormat, { how, format: trace.numberFormat })}
      </Fact>
      <Fact term={say(traceTexts.place)}>
        {trace.cell === '' ? say(traceTexts.noCell) : say(traceTexts.placeAt, { cell: trace.cell, sheet: trace.sheet })}
      </Fact>
      {describeOrigin({ laid: trace.laid, keyed: isShared ? null : trace.keyed }, language).map(({ term, lines }) => (
        <OriginLines key={term} term={term} lines={lines} />
      ))}
      {!isShared && <Origin trace={trace} />}
    </dl>
  )
  return (
    <section className="traced" aria-labelledby={isShared ? labelId : `${headId} ${labelId}`}>
      {!isShared && <h3 id={headId}>{trace.unitName}</h3>}
      <p className="traced-label" id={labelId}>
        {nameOf(programme, trace.name, language)}
      </p>
      {field ? (
        <Adjustments trace={trace} period={period} count={count} value={value}>
          {facts}
        </Adjustments>
      ) : (
        <>
          {value}
          {facts}
        </>
      )}
    </section>
  )
}

/** Of two inputs of one submission, once. */
export function SharedOrigin({ trace }: { trace: Trace }) {
  const { language } = useLanguage()
  return (
    <div className="traced-origin">
      <h3>{trace.unitName}</h3>
      <dl className="traced-facts">
        {describeOrigin({ laid: null, keyed: trace.keyed }, language).map(({ term, lines }) => (
          <OriginLines key={term} term={term} lines={lines} />
        ))}
        <Origin trace={trace} />
      </dl>
    </div>
  )
}

function Origin({ trace }: { trace: Trace }) {
  const { language, say } = useLanguage()
  return (
    <>
      <Fact term={say(traceTexts.file)}>
        {say(traceTexts.fileVersion, { file: trace.originalName, version: formatSmallCount(trace.version, language) })}
      </Fact>
      <Fact term={say(traceTexts.received)}>
        {say(traceTexts.receivedBy, { at: printInstant(trace.receivedAt, language), channel: channelTexts[trace.channel][language] })}
      </Fact>
    </>
  )
}

function OriginLines({ term, lines }: { term: string; lines: readonly string[] }) {
  return (
    <Fact term={term}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Fact>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Inputs that no entry of the programme names: proposals by their number, and the free note. */
function nameOf(programme: Programme, name: string, language: Language): string {
  const number = /^prop\.(\d+)\./.exec(name)?.[1]
  if (number !== undefined) return fillText(traceTexts.proposal, language, { number })
  return name === noteName ? traceTexts.note[language] : labelOf(programme, name, language)
}

import { useQuery } from '@tanstack/react-query'
import type { FindingInFull } from '../../../shared/contract/findings.ts'
import { copiedTextTexts } from '../../../shared/messages/rule-output.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

type Range = { start: number; end: number }

/** Findings that lay a text beside the one it is like. */
export const isAboutCopies = (rule: string): boolean => ['N3', 'N4', 'N5', 'N7'].includes(rule)

type CopiedTextsProps = { finding: FindingInFull & { unit: string }; period: string; unitName: string; labelOf: (input: string) => string }

/** Both texts side by side, with what is alike marked in each. */
export function CopiedTexts({ finding, period, unitName, labelOf }: CopiedTextsProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const copies = useQuery(queries.findings.copies.queryOptions({ input: { period, unit: finding.unit } }))
  if (copies.error) return <Trouble error={copies.error} />
  if (!copies.data) return <Waiting />
  const { given } = copies.data
  return (
    <>
      {copies.data.copies
        .filter(({ id }) => id === finding.id)
        .map(({ task, text, other, passages }) => (
          <section key={task} className="alike" aria-label={labelOf(`nar.${task}`)}>
            <h3>{labelOf(`nar.${task}`)}</h3>
            <div className="alike-pair">
              <div>
                <p className="quiet">{unitName}</p>
                <MarkedText text={text} marks={passages} />
              </div>
              <div>
                <p className="quiet">{say(copiedTextTexts[other.kind], { name: other.name ?? '', period: other.period ?? '' })}</p>
                <MarkedText
                  text={other.text ?? given}
                  marks={passages.map(({ otherStart, otherEnd }) => ({ start: otherStart, end: otherEnd }))}
                  onlyMarked={other.text === null}
                />
              </div>
            </div>
          </section>
        ))}
    </>
  )
}

/** Characters shown before and after a mark in a text that is much longer than what is alike. */
const around = 120

function MarkedText({ text, marks, onlyMarked = false }: { text: string; marks: readonly Range[]; onlyMarked?: boolean }) {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const from = onlyMarked && first ? Math.max(0, first.start - around) : 0
  const to = onlyMarked && last ? Math.min(text.length, last.end + around) : text.length
  let at = from
  const parts = sorted.flatMap(({ start, end }) => {
    // Two passages of one text may have the same place in the other.
    if (start < at) return []
    const before = text.slice(at, start)
    at = end
    return [before, <mark key={start}>{text.slice(start, end)}</mark>]
  })
  return (
    <p className="alike-text">
      {from > 0 && '… '}
      {parts}
      {text.slice(at, to)}
      {to < text.length && ' …'}
    </p>
  )
}

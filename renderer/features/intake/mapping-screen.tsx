import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { MappingReading } from '../../../shared/domain/layout-mapping.ts'
import type { Period } from '../../../shared/domain/period.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { ruleSayer } from '../../../shared/rules/rule-message.ts'
import { mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { refusalOf } from '../../client/refusal-code.ts'
import { Trouble } from '../../client/trouble.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { MappingQuestion } from './intake-values.ts'
import { MappingDesk } from './mapping-desk.tsx'
import { carryOver, draftOfKept, mappingOf, startDraft, type MappingDraft } from './mapping-draft.ts'
import './mapping.css'
import { previewWords } from './preview-words.ts'
import { readingQuestions } from './reading-questions.ts'
import { ScreenHead } from './screen-head.tsx'
import { UnitField } from './unit-field.tsx'
import { useUnits } from './use-units.tsx'

type MappingScreenProps = { id: string; period: Period; onClose: () => void; onTold: (words: string) => void }

/** How the table that a unit made by itself is read: proposed, looked at, tried, and confirmed once for this unit. */
export function MappingScreen({ id, period, onClose, onTold }: MappingScreenProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  // What was answered is not asked about any more, by whichever way its answer is heard of first.
  const [isSent, setSent] = useState(false)
  const question = useQuery({ ...queries.mappings.propose.queryOptions({ input: { id } }), enabled: !isSent })
  const instead = (words: ReactNode) => (
    <>
      <ScreenHead title={say(mappingPageTexts.title)} onClose={onClose} />
      {words}
    </>
  )
  // A question that was on its way while the answer was sent comes back refused: only what the answer itself brings counts then.
  const refused = isSent ? null : question.error
  const code = refusalOf(refused)?.code
  if (code === 'import.held_not_found' || code === 'mapping.not_held')
    return instead(<Notice role="status">{say(mappingPageTexts.answeredMeanwhile)}</Notice>)
  const error = programme.error ?? refused
  if (error) return instead(<Trouble error={error} />)
  if (!programme.data || !question.data) return <Waiting />
  const props = { programme: programme.data, question: question.data, period, onClose, onTold }
  return <Reading {...props} isSent={isSent} onSent={setSent} />
}

type ReadingProps = Omit<MappingScreenProps, 'id'> & {
  programme: Programme
  question: MappingQuestion
  isSent: boolean
  onSent: (isSent: boolean) => void
}

const triedAfterMs = 250

function Reading({ programme, question, period, isSent, onSent, onClose, onTold }: ReadingProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { units, nameOf } = useUnits(period.code)
  const { submission: id, originalName, kept } = question
  const [said, setSaid] = useState<string>()
  const unit = said ?? question.units[0]
  const [draft, setDraft] = useState<MappingDraft>(() => beginWith(question))
  const [proposal, setProposal] = useState(question.proposal)
  const asksAgain = said !== undefined || !isSameReading(draft.reading, question.proposal.reading)
  const reading = useQuery({
    ...queries.mappings.propose.queryOptions({ input: { id, reading: draft.reading, ...(said === undefined ? {} : { unit: said }) } }),
    enabled: !isSent && asksAgain,
  })
  // In other letters, or by another unit's own words, other cells are found; what a person said of them stays.
  // Back at the letters it began with, what was found at first is found again.
  const found = asksAgain ? reading.data?.proposal : question.proposal
  if (found && found !== proposal && isSameReading(draft.reading, found.reading)) {
    setProposal(found)
    setDraft(carryOver(draft, found))
  }
  const mapping = useMemo(() => mappingOf(draft, proposal), [draft, proposal])
  const [tried] = useDebouncedValue(mapping, triedAfterMs)
  const preview = useQuery({
    ...queries.mappings.preview.queryOptions({
      input: tried.inputs.length === 0 || isSent ? skipToken : { id, mapping: tried, ...(unit === undefined ? {} : { unit }) },
    }),
    placeholderData: keepPreviousData,
  })
  const words = useMemo(() => {
    const read = new Set(tried.inputs.map(({ name }) => name))
    return preview.data && previewWords(preview.data, programme, language, read)
  }, [preview.data, tried, programme, language])
  const questions = useMemo(() => readingQuestions(question.proposal, preview.data, language), [question, preview.data, language])
  const { owners } = proposal
  const sharing = useMemo(
    () => ruleSayer(programme, language)('M29', { count: owners.length, units: owners.map(nameOf).join(', ') }),
    [programme, language, owners, nameOf],
  )
  const confirm = useMutation(queries.mappings.confirm.mutationOptions({ onError: () => onSent(false) }))
  const use = (): void => {
    if (unit === undefined || confirm.isPending) return
    onSent(true)
    whenDone(confirm.mutateAsync({ id, unit, mapping }), () => {
      onTold(say(mappingPageTexts.confirmed, { file: originalName, unit: nameOf(unit) }))
      onClose()
    })
  }
  const error = preview.error ?? reading.error ?? confirm.error
  return (
    <>
      <ScreenHead title={say(mappingPageTexts.title)} about={originalName} onClose={onClose} />
      <MappingDesk
        submission={id}
        fileName={originalName}
        programme={programme}
        proposal={proposal}
        draft={draft}
        onDraft={setDraft}
        questions={questions}
        preview={words}
        unit={unit === undefined ? undefined : nameOf(unit)}
        isBusy={confirm.isPending || tried !== mapping || mapping.inputs.length === 0}
        onUse={use}
      >
        <UnitField
          label={say(mappingPageTexts.unit)}
          units={units}
          nameOf={nameOf}
          suggestions={question.units}
          unit={unit}
          onUnit={setSaid}
          hint={said === undefined && unit !== undefined ? say(mappingPageTexts.unitSuggested) : undefined}
        />
        {proposal.owners.length > 1 && <p className="held-beside">{sharing}</p>}
        {kept.length > 0 && <p className="quiet">{say(mappingPageTexts.fromKept, { unit: nameOf(kept[0]!.unit) })}</p>}
        {error && <Trouble error={error} />}
      </MappingDesk>
    </>
  )
}

/** As it was confirmed for the same layout before, else as it is proposed. */
function beginWith({ kept, units, proposal }: MappingQuestion): MappingDraft {
  const before = kept.find(({ unit }) => unit === units[0])
  return before ? draftOfKept(before.mapping) : startDraft(proposal)
}

const isSameReading = (one: MappingReading, other: MappingReading): boolean =>
  one.encoding === other.encoding && one.separators === other.separators

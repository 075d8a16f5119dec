import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { CellReference } from '../../../shared/domain/finding.ts'
import type { MappingReading } from '../../../shared/domain/layout-mapping.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { parseCellAddress } from '../../../shared/domain/workbook.ts'
import { mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { inputName } from './input-name.ts'
import { MappingColumns } from './mapping-columns.tsx'
import {
  assignCell,
  changeRole,
  clearCell,
  doubtfulOf,
  nextDoubtful,
  settleAll,
  stateOf,
  type MappingDraft,
  type ProposedMapping,
} from './mapping-draft.ts'
import { MappingFoot } from './mapping-foot.tsx'
import { MappingList, type ListedInput } from './mapping-list.tsx'
import { MappingQuestions } from './mapping-questions.tsx'
import type { ReadingQuestions } from './reading-questions.ts'
import type { PreviewWords } from './preview-words.ts'
import { MappingSheet, type PointedSpot } from './mapping-sheet.tsx'

type MappingDeskProps = {
  submission: string
  fileName: string
  programme: Programme
  proposal: ProposedMapping
  draft: MappingDraft
  onDraft: (draft: MappingDraft) => void
  questions: ReadingQuestions
  preview: PreviewWords | undefined
  unit: string | undefined
  isBusy: boolean
  onUse: () => void
  /** Over everything: whose the file is, what went wrong. */
  children: ReactNode
}

/** Left the programme's inputs, right the sheet as it looks; every change is tried at once and stored only at the end. */
export function MappingDesk(props: MappingDeskProps) {
  const { submission, fileName, programme, proposal, draft, onDraft, questions, preview, unit, isBusy, onUse, children } = props
  const { language, say } = useLanguage()
  const doubtful = doubtfulOf(draft, proposal)
  const [chosen, setChosen] = useState<string | undefined>(() => doubtful[0] ?? proposal.suggestions[0]?.name)
  const [spot, setSpot] = useState<PointedSpot>(() => spotOf(readAt(draft, chosen), proposal))
  const list = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const primary = useRef<HTMLButtonElement>(null)
  const inputs = useMemo(() => {
    const usual = proposal.tables[0]?.sheet
    return proposal.suggestions.map(({ name }, index): ListedInput => {
      const [first, ...more] = draft.cells.get(name) ?? []
      return {
        name,
        tag: String(index + 1).padStart(2, '0'),
        label: inputName(programme, name, language),
        state: stateOf(draft, proposal, name),
        place: first && placeWords(first, more.length, usual),
        reading: first ? preview?.inputs.get(name)?.reading : undefined,
        findings: (first && preview?.inputs.get(name)?.findings) ?? [],
      }
    })
  }, [draft, proposal, programme, language, preview])
  const current = inputs.find(({ name }) => name === chosen)

  const focusSheet = (): void => sheet.current?.querySelector<HTMLElement>('.sheet-desk')?.focus()
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
  const choose = (name: string, of: MappingDraft = draft): void => {
    setChosen(name)
    const offered = proposal.suggestions.find((one) => one.name === name)
    const cell = readAt(of, name) ?? offered?.cell ?? offered?.others[0]
    if (cell) setSpot(spotOf(cell, proposal))
  }
  /** After an answer: the next doubtful one, from the beginning again after the last; with none left the button that ends it. */
  const goOn = (next: MappingDraft): void => {
    const wasAsked = chosen !== undefined && doubtful.includes(chosen)
    onDraft(next)
    const name = nextDoubtful(next, proposal, chosen) ?? nextDoubtful(next, proposal, undefined)
    if (!wasAsked) return
    if (name !== undefined) choose(name, next)
    else requestAnimationFrame(() => primary.current?.focus())
  }
  const next = (): boolean => {
    const name = nextDoubtful(draft, proposal, chosen)
    if (name !== undefined) choose(name)
    return name !== undefined
  }
  const clear = (): void => {
    if (chosen !== undefined) goOn(clearCell(draft, chosen))
  }
  return (
    <div className="mapping">
      <div className="mapping-side" ref={list}>
        {children}
        <MappingQuestions
          questions={questions}
          reading={draft.reading}
          onReading={(reading: MappingReading) => onDraft({ ...draft, reading })}
        />
        {proposal.tables.length === 0 && <p className="quiet">{say(mappingPageTexts.noTable)}</p>}
        <MappingList inputs={inputs} chosen={chosen} onChoose={choose} onOpen={focusSheet} onClear={clear} onNext={next} />
      </div>
      <div className="mapping-main">
        <MappingSheet
          submission={submission}
          fileName={fileName}
          draft={draft}
          proposal={proposal}
          inputs={inputs}
          chosen={current}
          spot={spot}
          place={sheet}
          onSpot={setSpot}
          onTake={(cell, adds) => chosen !== undefined && goOn(assignCell(draft, chosen, cell, adds))}
          onClear={clear}
          onNext={next}
          onLeave={focusList}
        />
        <div className="mapping-below">
          <p className="quiet mapping-keys">{say(mappingPageTexts.keys)}</p>
          <MappingColumns
            draft={draft}
            proposal={proposal}
            sheet={spot.sheet}
            onRole={(change) => onDraft(changeRole(draft, proposal, change))}
          />
        </div>
      </div>
      <MappingFoot
        preview={preview}
        doubtful={doubtful.length}
        unit={unit}
        isBusy={isBusy}
        primary={primary}
        onNext={() => {
          const name = nextDoubtful(draft, proposal, undefined)
          if (name === undefined) return
          choose(name)
          focusSheet()
        }}
        onSettleAll={() => onDraft(settleAll(draft, doubtful))}
        onUse={onUse}
      />
    </div>
  )
}

const readAt = (draft: MappingDraft, name: string | undefined): CellReference | undefined =>
  name === undefined ? undefined : draft.cells.get(name)?.[0]

/** Where nothing is read yet, the first table, else the first sheet. */
function spotOf(cell: CellReference | undefined, { tables }: ProposedMapping): PointedSpot {
  const at = cell && parseCellAddress(cell.cell)
  if (cell && at) return { sheet: cell.sheet, ...at }
  const [table] = tables
  return table ? { sheet: table.sheet, row: table.top, column: table.left } : { sheet: undefined, row: 1, column: 1 }
}

/** The sheet is named where it is not the one of the first table. */
const placeWords = ({ sheet, cell }: CellReference, more: number, usual: string | undefined): string =>
  `${sheet === usual ? '' : `${sheet}!`}${cell}${more > 0 ? ` +${more}` : ''}`

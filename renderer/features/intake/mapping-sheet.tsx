import { Button } from '@mantine/core'
import type { KeyboardEvent, RefObject } from 'react'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import type { CellReference } from '../../../shared/domain/finding.ts'
import { columnRoleTexts, mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { KeptSheet } from '../../client/kept-sheet.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { SheetSpot } from '../../ui/move-on-sheet.ts'
import type { SheetMark } from '../../ui/sheet-marks.tsx'
import { inputAt, mayHaveMore, roleOf, type MappingDraft, type ProposedMapping } from './mapping-draft.ts'
import type { ListedInput } from './mapping-list.tsx'

export type PointedSpot = SheetSpot & { sheet: string | undefined }

type MappingSheetProps = {
  submission: string
  fileName: string
  draft: MappingDraft
  proposal: ProposedMapping
  inputs: readonly ListedInput[]
  chosen: ListedInput | undefined
  spot: PointedSpot
  place: RefObject<HTMLDivElement | null>
  onSpot: (spot: PointedSpot) => void
  /** `adds`: beside the cells that are read for it already. */
  onTake: (cell: CellReference, adds: boolean) => void
  onClear: () => void
  /** Tab; true where there was another one to go to. */
  onNext: () => boolean
  onLeave: () => void
}

/** The sheet as it looks, with what is read from it drawn over it; a cell is taken by Enter or a double click. */
export function MappingSheet(props: MappingSheetProps) {
  const { submission, fileName, draft, proposal, inputs, chosen, spot, place, onSpot, onTake, onClear, onNext, onLeave } = props
  const { say } = useLanguage()
  const { sheet } = spot
  const tables = proposal.tables.map((table, index) => ({ table, index })).filter(({ table }) => table.sheet === sheet)
  const totals = tables.flatMap(({ table }) => table.rows.filter(({ role }) => role === 'total').map(({ row }) => row))
  const take = (cell: string, adds = false): void => {
    if (sheet !== undefined) onTake({ sheet, cell }, adds)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) return (event.preventDefault(), take(cellAddress(spot.row, spot.column), true))
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Delete') onClear()
    else if (event.key === 'Escape') onLeave()
    else if (event.key !== 'Tab' || event.shiftKey || !onNext()) return
    event.preventDefault()
  }
  const marks = inputs.flatMap(({ name, tag, label, state }): SheetMark[] => {
    const own = (draft.cells.get(name) ?? []).filter((one) => one.sheet === sheet)
    const look = state === 'doubtful' ? 'doubtful' : 'sure'
    return own.map(({ cell }, index) => ({ cell, tag, label, look, isChosen: index === 0 && name === chosen?.name }))
  })
  const bar = ({ address, text }: { address: string; text: string }) => {
    const user = sheet === undefined ? undefined : inputAt(draft, { sheet, cell: address })
    const isOwn = user !== undefined && user === chosen?.name
    const other = isOwn ? undefined : inputs.find(({ name }) => name === user)
    return (
      <div className="mapping-bar">
        <p aria-live="polite">
          <strong>{say(mappingPageTexts.cellOf, { cell: address })}</strong>
          {`: ${text === '' ? say(mappingPageTexts.emptyCell) : text}`}
          {other && ` · ${say(mappingPageTexts.usedBy, { input: other.label })}`}
          {totals.includes(spot.row) && ` · ${say(mappingPageTexts.totalTaken)}`}
        </p>
        {chosen && (
          <span className="row-actions">
            <Button variant="default" size="compact-md" leftSection={<kbd>Enter</kbd>} onClick={() => take(address)}>
              {isOwn ? say(mappingPageTexts.rightAsIs) : say(mappingPageTexts.take, { input: chosen.tag })}
            </Button>
            {!isOwn && mayHaveMore(chosen.name) && draft.cells.has(chosen.name) && (
              <Button variant="default" size="compact-md" leftSection={<kbd>Ctrl+Enter</kbd>} onClick={() => take(address, true)}>
                {say(mappingPageTexts.takeMore)}
              </Button>
            )}
            <Button variant="subtle" size="compact-md" leftSection={<kbd>Delete</kbd>} onClick={onClear}>
              {say(mappingPageTexts.takeNone)}
            </Button>
          </span>
        )}
      </div>
    )
  }
  return (
    <div className="mapping-sheet" ref={place}>
      <KeptSheet
        submission={submission}
        fileName={fileName}
        cells={noCells}
        pointed={{
          sheet,
          onSheet: (name) => onSpot({ sheet: name, row: 1, column: 1 }),
          marks,
          hatched: totals.map((row) => ({ row, words: say(mappingPageTexts.totalRow) })),
          columnWords: new Map(
            tables.flatMap(({ table, index }) =>
              table.columns.map(({ column }) => [column, say(columnRoleTexts[roleOf(draft, table, index, column)])] as const),
            ),
          ),
          cursor: spot,
          onCursor: ({ row, column }) => onSpot({ sheet, row, column }),
          onPick: take,
          onKey,
          bar,
        }}
      />
    </div>
  )
}

const noCells: readonly CellReference[] = []

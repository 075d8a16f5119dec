import { ActionIcon, Checkbox } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Minus, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { cellMarks, type SheetTab, type SheetWindow } from '../../shared/domain/sheet-window.ts'
import { parseCellAddress } from '../../shared/domain/workbook.ts'
import { sheetTexts } from '../../shared/messages/trace.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import { useLanguage } from './language.tsx'
import { SheetView } from './sheet-view.tsx'
import type { SheetPlace } from './use-sheet-port.ts'

const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const

type SheetFrameProps = {
  /** The pages read of the shown sheet; `undefined` while the first is read, `children` then stands in its place. */
  windows: readonly [SheetWindow, ...SheetWindow[]] | undefined
  /** Of the last sheet that was read, so that the tabs stay while another one is. */
  tabs: readonly SheetTab[]
  sheet: string
  onSheet: (name: string) => void
  onNeed: (pages: readonly SheetPlace[]) => void
  /** Addresses on the shown sheet. */
  outlined: readonly string[]
  /** What the workbook is, for people who hear the page. */
  label: string
  children?: ReactNode
}

/** A sheet with what a spreadsheet program has around it: tabs, zoom, and notes on what cannot be seen. */
export function SheetFrame({ windows, tabs, sheet, onSheet, onNeed, outlined, label, children }: SheetFrameProps) {
  const { language, say } = useLanguage()
  const [zoom, setZoom] = useLocalStorage<number>({ key: 'tonghop.sheetZoom', defaultValue: 100, getInitialValueInEffect: false })
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const first = windows?.[0]
  const hidden = first ? countIn(first.hiddenRows) + countIn(first.hiddenColumns) : 0
  const isOpen = opened[sheet] ?? (first !== undefined && outlined.some((cell) => isHiddenIn(first, cell)))
  const step = (by: number): void => {
    const at = zoomSteps.findIndex((one) => one >= zoom)
    setZoom(zoomSteps[Math.max(0, Math.min(zoomSteps.length - 1, at + by))]!)
  }
  const tool = { variant: 'default', size: '2.25rem' } as const
  return (
    <div className="sheet-frame">
      <div className="sheet-tools">
        {hidden > 0 && (
          <Checkbox
            size="sm"
            label={say(sheetTexts.showHidden, { count: formatCount(hidden, language) })}
            checked={isOpen}
            onChange={(event) => setOpened({ ...opened, [sheet]: event.currentTarget.checked })}
          />
        )}
        <span className="sheet-zoom">
          <ActionIcon
            {...tool}
            aria-label={say(sheetTexts.smaller)}
            title={say(sheetTexts.smaller)}
            disabled={zoom <= zoomSteps[0]}
            onClick={() => step(-1)}
          >
            <Minus size={20} />
          </ActionIcon>
          <span>{say(sheetTexts.percent, { percent: zoom })}</span>
          <ActionIcon
            {...tool}
            aria-label={say(sheetTexts.larger)}
            title={say(sheetTexts.larger)}
            disabled={zoom >= zoomSteps.at(-1)!}
            onClick={() => step(1)}
          >
            <Plus size={20} />
          </ActionIcon>
        </span>
      </div>
      <div className="sheet-place">
        {windows ? (
          <SheetView
            key={sheet}
            windows={windows}
            label={say(sheetTexts.sheetOf, { sheet, file: label })}
            outlined={outlined}
            zoom={zoom / 100}
            isOpen={isOpen}
            onNeed={onNeed}
          />
        ) : (
          children
        )}
      </div>
      {tabs.length > 1 && (
        <ul className="sheet-tabs" aria-label={say(sheetTexts.tabs)}>
          {tabs.map(({ name, visibility }) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === sheet ? 'true' : undefined}
                data-hidden={visibility !== 'visible' || undefined}
                onClick={() => onSheet(name)}
              >
                {visibility === 'visible' ? name : say(sheetTexts.hiddenTab, { sheet: name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {windows && <Notes windows={windows} outlined={outlined} />}
    </div>
  )
}

/** What the eye does not see on the sheet itself. */
function Notes({ windows, outlined }: { windows: readonly SheetWindow[]; outlined: readonly string[] }) {
  const { say } = useLanguage()
  const encodings = new Set(windows.flatMap(({ decodedFrom }) => decodedFrom))
  const marks = outlined.flatMap((cell) => windows.map((one) => marksOf(one, cell)))
  const notes = [
    ...[...encodings].map((encoding) => say(sheetTexts[encoding])),
    ...(marks.some((mark) => (mark & cellMarks.withoutResult) !== 0) ? [say(sheetTexts.withoutResult)] : []),
  ]
  if (notes.length === 0) return null
  return (
    <ul className="sheet-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

function marksOf({ cells }: SheetWindow, address: string): number {
  const at = parseCellAddress(address)
  const index = at ? cells.row.findIndex((row, one) => row === at.row && cells.column[one] === at.column) : -1
  return index < 0 ? 0 : cells.marks[index]!
}

function countIn(spans: readonly number[]): number {
  let count = 0
  for (let at = 0; at + 1 < spans.length; at += 2) count += spans[at + 1]! - spans[at]! + 1
  return count
}

function isHiddenIn({ hiddenRows, hiddenColumns }: SheetWindow, address: string): boolean {
  const at = parseCellAddress(address)
  const lies = (spans: readonly number[], index: number): boolean =>
    spans.some((first, place) => place % 2 === 0 && index >= first && index <= spans[place + 1]!)
  return at !== undefined && (lies(hiddenRows, at.row) || lies(hiddenColumns, at.column))
}

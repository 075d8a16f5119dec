import { ActionIcon, Checkbox } from '@mantine/core'
import { useElementSize, useLocalStorage } from '@mantine/hooks'
import { Minus, MoveHorizontal, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { cellMarks, type SheetTab, type SheetWindow } from '../../shared/domain/sheet-window.ts'
import { parseCellAddress } from '../../shared/domain/workbook.ts'
import { sheetTexts } from '../../shared/messages/trace.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'
import { useLanguage } from './language.tsx'
import { buildAxis, endOf } from './sheet-axis.ts'
import { SheetView, type SheetWork } from './sheet-view.tsx'
import type { SheetPlace } from './use-sheet-port.ts'

const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200] as const

/** Stands for "as the room allows". */
const fitted = 0
const [smallestFit, largestFit, besideSheet] = [67, 100, 80]

/** Per cent at which a row is seen up to its outlined cell, or whole; never so small that it cannot be read. */
function fitZoom(first: SheetWindow | undefined, outlined: readonly string[], width: number): number {
  if (!first || width === 0) return largestFit
  const axis = buildAxis({ count: first.columns, runs: first.widths, hidden: [], isOpen: true, band: 0 })
  const ends = outlined.flatMap((cell) => parseCellAddress(cell)?.column ?? []).map((column) => endOf(axis, column))
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
  const percent = Math.floor((100 * (width / rem - besideSheet)) / Math.max(1, ...(ends.length > 0 ? ends : [endOf(axis, axis.count)])))
  return Math.max(smallestFit, Math.min(largestFit, percent))
}

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
  work?: SheetWork | undefined
  children?: ReactNode
}

/** A sheet with what a spreadsheet program has around it: tabs, zoom, and notes on what cannot be seen. */
export function SheetFrame({ windows, tabs, sheet, onSheet, onNeed, outlined, label, work, children }: SheetFrameProps) {
  const { language, say } = useLanguage()
  const [chosen, setChosen] = useLocalStorage<number>({ key: 'tonghop.sheetZoom', defaultValue: fitted, getInitialValueInEffect: false })
  const { ref, width } = useElementSize()
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const first = windows?.[0]
  const hidden = first ? countIn(first.hiddenRows) + countIn(first.hiddenColumns) : 0
  const isOpen = opened[sheet] ?? (first !== undefined && outlined.some((cell) => isHiddenIn(first, cell)))
  const zoom = chosen === fitted ? fitZoom(first, outlined, width) : chosen
  const larger = zoomSteps.find((one) => one > zoom)
  const smaller = zoomSteps.findLast((one) => one < zoom)
  const tool = { variant: 'default', size: '2.25rem' } as const
  return (
    <div className="sheet-frame">
      <div className="sheet-place" ref={ref}>
        {windows ? (
          <SheetView
            key={sheet}
            windows={windows}
            label={say(sheetTexts.sheetOf, { sheet, file: label })}
            outlined={outlined}
            zoom={zoom / 100}
            isOpen={isOpen}
            onNeed={onNeed}
            work={work}
          />
        ) : (
          children
        )}
      </div>
      <div className="sheet-tools">
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
        <span className="sheet-zoom">
          <ActionIcon
            {...tool}
            aria-label={say(sheetTexts.smaller)}
            title={say(sheetTexts.smaller)}
            disabled={smaller === undefined}
            onClick={() => setChosen(smaller ?? zoom)}
          >
            <Minus size={20} />
          </ActionIcon>
          <span>{say(sheetTexts.percent, { percent: zoom })}</span>
          <ActionIcon
            {...tool}
            aria-label={say(sheetTexts.larger)}
            title={say(sheetTexts.larger)}
            disabled={larger === undefined}
            onClick={() => setChosen(larger ?? zoom)}
          >
            <Plus size={20} />
          </ActionIcon>
          {chosen !== fitted && (
            <ActionIcon {...tool} aria-label={say(sheetTexts.fit)} title={say(sheetTexts.fit)} onClick={() => setChosen(fitted)}>
              <MoveHorizontal size={20} />
            </ActionIcon>
          )}
        </span>
        {hidden > 0 && (
          <Checkbox
            size="sm"
            label={say(sheetTexts.showHidden, { count: formatCount(hidden, language) })}
            checked={isOpen}
            onChange={(event) => setOpened({ ...opened, [sheet]: event.currentTarget.checked })}
          />
        )}
      </div>
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

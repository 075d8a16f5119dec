import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { pageOfCell, type SheetTab, type SheetWindow } from '../../shared/domain/sheet-window.ts'
import { cellAddress, parseCellAddress } from '../../shared/domain/workbook.ts'
import { useLanguage } from '../ui/language.tsx'
import { SheetFrame } from '../ui/sheet-frame.tsx'
import type { SheetWork } from '../ui/sheet-view.tsx'
import type { SheetPlace } from '../ui/use-sheet-port.ts'
import { Waiting } from '../ui/waiting.tsx'
import { useEngine } from './engine-provider.tsx'
import { Trouble } from './trouble.tsx'

type KeptSheetProps = {
  /** Id of any version, one that waits too. */
  submission: string
  /** As the file was called when it came. */
  fileName: string
  /** Cells with an outline; the first one is brought into view. None: the first sheet is shown from its beginning. */
  cells: readonly { sheet: string; cell: string }[]
  pointed?: PointedSheet | undefined
}

/** The sheet is pointed into: which one is shown is then known outside, too. */
export type PointedSheet = SheetWork & { sheet: string | undefined; onSheet: (name: string) => void }

/** The workbook of a submission as it looks, with cells outlined; other sheets by their tabs. */
export function KeptSheet(props: KeptSheetProps) {
  const { submission, cells } = props
  // Another file or other cells begin anew: nothing a person set belongs to them.
  return <Sheets key={JSON.stringify([submission, cells])} {...props} />
}

function Sheets({ submission, fileName, cells, pointed }: KeptSheetProps) {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const [first] = cells
  const [sheet, setSheet] = useState<string | undefined>(pointed?.sheet ?? first?.sheet)
  const [needed, setNeeded] = useState<readonly SheetPlace[]>(() => [pageOf(first?.cell)])
  const { windows, error } = useQueries({
    queries: needed.map((place) =>
      queries.submissions.sheet.queryOptions({ input: { submission, ...place, language, ...(sheet === undefined ? {} : { sheet }) } }),
    ),
    combine: takeWindows,
  })
  const [tabs, setTabs] = useState<readonly SheetTab[]>([])
  const found = windows[0]?.sheets
  if (found && found !== tabs && JSON.stringify(found) !== JSON.stringify(tabs)) setTabs(found)
  const shown = windows[0]?.sheet ?? sheet ?? ''
  const show = (name: string): void => {
    setSheet(name)
    setNeeded([pageOf(cells.find((one) => one.sheet === name)?.cell)])
  }
  if (pointed?.sheet !== undefined && pointed.sheet !== sheet) {
    setSheet(pointed.sheet)
    setNeeded([pageOf(cellAddress(pointed.cursor.row, pointed.cursor.column))])
  }
  if (error) return <Trouble error={error} />
  return (
    <SheetFrame
      windows={windows.length > 0 ? (windows as [SheetWindow, ...SheetWindow[]]) : undefined}
      tabs={tabs}
      sheet={shown}
      onSheet={pointed?.onSheet ?? show}
      onNeed={(pages) => setNeeded((known) => mergePlaces(pages, known))}
      outlined={cells.filter((one) => one.sheet === shown).map(({ cell }) => cell)}
      label={fileName}
      work={pointed}
    >
      <Waiting />
    </SheetFrame>
  )
}

const takeWindows = (pages: readonly { data: SheetWindow | undefined; error: Error | null }[]) => ({
  windows: pages.flatMap(({ data }) => (data ? [data] : [])),
  error: pages.find((page) => page.error)?.error,
})

/** Pages that were read stay, so that nothing goes blank while others come; the oldest go first. */
const mostPages = 12
function mergePlaces(pages: readonly SheetPlace[], known: readonly SheetPlace[]): readonly SheetPlace[] {
  const fresh = pages.filter((page) => !known.some((one) => one.top === page.top && one.left === page.left))
  return fresh.length === 0 ? known : [...fresh, ...known].slice(0, Math.max(mostPages, pages.length))
}

function pageOf(address: string | undefined): SheetPlace {
  const at = address === undefined ? undefined : parseCellAddress(address)
  return pageOfCell(at?.row ?? 1, at?.column ?? 1)
}

import type { PlainWorkbook } from '../../../../shared/domain/workbook.ts'
import type { CellLooks } from '../cell-looks.ts'
import type { SheetLook } from '../read-sheet-look.ts'

/** Cells that share one look; rows and columns 1-based, the last included. */
export type DressedArea = { top: number; left: number; bottom: number; right: number; style: number }

/** A workbook of another format with what its sheets look like; `dresses` goes with `workbook.sheets`, `style` is a place in `looks`. */
export type DressedWorkbook = {
  workbook: PlainWorkbook
  looks: CellLooks
  dresses: readonly { look: SheetLook; areas: readonly DressedArea[] }[]
}

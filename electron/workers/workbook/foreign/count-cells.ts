import type { PlainCell } from '../../../../shared/domain/workbook.ts'
import { limits } from '../limits.ts'
import { tooLarge } from '../workbook-refusal.ts'

/** What all sheets of a workbook may hold together, counted as cells are handed over. */
export class CellBudget {
  #cells = 0
  #characters = 0

  /** Throws WorkbookRefusal `too_large`. */
  spend({ value, runs, formula }: PlainCell): void {
    if (++this.#cells > limits.cells) throw tooLarge('cells')
    this.#characters += (typeof value === 'string' ? value.length : 0) * (runs ? 2 : 1) + (formula?.length ?? 0)
    if (this.#characters > limits.characters) throw tooLarge('text')
  }
}

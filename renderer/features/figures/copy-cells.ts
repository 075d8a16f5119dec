import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import type { Language } from '../../../shared/messages/text.ts'
import { wordColumn } from '../../../shared/rules/grid-words.ts'
import type { CellRange } from './move-cell.ts'
import { nameRow, rowAt, showCell, textOfCell, type TableView } from './table-view.ts'

/** A range with the heads of its columns and the names of its rows, for a sheet to take. */
export type CopiedCells = { text: string; html: string }

type Cell = { text: string; number: number | null }

/**
 * Numbers stand as on the screen. The HTML says beside each what it is exactly, because a sheet in another language would
 * read `1.234` as one and a bit; what is no number is marked as text, so that no sheet computes it.
 */
export function copyCells(view: TableView, { top, bottom, left, right }: CellRange, language: Language): CopiedCells {
  const columns = view.columns.slice(Math.max(0, left - 1), right)
  const heads: Cell[] = [figuresTexts.unit[language], ...columns.map((column) => wordColumn(column, language))].map(asText)
  const rows = [heads]
  for (let index = top; index <= bottom; index++) {
    const row = rowAt(view, index)
    const cells = columns.map((column): Cell => {
      const shown = showCell(view, row, column, language)
      if (!shown) return asText('')
      return { text: textOfCell(shown.words), number: shown.cell.value }
    })
    rows.push([asText(nameRow(view, row, language)), ...cells])
  }
  return { text: rows.map((row) => row.map(({ text }) => flat(text)).join('\t')).join('\r\n'), html: toHtml(rows) }
}

const asText = (text: string): Cell => ({ text, number: null })

/** No text may begin a new cell or row. */
const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!)

const toHtml = (rows: readonly (readonly Cell[])[]): string =>
  `<meta charset="utf-8"><table xmlns:x="urn:schemas-microsoft-com:office:excel">${rows
    .map((row, index) => `<tr>${row.map((cell) => toCell(cell, index === 0 ? 'th' : 'td')).join('')}</tr>`)
    .join('')}</table>`

function toCell({ text, number }: Cell, tag: 'th' | 'td'): string {
  if (number !== null) return `<${tag} x:num="${number}" sdval="${number}">${escape(text)}</${tag}>`
  return /^-?\d[\d.,]*%?$/.test(text)
    ? `<${tag}>${escape(text)}</${tag}>`
    : `<${tag} style="mso-number-format:'\\@'">${escape(text)}</${tag}>`
}

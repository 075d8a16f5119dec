import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { wordColumn } from '../../../shared/rules/grid-words.ts'
import type { GridColumnGroup, GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { usePrinting } from '../../ui/use-printing.ts'
import { keyOfRow, nameRow, rowAt, showCell, textOfCell, type TableView } from './table-view.ts'

/** As many columns as an A4 sheet across holds beside the names, in letters that can be read. */
const columnsPerSheet = 9
/** Beyond this a browser takes longer to lay the pages out than anybody waits. */
const mostPrinted = 60_000

/** The whole table in plain form, only while it is printed: the page itself draws no more than can be seen. */
export function PrintTable({ view, groups }: { view: TableView; groups: readonly GridColumnGroup[] }) {
  const { language, say } = useLanguage()
  const isPrinting = usePrinting()
  if (!isPrinting) return null
  const cells = (view.rows.length + 1) * view.columns.length
  if (cells > mostPrinted) return <p className="print-only">{say(figuresTexts.tooLargeToPrint, { cells: formatCount(cells, language) })}</p>
  const sheets = Array.from({ length: Math.ceil(view.columns.length / columnsPerSheet) }, (_, sheet) =>
    view.columns.slice(sheet * columnsPerSheet, (sheet + 1) * columnsPerSheet),
  )
  return (
    <div className="print-only">
      {sheets.map((columns) => (
        <PrintSheet key={columns[0]?.id} view={view} columns={columns} groups={groups} />
      ))}
    </div>
  )
}

function PrintSheet({
  view,
  columns,
  groups,
}: {
  view: TableView
  columns: readonly GridColumnPlan[]
  groups: readonly GridColumnGroup[]
}) {
  const { language, say } = useLanguage()
  const places = Array.from({ length: view.rows.length + 1 }, (_, index) => rowAt(view, index))
  const groupName = (code: string): string => groups.find((group) => group.code === code)?.label[language] ?? ''
  const hasParts = columns.some((column) => column.kind === 'count' && column.part !== null)
  return (
    <table className="print-table">
      <thead>
        <tr>
          <th scope="col">{say(figuresTexts.unit)}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {hasParts && column.kind === 'count'
                ? `${groupName(column.group)}: ${wordColumn(column, language)}`
                : wordColumn(column, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((row) => (
          <tr key={keyOfRow(view, row)} data-kind={row.kind}>
            <th scope="row">{nameRow(view, row, language)}</th>
            {columns.map((column) => {
              const shown = showCell(view, row, column, language)
              return (
                <td key={column.id} data-state={shown?.cell.state}>
                  {shown?.words.before !== undefined && shown.words.before !== null && <s>{shown.words.before}</s>}{' '}
                  {shown && textOfCell(shown.words)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

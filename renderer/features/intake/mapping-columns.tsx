import { NativeSelect } from '@mantine/core'
import { columnRoles, type ColumnRole } from '../../../shared/domain/layout-mapping.ts'
import { cellAddress } from '../../../shared/domain/workbook.ts'
import { columnRoleTexts, mappingPageTexts } from '../../../shared/messages/mapping-page.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { roleOf, type MappingDraft, type ProposedMapping } from './mapping-draft.ts'

type MappingColumnsProps = {
  draft: MappingDraft
  proposal: ProposedMapping
  sheet: string | undefined
  onRole: (change: { table: number; column: number; role: ColumnRole }) => void
}

export const columnLetters = (column: number): string => cellAddress(1, column).slice(0, -1)

/** What each column of the tables of a sheet means, and the rows that were taken for headings. */
export function MappingColumns({ draft, proposal, sheet, onRole }: MappingColumnsProps) {
  const { language, say } = useLanguage()
  const tables = proposal.tables.map((table, index) => ({ table, index })).filter(({ table }) => table.sheet === sheet)
  if (tables.length === 0) return null
  return (
    <details className="mapping-columns">
      <summary>{say(mappingPageTexts.columns)}</summary>
      {tables.map(({ table, index }) => (
        <section key={`${table.top} ${table.left}`}>
          <p className="quiet">
            {say(mappingPageTexts.tableOn, { sheet: table.sheet, top: table.top, bottom: table.bottom })}
            {table.headRows.length > 0 &&
              ` · ${say(mappingPageTexts.headRows, { rows: table.headRows.map((row) => formatCount(row, language)).join(', ') })}`}
          </p>
          <div className="mapping-roles">
            {table.columns.map(({ column, head }) => (
              <NativeSelect
                key={column}
                label={say(mappingPageTexts.columnOf, {
                  column: columnLetters(column),
                  head: head === '' ? say(mappingPageTexts.noHead) : head,
                })}
                value={roleOf(draft, table, index, column)}
                onChange={(event) => onRole({ table: index, column, role: event.currentTarget.value as ColumnRole })}
                data={columnRoles.map((role) => ({ value: role, label: say(columnRoleTexts[role]) }))}
              />
            ))}
          </div>
        </section>
      ))}
    </details>
  )
}

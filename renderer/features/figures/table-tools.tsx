import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { figuresTexts, havingTexts, sendingTexts } from '../../../shared/messages/figures-page.ts'
import { gridViews, type GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { wordColumn } from '../../../shared/rules/grid-words.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { UnitRows } from './arrange-rows.ts'
import { groupings, havings, sendings, type TableSettings } from './table-settings.ts'
import { nameKind, nameLine } from './table-view.ts'

type Change = (change: Partial<TableSettings>, options?: { replace?: boolean }) => void

type ToolsProps = {
  units: UnitRows
  columns: readonly GridColumnPlan[]
  settings: TableSettings
  onChange: Change
}

/** What is shown and of whom. Every setting says what it is when nothing is chosen, so that no label stands apart. */
export function TableTools({ units, columns, settings, onChange }: ToolsProps) {
  const { language, say } = useLanguage()
  const chosen = columns.find(({ id }) => id === settings.inColumn)
  const havingName = (having: (typeof havings)[number]): string =>
    having === settings.having && chosen
      ? say(figuresTexts.havingIn, { what: say(havingTexts[having]), column: wordColumn(chosen, language) })
      : say(havingTexts[having])
  const choice = (
    name: 'kind' | 'line' | 'sending' | 'having' | 'grouping',
    label: string,
    every: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <NativeSelect
      aria-label={label}
      data-filter={name}
      size="sm"
      value={settings[name] ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ [name]: value === '' ? null : value, ...(name === 'having' ? { inColumn: null } : {}) })
      }
      data={[{ value: '', label: every }, ...options]}
    />
  )
  const kinds = [...new Set(units.kinds)].map((value) => ({ value, label: nameKind(value, language) }))
  const lines = [...new Set(units.lines)].map((value) => ({ value, label: nameLine(value, language) }))
  return (
    <div className="table-tools" role="search" aria-label={say(figuresTexts.filterName)}>
      <TextInput
        className="name-filter"
        size="sm"
        type="search"
        aria-label={say(figuresTexts.filterName)}
        placeholder={say(figuresTexts.filterName)}
        value={settings.name}
        onChange={({ currentTarget: { value } }) => onChange({ name: value }, { replace: true })}
      />
      {choice('kind', say(figuresTexts.kind), say(figuresTexts.allKinds), kinds)}
      {choice('line', say(figuresTexts.line), say(figuresTexts.allLines), lines)}
      {choice(
        'sending',
        say(figuresTexts.sending),
        say(figuresTexts.allSending),
        sendings.map((value) => ({ value, label: say(sendingTexts[value]) })),
      )}
      {choice(
        'having',
        say(figuresTexts.having),
        say(figuresTexts.allCells),
        havings
          .filter((having) => having !== 'below' || settings.view === 'indicators')
          .map((value) => ({ value, label: havingName(value) })),
      )}
      {choice(
        'grouping',
        say(figuresTexts.group),
        say(figuresTexts.noGroup),
        groupings.map((value) => ({ value, label: say(value === 'kind' ? figuresTexts.byKind : figuresTexts.byLine) })),
      )}
    </div>
  )
}

/** Which columns there are. */
export function ViewTools({ settings, onChange }: { settings: TableSettings; onChange: Change }) {
  const { say } = useLanguage()
  return (
    <>
      <SegmentedControl
        aria-label={say(figuresTexts.view)}
        size="sm"
        transitionDuration={0}
        value={settings.view}
        onChange={(view) => onChange({ view, sorting: null, inColumn: null })}
        data={gridViews.map((value) => ({ value, label: say(figuresTexts[value]) }))}
      />
      {settings.view === 'indicators' && (
        <Checkbox
          label={say(figuresTexts.parts)}
          checked={settings.parts}
          onChange={({ currentTarget: { checked } }) => onChange({ parts: checked })}
        />
      )}
    </>
  )
}

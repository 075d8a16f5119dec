import { Menu } from '@mantine/core'
import { figuresTexts, havingTexts } from '../../../shared/messages/figures-page.ts'
import type { GridColumnPlan } from '../../../shared/rules/grid-columns.ts'
import { useLanguage } from '../../ui/language.tsx'
import { havings, mostPinned, type TableSettings } from './table-settings.ts'

type ColumnMenuProps = {
  /** Undefined while no menu is open. */
  column: GridColumnPlan | undefined
  /** Where its lower right corner hangs, in the window. */
  at: { left: number; top: number }
  settings: TableSettings
  onChange: (change: Partial<TableSettings>) => void
  onClose: () => void
}

/** What can be done with one column: order by it, keep it in sight, show only units with something in it. */
export function ColumnMenu({ column, at, settings, onChange, onClose }: ColumnMenuProps) {
  const { say } = useLanguage()
  const { sorting, pinned } = settings
  const { id, kind } = column ?? { id: '', kind: 'count' }
  const isPinned = pinned.includes(id)
  return (
    <Menu
      opened={column !== undefined}
      onChange={(opened) => !opened && onClose()}
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      hideDetached={false}
      // The key that opens it reaches the document after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button type="button" className="menu-anchor" tabIndex={-1} aria-hidden="true" style={at} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange({ sorting: { column: id, descending: false } })}>{say(figuresTexts.ascending)}</Menu.Item>
        <Menu.Item onClick={() => onChange({ sorting: { column: id, descending: true } })}>{say(figuresTexts.descending)}</Menu.Item>
        {sorting !== null && <Menu.Item onClick={() => onChange({ sorting: null })}>{say(figuresTexts.unsorted)}</Menu.Item>}
        <Menu.Divider />
        {isPinned ? (
          <Menu.Item onClick={() => onChange({ pinned: pinned.filter((one) => one !== id) })}>{say(figuresTexts.unpin)}</Menu.Item>
        ) : (
          pinned.length < mostPinned && <Menu.Item onClick={() => onChange({ pinned: [...pinned, id] })}>{say(figuresTexts.pin)}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{say(figuresTexts.having)}</Menu.Label>
        {havings
          .filter((having) => having !== 'below' || kind === 'rate')
          .map((having) => (
            <Menu.Item key={having} onClick={() => onChange({ having, inColumn: id })}>
              {say(havingTexts[having])}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

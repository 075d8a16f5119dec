import { Button, Menu } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

/** What is done now and then, behind one button: opened by Enter, gone through by the arrows, left by Esc. Its children are items of a menu. */
export function MoreMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Inside its landmark, and with nothing in it but items: what reads the page aloud counts them right.
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

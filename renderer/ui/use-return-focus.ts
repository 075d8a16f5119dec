import { useEffect, useState } from 'react'

/** Who opened a menu's entry finds themselves at the menu's button again: the entry itself is gone by then. */
const openerOf = (element: Element | null): Element | null => {
  const menu = element?.closest('[role=menu]')?.getAttribute('aria-labelledby')
  return menu ? document.getElementById(menu) : element
}

/** For a box that is there only while it is open: the focus goes back to where it was when the box opened. */
export function useReturnFocus(): void {
  const [opener] = useState(() => openerOf(document.activeElement))
  useEffect(
    () => () => {
      // Only after the box is gone, and only where nothing else has taken the focus meanwhile.
      requestAnimationFrame(() => {
        const now = document.activeElement
        if (now !== null && now !== document.body) return
        const back = opener?.isConnected ? opener : document.getElementById('page')
        if (back instanceof HTMLElement) back.focus()
      })
    },
    [opener],
  )
}

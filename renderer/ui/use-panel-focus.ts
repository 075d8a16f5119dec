import { useEffect, useRef, type RefObject } from 'react'

/**
 * For the head of a panel beside a list: opened from the list it takes the focus, because Tab would pass every row before it, and
 * when it is closed the focus goes back to what opened it. Opened by the address it takes nothing.
 */
export function usePanelFocus<Head extends HTMLElement>(): RefObject<Head | null> {
  const head = useRef<Head>(null)
  useEffect(() => {
    const opener = document.activeElement
    const isByHand = opener instanceof HTMLElement && opener !== document.body
    if (isByHand) head.current?.focus()
    return () => {
      // Gone with the panel, and not on its way to another row.
      if (isByHand && document.activeElement === document.body) opener.focus()
    }
  }, [])
  return head
}

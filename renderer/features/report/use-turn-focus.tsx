import { useEffect, useRef, type RefObject } from 'react'
import { useReturnFocus } from '../../ui/use-return-focus.ts'

/**
 * For what stands in the place of the pages: its first control takes the focus once there is something to show, and whatever
 * leads back, the browser's own way too, gives it back to what opened it.
 */
export function useTurnFocus(isShown: boolean): RefObject<HTMLButtonElement | null> {
  useReturnFocus()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isShown) first.current?.focus()
  }, [isShown])
  return first
}

import { useLayoutEffect, type RefObject } from 'react'

/** Tells an element, as `--above`, how many pixels stand above it: what is above may wrap, and what it fills has to end at the edge of the window. */
export function useFillHeight(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = element.current
    if (!own) return undefined
    const measure = (): void => own.style.setProperty('--above', `${own.getBoundingClientRect().top + window.scrollY}px`)
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    for (const before of document.querySelectorAll('.strip')) observer.observe(before)
    measure()
    return () => observer.disconnect()
  }, [element])
}

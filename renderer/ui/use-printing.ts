import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being laid out for paper: what scrolls on the screen must then be there whole. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const paper = matchMedia('print')
    // Before the print is laid out, or the rows would not be on it.
    const follow = (): void => flushSync(() => setPrinting(paper.matches))
    const begin = (): void => flushSync(() => setPrinting(true))
    paper.addEventListener('change', follow)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', follow)
    return () => {
      paper.removeEventListener('change', follow)
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', follow)
    }
  }, [])
  return isPrinting
}

import { useEffect, useState } from 'react'

const measure = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** Pixels of one rem, now and after the size of text was changed. */
export function useRem(): number {
  const [rem, setRem] = useState(measure)
  useEffect(() => {
    const observer = new MutationObserver(() => setRem(measure()))
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] })
    return () => observer.disconnect()
  }, [])
  return rem
}

import { useEffect, useState } from 'react'
import { refusalOf } from './refusal-code.ts'

/** Seconds until a password is looked at again, counting down; 0 when one may be tried. */
export function useWait(error: unknown): number {
  const refusal = refusalOf(error)
  const until = refusal?.code === 'session.wait' ? Date.parse(String(refusal.params['until'])) : 0
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until])
  return left
}

/** `01:30` */
export const printSeconds = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** One person at one browser: a one-time code, valid a minute, buys one 256-bit token. */
export type Session = {
  readonly code: string
  /** The token, once; undefined for a wrong, used or expired code. */
  exchange(code: string): string | undefined
  accepts(token: string | undefined): boolean
}

export const codeValidMs = 60_000

/** Hashing first makes both sides equally long, which `timingSafeEqual` demands. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** `now` in ms of a clock that is never set back. */
export function createSession(now: () => number = () => performance.now()): Session {
  const code = randomBytes(24).toString('base64url')
  const token = randomBytes(32).toString('base64url')
  const issuedAt = now()
  let isUsed = false
  return {
    code,
    exchange(given) {
      if (!isSame(given, code) || isUsed || now() - issuedAt > codeValidMs) return undefined
      isUsed = true
      return token
    },
    accepts: (given) => isUsed && given !== undefined && isSame(given, token),
  }
}

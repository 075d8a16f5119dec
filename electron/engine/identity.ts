import { randomBytes } from 'node:crypto'
import type { Id, Instant } from '../../shared/domain/identity.ts'

export const systemClock = (): Instant => new Date().toISOString()
export const randomId = (): Id => randomBytes(16).toString('hex')

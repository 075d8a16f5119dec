import type { SessionDescription } from '../../shared/contract/session.ts'
import { contract } from '../../shared/contract/index.ts'
import type { EngineContext } from './context.ts'

/** A workspace without accounts: whoever opened it may do everything. */
export const describeTrial = ({ actor }: Pick<EngineContext, 'actor'>): SessionDescription => ({
  state: 'trial',
  actor,
  account: null,
  allowed: Object.entries(contract).flatMap(([area, calls]) => Object.keys(calls).map((verb) => `${area}.${verb}`)),
  idleMinutes: 15,
  isSample: false,
})

import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'

/** The engine as the page sees it, over whichever link. */
export type Client = ContractRouterClient<Contract>

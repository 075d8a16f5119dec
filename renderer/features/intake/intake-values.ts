import type { Client } from '../../client/client.ts'

/** What the contract gives, by its own names. */
export type AttachedPaper = Awaited<ReturnType<Client['papers']['list']>>[number]
export type KeyedEntry = Awaited<ReturnType<Client['keyed']['get']>>
export type UnitVersion = Awaited<ReturnType<Client['submissions']['versions']>>[number]

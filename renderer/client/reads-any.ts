import { topics as allTopics, type CallMeta, type Topic } from '../../shared/contract/call.ts'
import { contract } from '../../shared/contract/index.ts'

type Procedures = Readonly<Record<string, Readonly<Record<string, { '~orpc': { meta: CallMeta } }>>>>

/** Whether what a query shows may have changed with these topics; a key that is not of the contract always may. */
export function readsAny(queryKey: readonly unknown[], topics: readonly Topic[]): boolean {
  const [path] = queryKey
  const [area, verb] = Array.isArray(path) ? (path as unknown[]) : []
  const procedure = typeof area === 'string' && typeof verb === 'string' ? (contract as Procedures)[area]?.[verb] : undefined
  const reads = procedure?.['~orpc'].meta.reads ?? allTopics
  return reads.some((topic) => topics.includes(topic))
}

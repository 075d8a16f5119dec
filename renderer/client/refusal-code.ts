import { ORPCError } from '@orpc/client'

type Refusal = { code: string; params: Readonly<Record<string, string | number>> }

/** What the engine refused with, for a page that has more to do about it than to say it; undefined for anything else. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ORPCError)) return undefined
  const data = error.data as Partial<Refusal> | undefined
  return typeof data?.code === 'string' ? { code: data.code, params: data.params ?? {} } : undefined
}

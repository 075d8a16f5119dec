import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useEngine } from '../../client/engine-provider.tsx'

export type KnownUnit = { code: string; name: string }

/** The units expected in a period, in protocol order; a code that is none of them stands for itself. */
export function useUnits(period: string | undefined): { units: readonly KnownUnit[]; nameOf: (code: string) => string } {
  const { queries } = useEngine()
  const { data } = useQuery(queries.submissions.registerSheet.queryOptions({ input: period === undefined ? skipToken : { period } }))
  return useMemo(() => {
    const units = (data?.codes ?? []).map((code, index) => ({ code, name: data!.names[index]! }))
    const names = new Map(units.map(({ code, name }) => [code, name]))
    return { units, nameOf: (code: string) => names.get(code) ?? code }
  }, [data])
}

import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useEngine } from './engine-provider.tsx'
import { usePlace } from './place.tsx'
import { useSession } from './use-session.ts'

export type MyUnits = {
  /** Those that whoever sits here looks after. */
  mine: ReadonlySet<string>
  /** Whether the page shows only them. Stands in the address; never true for who has none. */
  isOnly: boolean
  setOnly: (isOnly: boolean) => void
  /** Whether a unit is shown; what belongs to no unit is shown only among all. */
  shows: (unit: string | null) => boolean
}

/** The units of whoever sits here, by the name they are assigned to, and whether only they are shown. */
export function useMyUnits(period: string | undefined): MyUnits {
  const { queries } = useEngine()
  const { params, set } = usePlace()
  const session = useSession()
  const contacts = useQuery(queries.contacts.list.queryOptions({ input: period === undefined ? skipToken : { period } }))
  const mine = useMemo(() => {
    const names = new Set([session?.actor, session?.account?.name, session?.account?.displayName].map((name) => sameName(name ?? '')))
    names.delete('')
    return new Set(contacts.data?.desks.flatMap(({ unit, clerk }) => (names.has(sameName(clerk)) ? [unit] : [])))
  }, [contacts.data, session])
  const isOnly = params['mine'] === '1' && mine.size > 0
  return {
    mine,
    isOnly,
    setOnly: (only) => set({ mine: only ? '1' : undefined }, { replace: true }),
    shows: (unit) => !isOnly || (unit !== null && mine.has(unit)),
  }
}

const sameName = (name: string): string => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi')

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../shared/domain/period.ts'
import { traceTexts } from '../../../shared/messages/trace.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { refusalOf } from '../../client/refusal-code.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** Of a unit that has sent nothing that counts: says so, and what to do. */
export function NothingToTrace({ period, unit, error }: { period: Period; unit: string; error: unknown }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { go } = usePlace()
  const register = useQuery(queries.submissions.register.queryOptions({ input: { period: period.code } }))
  const isPending = register.data?.units.find(({ code }) => code === unit)?.state === 'pending'
  const name = String(refusalOf(error)?.params['unit'] ?? unit)
  return (
    <EmptyState
      title={say(traceTexts.none, { unit: name })}
      how={say(isPending ? traceTexts.pendingHow : traceTexts.noneHow, { period: namePeriod(period, language) })}
    >
      {!isPending && (
        <Button variant="default" onClick={() => go('register')}>
          {say(traceTexts.goRegister)}
        </Button>
      )}
      <Button onClick={() => go('intake')}>{say(traceTexts.goIntake)}</Button>
    </EmptyState>
  )
}

import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { proposalStates, type ProposalState } from '../../../shared/domain/review.ts'
import { proposalStateTexts } from '../../../shared/messages/review.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** What units propose, by whom it is addressed to, and what became of it. */
export function ProposalsView({ period }: { period: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const found = useQuery(queries.proposals.list.queryOptions({ input: { period } }))
  const change = useMutation(queries.proposals.set.mutationOptions())
  if (found.error) return <Trouble error={found.error} />
  if (!found.data) return <Waiting />
  if (found.data.length === 0) return <EmptyState title={say(reviewPageTexts.proposalsEmpty)} how={say(reviewPageTexts.registerEmptyHow)} />
  const groups = [...Map.groupBy(found.data, ({ addressee }) => addressee.trim())].toSorted(([a], [b]) => a.localeCompare(b, 'vi'))
  return (
    <div className="proposals">
      {change.error && <Trouble error={change.error} />}
      {groups.map(([addressee, proposals]) => (
        <section key={addressee} aria-label={addressee}>
          <h2>{addressee === '' ? say(reviewPageTexts.noAddressee) : say(reviewPageTexts.addressee, { name: addressee })}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(reviewPageTexts.unit)}</th>
                <th scope="col">{say(reviewPageTexts.proposal)}</th>
                <th scope="col">{say(reviewPageTexts.handling)}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map(({ unit, unitName, words, state }) => (
                <tr key={`${unit} ${words}`}>
                  <th scope="row">{unitName}</th>
                  <td>{words}</td>
                  <td>
                    {isAllowed('proposals.set') ? (
                      <NativeSelect
                        aria-label={`${say(reviewPageTexts.handling)}: ${unitName}`}
                        value={state ?? ''}
                        onChange={(event) => {
                          const to = event.currentTarget.value
                          if (to !== '') change.mutate({ period, unit, words, state: to as ProposalState, reason: '' })
                        }}
                        data={[
                          ...(state === null ? [{ value: '', label: say(reviewPageTexts.notHandled) }] : []),
                          ...proposalStates.map((one) => ({ value: one, label: say(proposalStateTexts[one]) })),
                        ]}
                      />
                    ) : (
                      say(state === null ? reviewPageTexts.notHandled : proposalStateTexts[state])
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}

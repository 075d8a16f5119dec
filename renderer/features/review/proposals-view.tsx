import { Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { proposalStates, type ProposalState } from '../../../shared/domain/review.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { proposalStateTexts } from '../../../shared/messages/review.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useMyUnits } from '../../client/use-my-units.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** What units propose, by whom it is addressed to, and what became of it. */
export function ProposalsView({ period }: { period: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const found = useQuery(queries.proposals.list.queryOptions({ input: { period } }))
  const my = useMyUnits(period)
  const change = useMutation(queries.proposals.set.mutationOptions())
  if (found.error) return <Trouble error={found.error} />
  if (!found.data) return <Waiting />
  if (found.data.length === 0) return <EmptyState title={say(reviewPageTexts.proposalsEmpty)} how={say(reviewPageTexts.registerEmptyHow)} />
  const shown = found.data.filter(({ unit }) => my.shows(unit))
  const groups = [...Map.groupBy(shown, ({ addressee }) => addressee.trim())].toSorted(([a], [b]) => a.localeCompare(b, 'vi'))
  return (
    <div className="proposals">
      {my.mine.size > 0 && (
        <Checkbox
          mb="sm"
          label={say(contactPageTexts.mine)}
          checked={my.isOnly}
          onChange={(event) => my.setOnly(event.currentTarget.checked)}
        />
      )}
      {change.error && <Trouble error={change.error} />}
      {shown.length === 0 && <p className="quiet">{say(contactPageTexts.noneMine)}</p>}
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

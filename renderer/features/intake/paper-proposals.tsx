import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { LaidText, Narratives } from './intake-values.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { takeProposal } from '../../../shared/rules/papers/take-proposal.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { inputName } from './input-name.ts'

type Offered = NonNullable<Narratives>['proposals'][number]

type PaperProposalsProps = {
  receipt: string
  programme: Programme
  /** Proposals of the paper in its order; nothing of it is taken by itself. */
  offered: readonly Offered[]
  laid: readonly LaidText[]
  mayTake: boolean
  onShow: (places: readonly number[]) => void
}

/** The proposals of a paper, each taken into the next place that the unit's workbook leaves free. */
export function PaperProposals({ receipt, programme, offered, laid, mayTake, onShow }: PaperProposalsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const free = useQuery(queries.papers.freeProposals.queryOptions({ input: { receipt } }))
  const take = useMutation(queries.papers.takeNarratives.mutationOptions())
  const withdraw = useMutation(queries.papers.withdrawNarrative.mutationOptions())
  if (offered.length === 0) return null
  const error = free.error ?? take.error ?? withdraw.error
  const isBusy = take.isPending || withdraw.isPending || free.isFetching
  const inForce = laid.filter((one) => one.receipt === receipt && (one.state === 'active' || one.state === 'suspended'))
  const [next] = free.data ?? []
  const takeBack = async (number: string): Promise<void> => {
    const own = inForce.filter(({ name }) => name.startsWith(`prop.${number}.`))
    for (const { id } of own) await withdraw.mutateAsync({ id, reason: say(papersPageTexts.takeBackReason) })
  }
  return (
    <>
      <h2>{say(papersPageTexts.proposals)}</h2>
      {error && <Trouble error={error} />}
      {mayTake && free.data?.length === 0 && <p className="quiet">{say(papersPageTexts.proposalsFull)}</p>}
      {offered.map((proposal) => {
        const { text, addressee, place } = proposal
        const own = inForce.find(
          (one) => one.name.endsWith('.text') && one.name.startsWith('prop.') && one.text === text.normalize('NFC').trim(),
        )
        const number = own && /^prop\.(\d+)\./.exec(own.name)?.[1]
        return (
          <article key={`${place} ${text}`} className="narrative-task" data-laid={own?.state}>
            <h3>{addressee === '' ? say(papersPageTexts.proposalNobody) : say(papersPageTexts.proposalTo, { addressee })}</h3>
            <div className="narrative-text" data-offer={own ? undefined : true}>
              {own && <b>{`${say(papersPageTexts.laid)}: ${inputName(programme, own.name, language)}`}</b>}
              <p>{text}</p>
            </div>
            <div className="row-actions">
              {mayTake && !own && next !== undefined && (
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={isBusy}
                  onClick={() => take.mutate({ receipt, items: takeProposal(proposal, next) })}
                >
                  {say(papersPageTexts.takeProposal, { name: inputName(programme, `prop.${next}.text`, language) })}
                </Button>
              )}
              <Button variant="subtle" size="compact-md" onClick={() => onShow([place])}>
                {say(papersPageTexts.show)}
              </Button>
              {mayTake && number !== undefined && (
                <Button variant="subtle" size="compact-md" disabled={isBusy} onClick={() => void takeBack(number).catch(() => undefined)}>
                  {say(papersPageTexts.takeBack)}
                </Button>
              )}
            </div>
          </article>
        )
      })}
    </>
  )
}

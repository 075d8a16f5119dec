import { Button, Tabs } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { receiptGroups } from '../../../shared/contract/receipts.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { intakeTabTexts, intakeTexts } from '../../../shared/messages/intake-page.ts'
import { rememberedTexts } from '../../../shared/messages/versions-page.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useRuleSayer } from '../../client/use-rule-sayer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { BatchFieldsRow, useBatchFields } from './batch-fields.tsx'
import { HeldPanel } from './held-panel.tsx'
import './intake.css'
import { InboxNotice } from './inbox-notice.tsx'
import { IntakeBench } from './intake-bench.tsx'
import { KeyedScreen } from './keyed-screen.tsx'
import { MappingScreen } from './mapping-screen.tsx'
import { PaperPlace } from './paper-screen.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { ReceiptDetail } from './receipt-detail.tsx'
import { ReceiptList } from './receipt-list.tsx'
import { RememberedScreen } from './remembered-screen.tsx'
import { StartKeyed } from './start-keyed.tsx'
import { useUnits } from './use-units.tsx'

const tabs = ['waiting', ...receiptGroups] as const
type Tab = (typeof tabs)[number]

/** Whatever the units sent: brought over, taken in, and asked about where a person must decide. */
export function IntakePage({ period }: PageProps) {
  const { say } = useLanguage()
  if (period) return <Intake key={period.code} period={period} />
  return (
    <>
      <PageHead title={say(intakeTexts.title)} />
      <EmptyState title={say(intakeTexts.noPeriod)} how={say(intakeTexts.noPeriodHow)}>
        <PlaceLink page="start">{say(intakeTexts.openPeriod)}</PlaceLink>
      </EmptyState>
    </>
  )
}

/** What one question or paper needs takes the place of the whole page; the way back leads to where a person came from. */
function Intake({ period }: { period: Period }) {
  const { params, set } = usePlace()
  const { nameOf } = useUnits(period.code)
  const [told, setTold] = useState<string>()
  const close = (): void => set({ map: undefined, paper: undefined, keyed: undefined, remembered: undefined })
  const { map, paper, keyed, remembered } = params
  if (map !== undefined) return <MappingScreen key={map} id={map} period={period} onClose={close} onTold={setTold} />
  if (keyed !== undefined) return <KeyedScreen key={keyed} id={keyed} period={period} nameOf={nameOf} onClose={close} onTold={setTold} />
  if (paper !== undefined) return <PaperPlace key={paper} receipt={paper} period={period} onClose={close} />
  if (remembered !== undefined) return <RememberedScreen nameOf={nameOf} onClose={close} />
  return <Lists period={period} told={told} onForget={() => setTold(undefined)} />
}

type ListsProps = { period: Period; told: string | undefined; onForget: () => void }

function Lists({ period, told, onForget }: ListsProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const unit = params['unit']
  const ofUnit = unit === undefined ? {} : { unit }
  const wanted = tabs.find((tab) => tab === params['tab'])
  const group = wanted === undefined || wanted === 'waiting' ? 'received' : wanted
  const waiting = useQuery(queries.submissions.waiting.queryOptions({ input: { period: period.code } }))
  const first = useQuery({
    ...queries.submissions.receipts.queryOptions({ input: { period: period.code, group, ...ofUnit, from: 0, limit: 100 } }),
    placeholderData: (previous) => previous,
  })
  const again = useMutation(queries.submissions.importAgain.mutationOptions())
  const { nameOf } = useUnits(period.code)
  const fields = useBatchFields()
  const sayRule = useRuleSayer(period.code)
  const error = waiting.error ?? first.error
  if (error) return <Trouble error={error} />
  if (!waiting.data || !first.data) return <Waiting />

  const { counts } = first.data
  const queue = unit === undefined ? waiting.data : waiting.data.filter((file) => file.unit === unit || file.unit === null)
  const tab: Tab = wanted ?? (queue.length > 0 ? 'waiting' : 'received')
  const countOf = (one: Tab): number => (one === 'waiting' ? queue.length : counts[one])
  const isFirst = unit === undefined && tabs.every((one) => countOf(one) === 0)
  const mayTake = isAllowed('submissions.import')
  const takeAgain = async (receipt: string): Promise<void> => {
    const { jobId } = await again.mutateAsync({ receipt })
    set({ job: jobId, file: undefined })
  }
  const file = params['file']
  const mayKey = isAllowed('keyed.start') && period.state === 'open'
  return (
    <div className="intake-page">
      <PageHead title={say(intakeTexts.title)}>
        {mayTake && !isFirst && <BatchFieldsRow fields={fields} />}
        {queue.length > 0 && tab !== 'waiting' && (
          <Button onClick={() => set({ tab: 'waiting', file: undefined })}>
            {say(intakeTexts.answerWaiting, { count: formatSmallCount(queue.length, language) })}
          </Button>
        )}
      </PageHead>
      {period.state === 'closed' && <Notice role="status">{say(intakeTexts.closed, { period: namePeriod(period, language) })}</Notice>}
      {mayTake && <InboxNotice period={period} fields={fields} />}
      {mayTake ? (
        <IntakeBench period={period} isFirst={isFirst} hasWaiting={queue.length > 0} fields={fields} />
      ) : (
        <p className="quiet">{say(intakeTexts.notAllowed)}</p>
      )}
      {told !== undefined && (
        <p className="answered" role="status">
          <span>{told}</span>
          <Button variant="subtle" size="compact-md" onClick={onForget}>
            {say(intakeTexts.dismiss)}
          </Button>
        </p>
      )}
      {again.error && <Trouble error={again.error} />}
      {unit !== undefined && (
        <p className="of-unit">
          <span>{say(intakeTexts.ofUnit, { unit: nameOf(unit) })}</span>
          <Button variant="subtle" size="compact-md" onClick={() => set({ unit: undefined })}>
            {say(intakeTexts.allUnits)}
          </Button>
        </p>
      )}
      {!isFirst && (
        <Tabs value={tab} onChange={(chosen) => set({ tab: chosen ?? undefined, file: undefined })} keepMounted={false}>
          <Tabs.List aria-label={say(intakeTexts.tabs)}>
            {tabs.map((one) => (
              <Tabs.Tab key={one} value={one} data-tab={one}>
                {say(intakeTabTexts[one])} <b className="tab-count">{formatSmallCount(countOf(one), language)}</b>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={tab}>
            {tab === 'waiting' ? (
              <>
                <HeldPanel period={period} queue={queue} onAgain={(receipt) => void takeAgain(receipt).catch(() => undefined)} />
                <p className="remembered-link">
                  <Button variant="subtle" size="compact-md" onClick={() => set({ remembered: 'yes' })}>
                    {say(rememberedTexts.open)}
                  </Button>
                </p>
              </>
            ) : tab === 'attached' ? (
              <PapersPanel period={period} unit={unit} nameOf={nameOf} />
            ) : countOf(tab) === 0 ? (
              <EmptyState
                title={say(tab === 'rejected' ? intakeTexts.noneRejected : intakeTexts.noneReceived)}
                how={say(tab === 'rejected' ? intakeTexts.noneRejectedHow : intakeTexts.noneReceivedHow)}
              />
            ) : (
              <div className="receipts" data-group={tab} data-open={file !== undefined || undefined}>
                <ReceiptList period={period.code} group={tab} unit={unit} total={countOf(tab)} sayRule={sayRule} nameOf={nameOf} />
                {file !== undefined && (
                  <ReceiptDetail
                    id={file}
                    period={period}
                    sayRule={sayRule}
                    nameOf={nameOf}
                    onClose={() => set({ file: undefined })}
                    onAgain={(receipt) => void takeAgain(receipt).catch(() => undefined)}
                  />
                )}
              </div>
            )}
          </Tabs.Panel>
        </Tabs>
      )}
      {mayKey && params['begin'] === 'keyed' && (
        <StartKeyed
          period={period.code}
          unit={unit}
          onStarted={(id) => set({ keyed: id, begin: undefined })}
          onClose={() => set({ begin: undefined }, { replace: true })}
        />
      )}
    </div>
  )
}

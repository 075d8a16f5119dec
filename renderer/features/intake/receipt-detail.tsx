import { Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { Period } from '../../../shared/domain/period.ts'
import { channelTexts } from '../../../shared/messages/channel.ts'
import { intakeTexts, receiptStateTexts } from '../../../shared/messages/intake-page.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { PlaceLink } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { usePanelFocus } from '../../ui/use-panel-focus.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { MessageBox } from './message-box.tsx'
import { UnitVersions } from './unit-versions.tsx'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { writeReceipt, writeUnitMessage } from '../../../shared/rules/unit-message.ts'

type ReceiptDetailProps = {
  id: string
  period: Period
  sayRule: SayRule
  nameOf: (code: string) => string
  onClose: () => void
  onAgain: (receipt: string) => void
}

function PanelHead({ name }: { name: string }) {
  const head = usePanelFocus<HTMLHeadingElement>()
  return (
    <h2 tabIndex={-1} ref={head}>
      {name}
    </h2>
  )
}

/** One file: when and how it came, everything that is said of it, what to send the unit. */
export function ReceiptDetail({ id, period, sayRule, nameOf, onClose, onAgain }: ReceiptDetailProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const { data, error } = useQuery(queries.submissions.receipt.queryOptions({ input: { id } }))
  if (error) return <Trouble error={error} />
  if (!data) return <Waiting />
  const matter = { file: data.name, receivedAt: data.receivedAt, period: namePeriod(period, language) }
  const hasArrived = data.state === 'imported' || data.state === 'used' || data.state === 'duplicate'
  const message =
    hasArrived && data.unit !== null
      ? writeReceipt({ ...matter, unit: nameOf(data.unit), isDuplicate: data.state === 'duplicate', toCheck: data.toCheck }, language)
      : writeUnitMessage(
          {
            ...matter,
            reasons: data.state === 'rejected' || data.state === 'attached' ? data.findings : [],
            unit: data.unit === null ? undefined : nameOf(data.unit),
            dueAt: period.dueAt,
          },
          language,
        )
  const reasons = [...new Set(data.findings.map((finding) => tellFinding(finding, sayRule, say)))]
  return (
    <section className="receipt-detail panel" aria-label={say(intakeTexts.details)}>
      <div className="message-head">
        <PanelHead key={id} name={data.name} />
        <Button variant="subtle" size="compact-md" aria-label={say(intakeTexts.close)} onClick={onClose}>
          <X size={20} aria-hidden />
        </Button>
      </div>
      <dl>
        <dt>{say(intakeTexts.state)}</dt>
        <dd>{say(receiptStateTexts[data.state])}</dd>
        <dt>{say(intakeTexts.unit)}</dt>
        <dd>{data.unit === null ? say(intakeTexts.unknownUnit) : nameOf(data.unit)}</dd>
        <dt>{say(intakeTexts.at)}</dt>
        <dd>{`${printInstant(data.receivedAt, language)} · ${say(channelTexts[data.channel])}`}</dd>
        <dt>{say(intakeTexts.imported)}</dt>
        <dd>{say(intakeTexts.importedBy, { actor: data.actor, at: printInstant(data.importedAt, language) })}</dd>
        <dt>{say(intakeTexts.path)}</dt>
        <dd className="path">{data.path}</dd>
      </dl>
      {reasons.length === 0 ? (
        <p>{say(intakeTexts.nothingToCheck)}</p>
      ) : (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <MessageBox text={message} />
      {data.unit !== null && data.submission !== null && <UnitVersions period={period.code} unit={data.unit} />}
      {data.unit !== null && (data.state === 'imported' || data.state === 'used') && (
        <p>
          <PlaceLink page="figures" params={{ q: nameOf(data.unit) }}>
            {say(intakeTexts.seeFigures)}
          </PlaceLink>
        </p>
      )}
      {data.canImportAgain && isAllowed('submissions.importAgain') && (
        <>
          <p className="quiet">{say(intakeTexts.againHow)}</p>
          <Button variant="default" onClick={() => onAgain(id)}>
            {say(intakeTexts.again)}
          </Button>
        </>
      )}
    </section>
  )
}

type Told = { rule: string; params: Readonly<Record<string, string | number>>; sheet: string | null; cell: string | null }

/** The rule's sentence, with the place before it where the sentence itself does not name it. */
function tellFinding({ rule, params, sheet, cell }: Told, sayRule: SayRule, say: ReturnType<typeof useLanguage>['say']): string {
  const reason = sayRule(rule, params)
  return sheet === null || cell === null || reason.includes(cell) ? reason : say(intakeTexts.where, { sheet, cell, reason })
}

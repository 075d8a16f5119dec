import { FileDown, Files, PencilLine, Phone, Table2 } from 'lucide-react'
import { traceOriginTexts } from '../../../shared/messages/trace-origin.ts'
import { channelTexts, unitKindTexts } from '../../../shared/messages/channel.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { registerPageTexts } from '../../../shared/messages/register-page.ts'
import type { Text } from '../../../shared/messages/text.ts'
import { unitStateWords } from '../../../shared/rules/unit-state-words.ts'
import { printMoment } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { PlaceLink } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import type { Reach, RegisterRow } from './register-rows.ts'
import { StateMark } from './state-mark.tsx'

const kindTexts: Readonly<Record<string, Text>> = unitKindTexts

type UnitTableProps = {
  rows: readonly RegisterRow[]
  /** By unit. */
  reaches: ReadonlyMap<string, Reach>
  /** The unit whose contact is shown beside the list. */
  chosen: string | undefined
  onContact: (unit: string) => void
  dueAt: string
  /** What is filtered; another filter begins at the top. */
  listKey: string
  /** Undefined where this person may not. */
  onTemplate: ((row: RegisterRow) => void) | undefined
  /** Whether figures can be keyed in for a unit by this person. */
  mayKey: boolean
}

/** The units in protocol order, any number of them. */
export function UnitTable({ rows, reaches, chosen, onContact, dueAt, listKey, onTemplate, mayKey }: UnitTableProps) {
  const { language, say } = useLanguage()
  const reachWords = (reach: Reach | undefined): string =>
    [reach?.words ?? '', reach && reach.calls > 0 ? say(contactPageTexts.calls, { count: formatSmallCount(reach.calls, language) }) : '']
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <VirtualTable
      label={say(registerPageTexts.table)}
      columns={9}
      rowProps={(index) => ({ 'aria-selected': rows[index]!.code === chosen })}
      count={rows.length}
      listKey={listKey}
      head={
        <>
          <th className="number">{say(registerPageTexts.order)}</th>
          <th>{say(registerPageTexts.unit)}</th>
          <th>{say(registerPageTexts.kind)}</th>
          <th>{say(registerPageTexts.state)}</th>
          <th>{say(registerPageTexts.receivedAt)}</th>
          <th>{say(registerPageTexts.channel)}</th>
          <th className="number">{say(registerPageTexts.versions)}</th>
          <th>{say(contactPageTexts.column)}</th>
          <th className="screen-only">{say(registerPageTexts.see)}</th>
        </>
      }
      row={(index) => {
        const row = rows[index]!
        const kind = kindTexts[row.kind]
        return (
          <>
            <td className="number">{formatCount(row.order, language)}</td>
            <th scope="row" title={row.name}>
              {row.name}
            </th>
            <td>{kind ? say(kind) : row.kind}</td>
            <td>
              <StateMark state={row.state} words={unitStateWords(row, dueAt, language)} />
              {row.keyed && <span> · {say(traceOriginTexts.keyed)}</span>}
            </td>
            <td className="moment">{row.receivedAt === null ? '' : printMoment(row.receivedAt)}</td>
            <td>{row.channel === null ? '' : say(channelTexts[row.channel])}</td>
            <td className="number">{row.versions === 0 ? '' : formatCount(row.versions, language)}</td>
            <td className="reach" title={reachWords(reaches.get(row.code))}>
              {reachWords(reaches.get(row.code))}
            </td>
            <td className="row-links screen-only">
              <button
                type="button"
                className="icon-button"
                title={say(contactPageTexts.open)}
                aria-label={say(contactPageTexts.openOf, { unit: row.name })}
                aria-pressed={row.code === chosen}
                onClick={() => onContact(row.code)}
              >
                <Phone size={18} aria-hidden />
              </button>
              <RowLinks row={row} onTemplate={onTemplate} mayKey={mayKey} />
            </td>
          </>
        )
      }}
    />
  )
}

function TemplateButton({ row, onTemplate }: { row: RegisterRow; onTemplate: (row: RegisterRow) => void }) {
  const { say } = useLanguage()
  return (
    <button
      type="button"
      className="icon-button"
      title={say(registerPageTexts.template)}
      aria-label={say(registerPageTexts.templateOf, { unit: row.name })}
      onClick={() => onTemplate(row)}
    >
      <FileDown size={18} aria-hidden />
    </button>
  )
}

function RowLinks({ row, onTemplate, mayKey }: { row: RegisterRow } & Pick<UnitTableProps, 'onTemplate' | 'mayKey'>) {
  const { say } = useLanguage()
  const unit = { unit: row.name }
  const keyIn = mayKey && (
    <PlaceLink
      page="intake"
      params={{ tab: 'attached', unit: row.code, begin: 'keyed' }}
      className="icon-button"
      title={say(registerPageTexts.keyIn)}
      aria-label={say(registerPageTexts.keyInOf, unit)}
    >
      <PencilLine size={18} aria-hidden />
    </PlaceLink>
  )
  if (row.state === 'pending')
    return (
      <PlaceLink page="intake" params={{ tab: 'waiting', unit: row.code }} aria-label={say(registerPageTexts.answerOf, unit)}>
        {say(registerPageTexts.answer)}
      </PlaceLink>
    )
  if (row.state === 'missing')
    return (
      <>
        {onTemplate && <TemplateButton row={row} onTemplate={onTemplate} />}
        {keyIn}
      </>
    )
  return (
    <>
      <PlaceLink
        page="figures"
        params={{ q: row.name }}
        className="icon-button"
        title={say(registerPageTexts.seeFigures)}
        aria-label={say(registerPageTexts.seeFiguresOf, unit)}
      >
        <Table2 size={18} aria-hidden />
      </PlaceLink>
      <PlaceLink
        page="intake"
        params={{ tab: 'received', unit: row.code }}
        className="icon-button"
        title={say(registerPageTexts.seeFiles)}
        aria-label={say(registerPageTexts.seeFilesOf, unit)}
      >
        <Files size={18} aria-hidden />
      </PlaceLink>
      {onTemplate && <TemplateButton row={row} onTemplate={onTemplate} />}
      {keyIn}
    </>
  )
}

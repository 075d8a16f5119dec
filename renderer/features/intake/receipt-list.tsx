import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { FileCheck, FileClock, FileQuestion, FileX, Paperclip, type LucideIcon } from 'lucide-react'
import type { ReceiptGroup, ReceiptRow } from '../../../shared/contract/receipts.ts'
import { channelTexts } from '../../../shared/messages/channel.ts'
import { intakeTexts, receiptStateTexts } from '../../../shared/messages/intake-page.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { printMoment } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'

const pageRows = 100

type ReceiptListProps = {
  period: string
  group: ReceiptGroup
  unit: string | undefined
  total: number
  sayRule: SayRule
  nameOf: (code: string) => string
}

const signs: Readonly<Record<ReceiptRow['state'], LucideIcon>> = {
  imported: FileCheck,
  used: FileCheck,
  replaced: FileClock,
  duplicate: FileClock,
  unused: FileX,
  moved: FileClock,
  waiting: FileQuestion,
  attached: Paperclip,
  rejected: FileX,
}

/** Everything received of one group, newest first; only the stretch in view is asked for. */
export function ReceiptList({ period, group, unit, total, sayRule, nameOf }: ReceiptListProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const [range, setRange] = useState({ first: 0, last: 0 })
  const firstPage = Math.floor(range.first / pageRows)
  const lastPage = Math.max(firstPage, Math.floor(Math.min(range.last, Math.max(0, total - 1)) / pageRows))
  const pages = useQueries({
    queries: Array.from({ length: lastPage - firstPage + 1 }, (_, index) =>
      queries.submissions.receipts.queryOptions({
        input: { period, group, ...(unit === undefined ? {} : { unit }), from: (firstPage + index) * pageRows, limit: pageRows },
      }),
    ),
  })
  const rowAt = (index: number): ReceiptRow | undefined => pages[Math.floor(index / pageRows) - firstPage]?.data?.rows[index % pageRows]
  const tell = (row: ReceiptRow): string => {
    if (row.finding) {
      const reason = sayRule(row.finding.rule, row.finding.params)
      return row.more === 0 ? reason : say(intakeTexts.moreReasons, { reason, count: formatSmallCount(row.more, language) })
    }
    return row.toCheck === 0 ? '' : say(intakeTexts.toCheck, { count: formatSmallCount(row.toCheck, language) })
  }
  return (
    <VirtualTable
      label={say(intakeTexts.tabs)}
      columns={6}
      count={total}
      listKey={`${group} ${unit ?? ''}`}
      onRange={(first, last) => setRange({ first, last })}
      head={
        <>
          <th>{say(intakeTexts.file)}</th>
          <th>{say(intakeTexts.unit)}</th>
          <th>{say(intakeTexts.state)}</th>
          <th>{say(intakeTexts.at)}</th>
          <th>{say(intakeTexts.channel)}</th>
          <th>{say(intakeTexts.what)}</th>
        </>
      }
      rowProps={(index) => ({ 'aria-selected': rowAt(index)?.id === params['file'] && params['file'] !== undefined })}
      row={(index) => {
        const row = rowAt(index)
        if (!row)
          return (
            <td colSpan={6} className="quiet">
              …
            </td>
          )
        const Sign = signs[row.state]
        const words = tell(row)
        return (
          <>
            <th scope="row" className="file-cell">
              <button type="button" className="link-button" title={row.name} onClick={() => set({ file: row.id })}>
                {row.name}
              </button>
            </th>
            <td className="unit-cell" title={row.unit === null ? undefined : nameOf(row.unit)}>
              {row.unit === null ? say(intakeTexts.unknownUnit) : nameOf(row.unit)}
            </td>
            <td>
              <span className="receipt-state" data-state={row.state}>
                <Sign size={18} aria-hidden />
                <span>{say(receiptStateTexts[row.state])}</span>
              </span>
            </td>
            <td className="moment">{printMoment(row.receivedAt)}</td>
            <td>{say(channelTexts[row.channel])}</td>
            <td className="what-cell" title={words}>
              {words}
            </td>
          </>
        )
      }}
    />
  )
}

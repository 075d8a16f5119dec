import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useRuleSayer } from '../../client/use-rule-sayer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import {
  arrangeRows,
  countLevels,
  filterRows,
  groupings,
  levelOf,
  levels,
  readGrouping,
  readLevel,
  toRows,
  type FindingRow,
  type Level,
} from './arrange-findings.ts'
import { SettlingDesk } from './settling-desk.tsx'
import { TakeAnswers } from './unit-questions.tsx'
import './reconcile.css'

/** What disagrees, settled one by one. */
export function ReconcilePage({ period }: PageProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const found = useQuery(queries.findings.browse.queryOptions({ input: period ? { period: period.code } : skipToken }))
  const rows = useMemo(() => found.data && toRows(found.data), [found.data])
  if (!period)
    return (
      <>
        <PageHead title={say(reconcilePageTexts.title)} />
        <EmptyState title={say(reconcilePageTexts.noPeriod)} how={say(reconcilePageTexts.noPeriodHow)}>
          <PlaceLink page="start">{say(reconcilePageTexts.openPeriod)}</PlaceLink>
        </EmptyState>
      </>
    )
  if (found.error) return <Trouble error={found.error} />
  if (!rows) return <Waiting />
  return <Findings key={period.code} period={period} rows={rows} />
}

function Findings({ period, rows: all }: { period: Period; rows: readonly FindingRow[] }) {
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const sayRule = useRuleSayer(period.code)
  const my = useMyUnits(period.code)
  const rows = useMemo(
    () => (my.isOnly ? all.filter(({ unit }) => unit !== null && my.mine.has(unit.code)) : all),
    [all, my.isOnly, my.mine],
  )
  const counts = useMemo(() => countLevels(rows), [rows])
  const wanted = params['finding']
  const linked = useMemo(() => rows.find(({ id }) => id === wanted), [rows, wanted])
  // A link to a finding shows it wherever it stands; otherwise what must be settled comes first.
  const level = readLevel(params['level']) ?? (linked ? levelOf(linked) : 'blocking')
  const grouping = readGrouping(params['by'])
  const [find, setFind] = useState(params['find'] ?? '')
  const sought = useDeferredValue(find)
  const entries = useMemo(() => arrangeRows(filterRows(rows, level, sought, sayRule), grouping), [rows, level, sought, sayRule, grouping])
  const print = (count: number): string => formatSmallCount(count, language)
  const nameOf = (one: Level): string => say(one === 'settled' ? reconcilePageTexts.settled : severityTexts[one])
  const choose = (one: Level): void => set({ level: one, finding: undefined })
  const tabs = levels.map((one) => ({
    value: one,
    label: say(reconcilePageTexts.level, { level: nameOf(one), count: print(counts[one]) }),
  }))
  return (
    <>
      <PageHead title={say(reconcilePageTexts.title)}>
        <TakeAnswers />
      </PageHead>
      <div className="reconcile-tools">
        <SegmentedControl
          aria-label={say(reconcilePageTexts.levels)}
          transitionDuration={0}
          value={level}
          onChange={(one) => choose(readLevel(one) ?? 'blocking')}
          data={tabs}
        />
        <SegmentedControl
          aria-label={say(reconcilePageTexts.grouping)}
          transitionDuration={0}
          value={grouping}
          onChange={(by) => set({ by }, { replace: true })}
          data={groupings.map((by) => ({ value: by, label: say(by === 'unit' ? reconcilePageTexts.byUnit : reconcilePageTexts.byRule) }))}
        />
      </div>
      <SettlingDesk
        period={period}
        rows={rows}
        entries={entries}
        grouping={grouping}
        sayRule={sayRule}
        find={
          <div className="reconcile-seek">
            <TextInput
              className="reconcile-find"
              type="search"
              aria-label={say(reconcilePageTexts.find)}
              placeholder={say(reconcilePageTexts.find)}
              value={find}
              onChange={(event) => {
                setFind(event.currentTarget.value)
                set({ find: event.currentTarget.value || undefined }, { replace: true })
              }}
            />
            {my.mine.size > 0 && (
              <Checkbox
                label={say(contactPageTexts.mine)}
                checked={my.isOnly}
                onChange={(event) => my.setOnly(event.currentTarget.checked)}
              />
            )}
          </div>
        }
        empty={
          <Nothing
            level={level}
            isSought={sought !== '' && counts[level] > 0}
            isMine={my.isOnly}
            warnings={counts.warning}
            onSee={() => choose('warning')}
          />
        }
      />
    </>
  )
}

type NothingProps = { level: Level; isSought: boolean; isMine: boolean; warnings: number; onSee: () => void }

function Nothing({ level, isSought, isMine, warnings, onSee }: NothingProps) {
  const { language, say } = useLanguage()
  const count = formatSmallCount(warnings, language)
  if (isSought) return <p className="quiet">{say(reconcilePageTexts.noneFound)}</p>
  if (isMine) return <p className="quiet">{say(contactPageTexts.noneMine)}</p>
  if (level !== 'blocking') return <EmptyState title={say(reconcilePageTexts.emptyLevel)} how={say(reconcilePageTexts.emptyHow)} />
  const how = warnings > 0 ? say(reconcilePageTexts.emptyBlockingNext, { count }) : say(reconcilePageTexts.emptyHow)
  return (
    <EmptyState title={say(reconcilePageTexts.emptyBlocking)} how={how}>
      {warnings > 0 && (
        <button type="button" className="as-link" onClick={onSee}>
          {say(reconcilePageTexts.seeWarnings, { count })}
        </button>
      )}
    </EmptyState>
  )
}

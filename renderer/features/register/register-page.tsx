import { Button, Checkbox, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { RegisterSheet } from '../../../shared/contract/submissions.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { contactPageTexts } from '../../../shared/messages/contact-page.ts'
import { registerPageTexts } from '../../../shared/messages/register-page.ts'
import { namePeriod } from '../../../shared/rules/name-period.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useMyUnits } from '../../client/use-my-units.ts'
import { useSession } from '../../client/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import '../../ui/data-table.css'
import { AssignDialog } from './assign-dialog.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { CopyList } from './copy-list.tsx'
import { stateName } from './message-list.ts'
import './register.css'
import { countStates, filterRows, readState, toReaches, toRows, unitStates, type UnitState } from './register-rows.ts'
import { UrgeDialog } from './urge-dialog.tsx'
import { UnitTable } from './unit-table.tsx'
import { useUnitTemplate } from './use-unit-template.tsx'

/** Who has sent, who is late, who has not. */
export function RegisterPage({ period }: PageProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const sheet = useQuery(queries.submissions.registerSheet.queryOptions({ input: period ? { period: period.code } : skipToken }))
  if (!period)
    return (
      <>
        <PageHead title={say(registerPageTexts.title)} />
        <EmptyState title={say(registerPageTexts.noPeriod)} how={say(registerPageTexts.noPeriodHow)}>
          <PlaceLink page="start">{say(registerPageTexts.openPeriod)}</PlaceLink>
        </EmptyState>
      </>
    )
  if (sheet.error) return <Trouble error={sheet.error} />
  if (!sheet.data) return <Waiting />
  return <Register key={period.code} period={period} sheet={sheet.data} onFresh={() => sheet.refetch()} />
}

type RegisterProps = { period: Period; sheet: RegisterSheet; onFresh: () => Promise<unknown> }

function Register({ period, sheet, onFresh }: RegisterProps) {
  const { host, queries } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const template = useUnitTemplate(period.code)
  const [find, setFind] = useState(params['find'] ?? '')
  const state = readState(params['state'])
  const rows = useMemo(() => toRows(sheet), [sheet])
  const my = useMyUnits(period.code)
  const own = useMemo(() => (my.isOnly ? rows.filter(({ code }) => my.mine.has(code)) : rows), [rows, my.isOnly, my.mine])
  const counts = useMemo(() => countStates(own), [own])
  const shown = useMemo(() => filterRows(own, { state, find }), [own, state, find])
  const contacts = useQuery(queries.contacts.list.queryOptions({ input: { period: period.code } }))
  const reaches = useMemo(() => toReaches(contacts.data), [contacts.data])
  const panel = rows.find(({ code }) => code === params['contact'])
  const actor = useSession()?.actor ?? ''
  const [isAssigning, setAssigning] = useState(false)
  const [assigned, setAssigned] = useState<{ count: number; clerk: string }>()
  const type = (text: string): void => {
    setFind(text)
    set({ find: text === '' ? undefined : text }, { replace: true })
  }
  // What is printed says of which moment it is: the list is asked for once more, so that it is this one.
  const print = async (): Promise<void> => {
    await onFresh()
    host.print()
  }
  const moment = { period: namePeriod(period, language), due: printInstant(sheet.dueAt, language), at: printInstant(sheet.asOf, language) }
  const isFiltered = state !== null || find !== ''
  return (
    <div className="register-page">
      <PageHead
        title={say(registerPageTexts.title)}
        about={[say(registerPageTexts.asOf, moment), ...(my.isOnly ? [say(contactPageTexts.onlyMine, { actor })] : [])].join(' ')}
      >
        <CopyList rows={shown} period={moment.period} dueAt={sheet.dueAt} asOf={sheet.asOf} state={state} />
        <Button variant="default" onClick={() => void print()}>
          {say(registerPageTexts.print)}
        </Button>
        <UrgeDialog period={period.code} rows={rows} />
      </PageHead>
      <Counters counts={counts} state={state} onState={(chosen) => set({ state: chosen ?? undefined })} />
      <div className="register-tools">
        <TextInput
          type="search"
          aria-label={say(registerPageTexts.search)}
          placeholder={say(registerPageTexts.search)}
          value={find}
          onChange={(event) => type(event.currentTarget.value)}
        />
        {my.mine.size > 0 && (
          <Checkbox label={say(contactPageTexts.mine)} checked={my.isOnly} onChange={(event) => my.setOnly(event.currentTarget.checked)} />
        )}
        <span role="status">{say(registerPageTexts.shown, { count: formatSmallCount(shown.length, language) })}</span>
        {isFiltered && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => {
              setFind('')
              set({ find: undefined, state: undefined })
            }}
          >
            {say(registerPageTexts.clear)}
          </Button>
        )}
        {isAllowed('contacts.assign') && contacts.data && shown.length > 0 && (
          <Button variant="subtle" size="compact-md" onClick={() => setAssigning(true)}>
            {say(contactPageTexts.assign)}
          </Button>
        )}
        {assigned && (
          <span role="status">
            {say(contactPageTexts.assigned, { count: formatSmallCount(assigned.count, language), clerk: assigned.clerk })}
          </span>
        )}
        {template.live.job && template.live.job.state !== 'done' && <JobProgress job={template.live.job} onStop={template.live.stop} />}
        {template.live.job?.state === 'done' && template.unit && (
          <span role="status">{say(registerPageTexts.templateDone, { unit: template.unit.name })}</span>
        )}
      </div>
      {isAssigning && contacts.data && (
        <AssignDialog
          rows={shown}
          desks={contacts.data.desks}
          actor={actor}
          onClose={() => setAssigning(false)}
          onDone={(count, clerk) => {
            setAssigning(false)
            setAssigned({ count, clerk })
          }}
        />
      )}
      {template.trouble !== undefined && <Trouble error={template.trouble} />}
      <div className={panel ? 'register-desk with-panel' : 'register-desk'}>
        {shown.length === 0 ? (
          <p className="none">{say(registerPageTexts.none)}</p>
        ) : (
          <UnitTable
            rows={shown}
            reaches={reaches}
            dueAt={sheet.dueAt}
            listKey={`${state ?? ''} ${find} ${my.isOnly}`}
            chosen={panel?.code}
            onContact={(code) => set({ contact: code }, { replace: true })}
            onTemplate={isAllowed('templates.write') ? template.write : undefined}
            mayKey={isAllowed('keyed.start') && period.state === 'open'}
          />
        )}
        {panel && (
          <ContactPanel key={panel.code} period={period.code} unit={panel} onClose={() => set({ contact: undefined }, { replace: true })} />
        )}
      </div>
    </div>
  )
}

type CountersProps = { counts: Readonly<Record<UnitState, number>>; state: UnitState | null; onState: (state: UnitState | null) => void }

/** Pressed once it shows only these, pressed again all. */
function Counters({ counts, state, onState }: CountersProps) {
  const { language, say } = useLanguage()
  return (
    <div className="counters" role="group" aria-label={say(registerPageTexts.counters)}>
      {unitStates.map((one) => (
        <button
          key={one}
          type="button"
          className="counter"
          data-state={one}
          aria-pressed={state === one}
          onClick={() => onState(state === one ? null : one)}
        >
          <span className="counter-count">{formatSmallCount(counts[one], language)}</span>
          <span>{stateName(one, language)}</span>
        </button>
      ))}
    </div>
  )
}

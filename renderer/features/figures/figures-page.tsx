import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FiguresGrid } from '../../../shared/contract/figures.ts'
import type { Period } from '../../../shared/domain/period.ts'
import type { Programme } from '../../../shared/domain/programme.ts'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { pageTexts } from '../../../shared/messages/page.ts'
import { fieldsOfColumn } from '../../../shared/rules/grid-columns.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { PageProps } from '../../client/page-props.ts'
import { usePlace } from '../../client/place.tsx'
import { traceAddress } from '../../client/trace-address.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { JobProgress } from '../../ui/job-progress.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFillHeight } from '../../ui/use-fill-height.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { DetailBar, StatusBar } from './detail-bar.tsx'
import { FigureGrid } from './figure-grid.tsx'
import { FindBar } from './find-bar.tsx'
import { findCell } from './find-cell.ts'
import { PrintTable } from './print-table.tsx'
import { isFiltered, noFilter, readSettings, writeSettings, type TableSettings } from './table-settings.ts'
import { TableTools, ViewTools } from './table-tools.tsx'
import { rowAt } from './table-view.ts'
import { useExport } from './use-export.tsx'
import { useRem } from './use-rem.tsx'
import { useSelection, writeKey } from './use-selection.ts'
import { useTable } from './use-table.ts'
import type { CellPlace } from './move-cell.ts'
import './figures.css'

/** Every figure of a period, in a table with the manners of a sheet. */
export function FiguresPage({ period }: PageProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { go } = usePlace()
  const input = period ? { period: period.code } : skipToken
  const grid = useQuery(queries.figures.grid.queryOptions({ input }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input }))
  const error = grid.error ?? programme.error
  if (error && !grid.data) return <Trouble error={error} />
  if (!period)
    return (
      <>
        <PageHead title={say(pageTexts.figures)} />
        <EmptyState title={say(figuresTexts.noPeriod)} how={say(figuresTexts.noPeriodHow)}>
          <Button onClick={() => go('start')}>{say(figuresTexts.openPeriod)}</Button>
        </EmptyState>
      </>
    )
  if (!grid.data || !programme.data) return <Waiting />
  if (grid.data.states.every((state) => state === 'missing' || state === 'pending'))
    return (
      <>
        <PageHead title={say(pageTexts.figures)} />
        <EmptyState title={say(figuresTexts.nothing)} how={say(figuresTexts.nothingHow)}>
          <Button onClick={() => go('intake')}>{say(figuresTexts.takeIn)}</Button>
        </EmptyState>
      </>
    )
  return <Table key={period.code} period={period} grid={grid.data} programme={programme.data} />
}

const writeAfterMs = 400

function Table({ period, grid, programme }: { period: Period; grid: FiguresGrid; programme: Programme }) {
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const { host } = useEngine()
  const settings = useMemo(() => readSettings(params), [params])
  const { view, groups, units } = useTable(grid, programme, settings)
  const { selection, select, activeKey } = useSelection(view, params['at'])
  const [isFinding, setFinding] = useState(false)
  const table = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const exported = useExport(period.code, view)
  const canExport = useAllowed()('figures.exportGrid')
  useFillHeight(page)
  const rem = useRem()

  // The address follows the keys when they rest: a step of the history for each would be felt.
  const at = writeKey(activeKey)
  const setLater = useRef(set)
  useEffect(() => {
    setLater.current = set
  }, [set])
  useEffect(() => {
    if (params['at'] === at || (params['at'] === undefined && at === '*/name')) return undefined
    const timer = setTimeout(() => setLater.current({ at }, { replace: true }), writeAfterMs)
    return () => clearTimeout(timer)
  }, [at, params])

  const change = useCallback(
    (part: Partial<TableSettings>, options?: { replace?: boolean }) => set({ ...writeSettings(part), at }, options),
    [set, at],
  )
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || !event.ctrlKey || event.altKey || event.shiftKey || event.code !== 'KeyF') return
      event.preventDefault()
      setFinding(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  const traceOf = (place: CellPlace): string | undefined => {
    const [row, column] = [rowAt(view, place.row), view.columns[place.column - 1]]
    if (row.kind !== 'unit' || !column || units.states[row.place] === 'missing' || units.states[row.place] === 'pending') return undefined
    return traceAddress(fieldsOfColumn(column).map((input) => ({ unit: units.codes[row.place]!, input })))
  }
  const open = (place: CellPlace): void => {
    const trace = traceOf(place)
    if (trace !== undefined) set({ trace, at })
  }
  const find = (text: string, backwards: boolean): boolean => {
    const found = findCell(view, text, selection.active, language, backwards)
    if (found) select({ anchor: found, active: found })
    return found !== undefined
  }
  const shown = view.rows.filter(({ kind }) => kind === 'unit').length
  return (
    <div ref={page} className="figures-page">
      <PageHead
        title={say(pageTexts.figures)}
        about={say(figuresTexts.about, { from: printDay(period.from), to: printDay(period.cutOff) })}
      >
        <ViewTools settings={settings} onChange={change} />
        <Button variant="default" onClick={() => host.print()}>
          {say(figuresTexts.print)}
        </Button>
        {canExport && (
          <Button loading={exported.isBusy} onClick={exported.run}>
            {say(figuresTexts.export)}
          </Button>
        )}
      </PageHead>
      {exported.trouble !== undefined && <Trouble error={exported.trouble} />}
      {exported.job && <JobProgress job={exported.job} onStop={exported.stop} />}
      <TableTools units={units} columns={view.columns} settings={settings} onChange={change} />
      {isFinding && (
        <FindBar
          onFind={find}
          onClose={() => {
            setFinding(false)
            table.current?.focus()
          }}
        />
      )}
      <DetailBar
        view={view}
        selection={selection}
        onOpen={traceOf(selection.active) === undefined ? undefined : () => open(selection.active)}
      />
      <FigureGrid
        ref={table}
        view={view}
        groups={groups}
        settings={settings}
        onChange={change}
        selection={selection}
        onSelect={select}
        onOpen={open}
        rem={rem}
      />
      {shown === 0 && (
        <p className="no-match" role="status">
          {say(figuresTexts.noMatch)}
        </p>
      )}
      <StatusBar
        view={view}
        selection={selection}
        shown={shown}
        all={units.codes.length}
        onClear={isFiltered(settings) ? () => change(noFilter) : undefined}
      />
      <PrintTable view={view} groups={groups} />
    </div>
  )
}

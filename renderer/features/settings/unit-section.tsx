import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useMemo, useRef } from 'react'
import type { Unit } from '../../../shared/domain/unit.ts'
import { lineTexts } from '../../../shared/messages/reconcile.ts'
import { unitTableTexts } from '../../../shared/messages/settings.ts'
import { printDay } from '../../../shared/vietnamese/dates.ts'
import { formatCount, formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { searchFold } from '../../../shared/vietnamese/text-key.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'

const noUnits: readonly Unit[] = []

/** Every unit there is, in protocol order; found without tone marks. */
export function UnitSection() {
  const { queries, host } = useEngine()
  const { language, say } = useLanguage()
  const { params, set } = usePlace()
  const isAllowed = useAllowed()
  const units = useQuery(queries.units.list.queryOptions({ input: {} }))
  const take = useMutation(queries.units.import.mutationOptions())
  const typed = params['find'] ?? ''
  const all = units.data ?? noUnits
  // Five thousand names take a moment to fold: neither the first page nor the letters that are typed wait for that.
  const wanted = useDeferredValue(typed)
  const isSearched = wanted !== ''
  const folded = useMemo(
    () => (isSearched ? all.map((unit) => ({ unit, text: searchFold([unit.name, unit.code, ...unit.aliases].join(' ')) })) : []),
    [all, isSearched],
  )
  const shown = useMemo(() => {
    if (!isSearched) return all
    const words = searchFold(wanted).split(' ')
    return folded.filter(({ text }) => words.every((word) => text.includes(word))).map(({ unit }) => unit)
  }, [all, folded, isSearched, wanted])
  if (units.error) return <Trouble error={units.error} />
  if (!units.data) return <Waiting />

  const importList = async (): Promise<void> => {
    const { staged } = await host.chooseFiles({ accept: '.xlsx' })
    const [file] = staged
    if (file) take.mutate({ file: file.file })
  }
  return (
    <>
      <div className="toolbar">
        <TextInput
          className="grow"
          type="search"
          label={say(unitTableTexts.find)}
          placeholder={say(unitTableTexts.findHow)}
          value={typed}
          onChange={(event) => set({ find: event.currentTarget.value === '' ? undefined : event.currentTarget.value }, { replace: true })}
        />
        {isAllowed('units.import') && (
          <Button variant="default" loading={take.isPending} onClick={() => void importList()}>
            {say(unitTableTexts.import)}
          </Button>
        )}
        <p className="count" role="status">
          {say(unitTableTexts.count, { count: formatCount(shown.length, language) })}
        </p>
      </div>
      {take.error && <Trouble error={take.error} />}
      {take.data && (
        <Notice role="status">
          {say(unitTableTexts.imported, {
            added: formatSmallCount(take.data.added, language),
            changed: formatSmallCount(take.data.changed, language),
            unchanged: formatSmallCount(take.data.unchanged, language),
          })}
        </Notice>
      )}
      {isAllowed('units.import') && <p className="about">{say(unitTableTexts.importHow)}</p>}
      {shown.length === 0 ? <p>{say(unitTableTexts.none)}</p> : <UnitTable units={shown} />}
    </>
  )
}

function UnitTable({ units }: { units: readonly Unit[] }) {
  const { say } = useLanguage()
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 2.25 * parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 20,
  })
  const visible = rows.getVirtualItems()
  const before = visible[0]?.start ?? 0
  const after = rows.getTotalSize() - (visible.at(-1)?.end ?? 0)
  return (
    <div className="panel unit-scroll" ref={scroll} tabIndex={0}>
      <table className="data-table" aria-rowcount={units.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">{say(unitTableTexts.name)}</th>
            <th scope="col">{say(unitTableTexts.code)}</th>
            <th scope="col">{say(unitTableTexts.line)}</th>
            <th scope="col">{say(unitTableTexts.valid)}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden />}
          {visible.map(({ index }) => {
            const unit = units[index]!
            return (
              <tr key={unit.code} aria-rowindex={index + 2}>
                <td className="number">{unit.rank}</td>
                <td>
                  {unit.name}
                  {unit.aliases.length > 0 && <span className="code"> ({unit.aliases.join(', ')})</span>}
                </td>
                <td className="code">{unit.code}</td>
                <td>{lineName(unit.line, say)}</td>
                <td>{validity(unit, say)}</td>
              </tr>
            )
          })}
          {after > 0 && <tr style={{ height: after }} aria-hidden />}
        </tbody>
      </table>
    </div>
  )
}

type Say = ReturnType<typeof useLanguage>['say']

const lineName = (line: string, say: Say): string =>
  Object.hasOwn(lineTexts, line) ? say(lineTexts[line as keyof typeof lineTexts]) : line

function validity({ validFrom, validTo }: Unit, say: Say): string {
  const parts = [
    ...(validFrom === null ? [] : [say(unitTableTexts.from, { from: printDay(validFrom) })]),
    ...(validTo === null ? [] : [say(unitTableTexts.until, { to: printDay(validTo) })]),
  ]
  return parts.length === 0 ? say(unitTableTexts.always) : parts.join(' ')
}

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { ruleName } from '../../../shared/messages/rule-names.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { isAnsweredAtIntake } from '../../../shared/rules/answered-at-intake.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FindingMarks } from './finding-marks.tsx'
import { fileOf, paramsOf, type FindingRow, type Grouping, type ListEntry } from './arrange-findings.ts'

type FindingListProps = {
  entries: readonly ListEntry[]
  grouping: Grouping
  chosen: string | undefined
  sayRule: SayRule
  onChoose: (id: string) => void
  /** Enter on a finding. */
  onOpen: () => void
}

const rem = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize)

/** One stop for Tab; the arrows choose. Only what is in view is drawn. */
export function FindingList({ entries, grouping, chosen, sayRule, onChoose, onOpen }: FindingListProps) {
  const { language, say } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (entries[index]?.kind === 'group' ? 2.25 : 5.25) * rem(),
    overscan: 8,
  })
  const place = entries.findIndex((entry) => entry.kind === 'finding' && entry.row.id === chosen)
  useEffect(() => {
    virtualizer.measure()
  }, [virtualizer, entries])
  useEffect(() => {
    if (place >= 0) virtualizer.scrollToIndex(place)
  }, [virtualizer, place])

  const move = (by: number): void => {
    for (let next = place + by; next >= 0 && next < entries.length; next += by) {
      const entry = entries[next]!
      if (entry.kind === 'finding') return onChoose(entry.row.id)
    }
  }
  const edge = (entry: ListEntry | undefined): void => {
    if (entry?.kind === 'finding') onChoose(entry.row.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process' || event.altKey || event.ctrlKey) return
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Home: () => edge(entries.find(({ kind }) => kind === 'finding')),
      End: () => edge(entries.at(-1)),
      Enter: onOpen,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const unitWords = ({ unit, rule }: FindingRow): string =>
    unit?.name ?? say(isAnsweredAtIntake(rule) ? reconcilePageTexts.unknownUnit : reconcilePageTexts.province)
  const nameGroup = (entry: Extract<ListEntry, { kind: 'group' }>): string => {
    const name = ruleName(entry.key)
    if (grouping === 'rule') return name ? say(name) : entry.key
    return unitWords(entry.first)
  }
  return (
    <div
      className="finding-list"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={say(reconcilePageTexts.list)}
      aria-activedescendant={place >= 0 ? `finding-${chosen}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const entry = entries[index]!
          const style = { transform: `translateY(${start}px)`, height: size }
          if (entry.kind === 'group')
            return (
              <div key={`group ${entry.key}`} className="finding-group" role="presentation" style={style}>
                <span title={nameGroup(entry)}>{nameGroup(entry)}</span>
                <span>({formatSmallCount(entry.rows, language)})</span>
              </div>
            )
          const { id, rule, unit } = entry.row
          const sentence = sayRule(rule, paramsOf(entry.row))
          return (
            <div
              key={id}
              id={`finding-${id}`}
              className="finding-row"
              role="option"
              aria-selected={id === chosen}
              style={style}
              onClick={() => onChoose(id)}
            >
              <span>
                {grouping === 'rule' && !(unit && sentence.startsWith(unit.name)) && <strong>{unitWords(entry.row)}: </strong>}
                {sentence}
              </span>
              <FindingMarks row={entry.row} file={fileOf(entry.row)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

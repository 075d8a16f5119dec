import type { DocumentBlock } from './intake-values.ts'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { useLanguage } from '../../ui/language.tsx'
import { blockText, togglePicked } from './pick-passages.ts'

type DocumentPickerProps = {
  blocks: readonly DocumentBlock[]
  /** The block that the keyboard is at. */
  at: number | undefined
  onAt: (place: number) => void
  picked: ReadonlySet<number>
  onPick: (picked: ReadonlySet<number>) => void
}

const idOf = (place: number): string => `block-${place}`
const jump = 8

/** A document block by block; arrows go through it, Space picks, a heading stands for all that is under it. */
export function DocumentPicker({ blocks, at, onAt, picked, onPick }: DocumentPickerProps) {
  const { say } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (at !== undefined) document.getElementById(idOf(at))?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const index = blocks.findIndex(({ place }) => place === at)
  const go = (to: number): void => {
    const block = blocks[Math.max(0, Math.min(blocks.length - 1, to))]
    if (block) onAt(block.place)
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: jump,
    PageUp: -jump,
    Home: -blocks.length,
    End: blocks.length,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process' || event.ctrlKey || event.altKey || event.metaKey) return
    const step = steps[event.key]
    if (step !== undefined) go(index + step)
    else if (event.key === ' ' && at !== undefined) onPick(togglePicked(picked, blocks, at))
    else return
    event.preventDefault()
  }
  return (
    <div
      className="document-picker"
      ref={box}
      role="listbox"
      aria-multiselectable
      tabIndex={0}
      aria-label={say(papersPageTexts.document)}
      aria-activedescendant={at === undefined ? undefined : idOf(at)}
      onKeyDown={onKeyDown}
    >
      {blocks.map((block) => (
        <div
          key={block.place}
          id={idOf(block.place)}
          role="option"
          aria-selected={picked.has(block.place)}
          className="document-block"
          data-kind={block.kind}
          data-level={block.kind === 'heading' ? Math.min(block.level, 3) : undefined}
          data-at={block.place === at || undefined}
          onClick={() => {
            onAt(block.place)
            onPick(togglePicked(picked, blocks, block.place))
            box.current?.focus()
          }}
        >
          {blockText(block)}
        </div>
      ))}
    </div>
  )
}

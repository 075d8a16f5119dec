import { ActionIcon, Button } from '@mantine/core'
import { Maximize2, Minimize2, X } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState, type CSSProperties, type RefObject } from 'react'
import type { Period } from '../../../shared/domain/period.ts'
import { traceTexts } from '../../../shared/messages/trace.ts'
import { usePlace } from '../../client/place.tsx'
import { readTraceAddress } from '../../client/trace-address.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TracedInputs } from './traced-inputs.tsx'
import './trace.css'

/** The origin of one figure or two, beside the page they stand on. */
export function TracePanel({ period }: { period: Period | undefined }) {
  const { say } = useLanguage()
  const { params, set } = usePlace()
  const panel = useRef<HTMLElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const headId = useId()
  const isWide = params['traceSize'] === 'wide'
  const inputs = readTraceAddress(params['trace'])
  const giveBack = useOpener(head)
  const close = (): void => {
    set({ trace: undefined, traceSize: undefined })
    giveBack()
  }
  useEscape(panel, close)
  const above = useStripHeight()
  return (
    <aside
      className="aside trace"
      ref={panel}
      aria-labelledby={headId}
      data-size={isWide ? 'wide' : undefined}
      style={{ '--above': `${above}px` } as CSSProperties}
    >
      <header className="trace-head">
        <h2 id={headId} ref={head} tabIndex={-1}>
          {say(traceTexts.title)}
        </h2>
        <Button
          variant="default"
          leftSection={isWide ? <Minimize2 size={18} aria-hidden /> : <Maximize2 size={18} aria-hidden />}
          onClick={() => set({ traceSize: isWide ? undefined : 'wide' }, { replace: true })}
        >
          {say(isWide ? traceTexts.narrow : traceTexts.widen)}
        </Button>
        <ActionIcon variant="default" size="2.25rem" aria-label={say(traceTexts.close)} title={say(traceTexts.close)} onClick={close}>
          <X size={20} />
        </ActionIcon>
      </header>
      {!period ? (
        <Notice role="status">{say(traceTexts.noPeriod)}</Notice>
      ) : inputs.length === 0 ? (
        <Notice role="status">{say(traceTexts.badAddress)}</Notice>
      ) : (
        <TracedInputs period={period} inputs={inputs} isWide={isWide} />
      )}
    </aside>
  )
}

/** The focus moves to the panel when a key opened it, and goes back to what opened it. */
function useOpener(head: RefObject<HTMLElement | null>): () => void {
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    opener.current = document.activeElement
    // A click leaves no visible focus, an address none at all: then the focus stays where it is.
    if (opener.current !== document.body && opener.current?.matches(':focus-visible')) head.current?.focus()
  }, [head])
  return () => {
    const { current } = opener
    if (current instanceof HTMLElement && current.isConnected && current !== document.body) current.focus()
    else document.getElementById('page')?.focus()
  }
}

/** Esc closes, unless something nearer has a use for it: a field of the page, an open list or dialog. */
function useEscape(panel: RefObject<HTMLElement | null>, close: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    const others = document.querySelectorAll('[role="dialog"], [role="listbox"], [role="menu"]')
    if ([...others].some((other) => other.checkVisibility())) return
    const { target } = event
    const isField = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')
    if (isField && !panel.current?.contains(target)) return
    close()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** The strip above grows by a line where the window is narrow or the text large; the panel fills what it leaves. */
function useStripHeight(): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const strip = document.querySelector<HTMLElement>('.strip')
    if (!strip) return undefined
    const watcher = new ResizeObserver(() => setHeight(strip.offsetHeight))
    watcher.observe(strip)
    return () => watcher.disconnect()
  }, [])
  return height
}

import { ActionIcon, Button } from '@mantine/core'
import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { pdfTexts } from '../../shared/messages/pdf-pages.ts'
import { useLanguage } from './language.tsx'
import { Notice } from './notice.tsx'
import { isLocked, openPdf, readTexts, type OpenPdf, type PageSize } from './pdf-document.ts'
import { PdfSheet } from './pdf-sheet.tsx'
import { useNearPages } from './use-near-pages.ts'

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const
const fitStep = zoomSteps.indexOf(1)
/** Fitted to a wide window a page would be read from across the room. */
const widestFit = 1.4
const margin = 32

export type PdfPagesProps = {
  /** The file itself; another array is another file. */
  bytes: Uint8Array
  /** What the document is called, for people who hear the page. */
  name: string
  /** The page to go to, from 1; another object is another wish, also for the same page. */
  goal?: Readonly<{ page: number }> | undefined
  /** Given the text of each page once, after they are shown. */
  onTexts?: ((texts: string[]) => void) | undefined
  /** Told when another page comes into view. */
  onPage?: ((page: number) => void) | undefined
}

export function PdfView({ bytes, onTexts, ...rest }: PdfPagesProps) {
  const { say } = useLanguage()
  const [opened, setOpened] = useState<{ of: Uint8Array; pdf?: OpenPdf; error?: unknown }>()
  const wantsTexts = useEffectEvent(() => onTexts !== undefined)
  const giveTexts = useEffectEvent((texts: string[]) => onTexts?.(texts))
  useEffect(() => {
    let isWanted = true
    let pdf: OpenPdf | undefined
    const open = async (): Promise<void> => {
      try {
        const found = await openPdf(bytes)
        if (!isWanted) return found.close()
        pdf = found
        setOpened({ of: bytes, pdf: found })
        const texts = wantsTexts() ? await readTexts(found.pages, () => isWanted) : undefined
        if (texts && isWanted) giveTexts(texts)
      } catch (error) {
        if (isWanted) setOpened({ of: bytes, error })
      }
    }
    void open()
    return () => {
      isWanted = false
      pdf?.close()
    }
  }, [bytes])
  if (opened?.of !== bytes)
    return (
      <p className="waiting pdf-opening" role="status">
        {say(pdfTexts.opening)}
      </p>
    )
  if (!opened.pdf) return <Notice role="alert">{say(isLocked(opened.error) ? pdfTexts.locked : pdfTexts.unreadable)}</Notice>
  return <Pages key={opened.pdf.document.fingerprints[0]} pdf={opened.pdf} {...rest} />
}

function Pages({ pdf: { pages, sizes }, name, goal, onPage }: Omit<PdfPagesProps, 'bytes' | 'onTexts'> & { pdf: OpenPdf }) {
  const { say } = useLanguage()
  const desk = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState<number>(fitStep)
  const [room, setRoom] = useState(0)
  // Each page fits by itself: a few landscape appendices must not make the upright pages small.
  const scaleOf = ({ width }: PageSize): number => Math.min(Math.max(room - margin, 160) / width, widestFit) * zoomSteps[step]!
  const { near, current } = useNearPages(desk, pages.length)

  useEffect(() => {
    const box = desk.current
    if (!box) return undefined
    const watcher = new ResizeObserver(() => setRoom(box.clientWidth))
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [])

  const show = useCallback((page: number): void => {
    const sheet = desk.current?.querySelector<HTMLElement>(`[data-page="${page}"]`)
    if (sheet && desk.current) desk.current.scrollTop = sheet.offsetTop - 8
  }, [])

  const isLaidOut = room > 0
  const tell = useEffectEvent((page: number) => onPage?.(page))
  useEffect(() => tell(current), [current])
  useEffect(() => {
    if (isLaidOut && goal) show(goal.page)
  }, [goal, isLaidOut, show])

  const zoom = (by: number): void => {
    const page = current
    setStep((now) => Math.min(zoomSteps.length - 1, Math.max(0, by === 0 ? fitStep : now + by)))
    requestAnimationFrame(() => show(page))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const act = actionOf(event)
    if (!act) return
    event.preventDefault()
    if (act === 'larger') zoom(1)
    else if (act === 'smaller') zoom(-1)
    else if (act === 'fit') zoom(0)
    else show(Math.min(pages.length, Math.max(1, current + (act === 'after' ? 1 : -1))))
  }
  const percent = Math.round(scaleOf(sizes[current - 1] ?? sizes[0]!) * 100)
  const tool = { variant: 'default', size: '2.25rem' } as const

  return (
    <div className="pdf-view" onKeyDown={onKeyDown}>
      <div className="pdf-tools">
        <ActionIcon
          {...tool}
          aria-label={say(pdfTexts.before)}
          title={say(pdfTexts.before)}
          disabled={current === 1}
          onClick={() => show(current - 1)}
        >
          <ChevronUp size={20} />
        </ActionIcon>
        <ActionIcon
          {...tool}
          aria-label={say(pdfTexts.after)}
          title={say(pdfTexts.after)}
          disabled={current === pages.length}
          onClick={() => show(current + 1)}
        >
          <ChevronDown size={20} />
        </ActionIcon>
        <span className="pdf-place" role="status">
          {say(pdfTexts.place, { page: current, pages: pages.length })}
        </span>
        <span className="pdf-zoom">
          <ActionIcon
            {...tool}
            aria-label={say(pdfTexts.smaller)}
            title={say(pdfTexts.smaller)}
            disabled={step === 0}
            onClick={() => zoom(-1)}
          >
            <Minus size={20} />
          </ActionIcon>
          <span>{say(pdfTexts.zoom, { percent })}</span>
          <ActionIcon
            {...tool}
            aria-label={say(pdfTexts.larger)}
            title={say(pdfTexts.larger)}
            disabled={step === zoomSteps.length - 1}
            onClick={() => zoom(1)}
          >
            <Plus size={20} />
          </ActionIcon>
          {step !== fitStep && (
            <Button variant="default" size="compact-md" onClick={() => zoom(0)}>
              {say(pdfTexts.fit)}
            </Button>
          )}
        </span>
      </div>
      <div className="pdf-desk" ref={desk} tabIndex={0} role="region" aria-label={say(pdfTexts.pages, { name })}>
        <div className="pdf-column">
          {isLaidOut &&
            pages.map((one, index) => (
              <PdfSheet
                key={one.pageNumber}
                page={one}
                number={index + 1}
                size={sizes[index]!}
                scale={scaleOf(sizes[index]!)}
                isNear={near.has(index + 1)}
              />
            ))}
        </div>
      </div>
    </div>
  )
}

/** PageUp, PageDown, Home, End and the upright arrows scroll by themselves, because the pages hold the focus. */
function actionOf({ key, ctrlKey, altKey }: KeyboardEvent): 'before' | 'after' | 'larger' | 'smaller' | 'fit' | undefined {
  if (altKey) return undefined
  if (ctrlKey) return key === '+' || key === '=' ? 'larger' : key === '-' ? 'smaller' : key === '0' ? 'fit' : undefined
  return key === 'ArrowLeft' ? 'before' : key === 'ArrowRight' ? 'after' : undefined
}

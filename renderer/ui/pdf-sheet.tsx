import { TextLayer, type PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { pdfTexts } from '../../shared/messages/pdf-pages.ts'
import { useLanguage } from './language.tsx'
import { drawPage, type PageSize } from './pdf-document.ts'

type PdfSheetProps = { page: PDFPageProxy; number: number; size: PageSize; scale: number; isNear: boolean }

/** One page: drawn while it is near the view, an empty sheet of its size otherwise. Its text lies over it, to be marked and copied. */
export function PdfSheet({ page, number, size, scale, isNear }: PdfSheetProps) {
  const { say } = useLanguage()
  const drawn = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'empty' | 'drawn' | 'trouble'>('empty')
  const width = Math.floor(size.width * scale)
  const height = Math.floor(size.height * scale)

  useEffect(() => {
    const [sheet, text] = [drawn.current, words.current]
    if (!isNear || !sheet || !text) return undefined
    let isWanted = true
    const drawing = drawPage(page, width, devicePixelRatio)
    const textScale = width / page.getViewport({ scale: 1 }).width
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: text,
      viewport: page.getViewport({ scale: textScale }),
    })
    const show = async (): Promise<void> => {
      try {
        await drawing.done
        if (!isWanted) return
        // The old size stays in view, stretched, until the new one is whole.
        sheet.replaceChildren(drawing.canvas)
        setState('drawn')
      } catch {
        if (isWanted) setState('trouble')
      }
    }
    void show()
    text.style.setProperty('--total-scale-factor', String(textScale))
    layer.render().catch(() => undefined)
    return () => {
      isWanted = false
      drawing.cancel()
      layer.cancel()
      text.replaceChildren()
    }
  }, [page, width, isNear])

  useEffect(() => {
    if (isNear) return
    drawn.current?.replaceChildren()
    setState('empty')
  }, [isNear])

  return (
    <section
      className="pdf-sheet"
      data-page={number}
      data-state={state}
      aria-label={say(pdfTexts.page, { page: number })}
      style={{ width, height }}
    >
      <div className="pdf-drawn" ref={drawn} aria-hidden />
      <div className="textLayer" ref={words} />
      {state === 'trouble' && <p className="pdf-trouble">{say(pdfTexts.pageNotDrawn, { page: number })}</p>}
    </section>
  )
}

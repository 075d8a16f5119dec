import { lazy, Suspense } from 'react'
import './pdf-pages.css'
import type { PdfPagesProps } from './pdf-view.tsx'
import { Waiting } from './waiting.tsx'

// The reader of PDFs is larger than the rest of the application: who looks at none does not load it.
const LazyView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

/** The real pages of a PDF. Takes the height it is given. Left and right turn pages, Ctrl with +, − and 0 zooms. */
export function PdfPages(props: PdfPagesProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <LazyView {...props} />
    </Suspense>
  )
}

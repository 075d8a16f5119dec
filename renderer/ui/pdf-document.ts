import { getDocument, GlobalWorkerOptions, PasswordException, VerbosityLevel, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist'
import { default as workerAddress } from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** CSS pixels of a page at its own size, 96 to the inch. */
export type PageSize = { width: number; height: number }
export type OpenPdf = { document: PDFDocumentProxy; pages: readonly PDFPageProxy[]; sizes: readonly PageSize[]; close: () => void }

const pixelsPerPoint = 96 / 72

GlobalWorkerOptions.workerSrc = workerAddress

export const isLocked = (error: unknown): boolean => error instanceof PasswordException

/** Takes a copy of the bytes: the reader's worker keeps what it is given. Rejects for what is no PDF, and for a password. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  // Nothing is compiled at run time and nothing fetched: the page's policy allows neither, and the office has no network.
  const task = getDocument({
    data: bytes.slice(),
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
    const sizes = pages.map((page) => {
      const { width, height } = page.getViewport({ scale: pixelsPerPoint })
      return { width, height }
    })
    return { document, pages, sizes, close: () => void task.destroy() }
  } catch (error) {
    void task.destroy()
    throw error
  }
}

/** The text of every page in order, without its places; page after page, because those in view come first. Undefined when it is no longer wanted. */
export async function readTexts(pages: readonly PDFPageProxy[], isWanted: () => boolean): Promise<string[] | undefined> {
  const texts: string[] = []
  for (const page of pages) {
    if (!isWanted()) return undefined
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return texts
}

/** Canvases beyond this are refused by browsers, or cost more memory than a page is worth. */
const mostPixels = 16_777_216

export type Drawing = { canvas: HTMLCanvasElement; done: Promise<void>; cancel: () => void }

/** Draws a page into a new canvas of `width` CSS pixels at `density` device pixels each. `done` rejects when cancelled. */
export function drawPage(page: PDFPageProxy, width: number, density: number, intent: 'display' | 'print' = 'display'): Drawing {
  const own = page.getViewport({ scale: 1 })
  const wanted = (width / own.width) * density
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPixels / (own.width * own.height))) })
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  const task = page.render({ canvas, viewport, intent })
  return { canvas, done: task.promise, cancel: () => task.cancel() }
}

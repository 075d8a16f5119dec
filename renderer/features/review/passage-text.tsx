import { cutByMarks, type Mark } from './split-sentences.ts'

/** A text with what is copied underlined, what is noted shaded, what is chosen framed. Nothing else stands in it: places are counted in it. */
export function PassageText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <p className="passage-text">
      {cutByMarks(text.length, marks).map(({ start, end, kinds }) => {
        const words = text.slice(start, end)
        return kinds.length === 0 ? (
          words
        ) : (
          <span key={start} className={kinds.map((kind) => `mark-${kind}`).join(' ')}>
            {words}
          </span>
        )
      })}
    </p>
  )
}

/** What the mouse or Shift+arrows chose inside the text of this element; undefined where it is nothing or elsewhere. */
export function selectedRange(article: HTMLElement): { start: number; end: number } | undefined {
  const selection = window.getSelection()
  const text = article.querySelector('.passage-text')
  if (!selection || selection.isCollapsed || !text || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const end = start + range.toString().length
  return end > start ? { start, end } : undefined
}

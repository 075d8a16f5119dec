import { Button } from '@mantine/core'
import { Check, PencilLine } from 'lucide-react'
import { reportPageTexts } from '../../../shared/messages/report-page.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import type { OutlineEntry } from '../../../shared/rules/report-outline.ts'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'

type ReportOutlineProps = { entries: readonly OutlineEntry[] | undefined; page: number; onPage: (page: number) => void }

/** The sections with the page each begins on, and whether the office still has something to write there. */
export function ReportOutline({ entries, page, onPage }: ReportOutlineProps) {
  const { say } = useLanguage()
  const { set } = usePlace()
  const shown = entries?.findLastIndex((entry) => entry.page <= page) ?? -1
  return (
    <nav className="report-outline" aria-label={say(reportPageTexts.outline)}>
      <h2>{say(reportPageTexts.outline)}</h2>
      {!entries ? (
        <p className="quiet">{say(reportPageTexts.outlineReading)}</p>
      ) : (
        <>
          <ul>
            {entries.map((entry, index) => (
              <li key={`${entry.page} ${entry.text}`} data-level={entry.level}>
                <button type="button" aria-current={index === shown ? 'location' : undefined} onClick={() => onPage(entry.page)}>
                  <span className="outline-text">{entry.text}</span>
                  <span className="outline-mark" data-complete={entry.isComplete}>
                    {entry.isComplete ? <Check size={16} aria-hidden /> : <PencilLine size={16} aria-hidden />}
                    {say(entry.isComplete ? reportPageTexts.complete : reportPageTexts.incomplete)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {entries.some(({ isComplete }) => !isComplete) && <p className="quiet">{say(reportPageTexts.incompleteHow)}</p>}
        </>
      )}
      <div className="outline-foot">
        <Button variant="default" fullWidth onClick={() => set({ words: 'first' })}>
          {say(wordsTexts.words)}
        </Button>
      </div>
    </nav>
  )
}

import type { Overview } from '../../../shared/contract/overview.ts'
import { nextStepTexts, overviewTexts } from '../../../shared/messages/page.ts'
import { fillText, type Language } from '../../../shared/messages/text.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import type { PageId } from '../../client/page-ids.ts'

/** `page`: where it is done; the command does the same. */
export type NextStep = { words: string; page: PageId; command: string }

/** What the period waits for most, in words, and the command that does it. Without a period: opening one. */
export function nextStepOf(view: Overview | undefined, language: Language): NextStep {
  const step = (key: keyof typeof nextStepTexts, page: PageId, command: string, count = 0): NextStep => ({
    words: fillText(nextStepTexts[key], language, { count: formatSmallCount(count, language) }),
    page,
    command: `tonghop ${command}`,
  })
  if (!view) return step('open_period', 'start', 'period open 2026-H1 --from 2025-12-15 --to 2026-06-14 --due 2026-06-17T16:30')
  const { waiting, findings, register, drafts } = view
  const { code } = view.period
  if (waiting > 0) return step('answer', 'intake', `held list --period ${code}`, waiting)
  if (register.received === 0) return step('take_in', 'intake', `import ${overviewTexts.folder[language]} --period ${code}`)
  if (findings.blocking > 0) return step('settle', 'reconcile', `findings --period ${code} --open`, findings.blocking)
  if (register.unsent > 0 && view.period.state === 'open') return step('chase', 'register', `status --period ${code}`, register.unsent)
  if (drafts === 0) return step('build', 'report', `report build --period ${code} --kind periodic --out bao-cao.pdf`)
  return step('read', 'report', `report list --period ${code}`)
}

import { uiTexts } from '../../shared/messages/ui.ts'
import { useLanguage } from './language.tsx'

/** What every box over the page has in common: its cross has a name, and its head is not taken for the head of the page. */
export function useModalManners() {
  const { say } = useLanguage()
  return {
    classNames: { title: 'dialog-title' },
    closeButtonProps: { 'aria-label': say(uiTexts.close) },
    attributes: { header: { role: 'presentation' } },
    transitionProps: { duration: 0 },
  }
}

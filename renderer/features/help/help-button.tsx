import { ActionIcon } from '@mantine/core'
import { CircleHelp } from 'lucide-react'
import { helpTexts } from '../../../shared/messages/help.ts'
import { usePlace } from '../../client/place.tsx'
import { useLanguage } from '../../ui/language.tsx'

export function HelpButton() {
  const { params, set } = usePlace()
  const { say } = useLanguage()
  const isOpen = params['help'] !== undefined
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={say(helpTexts.open)}
      title={say(helpTexts.open)}
      aria-expanded={isOpen}
      aria-keyshortcuts="F1"
      onClick={() => set({ help: isOpen ? undefined : 'page' }, { replace: true })}
    >
      <CircleHelp size={20} aria-hidden />
    </ActionIcon>
  )
}

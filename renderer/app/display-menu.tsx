import { ActionIcon, Popover, SegmentedControl } from '@mantine/core'
import { Contrast } from 'lucide-react'
import { displayTexts } from '../../shared/messages/display.ts'
import { languages } from '../../shared/messages/text.ts'
import { useDisplay } from '../ui/display.tsx'
import { DisplayControls, languageNames } from '../ui/display-controls.tsx'
import { useLanguage } from '../ui/language.tsx'

/** English is one switch away, the rest of the looks one button. */
export function DisplayMenu() {
  const { language, setLanguage, say } = useLanguage()
  // Here too, so that a choice made earlier holds before anybody opens the menu.
  useDisplay()
  return (
    <>
      <SegmentedControl
        className="language"
        aria-label={say(displayTexts.language)}
        size="sm"
        transitionDuration={0}
        value={language}
        onChange={setLanguage}
        data={languages.map((value) => ({ value, label: <abbr title={languageNames[value]}>{value.toUpperCase()}</abbr> }))}
      />
      <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon variant="default" size="lg" aria-label={say(displayTexts.title)}>
            <Contrast size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={say(displayTexts.title)}>
          <DisplayControls />
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

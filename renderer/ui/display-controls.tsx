import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { displayTexts } from '../../shared/messages/display.ts'
import { languages, type Language } from '../../shared/messages/text.ts'
import { textSizes, useDisplay } from './display.tsx'
import { useLanguage } from './language.tsx'
import './display-controls.css'

export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

/** Language, theme, contrast and size of text; every choice takes effect at once. */
export function DisplayControls() {
  const { language, setLanguage, say } = useLanguage()
  const { theme, setTheme, contrast, setContrast, textSize, setTextSize } = useDisplay()
  return (
    <div className="display-controls">
      <Choice
        label={say(displayTexts.language)}
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Choice
        label={say(displayTexts.theme)}
        value={theme}
        onChange={setTheme}
        options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: say(displayTexts[value]) }))}
      />
      <Choice
        label={say(displayTexts.contrast)}
        value={contrast}
        onChange={setContrast}
        options={(['usual', 'more'] as const).map((value) => ({ value, label: say(displayTexts[value]) }))}
      />
      <Choice
        label={say(displayTexts.textSize)}
        value={textSize}
        onChange={setTextSize}
        options={textSizes.map((value) => ({ value, label: `${value}%` }))}
      />
    </div>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: { value: Value; label: string }[]
}

function Choice<Value extends string>({ label, value, onChange, options }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="display-choice">
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        size="sm"
        transitionDuration={0}
        value={value}
        onChange={(chosen) => onChange(chosen)}
        data={options}
      />
    </div>
  )
}

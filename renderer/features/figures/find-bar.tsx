import { ActionIcon, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { figuresTexts } from '../../../shared/messages/figures-page.ts'
import { useLanguage } from '../../ui/language.tsx'

type FindBarProps = {
  /** Goes to the next place that holds the text; says whether there was one. */
  onFind: (text: string, backwards: boolean) => boolean
  onClose: () => void
}

/** The table's own search, over what is not drawn as well: Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ onFind, onClose }: FindBarProps) {
  const { say } = useLanguage()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const find = (backwards: boolean): void => setMissing(text.trim() !== '' && !onFind(text, backwards))
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    if (event.key === 'Enter') {
      event.preventDefault()
      find(event.shiftKey)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
  }
  return (
    <div className="find-bar" role="search" aria-label={say(figuresTexts.find)}>
      <TextInput
        ref={input}
        size="sm"
        aria-label={say(figuresTexts.find)}
        placeholder={say(figuresTexts.findHow)}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value)
          setMissing(false)
        }}
        onKeyDown={press}
      />
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={say(figuresTexts.previous)}
        title={say(figuresTexts.previous)}
        onClick={() => find(true)}
      >
        <ArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={say(figuresTexts.next)}
        title={say(figuresTexts.next)}
        onClick={() => find(false)}
      >
        <ArrowDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" size="input-sm" aria-label={say(figuresTexts.close)} title={say(figuresTexts.close)} onClick={onClose}>
        <X size={18} aria-hidden />
      </ActionIcon>
      <span role="status">{isMissing ? say(figuresTexts.notFound) : ''}</span>
    </div>
  )
}

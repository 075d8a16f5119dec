import { Button } from '@mantine/core'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { useLanguage } from '../../ui/language.tsx'

type ScreenHeadProps = { title: string; about?: string | undefined; onClose: () => void; children?: ReactNode }

/** The head of a screen that takes the page's place; the focus begins at it, and its first button leads back. */
export function ScreenHead({ title, about, onClose, children }: ScreenHeadProps) {
  const { say } = useLanguage()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <header className="screen-head">
      <Button variant="default" leftSection={<ArrowLeft size={18} aria-hidden />} onClick={onClose}>
        {say(keyedPageTexts.back)}
      </Button>
      <h1 tabIndex={-1} ref={head}>
        {title}
      </h1>
      {about !== undefined && <p>{about}</p>}
      {children !== undefined && <div className="screen-actions">{children}</div>}
    </header>
  )
}

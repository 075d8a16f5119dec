import { Button, type ButtonProps } from '@mantine/core'
import { useState } from 'react'

/** Puts a text on the clipboard and says so on itself, until it is left. `text` is asked for when it is pressed. */
export function CopyButton({
  text,
  label,
  copied,
  ...look
}: { text: () => string; label: string; copied: string } & Pick<ButtonProps, 'variant' | 'size' | 'leftSection' | 'disabled'>) {
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await copyText(text())
    setCopied(true)
  }
  return (
    <Button {...look} onClick={() => void copy()} onBlur={() => setCopied(false)} aria-live="polite">
      {isCopied ? `✓ ${copied}` : label}
    </Button>
  )
}

/** The old way, which needs no permission; every engine that shows this page knows it. */
const byCommand: { execCommand(command: 'copy'): boolean } = document

/** The clipboard may be closed to the page, as in a window that denies permissions: then through a selection. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.setAttribute('aria-hidden', 'true')
    field.style.position = 'fixed'
    field.style.opacity = '0'
    document.body.append(field)
    const before = document.activeElement
    field.select()
    byCommand.execCommand('copy')
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}

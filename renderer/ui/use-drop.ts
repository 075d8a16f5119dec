import { useEffect, useEffectEvent, useState } from 'react'

const hasFiles = (data: DataTransfer | null): data is DataTransfer => data?.types.includes('Files') === true

/** Files dropped anywhere on the page, or pasted outside a field. Gives whether some are held over it now. */
export function useDrop(isOpen: boolean, onData: (data: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false)
  const receive = useEffectEvent(onData)
  useEffect(() => {
    if (!isOpen) return undefined
    const over = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      receive(event.dataTransfer)
    }
    const paste = (event: ClipboardEvent): void => {
      if (!event.clipboardData || event.clipboardData.files.length === 0) return
      event.preventDefault()
      receive(event.clipboardData)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  }, [isOpen])
  return isOver
}

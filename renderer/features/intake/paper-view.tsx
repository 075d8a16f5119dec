import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Minus, Plus, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AttachedPaper } from './intake-values.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PdfPages } from '../../ui/pdf-pages.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { blockText } from './pick-passages.ts'
import { useKeptBytes } from './use-kept-bytes.tsx'

type PaperViewProps = { receipt: string; name: string; format: AttachedPaper['format'] }

/** A paper in its place: the pages of a PDF, a picture that can be turned and made larger. */
export function PaperView({ receipt, name, format }: PaperViewProps) {
  const { say } = useLanguage()
  const isShown = format === 'pdf' || format === 'image'
  const bytes = useKeptBytes(isShown ? receipt : undefined)
  if (format === 'docx') return <WordText receipt={receipt} name={name} />
  if (!isShown) return <Notice role="status">{say(papersPageTexts.notShown)}</Notice>
  if (bytes.error) return <Trouble error={bytes.error} />
  if (!bytes.data) return <Waiting />
  return (
    <div className="paper-view">
      {format === 'pdf' ? <PdfPages bytes={bytes.data} name={name} /> : <Picture bytes={bytes.data} name={name} />}
    </div>
  )
}

/** A Word file as its text, block by block; how it was laid out is seen in Word. */
function WordText({ receipt, name }: { receipt: string; name: string }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { data, error } = useQuery(queries.papers.narratives.queryOptions({ input: { receipt } }))
  if (error) return <Trouble error={error} />
  if (data === undefined) return <Waiting />
  if (data === null) return <Notice role="status">{say(papersPageTexts.notShown)}</Notice>
  return (
    <div className="paper-view">
      <div className="document-picker" tabIndex={0} role="region" aria-label={name}>
        {data.blocks.map((block) => (
          <p key={block.place} className="document-block" data-kind={block.kind}>
            {blockText(block)}
          </p>
        ))}
      </div>
    </div>
  )
}

const steps = [1, 1.5, 2, 3, 4] as const

function Picture({ bytes, name }: { bytes: Uint8Array<ArrayBuffer>; name: string }) {
  const { say } = useLanguage()
  const [address, setAddress] = useState<string>()
  const [isBroken, setBroken] = useState(false)
  const [step, setStep] = useState(0)
  const [turns, setTurns] = useState(0)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes]))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (isBroken) return <Notice role="alert">{say(papersPageTexts.pictureBroken)}</Notice>
  const tool = { variant: 'default', size: '2.25rem' } as const
  return (
    <div className="picture">
      <div className="picture-tools">
        <ActionIcon
          {...tool}
          aria-label={say(papersPageTexts.turn)}
          title={say(papersPageTexts.turn)}
          onClick={() => setTurns((turns + 1) % 4)}
        >
          <RotateCw size={20} />
        </ActionIcon>
        <ActionIcon
          {...tool}
          aria-label={say(papersPageTexts.smaller)}
          title={say(papersPageTexts.smaller)}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        >
          <Minus size={20} />
        </ActionIcon>
        <ActionIcon
          {...tool}
          aria-label={say(papersPageTexts.larger)}
          title={say(papersPageTexts.larger)}
          disabled={step === steps.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <Plus size={20} />
        </ActionIcon>
      </div>
      <div className="picture-desk" tabIndex={0} role="region" aria-label={say(papersPageTexts.pictureOf, { name })}>
        {address !== undefined && (
          <img
            src={address}
            alt={say(papersPageTexts.pictureOf, { name })}
            style={{ width: `${steps[step]! * 100}%`, rotate: `${turns * 90}deg` }}
            onError={() => setBroken(true)}
          />
        )}
      </div>
    </div>
  )
}

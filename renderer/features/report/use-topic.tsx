import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { reportPageTexts } from '../../../shared/messages/report-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { TopicDialog } from './topic-dialog.tsx'

type Topic = {
  /** What is chosen, in words; undefined until it is known. */
  chosen: string | undefined
  ask: () => void
  dialog: ReactNode
}

/** What the thematic report of the period is about. */
export function useTopic(period: string): Topic {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const kept = useQuery(queries.reports.topic.queryOptions({ input: { period } }))
  const topic = kept.data?.topic
  const counts = topic && {
    indicators: formatSmallCount(topic.indicators.length, language),
    tasks: formatSmallCount(topic.tasks.length, language),
  }
  return {
    chosen: topic === undefined ? undefined : counts ? say(reportPageTexts.topicIs, counts) : say(reportPageTexts.topicOfEverything),
    ask: () => setOpen(true),
    dialog: isOpen && topic !== undefined && <TopicDialog period={period} topic={topic} onClose={() => setOpen(false)} />,
  }
}

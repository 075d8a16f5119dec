import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { reportPageTexts } from '../../../shared/messages/report-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { TopicDialog } from './topic-dialog.tsx'

/** What the thematic report of the period is about, beside the choice of its kind. */
export function TopicChoice({ period }: { period: string }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const kept = useQuery(queries.reports.topic.queryOptions({ input: { period } }))
  const topic = kept.data?.topic
  if (topic === undefined) return null
  const counts = topic && {
    indicators: formatSmallCount(topic.indicators.length, language),
    tasks: formatSmallCount(topic.tasks.length, language),
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {counts ? say(reportPageTexts.topicIs, counts) : say(reportPageTexts.topicOfEverything)}
      </Button>
      {isOpen && <TopicDialog period={period} topic={topic} onClose={() => setOpen(false)} />}
    </>
  )
}

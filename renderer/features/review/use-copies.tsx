import { useQuery } from '@tanstack/react-query'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Copy } from './passage-list.tsx'

const likes = { unit: reviewPageTexts.likeUnit, last_period: reviewPageTexts.likeLast, programme: reviewPageTexts.likeProgramme } as const

/** Where no share is known. */
const wholes = { unit: reviewPageTexts.asUnit, last_period: reviewPageTexts.asLast, programme: reviewPageTexts.asProgramme } as const

/** Which texts are like others, by unit and task. */
export function useCopies(input: { period: string; unit?: string; task?: string }): (unit: string, task: string) => Copy[] {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const found = useQuery(queries.findings.copies.queryOptions({ input }))
  return (unit, task) =>
    (found.data?.copies ?? [])
      .filter((copy) => copy.unit === unit && copy.task === task)
      .map(({ percent, passages, other }) => ({
        label: say(percent === null ? wholes[other.kind] : likes[other.kind], { name: other.name ?? '', percent: percent ?? '' }),
        ranges: passages.map(({ start, end }) => ({ start, end })),
      }))
}

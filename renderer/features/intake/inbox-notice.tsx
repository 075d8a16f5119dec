import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { InboxSource } from '../../../shared/contract/inbox.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { inboxTexts } from '../../../shared/messages/inbox-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { BatchFields } from './batch-fields.tsx'

/** What lies ready on sticks and in the inbox folder, and which stick may be taken out. */
export function InboxNotice({ period, fields }: { period: Period; fields: BatchFields }) {
  const { queries } = useEngine()
  const status = useQuery(queries.inbox.status.queryOptions({ input: {} }))
  if (status.error) return <Trouble error={status.error} />
  return status.data?.sources.map((source) => <SourceNotice key={source.id} source={source} period={period} fields={fields} />)
}

type SourceNoticeProps = { source: InboxSource; period: Period; fields: BatchFields }

function SourceNotice({ source, period, fields }: SourceNoticeProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const take = useMutation(queries.inbox.take.mutationOptions())
  const dismiss = useMutation(queries.inbox.dismiss.mutationOptions())
  const { id, kind, name, fresh, more, job, isDismissed, isTaken } = source
  const isNew = fresh > 0 && !isDismissed && job === null
  const count = formatSmallCount(fresh, language)
  const start = async (): Promise<void> => {
    const { receivedAt, channel } = fields
    const when = receivedAt === undefined ? {} : { receivedAt }
    const { jobId } = await take.mutateAsync({ source: id, period: period.code, ...when, ...(kind === 'folder' ? { channel } : {}) })
    fields.setTyped(undefined)
    set({ job: jobId })
  }
  return (
    <>
      {take.error && <Trouble error={take.error} />}
      {isTaken && kind === 'media' && (
        <p className="copied" role="status" data-inbox="taken">
          ✓ {say(inboxTexts.taken, { name })}
        </p>
      )}
      {isNew && (
        <Notice role="status">
          <div className="inbox-notice" data-inbox="fresh">
            <span>
              {say(kind === 'media' ? inboxTexts.fresh : inboxTexts.freshFolder, { name, count })}
              {more && say(inboxTexts.more)}
            </span>
            <span className="inbox-buttons">
              <Button loading={take.isPending} disabled={fields.trouble !== undefined} onClick={() => void start().catch(() => undefined)}>
                {say(inboxTexts.take, { count })}
              </Button>
              <Button variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate({ source: id })}>
                {say(inboxTexts.later)}
              </Button>
            </span>
          </div>
        </Notice>
      )}
    </>
  )
}

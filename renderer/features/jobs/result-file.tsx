import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Job, JobKind, JobResult } from '../../../shared/contract/jobs.ts'
import { jobButtons } from '../../../shared/messages/jobs.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'

const filesOfKind: { readonly [Kind in JobKind]?: (result: JobResult<Kind>) => string | undefined } = {
  report: ({ file }) => file,
  backup: ({ file }) => file,
  templates: ({ files, archive }) => archive ?? (files.length === 1 ? files[0]!.file : undefined),
}

function fileOf({ kind, state, result }: Job): string | undefined {
  if (state !== 'done' || result === null) return undefined
  return (filesOfKind[kind] as ((result: unknown) => string | undefined) | undefined)?.(result)
}

/** The file that a job made, once more, as long as it is kept: until the application is closed. */
export function ResultFile({ job }: { job: Job }) {
  const file = fileOf(job)
  return file === undefined ? null : <KeptFile file={file} />
}

function KeptFile({ file }: { file: string }) {
  const { queries, host } = useEngine()
  const { say } = useLanguage()
  const kept = useQuery(queries.files.stat.queryOptions({ input: { file } }))
  const deliver = useMutation({ mutationFn: (name: string) => host.deliver(file, name) })
  // What is not there any more is not offered.
  if (!kept.data || kept.data.bytes === null) return null
  const { name } = kept.data
  const [label, labelOf] = host.kind === 'browser' ? [jobButtons.download, jobButtons.downloadOf] : [jobButtons.save, jobButtons.saveOf]
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        loading={deliver.isPending}
        aria-label={say(labelOf, { name })}
        onClick={() => deliver.mutate(name)}
      >
        {say(label)}
      </Button>
      {deliver.error !== null && <Trouble error={deliver.error} />}
    </>
  )
}

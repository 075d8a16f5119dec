import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { jobButtons } from '../../../shared/messages/jobs.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'

/** The file that a job made, once more. */
export function ResultFile({ file, name }: { file: string; name: string }) {
  const { host } = useEngine()
  const { say } = useLanguage()
  const deliver = useMutation({ mutationFn: () => host.deliver(file, name) })
  const [label, labelOf] = host.kind === 'browser' ? [jobButtons.download, jobButtons.downloadOf] : [jobButtons.save, jobButtons.saveOf]
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        loading={deliver.isPending}
        aria-label={say(labelOf, { name })}
        onClick={() => deliver.mutate()}
      >
        {say(label)}
      </Button>
      {deliver.error !== null && <Trouble error={deliver.error} />}
    </>
  )
}

import { Button, Radio, Textarea } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TaskOfUnit } from '../../../shared/contract/tasks.ts'
import { taskStatuses, type TaskStatus } from '../../../shared/domain/task-status.ts'
import { evidenceTexts, taskPageTexts, taskStatusTexts } from '../../../shared/messages/task-status.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { EvidencePicker, type ChosenFile } from './evidence-files.tsx'

type StatusDialogProps = {
  period: string
  task: TaskOfUnit
  /** Unit and task in words. */
  place: string
  /** What a key chose already. */
  status: TaskStatus | undefined
  onClose: () => void
}

/** Says how far a unit is with a task, and what shows it. What was typed is kept until it is saved, whatever closes the dialog. */
export function StatusDialog({ period, task, place, status, onClose }: StatusDialogProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [draft, setDraft, forget] = useSessionStorage({
    key: `tonghop.status/${period}/${task.unit}/${task.task}`,
    defaultValue: { evidence: '', files: [] as ChosenFile[] },
    getInitialValueInEffect: false,
  })
  const [chosen, setChosen] = useState<TaskStatus | undefined>(status ?? task.stated?.status)
  const [isTried, setTried] = useState(false)
  const isEmpty = draft.evidence.trim() === ''
  const save = useMutation(
    queries.tasks.setStatus.mutationOptions({
      onSuccess: () => {
        forget()
        onClose()
      },
    }),
  )
  const submit = (): void => {
    setTried(true)
    if (chosen === undefined || isEmpty || save.isPending) return
    const files = draft.files.map(({ file }) => file)
    save.mutate({ period, unit: task.unit, task: task.task, status: chosen, evidence: draft.evidence, files })
  }
  return (
    <Dialog
      title={say(taskPageTexts.title, { place })}
      onClose={onClose}
      onSubmit={submit}
      trouble={save.error && <Trouble error={save.error} />}
      buttons={
        <>
          <Button type="submit" loading={save.isPending}>
            {say(taskPageTexts.save)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(taskPageTexts.leave)}
          </Button>
        </>
      }
    >
      <Radio.Group
        label={say(taskPageTexts.status)}
        value={chosen ?? ''}
        onChange={(value) => setChosen(taskStatuses.find((one) => one === value))}
        error={isTried && chosen === undefined ? say(taskPageTexts.statusMissing) : undefined}
      >
        {taskStatuses.map((one) => (
          <Radio key={one} value={one} label={say(taskStatusTexts[one])} mt="xs" />
        ))}
      </Radio.Group>
      {task.stated === null && task.suggested !== null && (
        <p className="quiet">{say(taskPageTexts.suggested, { status: say(taskStatusTexts[task.suggested]) })}</p>
      )}
      <Textarea
        label={say(taskPageTexts.ground)}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.evidence}
        onChange={(event) => setDraft({ ...draft, evidence: event.currentTarget.value })}
        error={isTried && isEmpty ? say(taskPageTexts.groundMissing) : undefined}
      />
      <div>
        <p className="quiet">{say(evidenceTexts.how)}</p>
        <EvidencePicker files={draft.files} many onChange={(files) => setDraft({ ...draft, files })} />
      </div>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { accountTableTexts } from '../../../shared/messages/settings.ts'
import { useLanguage } from '../../ui/language.tsx'

type SubmitAndLeaveProps = { submit: string; isBusy: boolean; isReady?: boolean; onLeave: () => void }

/** The two ways out of a small form. */
export function SubmitAndLeave({ submit, isBusy, isReady = true, onLeave }: SubmitAndLeaveProps) {
  const { say } = useLanguage()
  return (
    <>
      <Button type="submit" loading={isBusy} disabled={!isReady}>
        {submit}
      </Button>
      <Button variant="default" onClick={onLeave}>
        {say(accountTableTexts.leave)}
      </Button>
    </>
  )
}

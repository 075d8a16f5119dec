import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { keyedPageTexts } from '../../../shared/messages/keyed-page.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Takes back what was keyed in and not yet checked. */
export function WithdrawKeyed({ id, unit, onDone }: { id: string; unit: string; onDone: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const withdraw = useMutation(queries.keyed.withdraw.mutationOptions())
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {say(keyedPageTexts.withdraw)}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={say(keyedPageTexts.withdrawTitle, { unit })}
          how={say(keyedPageTexts.withdrawHow)}
          act={say(keyedPageTexts.withdrawNow)}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onAct={(reason) => whenDone(withdraw.mutateAsync({ id, reason }), onDone)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RuleParameterName } from '../../../shared/domain/rule-parameters.ts'
import { ruleParameterTexts } from '../../../shared/messages/rule-list.ts'
import { ruleTableTexts } from '../../../shared/messages/rule-output.ts'
import { formatCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'

type RuleParameterProps = { name: RuleParameterName; value: number; usual: number; canSet: boolean }

const readValue = (text: string): number | undefined => (/^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text) : undefined)

/** One size that rules judge by; typed anew it can be saved, and what was changed can be given back. */
export function RuleParameter({ name, value, usual, canSet }: RuleParameterProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const set = useMutation(queries.settings.setRule.mutationOptions({ onSuccess: () => setTyped(undefined) }))
  const next = typed === undefined ? undefined : readValue(typed)
  const save = (): void => {
    if (next !== undefined) set.mutate({ name, value: next })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label htmlFor={id}>{say(ruleParameterTexts[name])}</label>
      <TextInput
        id={id}
        inputMode="numeric"
        readOnly={!canSet}
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={typed !== undefined && next === undefined && say(ruleTableTexts.range)}
      />
      {typed !== undefined && (
        <Button type="submit" variant="default" loading={set.isPending} disabled={next === undefined}>
          {say(ruleTableTexts.save)}
        </Button>
      )}
      {typed === undefined && value !== usual && canSet && (
        <Button variant="subtle" loading={set.isPending} onClick={() => set.mutate({ name, value: null })}>
          {say(ruleTableTexts.giveBack, { value: formatCount(usual, language) })}
        </Button>
      )}
      {set.error && <Trouble error={set.error} />}
    </form>
  )
}

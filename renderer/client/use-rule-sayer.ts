import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ruleMessage, ruleSayer, type SayRule } from '../../shared/rules/rule-message.ts'
import { useLanguage } from '../ui/language.tsx'
import { useEngine } from './engine-provider.tsx'

/** The sentences of a period's findings in the language of the page; until the programme is read, with Vietnamese labels. */
export function useRuleSayer(period: string): SayRule {
  const { queries } = useEngine()
  const { language } = useLanguage()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period } }))
  return useMemo(
    () => (programme.data ? ruleSayer(programme.data, language) : (rule, params) => ruleMessage(rule, params, language)),
    [programme.data, language],
  )
}

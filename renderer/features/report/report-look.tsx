import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { reportButtons } from '../../../shared/messages/report-page.ts'
import { styleTexts } from '../../../shared/messages/report-style.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { StyleForm } from '../../ui/style-form.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { WordsScope } from './report-words.tsx'
import { useTurnFocus } from './use-turn-focus.tsx'

type ReportLookProps = {
  scope: WordsScope
  isDraft: boolean
  /** Undefined while it is being built. */
  onBuild: (() => void) | undefined
}

/** How the reports of a kind are printed, from the next draft on. */
export function ReportLook({ scope, isDraft, onBuild }: ReportLookProps) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const { set } = usePlace()
  const isAllowed = useAllowed()
  const chosen = useQuery(queries.reports.style.queryOptions({ input: scope }))
  const keep = useMutation(queries.reports.setStyle.mutationOptions())
  const back = useTurnFocus(chosen.data !== undefined)
  if (chosen.error) return <Trouble error={chosen.error} />
  if (!chosen.data) return <Waiting />
  const mayChoose = isAllowed('reports.setStyle')
  return (
    <section className="report-look panel panel-body" aria-labelledby="report-look">
      <Button ref={back} variant="default" className="report-turn" onClick={() => set({ look: undefined })}>
        {say(styleTexts.pages)}
      </Button>
      <h2 id="report-look">{say(styleTexts.title)}</h2>
      <p className="quiet">{say(!mayChoose ? styleTexts.readOnlyRole : isDraft ? styleTexts.about : styleTexts.readOnlyState)}</p>
      <p>{say(chosen.data.isOwn ? styleTexts.isOwn : styleTexts.isCommon)}</p>
      {keep.isSuccess && (
        <p className="words-changed" role="status">
          {say(styleTexts.saved)}
          {onBuild && isAllowed('reports.build') && <Button onClick={onBuild}>{say(reportButtons.rebuild)}</Button>}
        </p>
      )}
      <StyleForm
        draftKey={`${scope.period}/${scope.kind}`}
        style={chosen.data.style}
        canChange={mayChoose && isDraft}
        isSaving={keep.isPending}
        nextRound={chosen.data.nextRound}
        onSave={(style, onKept) => whenDone(keep.mutateAsync({ ...scope, style }), onKept)}
      />
      {keep.error && <Trouble error={keep.error} />}
    </section>
  )
}

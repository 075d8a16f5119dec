import { useMutation, useQuery } from '@tanstack/react-query'
import { styleTexts } from '../../../shared/messages/report-style.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import { useLanguage } from '../../ui/language.tsx'
import { StyleForm } from '../../ui/style-form.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** What reports look like where nothing else was chosen for one. */
export function ReportStyleSection() {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const isAllowed = useAllowed()
  const style = useQuery(queries.settings.reportStyle.queryOptions({ input: {} }))
  const update = useMutation(queries.settings.updateReportStyle.mutationOptions())
  if (style.error) return <Trouble error={style.error} />
  if (!style.data) return <Waiting />
  return (
    <div className="panel panel-body">
      <p className="quiet">{say(styleTexts.aboutAll)}</p>
      <StyleForm
        draftKey="all"
        style={style.data}
        canChange={isAllowed('settings.updateReportStyle')}
        isSaving={update.isPending}
        onSave={(chosen, onKept) => whenDone(update.mutateAsync(chosen), onKept)}
      />
      {update.isSuccess && <p role="status">{say(styleTexts.savedAll)}</p>}
      {update.error && <Trouble error={update.error} />}
    </div>
  )
}

import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportRoadView } from '../../../shared/contract/reports.ts'
import { signOffButtons, signOffDialogTexts } from '../../../shared/messages/sign-off-page.ts'
import { parseDay, printDay, printDayInWords } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile } from '../../client/host.ts'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FileField } from './file-field.tsx'
import { symbolOf } from './document-symbol.ts'
import { readNumber, todayWords } from './number-entry.ts'
import { StepDialog } from './step-dialog.tsx'

type IssueDialogProps = { road: ReportRoadView; onClose: () => void }

/** Number and day by whoever keeps the register, the next free number suggested. */
export function IssueDialog({ road: { report }, onClose }: IssueDialogProps) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const register = useQuery(queries.reports.register.queryOptions({ input: {} }))
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: report.period } }))
  const [typed, setTyped] = useState<string>()
  const [typedDay, setTypedDay] = useState(todayWords)
  const replaced = useQuery(queries.reports.replaced.queryOptions({ input: { period: report.period, kind: report.kind } }))
  const [chosen, setChosen] = useState<string>()
  // What the text names is what it replaces.
  const supersedes = chosen ?? replaced.data?.replaces?.report ?? ''
  const [scan, setScan] = useState<StagedFile>()
  const [isTried, setTried] = useState(false)
  const issue = useMutation(queries.reports.issue.mutationOptions({ onSuccess: onClose }))
  const next = register.data?.next
  const text = typed ?? (typeof next === 'number' ? String(next) : '')
  const number = readNumber(text)
  const day = parseDay(typedDay)
  const needsScan = report.state === 'approved'
  const others = replaced.data?.issued.filter((one) => one.report !== report.report) ?? []
  const act = (): void => {
    setTried(true)
    if (number === undefined || day === undefined || (needsScan && !scan)) return
    issue.mutate({
      report: report.report,
      number,
      day,
      ...(supersedes === '' ? {} : { supersedes }),
      ...(needsScan && scan ? { scan: scan.file } : {}),
    })
  }
  const symbol = programme.data?.issuer.symbol ?? ''
  return (
    <StepDialog
      title={say(signOffDialogTexts.issueTitle)}
      act={say(signOffButtons.issue)}
      leave={say(signOffButtons.back)}
      isBusy={issue.isPending}
      error={issue.error}
      onAct={act}
      onClose={onClose}
    >
      {register.error && <Trouble error={register.error} />}
      {replaced.error && <Trouble error={replaced.error} />}
      {next === null && <p>{say(signOffDialogTexts.issueFirst)}</p>}
      {needsScan && (
        <FileField
          label={say(signOffDialogTexts.scanOfSigned)}
          accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
          file={scan}
          onFile={setScan}
          error={isTried && !scan ? say(signOffDialogTexts.scanMissing) : undefined}
        />
      )}
      <TextInput
        label={say(signOffDialogTexts.number)}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isTried && number === undefined ? say(signOffDialogTexts.numberWrong) : undefined}
      />
      <TextInput
        label={say(signOffDialogTexts.day)}
        autoComplete="off"
        value={typedDay}
        onChange={(event) => setTypedDay(event.currentTarget.value)}
        error={isTried && day === undefined ? say(signOffDialogTexts.dayWrong) : undefined}
      />
      {others.length > 0 && (
        <NativeSelect
          label={say(signOffDialogTexts.supersedes)}
          value={supersedes}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: say(signOffDialogTexts.supersedesNone) },
            ...others.map(({ report: value, number: of, day: on }) => ({
              value,
              label: say(signOffDialogTexts.numbered, { number: of, day: printDay(on) }),
            })),
          ]}
        />
      )}
      {number !== undefined && day !== undefined && (
        <p>
          <strong>
            {say(signOffDialogTexts.issueQuestion, {
              number: symbolOf({ number, type: 'BC', symbol }),
              day: printDayInWords(day, language),
            })}
          </strong>
        </p>
      )}
    </StepDialog>
  )
}

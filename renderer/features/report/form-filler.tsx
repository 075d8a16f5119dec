import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportEntry } from '../../../shared/contract/reports.ts'
import { formPageTexts } from '../../../shared/messages/form.ts'
import { wordsTexts } from '../../../shared/messages/report-words-page.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import type { StagedFile } from '../../client/host.ts'
import { usePlace } from '../../client/place.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FileField } from './file-field.tsx'
import { FormMarks } from './form-marks.tsx'
import { MarkList } from './mark-list.tsx'
import { useTurnFocus } from './use-turn-focus.tsx'
import './form-filler.css'

/** The office's own form: chosen, looked at, filled and saved; below it every mark that can be copied into a form. */
export function FormFiller({ report: { report, period, kind } }: { report: ReportEntry }) {
  const { client, host } = useEngine()
  const { language, say } = useLanguage()
  const { set } = usePlace()
  const back = useTurnFocus(true)
  const [form, setForm] = useState<StagedFile>()
  const scope = { period, kind, report }
  const read = useMutation({ mutationFn: (file: StagedFile) => client.forms.read({ ...scope, form: file.file }) })
  const fill = useMutation({
    mutationFn: async (file: StagedFile) => {
      const target = await host.chooseSaveTarget(filledName(file.name, say(formPageTexts.fileEnd)))
      if (!target) return undefined
      const filled = await client.forms.write({ ...scope, form: file.file, ...target })
      await host.deliver(filled.file, filled.name)
      return filled
    },
  })
  const choose = (file: StagedFile): void => {
    setForm(file)
    fill.reset()
    read.mutate(file)
  }
  const known = read.data?.marks.filter(({ state }) => state === 'known') ?? []
  const isBlocked = read.data?.marks.some(({ state }) => state === 'blocked') === true
  return (
    <section className="form-filler panel panel-body" aria-labelledby="form-filler">
      <Button ref={back} variant="default" onClick={() => set({ form: undefined })}>
        {say(wordsTexts.pages)}
      </Button>
      <h2 id="form-filler">{say(formPageTexts.open)}</h2>
      <p>{say(formPageTexts.how)}</p>
      <FileField label={say(formPageTexts.form)} accept=".xlsx,.docx" file={form} onFile={choose} />
      {read.isPending && <p role="status">{say(formPageTexts.reading)}</p>}
      {read.error !== null && <Trouble error={read.error} />}
      {read.data && (
        <>
          <p className="quiet">{say(read.data.isFrozen ? formPageTexts.frozen : formPageTexts.live)}</p>
          {read.data.marks.length === 0 ? <Notice role="status">{say(formPageTexts.none)}</Notice> : <FormMarks marks={read.data.marks} />}
          {isBlocked && <Notice role="status">{say(formPageTexts.blockedHow)}</Notice>}
          {read.data.formulas > 0 && known.length > 0 && (
            <p className="quiet">{say(formPageTexts.formulas, { count: formatSmallCount(read.data.formulas, language) })}</p>
          )}
          {form && known.length > 0 && (
            <Button disabled={fill.isPending} onClick={() => fill.mutate(form)}>
              {say(formPageTexts.save)}
            </Button>
          )}
        </>
      )}
      {fill.data && (
        <p role="status">{say(formPageTexts.filled, { count: formatSmallCount(fill.data.filled, language), name: fill.data.name })}</p>
      )}
      {fill.error !== null && <Trouble error={fill.error} />}
      <MarkList scope={scope} />
    </section>
  )
}

/** `Mau.xlsx` → `Mau_da-dien.xlsx`. */
const filledName = (name: string, end: string): string => {
  const at = name.lastIndexOf('.')
  return at < 0 ? `${name}_${end}` : `${name.slice(0, at)}_${end}${name.slice(at)}`
}

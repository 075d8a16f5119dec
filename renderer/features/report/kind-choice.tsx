import { NativeSelect } from '@mantine/core'
import { reportKinds } from '../../../shared/domain/programme-terms.ts'
import type { ReportKind } from '../../../shared/domain/programme.ts'
import { reportKindNames, reportPageTexts } from '../../../shared/messages/report-page.ts'
import { useLanguage } from '../../ui/language.tsx'

export const readKind = (text: string | undefined): ReportKind => reportKinds.find((kind) => kind === text) ?? 'periodic'

export function KindChoice({ kind, onChoose }: { kind: ReportKind; onChoose: (kind: ReportKind) => void }) {
  const { say } = useLanguage()
  return (
    <NativeSelect
      aria-label={say(reportPageTexts.kind)}
      value={kind}
      onChange={(event) => onChoose(readKind(event.currentTarget.value))}
      data={reportKinds.map((value) => ({ value, label: say(reportKindNames[value]) }))}
    />
  )
}

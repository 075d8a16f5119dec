import { settleTexts } from '../../../shared/messages/settle-page.ts'
import type { FindingState } from '../../../shared/domain/finding.ts'
import { formatDecimal } from '../../../shared/vietnamese/format-number.ts'
import { useLanguage } from '../../ui/language.tsx'

/** Ten-thousandths as one decimal, or as many as it takes not to be 0. */
function sizeOf(weight: number): string | undefined {
  const size = Math.abs(weight) / 10_000
  const places = [1, 2, 3, 4].find((count) => Number(size.toFixed(count)) > 0)
  return places === undefined ? undefined : size.toFixed(places)
}

/** How much hangs on a finding, in words, that the unit was asked already, and the file where the sentence alone does not tell which. */
export function FindingMarks({ row, file }: { row: { weight: number; state: FindingState }; file?: string | undefined }) {
  const { language, say } = useLanguage()
  const size = sizeOf(row.weight)
  const parts = [
    ...(file === undefined ? [] : [file]),
    ...(size === undefined
      ? []
      : [say(row.weight < 0 ? settleTexts.weightOfRatio : settleTexts.weight, { size: formatDecimal(size, language) })]),
    ...(row.state === 'asked' ? [say(settleTexts.isAsked)] : []),
  ]
  return parts.length === 0 ? null : <span className="finding-marks">{parts.join(' · ')}</span>
}

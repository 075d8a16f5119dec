import { outputTexts } from '../../shared/messages/command-output.ts'
import { fillText, type Language } from '../../shared/messages/text.ts'
import { oneLine } from './visible-text.ts'
import { wrapText } from './wrap-text.ts'

type Finding = { id: string; unit: string | null; rule: string; field: string | null; message: string }

/** As much of an id as is typed for `settle`. */
const idShown = 8

/** Under each unit's name and code its findings, with the field's code and the id's beginning for the next command; units in the order in which they come first. */
export function layOutFindings(
  findings: readonly Finding[],
  { nameOf, language, width }: { nameOf: (code: string) => string; language: Language; width: number },
): string[] {
  const units = [...new Set(findings.map(({ unit }) => unit))]
  return units.flatMap((unit) => [
    `  ${unit === null ? fillText(outputTexts.wholeProvince, language) : `${nameOf(unit)} (${unit})`}`,
    ...findings
      .filter((finding) => finding.unit === unit)
      .map(({ id, message, rule, field }) =>
        wrapText(`${oneLine(message)} (${[rule, ...(field === null ? [] : [field]), id.slice(0, idShown)].join(' ')})`, width, '    - '),
      ),
  ])
}

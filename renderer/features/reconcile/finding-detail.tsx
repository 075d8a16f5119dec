import { Button } from '@mantine/core'
import { Columns2, PencilLine } from 'lucide-react'
import type { FindingInFull } from '../../../shared/contract/findings.ts'
import { severityTexts } from '../../../shared/messages/command-output.ts'
import { reconcilePageTexts } from '../../../shared/messages/reconcile-page.ts'
import { adjustTexts } from '../../../shared/messages/trace.ts'
import type { SayRule } from '../../../shared/rules/rule-message.ts'
import { isAnsweredAtIntake } from '../../../shared/rules/answered-at-intake.ts'
import { FigureLink } from '../../client/figure-link.tsx'
import { PlaceLink, usePlace } from '../../client/place.tsx'
import { traceAddress } from '../../client/trace-address.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { AdjustableCell } from './adjust-dialog.tsx'
import { FindingMarks } from './finding-marks.tsx'
import { isOpen } from './arrange-findings.ts'
import { CopiedTexts, isAboutCopies } from './copied-texts.tsx'
import { useCellWords } from './use-cell-words.tsx'

type FindingDetailProps = {
  period: string
  finding: FindingInFull
  unitName: string
  sayRule: SayRule
  labelOf: (input: string) => string
  adjustable: readonly AdjustableCell[]
  onAdjust: () => void
}

export function FindingDetail({ period, finding, unitName, sayRule, labelOf, adjustable, onAdjust }: FindingDetailProps) {
  const { say } = useLanguage()
  const { set } = usePlace()
  const traced = finding.cells.flatMap(({ unit, input }) => (unit !== null && input !== null ? [{ unit, input }] : []))
  const [first, second] = traced
  return (
    <article className="finding-detail" aria-labelledby="finding-sentence">
      <p className="finding-of">
        <strong>{unitName}</strong> · {isOpen(finding) ? say(severityTexts[finding.severity]) : say(reconcilePageTexts.settled)}
        <FindingMarks row={finding} />
      </p>
      <h2 id="finding-sentence">{sayRule(finding.rule, finding.params)}</h2>
      {finding.unit !== null && isAboutCopies(finding.rule) ? (
        <CopiedTexts finding={{ ...finding, unit: finding.unit }} period={period} unitName={unitName} labelOf={labelOf} />
      ) : (
        finding.cells.length > 0 && !isOfFile(finding) && <CellTable finding={finding} labelOf={labelOf} />
      )}
      {isOfFile(finding) && <p className="quiet">{finding.cells[0]!.originalName}</p>}
      <div className="finding-actions">
        {first && second && (
          <Button
            variant="default"
            leftSection={<Columns2 size={18} aria-hidden />}
            onClick={() => set({ trace: traceAddress([first, second]) })}
          >
            {say(reconcilePageTexts.seeBoth)}
          </Button>
        )}
        {adjustable.length > 0 && (
          <Button variant="default" leftSection={<PencilLine size={18} aria-hidden />} onClick={onAdjust}>
            {say(adjustTexts.open)}
          </Button>
        )}
        {isAnsweredAtIntake(finding.rule) && <PlaceLink page="intake">{say(reconcilePageTexts.toIntake)}</PlaceLink>}
        {(finding.rule === 'R1' || finding.rule === 'R2') && <PlaceLink page="register">{say(reconcilePageTexts.toRegister)}</PlaceLink>}
      </div>
    </article>
  )
}

/** About a file as a whole: no cell is to be looked at. */
const isOfFile = ({ cells }: FindingInFull): boolean =>
  cells.length === 1 && cells[0]!.input === null && cells[0]!.cell === '' && cells[0]!.originalName !== ''

const oneOf = <Value,>(values: readonly Value[]): Value | undefined => (new Set(values).size === 1 ? values[0] : undefined)

function CellTable({ finding, labelOf }: Pick<FindingDetailProps, 'finding' | 'labelOf'>) {
  const { say } = useLanguage()
  const { inEffect, asReported } = useCellWords()
  const several = new Set(finding.cells.map(({ unit }) => unit)).size > 1
  const file = oneOf(finding.cells.map(({ originalName }) => originalName))
  return (
    <table className="finding-cells" aria-label={say(reconcilePageTexts.cells)}>
      {file !== undefined && file !== '' && <caption>{file}</caption>}
      <thead>
        <tr>
          <th scope="col">{say(reconcilePageTexts.item)}</th>
          <th scope="col" className="number">
            {say(reconcilePageTexts.figure)}
          </th>
          <th scope="col">{say(reconcilePageTexts.place)}</th>
        </tr>
      </thead>
      <tbody>
        {finding.cells.map((cell) => {
          const { unit, unitName, input, sheet, cell: place, originalName } = cell
          const nowhere = input === null || cell.isField ? reconcilePageTexts.wholeFile : reconcilePageTexts.takenFromPaper
          const where = place === '' ? say(nowhere) : say(reconcilePageTexts.placeAt, { sheet, cell: place })
          const isOverlaid = cell.value !== cell.reported || cell.state !== cell.reportedState
          return (
            <tr key={`${originalName} ${sheet} ${place} ${input}`}>
              <th scope="row">
                {input === null ? '' : labelOf(input)}
                {several && unitName !== null && <span className="cell-unit">{unitName}</span>}
              </th>
              <td className={cell.isField || cell.raw.length < 40 ? 'number' : 'words'}>
                {cell.isField || cell.state !== null ? <strong>{inEffect(cell)}</strong> : inEffect(cell)}
                {isOverlaid && <span className="cell-reported">{say(reconcilePageTexts.reported, { value: asReported(cell) })}</span>}
              </td>
              <td>
                {unit !== null && input !== null ? (
                  <FigureLink unit={unit} input={input}>
                    {where}
                  </FigureLink>
                ) : (
                  where
                )}
                {file === undefined && <span className="cell-file">{originalName}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

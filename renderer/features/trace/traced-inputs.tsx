import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Trace } from '../../../shared/contract/figures.ts'
import type { Period } from '../../../shared/domain/period.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { KeptSheet } from '../../client/kept-sheet.tsx'
import { refusalOf } from '../../client/refusal-code.ts'
import type { TracedInput } from '../../client/trace-address.ts'
import { Trouble } from '../../client/trouble.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { NothingToTrace } from './nothing-to-trace.tsx'
import { SharedOrigin, TraceFacts } from './trace-facts.tsx'

type TracedInputsProps = { period: Period; inputs: readonly TracedInput[]; isWide: boolean }

/** What is known of each input side by side, then the sheets they stand on; cells of one sheet are outlined together. */
export function TracedInputs({ period, inputs, isWide }: TracedInputsProps) {
  const { queries } = useEngine()
  const programme = useQuery(queries.workspace.programme.queryOptions({ input: { period: period.code } }))
  const traces = useQueries({
    queries: inputs.map(({ unit, input }) => queries.figures.trace.queryOptions({ input: { period: period.code, unit, input } })),
  })
  if (programme.error) return <Trouble error={programme.error} />
  if (!programme.data) return <Waiting />
  const found = traces.flatMap(({ data }) => data ?? [])
  const [first, second] = found
  const isShared = first !== undefined && first.submission === second?.submission
  return (
    <div className="trace-body" data-size={isWide ? 'wide' : undefined}>
      <div className="trace-facts">
        {isShared && <SharedOrigin trace={first} />}
        {traces.map((trace, index) => (
          <Traced
            key={`${inputs[index]!.unit}/${inputs[index]!.input}`}
            trace={trace}
            input={inputs[index]!}
            period={period}
            programme={programme.data}
            isShared={isShared}
          />
        ))}
      </div>
      <div className="trace-sheets">
        {sheetsOf(found).map(({ submission, originalName, cells }) => (
          <KeptSheet key={submission} submission={submission} fileName={originalName} cells={cells} />
        ))}
      </div>
    </div>
  )
}

type TracedProps = {
  trace: UseQueryResult<Trace>
  input: TracedInput
  period: Period
  programme: Parameters<typeof TraceFacts>[0]['programme']
  isShared: boolean
}

function Traced({ trace, input, period, programme, isShared }: TracedProps) {
  if (trace.data) return <TraceFacts trace={trace.data} period={period} programme={programme} isShared={isShared} />
  if (!trace.error) return <Waiting />
  return refusalOf(trace.error)?.code === 'trace.no_submission' ? (
    <NothingToTrace period={period} unit={input.unit} error={trace.error} />
  ) : (
    <Trouble error={trace.error} />
  )
}

type SheetOfTrace = { submission: string; originalName: string; cells: { sheet: string; cell: string }[] }

/** One view per file, unless its cells stand on different sheets. */
function sheetsOf(traces: readonly Trace[]): SheetOfTrace[] {
  const found: SheetOfTrace[] = []
  for (const { submission, originalName, sheet, cell } of traces) {
    const cells = cell === '' ? [] : [{ sheet, cell }]
    const same = found.find((one) => one.submission === submission && (cell === '' || one.cells.every((other) => other.sheet === sheet)))
    if (same) same.cells.push(...cells)
    else found.push({ submission, originalName, cells })
  }
  return found
}

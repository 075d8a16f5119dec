import { guarded as on } from '../guard.ts'
import { plain } from '../plain.ts'

export const figuresHandlers = {
  get: on.figures.get.handler(async ({ context, input: { period, unit } }) =>
    plain((await import('../../consolidate/get-figures.ts')).getFigures(context, unit === undefined ? { period } : { period, unit })),
  ),
  trace: on.figures.trace.handler(async ({ context, input }) =>
    plain((await import('../../consolidate/trace-input.ts')).traceInput(context, input)),
  ),
  grid: on.figures.grid.handler(async ({ context, input }) =>
    plain(await (await import('../grid-of-period.ts')).gridOfPeriod(context, input.period)),
  ),
  exportGrid: on.figures.exportGrid.handler(async ({ context, input }) => {
    const { period, language } = input
    return context.jobs.start('grid', { period, language }, (await import('../job-works.ts')).gridWork(context, input))
  }),
}

import type { FigureOrigins } from '../../shared/domain/report-tables.ts'
import { listReadings } from '../store/submission-rows.ts'
import { findEffective } from '../store/submission-store.ts'
import type { EngineContext } from './context.ts'

/** Where the figures in effect of each unit stand in the files they were read from; units without a version that counts are left out. */
export const composeOrigins = (
  { store }: Pick<EngineContext, 'store'>,
  period: string,
  units: readonly { code: string }[],
): FigureOrigins =>
  Object.fromEntries(
    units.flatMap(({ code }) => {
      const submission = findEffective(store, period, code)
      if (!submission) return []
      const { key, originalName, version } = submission
      const placed = listReadings(store, key).filter(({ source }) => source.cell !== '')
      const cells = Object.fromEntries(placed.map(({ field, source: { sheet, cell } }) => [field, `${sheet}!${cell}`]))
      return [[code, { fileName: originalName, version, cells }] as const]
    }),
  )

import type { Programme } from '../../shared/domain/programme.ts'
import { getPeriod } from '../store/period-store.ts'
import { getLatestProgramme, getProgramme } from '../store/programme-store.ts'
import type { EngineContext } from './context.ts'

/** The version a period was opened with, or the newest. Refuses with `period.not_found`. */
export const programmeOfPeriod = ({ store }: Pick<EngineContext, 'store'>, period: string | undefined): Programme =>
  period === undefined ? getLatestProgramme(store) : getProgramme(store, getPeriod(store, period).programmeVersion)

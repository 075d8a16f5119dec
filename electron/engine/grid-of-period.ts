import { setImmediate as nextTurn } from 'node:timers/promises'
import { getFigures, type Figures } from '../consolidate/get-figures.ts'
import { getGrid, type FiguresGrid } from '../consolidate/get-grid.ts'
import { getRegister, type RegisterState } from '../import/get-register.ts'
import { readSnapshot } from '../store/snapshot.ts'
import type { EngineContext } from './context.ts'

/** `keyed`: places of the units whose figures were keyed in for them. */
export type GridOfPeriod = FiguresGrid & { states: readonly RegisterState[]; keyed: readonly number[]; province: Figures }

/**
 * Every figure of a period, who has sent, and what the province adds up to, all of one moment. Refuses with
 * `period.not_found`.
 */
export const gridOfPeriod = (context: Pick<EngineContext, 'store' | 'clock'>, period: string): Promise<GridOfPeriod> =>
  readSnapshot(context, async (store) => {
    const grid = await getGrid({ store }, { period })
    await nextTurn()
    const registered = new Map(getRegister({ store }, { period }).units.map((unit) => [unit.code, unit]))
    await nextTurn()
    return {
      ...grid,
      states: grid.units.codes.map((code) => registered.get(code)!.state),
      keyed: grid.units.codes.flatMap((code, place) => (registered.get(code)!.keyed ? [place] : [])),
      province: getFigures({ store }, { period }),
    }
  })

import { setImmediate as nextTurn } from 'node:timers/promises'
import { getFigures, type Figures } from '../consolidate/get-figures.ts'
import { getGrid, type FiguresGrid } from '../consolidate/get-grid.ts'
import { getRegister, type RegisterState } from '../import/get-register.ts'
import { readSnapshot } from '../store/snapshot.ts'
import type { EngineContext } from './context.ts'

export type GridOfPeriod = FiguresGrid & { states: readonly RegisterState[]; province: Figures }

/**
 * Every figure of a period, who has sent, and what the province adds up to, all of one moment. Refuses with
 * `period.not_found`.
 */
export const gridOfPeriod = (context: Pick<EngineContext, 'store' | 'clock'>, period: string): Promise<GridOfPeriod> =>
  readSnapshot(context, async (store) => {
    const grid = await getGrid({ store }, { period })
    await nextTurn()
    const stateOf = new Map(getRegister({ store }, { period }).units.map(({ code, state }) => [code, state]))
    await nextTurn()
    return { ...grid, states: grid.units.codes.map((code) => stateOf.get(code)!), province: getFigures({ store }, { period }) }
  })

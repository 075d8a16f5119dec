import { findCountCell } from '../store/count-store.ts'
import { sourceOf, type Scene, type Source } from './scene.ts'

/** The cells of figures in the versions that count. */
export const fieldSources = (
  { store, periodKey }: Pick<Scene, 'store' | 'periodKey'>,
  places: readonly { unit: string; field: string }[],
): Source[] =>
  places.flatMap(({ unit, field }) => {
    const found = findCountCell(store, periodKey, unit, field)
    return found ? [sourceOf(store, found, found)] : []
  })

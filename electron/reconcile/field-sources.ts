import { listCountCells } from '../store/count-store.ts'
import { sourceOf, type Scene, type Source } from './scene.ts'

/** Of each scene the cells of the unit that was looked at last: findings stand together by unit. */
const looked = new WeakMap<Scene, { unit: string; cells: ReturnType<typeof listCountCells> }>()

/** The cells of figures in the versions that count. */
export const fieldSources = (scene: Scene, places: readonly { unit: string; field: string }[]): Source[] =>
  places.flatMap(({ unit, field }) => {
    let known = looked.get(scene)
    if (known?.unit !== unit) looked.set(scene, (known = { unit, cells: listCountCells(scene.store, scene.periodKey, unit) }))
    const found = known.cells.get(field)
    return found ? [sourceOf(scene.store, found, found)] : []
  })

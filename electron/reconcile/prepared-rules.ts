import type { Programme } from '../../shared/domain/programme.ts'
import type { CompiledRule } from '../../shared/rules/programme-rules.ts'
import type { Store } from '../store/database.ts'
import { getProgramme, listVersionsWithRules } from '../store/programme-store.ts'

const compiled = new WeakMap<Programme, readonly CompiledRule[]>()
const ready = new WeakSet<Store>()

/**
 * Loads what programme rules are written in, only where a programme of this store has some, before anything asks for
 * findings; nothing that reads findings can wait for it.
 */
export async function prepareProgrammeRules(store: Store): Promise<void> {
  if (ready.has(store)) return
  const versions = listVersionsWithRules(store)
  if (versions.length > 0) {
    const { compileProgrammeRules } = await import('../../shared/rules/programme-rules.ts')
    for (const version of versions) {
      const programme = getProgramme(store, version)
      compiled.set(programme, compileProgrammeRules(programme))
    }
  }
  ready.add(store)
}

/** Throws where the programme has rules and they were not prepared. */
export function preparedRules(programme: Programme): readonly CompiledRule[] {
  if ((programme.rules ?? []).length === 0) return []
  const rules = compiled.get(programme)
  if (!rules) throw new Error('the rules of the programme were not prepared')
  return rules
}

import type { Programme } from '../domain/programme.ts'
import directive58 from './directive-58.json' with { type: 'json' }

/**
 * The Action Programme on Directive 58-CT/TW. The file is checked against the schema and all cross-references by a
 * test, not at every start. One shared object: callers do not change it.
 */
export const bundledProgramme = (): Programme => directive58 as unknown as Programme

import type { Id } from '../../shared/domain/identity.ts'
import type { Rendered } from '../../shared/domain/report-state.ts'
import { assembleReport } from '../../shared/rules/assemble-report.ts'
import { sha256 } from '../audit/canonical.ts'
import type { ServiceContext } from '../audit/context.ts'
import { findFreeze } from '../store/report-freeze-store.ts'
import { renderingVersion } from './build-report.ts'
import { program, readSnapshot } from './read-snapshot.ts'

/**
 * Draws a submitted report again from its snapshot and compares with the bytes that everything after was appended to. Only the
 * program that drew it can be asked; null for what was never submitted. Refuses with `report.bytes_lost`.
 */
export async function checkRendering({ store, pool }: Pick<ServiceContext, 'store' | 'pool'>, report: Id): Promise<Rendered | null> {
  const freeze = findFreeze(store, report)
  if (!freeze) return null
  const snapshot = await readSnapshot(store, report, freeze)
  if (snapshot.program !== program || snapshot.renderingVersion !== renderingVersion) return 'other_version'
  const { bytes } = await pool.run('render_report', assembleReport(snapshot.source))
  return sha256(bytes) === freeze.baseSha256 ? 'same' : 'differs'
}

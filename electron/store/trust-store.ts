import type { Instant } from '../../shared/domain/identity.ts'
import type { Store } from './database.ts'

/** A certificate that chains may end at. `body`: DER, base64; `sha256`: of that, hex. */
export type TrustRoot = { sha256: string; name: string; validFrom: Instant; validTo: Instant; body: string; at: Instant; actor: string }

const columns = 'sha256, name, valid_from AS validFrom, valid_to AS validTo, body, at, actor'

/** In the order they were pinned; what was taken away is left out. */
export const listTrustRoots = (store: Store): TrustRoot[] =>
  store.prepare<[], TrustRoot>(`SELECT ${columns} FROM trust_root WHERE is_active = 1 ORDER BY key`).all()

/** Also pins one again that was taken away. */
export function upsertTrustRoot(store: Store, root: TrustRoot): void {
  store
    .prepare(
      `INSERT INTO trust_root (sha256, name, valid_from, valid_to, body, is_active, at, actor)
       VALUES (@sha256, @name, @validFrom, @validTo, @body, 1, @at, @actor)
       ON CONFLICT (sha256) DO UPDATE SET is_active = 1, at = excluded.at, actor = excluded.actor`,
    )
    .run(root)
}

export function deactivateTrustRoot(store: Store, sha256: string): void {
  store.prepare('UPDATE trust_root SET is_active = 0 WHERE sha256 = ?').run(sha256)
}

export type CertificateAttempt = { failed: number; retryAt: Instant | null }

export const findCertificateAttempt = (store: Store, sha256: string): CertificateAttempt | undefined =>
  store.prepare<[string], CertificateAttempt>('SELECT failed, retry_at AS retryAt FROM certificate_attempt WHERE sha256 = ?').get(sha256)

export function putCertificateAttempt(store: Store, sha256: string, { failed, retryAt }: CertificateAttempt): void {
  store
    .prepare(
      `INSERT INTO certificate_attempt (sha256, failed, retry_at) VALUES (?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET failed = excluded.failed, retry_at = excluded.retry_at`,
    )
    .run(sha256, failed, retryAt)
}

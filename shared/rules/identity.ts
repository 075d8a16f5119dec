import type { SubmissionIdentity } from '../domain/submission.ts'

/**
 * Check value over the codes of the identity sheet: FNV-1a, 64 bits, over the UTF-16 units of the codes joined by
 * line feeds (http://www.isthe.com/chongo/tech/comp/fnv/). Unkeyed: it finds accidents, not forgers.
 */
export function identityCheckValue(identity: Omit<SubmissionIdentity, 'intact'>): string {
  const text = [identity.programme, identity.programmeVersion, identity.period, identity.unit, identity.templateVersion].join('\n')
  let hash = 0xcbf29ce484222325n
  for (let index = 0; index < text.length; index++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

import { X509Certificate } from 'node:crypto'
import type { ChangeProblem, PdfVerdict, SignatureFinding } from '../../shared/domain/pdf-verdict.ts'
import { DerTrouble } from './cms/der.ts'
import { judgeChanges } from './judge-changes.ts'
import { judgeSignature } from './judge-signature.ts'
import { catalogOf, findSignatures } from './pdf/find-fields.ts'
import { openRevision, type Revision } from './pdf/open-revision.ts'
import { isArray, isDict, isString, PdfTrouble } from './pdf/pdf-value.ts'

/** Of a file that says nothing. */
export const unread: PdfVerdict = {
  readable: 'damaged',
  identifier: undefined,
  signatures: [],
  later: { problems: [], signatures: 0, number: false, day: false },
  tail: 0,
  integrity: false,
  trust: 'unknown',
}

/** What was done to a file that was `length` bytes long. */
export function changesSince(bytes: Uint8Array, length: number): PdfVerdict['later'] {
  try {
    const { problems, added } = judgeChanges(openRevision(bytes, length), openRevision(bytes))
    return { problems: [...problems], ...added }
  } catch (error) {
    if (error instanceof PdfTrouble) return { ...nothingLater, problems: ['unreadable'] }
    throw error
  }
}

const nothingLater = { problems: [], signatures: 0, number: false, day: false } as const

/** Answers for any bytes. `roots`: pinned certificates, DER. */
export function verifyPdf(bytes: Uint8Array, roots: readonly Uint8Array[]): PdfVerdict {
  const none = {
    signatures: [],
    later: nothingLater,
    tail: bytes.length,
    integrity: false,
    trust: 'unknown',
    identifier: roughIdentifier(bytes),
  } as const
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return { readable: 'not_pdf', ...none }
  try {
    return judge(bytes, roots)
  } catch (error) {
    if (error instanceof PdfTrouble) return { readable: error.message === 'encrypted' ? 'encrypted' : 'damaged', ...none }
    if (error instanceof DerTrouble) return { readable: 'damaged', ...none }
    throw error
  }
}

function judge(bytes: Uint8Array, roots: readonly Uint8Array[]): PdfVerdict {
  const whole = openRevision(bytes)
  const pinned = roots.map((root) => new X509Certificate(root))
  const signatures = findSignatures(whole)
    .map((value) => judgeSignature(bytes, value, pinned))
    .toSorted((a, b) => a.end - b.end)
  const last = signatures.at(-1)
  const tail = bytes.length - (last?.end ?? 0)
  const later = signatures.length === 0 ? nothingLater : laterChanges(whole, signatures)
  const integrity =
    signatures.length > 0 &&
    signatures.every(({ range, digest }) => range === 'exact' && digest === 'right') &&
    tail === 0 &&
    later.problems.length === 0
  return { readable: 'yes', identifier: identifierOf(whole), signatures, later, tail, integrity, trust: trustIn(signatures) }
}

/** Every step from one signature to the next, and to the end of the file. */
function laterChanges(whole: Revision, signatures: readonly SignatureFinding[]): PdfVerdict['later'] {
  const problems = new Set<ChangeProblem>()
  const later = { signatures: 0, number: false, day: false }
  const ends = [...new Set([...signatures.map(({ end }) => end), whole.end])].filter((end) => end > 0)
  const open = (end: number): Revision => (end === whole.end ? whole : openRevision(whole.bytes, end))
  for (const [index, end] of ends.slice(0, -1).entries()) {
    try {
      const [before, after] = [open(end), open(ends[index + 1]!)]
      if (forbidsChanges(before)) problems.add('no_changes_allowed')
      const known = new Set(findSignatures(before).map(({ contents }) => contents.from))
      // A signature that its own revision does not hold was signed in some other file.
      if (signatures.some((signature) => signature.end === end && !known.has(signature.at))) problems.add('unreadable')
      const changes = judgeChanges(before, after)
      for (const problem of changes.problems) problems.add(problem)
      later.signatures += changes.added.signatures
      later.number ||= changes.added.number
      later.day ||= changes.added.day
    } catch (error) {
      if (!(error instanceof PdfTrouble)) throw error
      problems.add('unreadable')
    }
  }
  return { problems: [...problems], ...later }
}

/** A certification that allows nothing more (ISO 32000-1 §12.8.2.2). */
function forbidsChanges(revision: Revision): boolean {
  const permissions = revision.resolve(catalogOf(revision).entries.get('Perms'))
  const certified = isDict(permissions) ? revision.resolve(permissions.entries.get('DocMDP')) : null
  const references = isDict(certified) ? revision.resolve(certified.entries.get('Reference')) : null
  return (isArray(references) ? references : []).some((reference) => {
    const entries = revision.resolve(reference)
    const parms = isDict(entries) ? revision.resolve(entries.entries.get('TransformParams')) : null
    return isDict(parms) && revision.resolve(parms.entries.get('P')) === 1
  })
}

function trustIn(signatures: readonly SignatureFinding[]): PdfVerdict['trust'] {
  if (signatures.length === 0) return 'unknown'
  if (signatures.some(({ chain, digest }) => chain.trust === 'untrusted' || digest === 'wrong')) return 'untrusted'
  return signatures.every(({ chain }) => chain.trust === 'trusted') ? 'trusted' : 'unknown'
}

export function identifierOf(revision: Revision): string | undefined {
  const id = revision.resolve(revision.trailer.get('ID'))
  const first = isArray(id) ? revision.resolve(id[0]) : null
  return isString(first) ? Buffer.from(first.bytes, 'latin1').toString('hex') : undefined
}

/** Of a file that cannot be read any more. */
const roughIdentifier = (bytes: Uint8Array): string | undefined =>
  /\/ID\s*\[\s*<([0-9a-fA-F]{32})>/.exec(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))?.[1]?.toLowerCase()
